"""`limber serve --host`: other devices see the preview with its token, and nothing without it."""

import http.client
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from waiting import PATIENCE

REPOSITORY = Path(__file__).resolve().parents[2]
ARTICLE = "Content/causes/kneecap-pain.md"


@dataclass
class Shared:
    source: Path
    port: int
    base: str
    warning: str

    def ask(self, path: str, host: str | None = None) -> tuple[int, str, dict[str, str]]:
        # Another address than the usual one, and still this machine: Linux has 127.0.0.0/8.
        connection = http.client.HTTPConnection("127.0.0.2", self.port, timeout=PATIENCE)
        connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host or f"127.0.0.2:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        found = (answer.status, answer.read().decode(errors="replace"), dict(answer.getheaders()))
        connection.close()
        return found


@pytest.fixture
def shared(limber: Path, tmp_path: Path) -> Iterator[Shared]:
    source = tmp_path / "site"
    shutil.copytree(REPOSITORY / "Examples/starter", source, ignore=shutil.ignore_patterns(".limber", "Public"))
    errors = tmp_path / "errors"
    with errors.open("w") as told:
        process = subprocess.Popen(
            [limber, "serve", "--source", source, "--port", "0", "--host", "127.0.0.2"], stdout=subprocess.PIPE, stderr=told, text=True
        )
        try:
            assert process.stdout
            lines = (re.search(r"http://127\.0\.0\.2:(\d+)(/[0-9a-f]{32})/ ", line) for line in process.stdout)
            found = next(filter(None, lines), None)
            assert found, errors.read_text()
            yield Shared(source, int(found[1]), found[2], errors.read_text())
        finally:
            process.kill()
            process.wait()


def test_only_with_the_token(shared: Shared) -> None:
    assert "Whoever has the whole address below can read everything that it shows, drafts included" in shared.warning
    for path in ["/", "/causes/", "/.limber/preview.js", "/.limber/events?page=/", "/assets/", "/favicon.ico", f"{shared.base[:-1]}/", f"{shared.base}0/"]:
        status, text, headers = shared.ask(path)
        assert status == 403 and shared.base not in text and shared.base not in str(headers), path
    status, text, headers = shared.ask(shared.base + "/")
    assert status == 200 and "Your Clinic" in text
    assert "Set-Cookie" not in headers and headers["Referrer-Policy"] == "no-referrer"
    assert shared.ask(shared.base)[2]["Location"] == shared.base + "/"
    for host in ["evil.example", f"evil.example:{shared.port}", "127.0.0.2.evil.example"]:
        assert shared.ask(shared.base + "/", host)[0] == 403, host
    # In a container, the port outside is another.
    assert shared.ask(shared.base + "/", "localhost:49152")[0] == 200


def test_links_and_reload(shared: Shared, browser: Browser) -> None:
    context = browser.new_context()
    tab = context.new_page()
    failed: list[str] = []
    tab.on("response", lambda answer: answer.status >= 400 and failed.append(f"{answer.status} {answer.url}"))
    tab.on("console", lambda message: message.type == "error" and failed.append(f"{message.text} {message.location['url']}"))
    origin = f"http://127.0.0.2:{shared.port}"
    tab.goto(f"{origin}{shared.base}/")
    for address in tab.eval_on_selector_all("[href], [src]", "all => all.map(one => one.href?.baseVal ?? one.getAttribute('href') ?? one.getAttribute('src'))"):
        assert address.startswith((shared.base + "/", "#", origin + shared.base)), address
    tab.get_by_role("link", name="Causes", exact=True).first.click()
    tab.get_by_role("link", name="Kneecap pain").first.click()
    expect(tab.locator("h1")).to_have_text("Kneecap pain")
    expect(tab).to_have_url(f"{origin}{shared.base}/causes/kneecap-pain/")
    # The heading is read before the preview's script is.
    expect(tab.locator("#limber-overlay")).to_have_count(1)
    article = shared.source / ARTICLE
    article.write_text(article.read_text().replace("title: Kneecap pain", "title: Pain at the kneecap"))
    expect(tab.locator("h1")).to_have_text("Pain at the kneecap")
    assert context.cookies() == []
    # The browser asks for an icon at the root by itself.
    assert [one for one in failed if "favicon" not in one] == []
    context.close()


@pytest.mark.parametrize("host", ["clinic.example", "0", "1.2.3.4:80", "::"])
def test_no_address(limber: Path, tmp_path: Path, host: str) -> None:
    run = subprocess.run([limber, "serve", "--source", tmp_path, "--port", "0", f"--host={host}"], capture_output=True, text=True, timeout=PATIENCE)
    assert run.returncode == 64 and run.stdout == ""
    assert run.stderr == (
        "limber: --host must be an IPv4 address of this computer, such as 192.168.1.20, or 0.0.0.0 for all of its addresses, "
        f"not {host}.\n"
    )


def test_address_of_another_machine(limber: Path, tmp_path: Path) -> None:
    run = subprocess.run([limber, "serve", "--source", tmp_path, "--port", "0", "--host", "192.0.2.1"], capture_output=True, text=True, timeout=PATIENCE)
    assert run.returncode == 74
    assert run.stderr == "limber: This computer does not have the address 192.0.2.1. To use all that it has, write `--host 0.0.0.0`.\n"
