"""The site as real servers serve it: statuses, headers, compression, what browsers may keep; and the files for hosts by their rules."""

import gzip
import http.client
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import real_servers
from conftest import REPOSITORY
from waiting import PATIENCE

SERVERS = {"nginx": real_servers.nginx, "nginx with brotli": real_servers.nginx_with_brotli, "caddy": real_servers.caddy}
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


def build(limber: Path, source: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [limber, "build", "--today", "2026-11-28", "--source", source, *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def compressed(limber: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source folder of the knee clinic, whose site is published with compressed copies."""
    source = tmp_path_factory.mktemp("compressed") / "clinic"
    shutil.copytree(REPOSITORY / "Examples/knee-clinic", source, ignore=shutil.ignore_patterns("Public", ".limber"))
    run = build(limber, source, "--precompress")
    assert run.returncode == 0, run.stderr
    return source


@pytest.fixture(scope="module", params=SERVERS)
def address_of(request: pytest.FixtureRequest) -> str:
    """The name of the server that the others of this file ask."""
    return request.param


@pytest.fixture(scope="module")
def address(address_of: str, compressed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server serves it, through a link as `limber publish` makes one."""
    scratch = tmp_path_factory.mktemp(address_of.replace(" ", "-"))
    (scratch / "clinic").symlink_to(compressed / "Public")
    for folder in [scratch, *scratch.parents]:
        if folder.owner() == scratch.owner() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    with SERVERS[address_of](scratch / "clinic", scratch) as origin:
        yield origin


Get = Callable[..., tuple[int, dict[str, str], bytes]]


@pytest.fixture(scope="module")
def get(address: str) -> Get:
    """Asks for a path; the headers' names in small letters."""

    def ask(path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    return ask


def published(source: Path) -> list[Path]:
    hidden = ["_headers", "_redirects", ".limber-output"]
    root = source / "Public"
    return [file.relative_to(root) for file in root.rglob("*") if file.is_file() and file.name not in hidden and file.suffix not in [".gz", ".br"]]


def test_every_file_is_served_with_its_headers(compressed: Path, get: Get) -> None:
    files = published(compressed)
    assert len(files) > 60
    for file in files:
        path = "/" + str(file).removesuffix("index.html")
        status, headers, body = get(path)
        assert status == 200 and body == (compressed / "Public" / file).read_bytes(), path
        wanted = "public, max-age=31536000, immutable" if file.parts[0] == "assets" else "no-cache"
        assert headers["cache-control"] == wanted, path
        assert headers["content-security-policy"] == "frame-ancestors 'none'"
        assert headers["referrer-policy"] == "no-referrer" and headers["x-content-type-options"] == "nosniff"
        assert "camera=()" in headers["permissions-policy"]
        kind = headers.get("content-type", "").lower().replace("; charset=utf-8", "") if file.suffix == ".svg" else headers.get("content-type", "").lower()
        assert kind == TYPES.get(file.suffix, kind), path
        assert "etag" in headers or "last-modified" in headers


def test_texts_go_out_compressed(compressed: Path, get: Get) -> None:
    root = compressed / "Public"
    for name in ["index.html", *(str(file.relative_to(root)) for file in root.glob("assets/*.css"))]:
        status, headers, body = get("/" + name.removesuffix("index.html"), Accept_Encoding="gzip")
        assert (status, headers["content-encoding"]) == (200, "gzip")
        assert body == (root / f"{name}.gz").read_bytes(), "the copy that the build made"
        assert gzip.decompress(body) == (root / name).read_bytes()
        assert "accept-encoding" in headers["vary"].lower()
        assert headers["content-type"].startswith("text/")


def test_browsers_that_read_brotli_get_it(compressed: Path, get: Get, address_of: str) -> None:
    """From those servers that can send it; whoever reads both gets the smaller."""
    page = compressed / "Public/index.html"
    for asked in ["br", "gzip, deflate, br"]:
        _, headers, body = get("/", Accept_Encoding=asked)
        assert "accept-encoding" in headers.get("vary", "accept-encoding").lower()
        if address_of != "nginx":
            assert headers["content-encoding"] == "br" and body == page.with_name("index.html.br").read_bytes()
        elif asked == "br":
            assert "content-encoding" not in headers and body == page.read_bytes()


def test_old_addresses_lead_on(compressed: Path, get: Get) -> None:
    """By the pages that lie there; one with a query cannot (docs/publishing.md)."""
    lines = [line.split(" ") for line in (compressed / "Public/_redirects").read_text().splitlines() if line.endswith(" 301")]
    for old, *query, new, _ in lines:
        if query:
            continue
        status, headers, body = get(old)
        if status in (301, 308):
            assert headers["location"] == old + "/"
            status, headers, body = get(old + "/")
        found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', body.decode())
        assert status == 200 and found and found[1] == new, old
    assert lines


def test_what_is_not_there_in_a_language(compressed: Path, get: Get) -> None:
    """The page says so in the language of those beside it, and where there is none, in the site's own."""
    own = compressed / "Public/es/404.html"
    own.parent.mkdir(mode=0o755)
    own.write_text("<!DOCTYPE html><html lang=es><title>No existe</title>")
    for path, page in [("/es/nothing/", "es/404.html"), ("/es/a/b", "es/404.html"), ("/fr/nothing/", "404.html"), ("/estoria/", "404.html")]:
        status, headers, body = get(path)
        assert status == 404 and body == (compressed / "Public" / page).read_bytes(), path
        assert headers["cache-control"] == "no-cache" and headers["x-content-type-options"] == "nosniff"
    shutil.rmtree(own.parent)


def test_what_is_not_there(compressed: Path, get: Get) -> None:
    page = (compressed / "Public/404.html").read_bytes()
    for path in ["/nothing/", "/nothing", "/assets/", "/assets/nothing.css", "/.git/config", "/_headers", "/_redirects", "/.limber-output"]:
        status, headers, body = get(path)
        assert (status, body) == (404, page), path
        assert headers["cache-control"] == "no-cache" and headers["content-type"].lower() == TYPES[".html"]
        assert headers["content-security-policy"] == "frame-ancestors 'none'"


def test_a_folder_without_its_slash_leads_to_it(compressed: Path, get: Get) -> None:
    folder = next(file.parent for file in published(compressed) if file.name == "index.html" and len(file.parts) > 2)
    status, headers, _ = get(f"/{folder}")
    assert status in (301, 308) and urlsplit(headers["location"]).path == f"/{folder}/"


def test_what_did_not_change_is_not_sent_again(get: Get) -> None:
    _, headers, _ = get("/")
    again = {"If_None_Match": headers["etag"]} if "etag" in headers else {"If_Modified_Since": headers["last-modified"]}
    status, headers, body = get("/", **again)
    assert (status, body) == (304, b"") and headers["cache-control"] == "no-cache"


def test_nothing_but_reading(get: Get) -> None:
    for method in ["PUT", "DELETE"]:
        assert get("/", method)[0] == 405


# What --precompress writes.


def test_copies_are_what_they_are_copies_of(compressed: Path) -> None:
    root = compressed / "Public"
    copies = sorted(root.rglob("*.gz"))
    assert len(copies) > 40
    for copy in copies:
        assert gzip.decompress(copy.read_bytes()) == copy.with_suffix("").read_bytes()
    for copy in sorted(root.rglob("*.br")):
        unpacked = subprocess.run(["brotli", "--decompress", "--stdout", copy], capture_output=True, check=True).stdout
        assert unpacked == copy.with_suffix("").read_bytes()
    assert {file.with_suffix("") for file in root.rglob("*.br")} == {file.with_suffix("") for file in copies}
    assert not list(root.rglob("*.png.gz")) + list(root.rglob("*.woff2.gz"))


def test_only_what_changed_is_compressed_again(limber: Path, compressed: Path, tmp_path: Path) -> None:
    source = tmp_path / "clinic"
    shutil.copytree(compressed, source, ignore=shutil.ignore_patterns("Public", ".limber"))
    assert "files new" in build(limber, source, "--precompress").stdout
    assert "no files new or changed" in build(limber, source, "--precompress").stdout
    root = source / "Public"
    before = {file: file.stat().st_ino for file in root.rglob("*.gz")}
    article = next((source / "Content/pages").glob("about.md"))
    article.write_text(article.read_text() + "\nOne more sentence for readers.\n")
    assert build(limber, source, "--precompress").returncode == 0
    after = {file: file.stat().st_ino for file in root.rglob("*.gz")}
    page = root / "about/index.html.gz"
    assert after[page] != before[page] and b"One more sentence" in gzip.decompress(page.read_bytes())
    assert sum(after.get(file) == before[file] for file in before) > len(before) / 2
    # Without the option they go, and nothing is in the way.
    run = build(limber, source)
    assert run.returncode == 0, run.stderr
    assert not list(root.rglob("*.gz")) + list(root.rglob("*.br"))


def test_a_program_that_is_missing_is_named(limber: Path, compressed: Path, tmp_path: Path) -> None:
    (tmp_path / "gzip").symlink_to(shutil.which("gzip"))
    command = [limber, "build", "--precompress", "--source", compressed]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": str(tmp_path)})
    assert (run.returncode, run.stderr) == (64, "limber: To compress the site, install `brotli`; it is not on this machine.\n")


# `_headers` and `_redirects`, by the rules that Netlify and Cloudflare Pages document.


def test_headers_by_the_rules_of_hosts(compressed: Path) -> None:
    """Cloudflare Pages: at most 100 rules, lines of at most 2,000 characters, one `*` in a path. Both: paths begin with `/`."""
    rules = 0
    for line in (compressed / "Public/_headers").read_text().splitlines():
        assert len(line) <= 2000
        if line.startswith("  "):
            name, colon, value = line.strip().partition(": ")
            assert colon and value and name.replace("-", "").isalpha()
        else:
            rules += 1
            assert line.startswith("/") and line.count("*") <= 1 and " " not in line
    assert 3 < rules <= 100


def test_redirects_by_the_rules_of_hosts(compressed: Path) -> None:
    """Cloudflare Pages: at most 2,000 rules, lines of at most 1,000 characters, `from to status`; Netlify: `301!` before what is there."""
    lines = (compressed / "Public/_redirects").read_text().splitlines()
    assert 0 < len(lines) <= 2000
    for first, second in zip(lines[::2], lines[1::2], strict=True):
        assert first == second + "!" and len(first) <= 1000
        *old, new, status = second.split(" ")
        assert old[0].startswith("/") and new.startswith("/") and status == "301"
        assert all("=" in pair for pair in old[1:])
