"""`limber serve` as an editor uses it: a real browser beside an editor, on a copy of this repository's site."""

import http.client
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, expect

from real_servers import reserved_port
from source_site import copy_source
from waiting import PATIENCE, until

REPOSITORY = Path(__file__).resolve().parents[2]
CAUSE = "Content/causes/it-band-syndrome.md"
NOT_FOUND = "The address may have a typing mistake"
CHECKER = "Content/symptom-checker/hip-pain.yaml"


@dataclass
class Preview:
    """A running preview of a site that a test may change."""

    source: Path
    process: subprocess.Popen
    port: int

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def text(self, file: str) -> str:
        return (self.source / file).read_text(encoding="utf-8")

    def save(self, file: str, text: str) -> None:
        """As most editors do: written aside, then put in place."""
        aside = self.source / (file + "~new")
        # A hidden name, so that the file aside is nobody's business.
        aside = aside.with_name("." + aside.name)
        aside.write_text(text, encoding="utf-8")
        aside.rename(self.source / file)

    def change(self, file: str, old: str, new: str) -> str:
        """Replaces the first `old`; gives the text as it was."""
        before = self.text(file)
        assert old in before, f"{file} has no {old!r}"
        self.save(file, before.replace(old, new, 1))
        return before

    def ask(self, target: str, host: str | None = None, method: str = "GET") -> http.client.HTTPResponse:
        """One request, its target as it is written here."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        if host != "":
            connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.putheader("Connection", "close")
        connection.endheaders()
        answer = connection.getresponse()
        answer.content = answer.read()
        connection.close()
        return answer


@contextmanager
def serving(limber: Path, source: Path, *options: str) -> Iterator[Preview]:
    """A preview until the end of the block."""
    process = subprocess.Popen(
        [limber, "serve", "--source", source, *(options or ("--port", "0"))],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout
        addresses = (re.search(r"http://127\.0\.0\.1:(\d+)/", line) for line in process.stdout)
        address = next(filter(None, addresses), None)
        assert address, f"limber serve ended with {process.wait()}"
        yield Preview(source, process, int(address[1]))
    finally:
        process.kill()
        process.wait()


def copy_site(folder: Path) -> Path:
    return copy_source(REPOSITORY, folder)


@pytest.fixture
def preview(limber: Path, tmp_path: Path) -> Iterator[Preview]:
    with serving(limber, copy_site(tmp_path)) as running:
        yield running
        assert running.process.poll() is None, f"limber serve ended by itself with {running.process.returncode}"
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(timeout=PATIENCE) == 0


@pytest.fixture
def tab(preview: Preview, browser: Browser) -> Iterator[Page]:
    """A tab that knows whether it was reloaded: `stays(tab)`."""
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    tab = context.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("console", lambda message: "Content Security Policy" in message.text and faults.append(message.text))
    yield tab
    context.close()
    assert not faults, "\n".join(faults)


def visit(tab: Page, preview: Preview, path: str) -> None:
    tab.goto(preview.origin + path)
    # Connected: what is wrong from now on is told at once.
    until_true(tab, "document.getElementById('limber-overlay') !== null")
    tab.evaluate("window.isTheSame = true")


def until_true(tab: Page, condition: str) -> None:
    """Playwright's own way needs `eval`, which the policy of the pages forbids."""

    def holds() -> bool:
        try:
            return bool(tab.evaluate(condition))
        except Error as error:
            # Asked in the moment of a reload.
            assert "navigation" in error.message, error
            return False

    until(holds, condition, tab)


def was_reloaded(tab: Page) -> bool:
    return not tab.evaluate("window.isTheSame === true")


def expect_overlay(tab: Page, *texts: str) -> None:
    overlay = tab.get_by_role("dialog")
    for text in texts:
        expect(overlay).to_contain_text(text)


def expect_no_overlay(tab: Page) -> None:
    expect(tab.get_by_role("dialog")).to_have_count(0)


def expect_text(tab: Page, text: str, selector: str = "body") -> None:
    expect(tab.locator(selector)).to_contain_text(text)


def test_body(preview: Preview, tab: Page) -> None:
    visit(tab, preview, "/causes/it-band-syndrome/")
    before = preview.text(CAUSE)
    preview.save(CAUSE, before + "\nA sentence that was not there before.\n")
    expect_text(tab, "A sentence that was not there before.", "main")
    tab.evaluate("window.isTheSame = true")
    preview.save(CAUSE, before + "\nSee [this](sign:outer-hip-pian).\n")
    last = len(before.splitlines()) + 2
    expect_overlay(tab, f"{CAUSE}:{last}:", "outer-hip-pian", "See [this](sign:outer-hip-pian).", "Did you mean `sign:outer-hip-pain`?")
    # The last good page stays beneath.
    expect_text(tab, "A sentence that was not there before.", "main")
    assert not was_reloaded(tab)
    preview.save(CAUSE, before + "\nMended now.\n")
    expect_no_overlay(tab)
    expect_text(tab, "Mended now.", "main")


def test_title_shows_on_other_pages(preview: Preview, tab: Page) -> None:
    visit(tab, preview, "/causes/")
    title = re.search(r"^title: .*$", preview.text(CAUSE), re.M)
    assert title
    preview.change(CAUSE, title[0], "title: A name of its own")
    expect_text(tab, "A name of its own", "main")
    before = preview.change(CAUSE, "title: A name of its own", "titel: A name of its own")
    expect_overlay(tab, f"{CAUSE}:", "`titel`", "title")
    preview.save(CAUSE, before)
    expect_no_overlay(tab)
    expect_text(tab, "A name of its own", "main")


def test_relation(preview: Preview, tab: Page) -> None:
    visit(tab, preview, "/signs/front-of-hip-pain/")
    written = re.search(r"^signs: \[(.*)\]$", preview.text(CAUSE), re.M)
    assert written and "front-of-hip-pain" not in written[1]
    title = re.search(r"^title: (.*)$", preview.text(CAUSE), re.M)
    assert title
    expect(tab.locator("main")).not_to_contain_text(title[1])
    before = preview.change(CAUSE, written[0], f"signs: [{written[1]}, front-of-hip-pain]")
    expect_text(tab, title[1], "main")
    broken = preview.change(CAUSE, "front-of-hip-pain]", "front-of-hip-pane]")
    expect_overlay(tab, "front-of-hip-pane", "Did you mean `front-of-hip-pain`?")
    preview.save(CAUSE, broken)
    expect_no_overlay(tab)
    preview.save(CAUSE, before)
    expect(tab.locator("main")).not_to_contain_text(title[1])


def test_template(preview: Preview, tab: Page) -> None:
    visit(tab, preview, "/causes/it-band-syndrome/")
    layout = "Templates/layout.mustache"
    preview.change(layout, '<footer class="site-footer">', '<footer class="site-footer"><p>From the template.</p>')
    expect_text(tab, "From the template.", "footer")
    before = preview.change(layout, "{{site.name}}", "{{site.nmae}}")
    expect_overlay(tab, f"{layout}:", "nmae", "Did you mean")
    # Old pages stay, also for those who come now.
    assert b"From the template." in preview.ask("/causes/").content
    preview.save(layout, before)
    expect_no_overlay(tab)


def test_stylesheet_without_reload(preview: Preview, tab: Page) -> None:
    visit(tab, preview, "/causes/it-band-syndrome/")
    sheet = "Templates/assets/site.css"
    before = preview.text(sheet)
    color = "getComputedStyle(document.querySelector('h1')).color"
    preview.save(sheet, before + "\nh1 { color: rgb(1, 2, 3) !important; }\n")
    until_true(tab, f"{color} === 'rgb(1, 2, 3)'")
    preview.save(sheet, before + "\nh1 { color: rgb(4, 5, 6) !important; }\n")
    until_true(tab, f"{color} === 'rgb(4, 5, 6)'")
    preview.save(sheet, before + "\nh1 { background: url(no-such.svg); }\n")
    expect_overlay(tab, f"{sheet}:", "no-such.svg")
    preview.save(sheet, before)
    expect_no_overlay(tab)
    until_true(tab, f"{color} !== 'rgb(4, 5, 6)'")
    assert not was_reloaded(tab)
    until_true(tab, "document.querySelectorAll('link[rel=stylesheet][href*=\"/assets/site.\"]').length === 1")


def test_checker(preview: Preview, tab: Page) -> None:
    visit(tab, preview, "/symptom-checker/")
    ask = re.search(r"^ *(?:- )?ask: (.*)$", preview.text(CHECKER), re.M)
    assert ask
    new = ask[1].rstrip('"').rstrip("?") + ", we ask?" + ('"' if ask[1].endswith('"') else "")
    preview.change(CHECKER, ask[1], new)
    expect_question(tab, ", we ask?")
    before = preview.change(CHECKER, "ask:", "aks:")
    expect_overlay(tab, f"{CHECKER}:", "aks")
    preview.save(CHECKER, before)
    expect_no_overlay(tab)
    # The page is as it was, and so was not loaded again.
    expect_text(tab, ", we ask?", "main")


def expect_question(tab: Page, text: str) -> None:
    """Of the first question, which comes after the start screen of a page that was loaded again."""
    until_true(tab, "window.isTheSame !== true")
    tab.get_by_role("button", name="Start", exact=True).click()
    expect_text(tab, text, "main")
    tab.evaluate("window.isTheSame = true")


def test_script_and_picture(preview: Preview, tab: Page) -> None:
    visit(tab, preview, "/stretches/step-ups/")
    picture = "Content/stretches/step-ups.svg"
    preview.save(picture, preview.text(picture).replace("</svg>", '<rect width="1" height="1"/></svg>'))
    until_true(tab, "window.isTheSame !== true")
    visit(tab, preview, "/symptom-checker/")
    preview.save("Templates/assets/checker.js", preview.text("Templates/assets/checker.js") + "\n// changed\n")
    until_true(tab, "window.isTheSame !== true")


def test_only_pages_that_changed_are_reloaded(preview: Preview, tab: Page, browser: Browser) -> None:
    visit(tab, preview, "/about/")
    other = tab.context.new_page()
    visit(other, preview, "/causes/it-band-syndrome/")
    preview.save(CAUSE, preview.text(CAUSE) + "\nOnly here.\n")
    expect_text(other, "Only here.", "main")
    assert not was_reloaded(tab)


def test_scroll_is_kept(preview: Preview, tab: Page) -> None:
    visit(tab, preview, "/causes/it-band-syndrome/")
    tab.evaluate("scrollTo({top: 600, behavior: 'instant'})")
    assert tab.evaluate("scrollY") == 600
    preview.save(CAUSE, preview.text(CAUSE) + "\nFar below.\n")
    expect_text(tab, "Far below.", "main")
    until_true(tab, "scrollY === 600")


def test_overlay(preview: Preview, tab: Page) -> None:
    """It is escaped, lists everything, hides on Escape until the next change, and warnings are only counted."""
    visit(tab, preview, "/causes/it-band-syndrome/")
    before = preview.text(CAUSE)
    attack = "</script><img src=x onerror=window.attacked=1>"
    preview.save(CAUSE, before + f"\n[](cause:nobody) {attack}\n\n[](cause:no-one)\n")
    expect_overlay(tab, "nobody", "no-one", attack, "There are 3 errors")
    assert tab.evaluate("window.attacked") is None
    tab.keyboard.press("Escape")
    expect_no_overlay(tab)
    preview.save(CAUSE, before + "\n[](cause:nobody)\n")
    expect_overlay(tab, "There is one error")
    tab.get_by_role("button", name="Hide").click()
    expect_no_overlay(tab)
    # Whoever comes now sees it at once.
    visit(tab, preview, "/causes/")
    expect_overlay(tab, "nobody")
    preview.save(CAUSE, before)
    expect_no_overlay(tab)


def test_overlay_is_accessible(preview: Preview, browser: Browser) -> None:
    # The checking script brings styles of its own.
    context = browser.new_context(bypass_csp=True)
    tab = context.new_page()
    visit(tab, preview, "/causes/it-band-syndrome/")
    preview.save(CAUSE, preview.text(CAUSE) + "\n[](cause:nobody)\n")
    expect_overlay(tab, "nobody")
    for scheme in ["light", "dark"]:
        tab.emulate_media(color_scheme=scheme)
        found = Axe().run(tab, context="#limber-overlay")
        faults = [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found.response["violations"]]
        assert not faults, (scheme, faults)
    context.close()


LOOKS = """[...document.querySelectorAll("main *")].map((part) => {
  const style = getComputedStyle(part);
  return [part.tagName, style.fontSize, style.marginTop, style.marginBottom, style.color, style.listStyleType];
})"""


def test_page_looks_as_it_is_published(preview: Preview, tab: Page, origin: str) -> None:
    address = "/causes/it-band-syndrome/"
    visit(tab, preview, address)
    # What only editors see.
    expect(tab.locator(".group--screen.linked-from")).not_to_have_count(0)
    tab.evaluate("document.querySelectorAll('.group--screen.linked-from').forEach((block) => block.remove())")
    shown = tab.evaluate(LOOKS)
    tab.goto(origin + address)
    expect(tab.locator(".group--screen.linked-from")).to_have_count(0)
    assert shown == tab.evaluate(LOOKS)


def test_new_moved_and_lost_files(preview: Preview, tab: Page) -> None:
    visit(tab, preview, "/causes/snapping-hip/")
    expect_text(tab, NOT_FOUND)
    article = "---\ntitle: Snapping hip\nsummary: A snap.\ndraft: true\nsigns: []\nstretches: []\n---\n\nIt snaps.\n"
    folder = preview.source / "Content/causes/new/deeper"
    folder.mkdir(parents=True)
    (folder / "snapping-hip.md").write_text(article)
    expect_text(tab, "It snaps.", "main")
    expect(tab.get_by_role("note")).to_contain_text("this page is a draft")
    # Moved with its folder, then changed where it lies now.
    folder.rename(folder.with_name("elsewhere"))
    place = folder.with_name("elsewhere") / "snapping-hip.md"
    # Mostly, the move is seen before the change; it does not matter.
    time.sleep(0.2)
    place.write_text(article.replace("It snaps.", "It clicks."))
    expect_text(tab, "It clicks.", "main")
    # Deleted, then written again, as some editors save.
    place.unlink()
    time.sleep(0.02)
    place.write_text(article.replace("It snaps.", "It is back."))
    expect_text(tab, "It is back.", "main")
    place.unlink()
    expect_text(tab, NOT_FOUND)


def test_whole_source_away_and_back(preview: Preview, tab: Page) -> None:
    """As when another branch is checked out."""
    visit(tab, preview, "/causes/it-band-syndrome/")
    (preview.source / "Content").rename(preview.source / "Away")
    expect_overlay(tab, "`Content`")
    (preview.source / "Away").rename(preview.source / "Content")
    expect_no_overlay(tab)
    preview.save(CAUSE, preview.text(CAUSE) + "\nStill watched.\n")
    expect_text(tab, "Still watched.", "main")


def test_page_follows_when_the_preview_comes_back(limber: Path, tmp_path: Path, browser: Browser) -> None:
    tab = browser.new_page()
    with reserved_port() as port:
        with serving(limber, copy_site(tmp_path), "--port", str(port)) as first:
            visit(tab, first, "/causes/it-band-syndrome/")
            first.process.send_signal(signal.SIGTERM)
            assert first.process.wait(timeout=PATIENCE) == 0
        first.save(CAUSE, first.text(CAUSE) + "\nWritten meanwhile.\n")
        with serving(limber, tmp_path, "--port", str(port)):
            expect_text(tab, "Written meanwhile.", "main")
    tab.close()


def test_site_with_errors_from_the_start(limber: Path, tmp_path: Path, browser: Browser) -> None:
    copy_site(tmp_path)
    good = (tmp_path / CAUSE).read_text()
    (tmp_path / CAUSE).write_text(good + "\n[](cause:nobody)\n")
    tab = browser.new_page()
    with serving(limber, tmp_path) as running:
        tab.goto(running.origin + "/causes/it-band-syndrome/")
        expect_overlay(tab, "nobody")
        running.save(CAUSE, good)
        expect(tab.locator("main h1")).to_contain_text("IT band syndrome")
        expect_no_overlay(tab)
    tab.close()


def test_refused_paths(preview: Preview) -> None:
    secret = preview.source.parent / "secret.html"
    secret.write_text("a secret")
    for target in [
        "/../secret.html", "/causes/../../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html", "/%2E%2E%2Fsecret.html",
        "/%252e%252e/secret.html", "/%252e%252e%252fsecret.html", "/..\\secret.html", "/%5c..%5csecret.html", "/./index.html",
        f"/{secret}", f"//{secret}", f"/%2f{secret}", "/index.html%00", "/%ff%fe", "/%zz", "*", "causes/",
        f"http://127.0.0.1:{preview.port}/causes/", f"file://{secret}", "/.limber/events?page=/../secret.html",
    ]:  # fmt: skip
        answer = preview.ask(target)
        assert answer.status == 400, (target, answer.status)
        assert b"a secret" not in answer.content, target
    for target in [str(secret), "/site.yaml", "/Content/causes/it-band-syndrome.md", "/.limber/lock", "/.git/config"]:
        assert preview.ask(target).status == 404, target


def told(preview: Preview) -> str:
    """What a page hears when it begins to listen, what is wrong among it."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE) as listener:
        listener.sendall(f"GET /.limber/events?page=/ HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode())
        return next(line for line in listener.makefile(encoding="utf-8") if line.startswith("data:"))


def test_symbolic_link_is_never_served(preview: Preview) -> None:
    secret = preview.source.parent / "secret.svg"
    secret.write_text("<svg>a secret</svg>")
    (preview.source / "Content/stretches/other.svg").symlink_to(secret)
    os.replace(preview.source / "Content/stretches/step-ups.svg", preview.source / "Content/stretches/old.svg")
    (preview.source / "Content/stretches/step-ups.svg").symlink_to(secret)
    until(lambda: all(f"{name}.svg" in told(preview) for name in ["other", "step-ups"]), "both links are seen")
    for target in ["/stretches/other.svg", "/stretches/step-ups.svg"]:
        assert b"a secret" not in preview.ask(target).content, target


def test_refused_hosts(preview: Preview) -> None:
    port = preview.port
    for host in ["evil.example", f"evil.example:{port}", "127.0.0.1", f"127.0.0.1:{port + 1}", f"127.0.0.1.evil:{port}"]:
        assert preview.ask("/", host).status == 403, host
        assert preview.ask("/.limber/events?page=/", host).status == 403, host
    assert preview.ask("/", "").status == 400, "a request names its host (RFC 9112, section 3.2)"
    for host in [f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}", f"[::1]:{port}"]:
        assert preview.ask("/", host).status == 200, host


def test_answers(preview: Preview) -> None:
    page = preview.ask("/causes/it-band-syndrome/")
    assert (page.status, page.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    assert page.getheader("Cache-Control") == "no-store"
    head = preview.ask("/causes/it-band-syndrome/", method="HEAD")
    assert (head.status, head.content) == (200, b"")
    assert head.getheader("Content-Length") == page.getheader("Content-Length")
    moved = preview.ask("/causes/it-band-syndrome?a=b")
    assert (moved.status, moved.getheader("Location")) == (302, "/causes/it-band-syndrome/?a=b")
    lost = preview.ask("/no/such/page/")
    assert lost.status == 404 and NOT_FOUND.encode() in lost.content
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"]:
        assert preview.ask("/", method=method).status == 405, method
    sheet = re.search(rb'href="(/assets/site\.[^"]+\.css)"', page.content)
    assert sheet
    for path, kind in [
        (sheet[1].decode(), "text/css; charset=utf-8"), ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/symptom-checker/hip-pain.json", "application/json"), ("/stretches/step-ups.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain; charset=utf-8"), ("/.limber/preview.js", "text/javascript; charset=utf-8"),
    ]:  # fmt: skip
        assert preview.ask(path).getheader("Content-Type") == kind, path


def test_nothing_is_published(preview: Preview, limber: Path) -> None:
    """And a build may run at the same time; what it publishes has nothing of the preview."""
    assert not (preview.source / "Public").exists()
    preview.save(CAUSE, preview.text(CAUSE) + "\nMore.\n")
    build = subprocess.run([limber, "build", "--source", preview.source], capture_output=True, text=True, timeout=300)
    assert build.returncode == 0, build.stderr
    assert "limber-preview" not in (preview.source / "Public/index.html").read_text()


def test_many_files_at_once(preview: Preview, tab: Page) -> None:
    """As a checkout of another branch writes and removes them; few rebuilds, and the last state shows."""
    visit(tab, preview, "/causes/")
    # The last to be written stands on the first page of the list.
    article = "---\ntitle: Number {}\norder: -{}\nsummary: One of many.\nsigns: []\nstretches: []\n---\n\nText.\n"
    for number in range(1000):
        (preview.source / f"Content/causes/many-{number}.md").write_text(article.format(number, number + 1))
    expect(tab.locator("main")).to_contain_text("Number 999")
    for number in range(1000):
        (preview.source / f"Content/causes/many-{number}.md").unlink()
    expect(tab.locator("main")).not_to_contain_text("Number")
    expect_no_overlay(tab)


def test_port_in_use(preview: Preview, limber: Path) -> None:
    again = subprocess.run(
        [limber, "serve", "--source", preview.source, "--port", str(preview.port)], capture_output=True, text=True, timeout=PATIENCE
    )
    assert again.returncode == 74
    assert f"is using port {preview.port}" in again.stderr and "--port auto" in again.stderr


def test_port_auto_takes_the_next(preview: Preview, limber: Path) -> None:
    with (
        serving(limber, preview.source, "--port", "auto") as first,
        serving(limber, preview.source, "--port", "auto") as second,
    ):
        assert 8080 <= first.port < second.port < 8180
        assert first.ask("/").status == second.ask("/").status == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ends_at_once(limber: Path, tmp_path: Path, number: signal.Signals) -> None:
    with serving(limber, copy_site(tmp_path)) as running:
        # Also with a page that listens.
        with socket.create_connection(("127.0.0.1", running.port)) as listener:
            host = f"127.0.0.1:{running.port}"
            listener.sendall(f"GET /.limber/events?page=/ HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            assert listener.recv(100)
            running.process.send_signal(number)
            assert running.process.wait(timeout=PATIENCE) == 0


def test_wrong_usage(limber: Path, tmp_path: Path) -> None:
    for options, status in [
        (["--port", "80a"], 64), (["--port", "65536"], 64), (["--jobs", "0"], 64), (["--today", "2026-02-30"], 64),
        (["--source", str(tmp_path / "no-such-folder"), "--port", "0"], 64),
    ]:  # fmt: skip
        run = subprocess.run([limber, "serve", *options], capture_output=True, text=True, timeout=PATIENCE, cwd=tmp_path)
        assert run.returncode == status and run.stderr, (options, run.returncode, run.stderr)


def test_hammering(preview: Preview, tab: Page) -> None:
    """Broken requests, connections that say nothing, listeners that leave, saves without a pause."""
    idle = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(100)]
    for junk in [b"\r\n\r\n", b"\0" * 5000, b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"G" * 8000]:
        for _ in range(5):
            with socket.create_connection(("127.0.0.1", preview.port)) as connection:
                try:
                    connection.sendall(junk)
                except OSError:
                    pass
    for _ in range(300):
        with socket.create_connection(("127.0.0.1", preview.port)) as connection:
            connection.sendall(f"GET /.limber/events?page=/ HTTP/1.1\r\nHost: localhost:{preview.port}\r\n\r\n".encode())
    before = preview.text(CAUSE)
    answered(preview, "/causes/")
    for number in range(100):
        preview.save(CAUSE, before + f"\nSave {number}.\n")
        assert preview.ask("/causes/").status == 200
    for connection in idle:
        connection.close()
    until(lambda: b"Save 99." in preview.ask("/causes/it-band-syndrome/").content, "the last save is shown")
    visit(tab, preview, "/causes/it-band-syndrome/")
    expect_text(tab, "Save 99.", "main")


def raw(preview: Preview, request: str) -> tuple[bytes, float]:
    """Everything that comes back for these bytes, until the preview ends the connection, and how long that took."""
    with socket.create_connection(("127.0.0.1", preview.port)) as connection:
        connection.settimeout(PATIENCE)
        start = time.monotonic()
        answer = b""
        try:
            connection.sendall(request.encode("latin-1"))
            while piece := connection.recv(65536):
                answer += piece
        except OSError:
            pass
        return answer, time.monotonic() - start


def test_hostile_requests(preview: Preview) -> None:
    host = f"Host: 127.0.0.1:{preview.port}\r\nConnection: close\r\n"
    hostile = {
        f"GET / HTTP/1.1\r\nHost: evil.example\r\n{host}\r\n": 400,
        f"GET /causes?a=\rX HTTP/1.1\r\n{host}\r\n": 400,
        f"GET /?{'a' * 600_000} HTTP/1.1\r\n{host}\r\n": 414,
        f"GET / HTTP/1.1\r\n{host}A: {'a' * 600_000}\r\n\r\n": 431,
        f"get / HTTP/1.1\r\n{host}\r\n": 501,
        f"GETX / HTTP/1.1\r\n{host}\r\n": 501,
        f"G E T / HTTP/1.1\r\n{host}\r\n": 400,
        f"DELETE / HTTP/1.1\r\n{host}\r\n": 405,
        f"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n": 403,
    }
    for request, status in hostile.items():
        answer, seconds = raw(preview, request)
        assert answer.startswith(f"HTTP/1.1 {status} ".encode()), (request[:60], answer[:60])
        assert b"\rX" not in answer
        assert seconds < 10, "as long as it has patience with those who say nothing"


def answered(preview: Preview, path: str) -> None:
    """A place among the connections becomes free when the patience with the others ends."""
    assert until(lambda: (status := preview.ask(path).status) != 503 and status, "a place among the connections is free") == 200


def test_visitors_are_answered_beside_a_flood(preview: Preview) -> None:
    """Half requests take no more than the connections that a preview has, and no longer than its patience."""
    half = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(220)]
    try:
        for connection in half:
            connection.sendall(b"GET / HT")
        answered(preview, "/")
        half[0].settimeout(PATIENCE)
        assert half[0].recv(100).startswith(b"HTTP/1.1 408 "), "those that were let in do not stay, and hear why"
    finally:
        for connection in half:
            connection.close()


def test_keep_alive_is_not_delayed(preview: Preview) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE)
    times = []
    for _ in range(200):
        start = time.monotonic()
        connection.request("GET", "/")
        connection.getresponse().read()
        times.append(time.monotonic() - start)
    connection.close()
    assert min(times[1:]) < 0.04, "the delay of a second piece is 40 ms, and comes with each answer"
