"""Drawings keep their colours behind the headers that hosts are asked to send, in light and in dark.

A drawing changes its colours with a `<style>` of its own. The policy in `_headers` allows no such style; it governs
documents, and a drawing that an `<img>` shows is none. Where it is opened by itself, it stays in its light colours.
"""

import base64
import json
import os
import random
import re
import shutil
import struct
import subprocess
import zlib
from pathlib import Path
from xml.parsers import expat

import pytest
from playwright.sync_api import Browser

from browsers import firefox
from firefox import running
from published_site import PublishedSite
from site_server import read_headers
from waiting import until

REPOSITORY = Path(__file__).resolve().parents[2]


def drawings(site: PublishedSite) -> list[tuple[str, str]]:
    """A page with a drawing that has a style of its own, shown in full, and the drawing's address."""
    found = []
    # The same drawings in other words are on the pages of other languages.
    for page in site.shown_pages:
        if site.language(page):
            continue
        for address in re.findall(r'<figure[^>]*>\s*<img src="([^"]*\.svg)"', page.file.read_text("utf-8")):
            if "<style>" in site.file(address, page.url).read_text("utf-8"):
                found.append((page.url, address))
    return found


def grounds(drawing: str) -> dict[str, tuple[int, int, int]]:
    """The colour that the drawing's ground has in light, and the one in dark."""
    light = re.search(r'<rect class="panel" fill="#([0-9a-f]{6})"', drawing)
    dark = re.search(r"\.panel\{fill:#([0-9a-f]{6})\}", drawing)
    assert light and dark, "the drawing names no ground"
    return {scheme: tuple(bytes.fromhex(found[1])) for scheme, found in [("light", light), ("dark", dark)]}


def pixel(png: bytes, x: int, y: int) -> tuple[int, int, int]:
    """The colour at a place of a picture of 8 bits a channel (PNG, third edition, section 9)."""
    at, packed, width, channels = 8, b"", 0, 0
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, channels = struct.unpack(">I", body[:4])[0], {2: 3, 6: 4}[body[9]]
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    raw, stride, above = zlib.decompress(packed), width * channels, bytes(width * channels)
    for row in range(y + 1):
        start = row * (stride + 1)
        line = bytearray(raw[start + 1 : start + 1 + stride])
        for place in range(stride):
            left = line[place - channels] if place >= channels else 0
            corner = above[place - channels] if place >= channels else 0
            line[place] = (line[place] + predicted(raw[start], left, above[place], corner)) & 255
        above = bytes(line)
    return tuple(above[x * channels : x * channels + 3])


def predicted(filtering: int, left: int, up: int, corner: int) -> int:
    if filtering == 4:
        guess = left + up - corner
        return min((left, up, corner), key=lambda one: abs(guess - one))
    return [0, left, up, (left + up) // 2][filtering]


def test_headers_forbid_styles_in_pages(site: PublishedSite) -> None:
    """Or the tests below would show nothing."""
    headers = [value for _, rules in read_headers(site.folder / "_headers") for name, value in rules if name.endswith("Policy")]
    assert any("style-src 'self'" in value for value in headers) and not any("unsafe-inline" in value for value in headers)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_in_chromium(site: PublishedSite, origin: str, browser: Browser, scheme: str) -> None:
    found = drawings(site)
    assert found, "no page has a drawing with a style of its own"
    context = browser.new_context(color_scheme=scheme)
    tab = context.new_page()
    for url, address in found:
        tab.goto(origin + url)
        picture = tab.locator(f'img[src="{address}"]').first
        picture.scroll_into_view_if_needed()
        picture.evaluate("picture => picture.decode()")
        wanted = grounds(site.file(address, url).read_text("utf-8"))[scheme]
        box = picture.bounding_box()
        assert pixel(picture.screenshot(), 6, int(box["height"] // 2)) == wanted, f"{address} in {scheme}"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_in_firefox(site: PublishedSite, origin: str, scheme: str) -> None:
    """In a few pages of the site's own, so that drawings come with its headers. A drawing is dark where its page is."""
    program = firefox()
    assert program, "no Firefox is installed; `scripts/install test` installs it"
    with running(program, ui__systemUsesDarkTheme=int(scheme == "dark")) as browser:
        tab = browser.new_page()
        for url, address in drawings(site)[:3]:
            tab.goto(origin + url)
            left, top = tab.evaluate(PICTURE % json.dumps(f'img[src="{address}"]'))
            wanted = grounds(site.file(address, url).read_text("utf-8"))[scheme]
            # Decoded is not painted yet.
            until(lambda: pixel(tab.screenshot(), int(left) + 6, int(top)) == wanted, f"{address} in {scheme}")


def test_published_drawings_look_as_they_were_drawn(site: PublishedSite, browser: Browser) -> None:
    """They lose comments and spaces. Each is drawn once as it lies in the source folder, and once as it is published."""
    tab = browser.new_page(viewport={"width": 640, "height": 640})
    found = lighter = 0
    for published in sorted(site.folder.rglob("*.svg")):
        original = site.folder.parent / "Content" / published.relative_to(site.folder)
        if not original.exists():
            continue
        pictures = []
        for file in (original, published):
            data = base64.b64encode(file.read_bytes()).decode()
            tab.set_content(f'<img width="600" src="data:image/svg+xml;base64,{data}">')
            tab.locator("img").evaluate("picture => picture.decode()")
            pictures.append(tab.locator("img").screenshot())
        assert pictures[0] == pictures[1], published
        found += 1
        lighter += published.stat().st_size < original.stat().st_size
    tab.close()
    assert found > 20 and lighter, f"{found} drawings, {lighter} of them smaller"


# Where the left edge and the middle of a picture are in the viewport, once it is there and decoded.
PICTURE = """(async () => {
  const picture = document.querySelector(%s);
  picture.scrollIntoView({block: "center", behavior: "instant"});
  if (!picture.complete) await new Promise(done => picture.onload = done);
  await picture.decode().catch(() => picture.decode());
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const box = picture.getBoundingClientRect();
  return [box.left, box.top + box.height / 2];
})()"""


PIECES = [
    b"<", b">", b"/", b'"', b"'", b"&", b"&#0;", b"&#xD800;", b"&amp", b";", b"<!--", b"-->", b"--", b"]]>", b"<![CDATA[", b"<?x?>",
    b"<!DOCTYPE x>", b"=", b" ", b"\x00", b"\x0b", b"\xff", b"\xef\xbf\xbf", b"\xef\xbf\xbe", b"\xed\xa0\x80", b":", b"a:b", b"xml", b"1",
    b"-", b"\xc2\xa0", b"<g>", b"</g>", b"<g/>", b"<title>", b'xmlns=""', b" xmlns:a='b'", b" a='1'", b"&lt;", b"&#x1;", b"&#60;",
    b"\xc3\x97", b"\xcc\x81", b' id="x"id="y"', b"\xe2\x80\xa8", b"\xc2\x85", b"\xef\xbb\xbf", b" data-a:b='1'", b"&#xFFFE;",
]


def changed(chance: random.Random, drawing: bytes) -> bytes:
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        at = chance.randrange(len(drawing) + 1)
        end = at + chance.choice([0, 0, 0, 1, 1, 2, 5])
        drawing = drawing[:at] + chance.choice([*PIECES, b""]) + drawing[end:]
    return drawing


def test_accepted_drawings_are_xml(limber: Path, tmp_path: Path) -> None:
    """Whatever Limber's own reader lets through, expat reads, too: 2,000 drawings, each with a few bytes changed."""
    seed = int.from_bytes(os.urandom(4))
    chance = random.Random(seed)
    source = tmp_path / "site"
    shutil.copytree(REPOSITORY / "Examples/starter", source, ignore=shutil.ignore_patterns("Public", ".limber"))
    models = [path.read_bytes() for path in source.glob("Content/**/*.svg")]
    models.append(b"<svg viewBox='0 0 9 9'><g><title>a</title><text x='1'>b &amp; c</text></g><!-- c --></svg>")
    drawings = {f"m{number}.svg": changed(chance, chance.choice(models)) for number in range(2000)}
    for name, drawing in drawings.items():
        (source / "Content/pages" / name).write_bytes(drawing)
    shown = "\n\n".join(f"![Drawing {name}]({name})" for name in drawings)
    (source / "Content/pages/drawings.md").write_text(f"---\ntitle: Drawings\nsummary: About them.\n---\n{shown}\n")
    run = subprocess.run([limber, "check", "--source", source, "--format", "json"], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    faults = [json.loads(line) for line in run.stdout.split("\n")[:-1]]
    refused = {Path(fault["file"]).name for fault in faults if fault.get("severity") == "error"}
    accepted = {name: drawing for name, drawing in drawings.items() if name not in refused}
    for name, drawing in accepted.items():
        try:
            expat.ParserCreate(namespace_separator=" ").Parse(drawing, True)
        except expat.ExpatError as fault:
            pytest.fail(f"seed {seed}, {name}: {fault}: {drawing!r}")
    print(f"test_accepted_drawings_are_xml: seed {seed}, {len(accepted)} of {len(drawings)} accepted, all of them XML")
    assert len(accepted) > 50


# Where each text of a drawing ends beside its frame or the drawing, or lies on another one.
CROWDED = """() => {
  const svg = document.querySelector('svg'), box = svg.viewBox.baseVal, place = svg.getBoundingClientRect(), unit = box.width / place.width;
  const frames = (svg.dataset.frames || '').split(',').filter(Boolean).map((frame) => frame.trim().split(/\\s+/).map(Number));
  const texts = [...svg.querySelectorAll('text')].map((text) => {
    const at = text.getBoundingClientRect();
    return { words: text.textContent, left: (at.x - place.x) * unit, top: (at.y - place.y) * unit, right: (at.right - place.x) * unit, bottom: (at.bottom - place.y) * unit };
  });
  const found = [];
  for (const [number, text] of texts.entries()) {
    if (text.left < 0 || text.right > box.width || text.top < 0 || text.bottom > box.height) found.push(`${text.words}: leaves the drawing`);
    for (const [x, y, width, height] of frames)
      if (text.left >= x - 1 && text.left < x + width && text.top >= y - 1 && text.top < y + height && text.right > x + width) found.push(`${text.words}: leaves its frame`);
    for (const other of texts.slice(number + 1))
      if (Math.min(text.right, other.right) - Math.max(text.left, other.left) > 1 && Math.min(text.bottom, other.bottom) - Math.max(text.top, other.top) > 6) found.push(`${text.words}: lies on ${other.words}`);
  }
  return found;
}"""


@pytest.mark.parametrize("font", ["DejaVu Sans", "Liberation Sans"])
def test_words_fit(any_site: PublishedSite, browser: Browser, font: str) -> None:
    """In every language, in the widest font that a reader may have as in a usual one."""
    tab = browser.new_page(viewport={"width": 800, "height": 1400})
    found = []
    for drawing in sorted(any_site.folder.rglob("*.svg")):
        text = drawing.read_text("utf-8")
        text = re.sub(r'font-family="[^"]*"', f'font-family="{font}"', text[text.index("<svg") :])
        tab.set_content(f"<style>body {{ margin: 0 }} svg {{ width: 720px; height: auto }}</style>{text}")
        found += [f"{drawing.relative_to(any_site.folder)}: {one}" for one in tab.evaluate(CROWDED)]
    tab.close()
    assert not found, "\n".join(found)


def test_labels_begin_in_the_close_up(site: PublishedSite) -> None:
    """What a label names is in the circle: the dot at which its line begins is not on the rim, and not beside it."""
    found, seen = [], 0
    for drawing in sorted(site.folder.glob("causes/*.svg")):
        text = drawing.read_text("utf-8")
        closeups = re.findall(r'<g transform="translate\(([\d.]+)[ ,]([\d.]+)\)"[^>]*>\s*<circle class="body"[^>]* r="([\d.]+)"', text)
        circles = [tuple(map(float, circle)) for circle in closeups]
        for dot in re.findall(r'<circle [^>]*cx="([\d.]+)" cy="([\d.]+)" r="3.5"', text):
            x, y = map(float, dot)
            seen += 1
            if not any((x - left) ** 2 + (y - top) ** 2 < (radius - 4) ** 2 for left, top, radius in circles):
                found.append(f"{drawing.name}: a label begins at {x}, {y}, outside of {circles}")
    assert seen > 40
    assert not found, "\n".join(found)
