"""The shapes of site that are measured: what each adds to the clinic's site, so often."""

import json
import random
import struct
import subprocess
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from limber_site import write
from vocabulary import Vocabulary

TODAY = "2026-01-01"


@dataclass
class Shape:
    """A name, the smallest size n, what writes `count` of it, and what is done with the site."""

    name: str
    count: int
    write: Callable[[Path, int], None]
    action: str = "build"
    # The plain shape whose cost it is held against.
    beside: str = "plain articles"
    # Whether its cost is counted by files rather than bytes.
    by_files: bool = False

    @property
    def statuses(self) -> tuple[int, ...]:
        """Broken sites end with 1, which is what is measured of them."""
        return (0,) if self.action in ("build", "serve", "text", "github", "json") else (0, 1)

    def command(self, limber: Path, site: Path, output: Path) -> list[str]:
        """The command line for the site."""
        if self.action == "diff":
            return [str(limber), "diff", "HEAD", "--source", str(site), "--today", TODAY]
        places = ["--source", str(site), "--today", TODAY, "--jobs", "2"]
        if self.action == "check":
            return [str(limber), "check", *places, "--format", "json"]
        reporting = {"build": ["--quiet"], "text": [], "json": ["--format", "json"], "github": ["--format", "github"]}
        return [str(limber), "build", *places, "--output", str(output), *reporting[self.action]]


def _article(site: Path, folder: str, name: str, title: str, body: str, *keys: str) -> None:
    flags = ["red-flags: []"] if folder in ("causes", "signs") and not any(key.startswith("red-flags") for key in keys) else []
    lines = [f"title: {title}", f"summary: What to know about {title.lower()}.", *flags, *keys, "review: {status: pending}"]
    write(site / "Content" / folder / f"{name}.md", "---\n" + "\n".join(lines) + "\n---\n\n" + body + "\n")


def _text(number: int, length: int) -> str:
    """Prose of about `length` bytes in paragraphs."""
    chance = random.Random(number)
    parts, size = [], 0
    while size < length:
        paragraph = " ".join(VOCABULARY.sentence(chance) for _ in range(4))
        parts.append(paragraph)
        size += len(paragraph) + 2
    return "\n\n".join(parts)


VOCABULARY = Vocabulary("many", Path())


def _name(number: int, count: int = 3) -> str:
    """A title of words that no other has in this order."""
    words = VOCABULARY.words
    return " ".join(
        [words[number % len(words)], words[number // len(words) % len(words)], words[number * 7 % len(words)]][:count]
    ).capitalize()


def _plain(site: Path, count: int, length: int = 4_500) -> None:
    for number in range(count):
        body = f"{_text(number, length)}\n\nSee [the next one](sign:plain-{(number + 1) % count})."
        _article(site, "signs", f"plain-{number}", _name(number), body)


def _tiny(site: Path, count: int) -> None:
    _plain(site, count, 100)


def _huge(site: Path, count: int) -> None:
    _plain(site, count, 900_000)


def _hub(site: Path, count: int) -> None:
    _article(site, "signs", "hub", "The middle of it", "All lead here.")
    for number in range(count):
        _article(site, "signs", f"spoke-{number}", _name(number), f"{_text(number, 300)}\n\nSee [the middle](sign:hub).")


def _titles(site: Path, count: int) -> None:
    """Titles of a few words, so that each word begins hundreds of them and texts are full of half of one."""
    chance = random.Random(1)
    few = VOCABULARY.words[:14]
    for number in range(count):
        title = " ".join(chance.choice(few) for _ in range(4)).capitalize()
        words = " ".join(chance.choice(few) for _ in range(200))
        body = "\n\n".join(f"{words[start:start + 60].strip().capitalize()}." for start in range(0, len(words) - 60, 60))
        _article(site, "signs", f"title-{number}", f"{title} {number % 997}", body)


def _png(number: int) -> bytes:
    """A picture of 40 by 40 points that cannot be pressed together, about 5 KB."""
    rows = b"".join(b"\0" + random.Random(number * 41 + row).randbytes(120) for row in range(40))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 40, 40, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def _pictures(site: Path, count: int) -> None:
    for number in range(count):
        path = site / "Content" / "signs" / f"picture-{number}.png"
        path.write_bytes(_png(number))
    for number in range(0, count, 10):
        shown = "\n\n".join(
            f"![A sore hip, view {one}](picture-{one}.png)" for one in range(number, min(number + 10, count))
        )
        _article(site, "signs", f"shown-{number}", _name(number), f"{_text(number, 500)}\n\n{shown}")


def _drawings(site: Path, count: int) -> None:
    """In one article, each with words that its text does not have."""
    for number in range(count):
        words = " ".join(VOCABULARY.words[(number + one * 7) % 3000] for one in range(6))
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>{words}</text></svg>'
        write(site / "Content" / "signs" / f"drawing-{number}.svg", drawing)
    shown = "\n\n".join(f"{_text(number, 300)}\n\n![A sore hip, view {number}](drawing-{number}.svg)" for number in range(count))
    _article(site, "signs", "drawn", _name(0), shown)


def _rules(site: Path, count: int) -> None:
    """Rules of the stylesheet that hide something."""
    path = site / "Templates" / "assets" / "site.css"
    rules = "\n".join(f".page-{number} .part-{number % 40} {{ display: none }}" for number in range(count))
    path.write_text(path.read_text(encoding="utf-8") + rules, encoding="utf-8")


def _redirects(site: Path, count: int) -> None:
    for number in range(0, count, 10):
        old = ", ".join(f"/old/{one}/" for one in range(number, number + 10))
        _article(site, "signs", f"moved-{number}", _name(number), _text(number, 500), f"redirect-from: [{old}]")


def _works(site: Path, count: int) -> None:
    path = site / "Content" / "references.json"
    works = json.loads(path.read_text(encoding="utf-8"))
    for number in range(count):
        works.append(
            {
                "id": f"work{number}", "type": "article-journal", "title": f"{_name(number)} in runners",
                "author": [{"family": "Example", "given": "A"}], "container-title": "Journal of Examples",
                "issued": {"date-parts": [[2000 + number % 25]]}, "volume": "3", "page": "1-9",
            }
        )
    path.write_text(json.dumps(works, indent=2), encoding="utf-8")
    for number in range(0, count, 10):
        cited = "\n\n".join(f"{_name(one)} it is [@work{one}]." for one in range(number, min(number + 10, count)))
        _article(site, "signs", f"citing-{number}", _name(number), cited)


def _relations(site: Path, count: int) -> None:
    """Two hundred relations each, all to articles behind it, so that no pair is declared twice."""
    total = max(count, 402)
    for number in range(total):
        others = ", ".join(f"related-{(number + step) % total}" for step in range(1, 201))
        relation = [f"see-also: [{others}]"] if number < count else []
        _article(site, "signs", f"related-{number}", _name(number), _text(number, 500), *relation)


def _jargon(site: Path, count: int) -> None:
    settings = site / "site.yaml"
    words = [f"{VOCABULARY.words[one % 3000]}{VOCABULARY.words[one // 3000 + one % 50]}itis" for one in range(count)]
    text = settings.read_text(encoding="utf-8")
    start = text.index("  jargon:")
    end = text.index("]", start) + 1
    settings.write_text(text[:start] + f"  jargon: [{', '.join(dict.fromkeys(words))}]" + text[end:], encoding="utf-8")
    for number in range(0, count, 10):
        used = " ".join(words[number:number + 10])
        _article(site, "signs", f"word-{number}", _name(number), f"{_text(number, 2_000)}\n\nIt says {used} here.")


def _broken(one: Callable[[int], str], keys: Callable[[list[int]], list[str]] = lambda _: []) -> Callable[[Path, int], None]:
    """A hundred broken things for each article, no two alike."""

    def write_site(site: Path, count: int) -> None:
        _plain(site, max(10, count // 10), 300)
        for number in range(0, count, 100):
            places = list(range(number, min(number + 100, count)))
            body = "\n\n".join(one(place) for place in places)
            _article(site, "signs", f"broken-{number}", _name(number), body or "Some words.", *keys(places))

    return write_site


def _missing(number: int) -> str:
    """A name that is like others of the site and none of them."""
    return f"plian-{number * 13 % 99_991}"


def _warned(site: Path, count: int) -> None:
    for number in range(0, count, 80):
        body = "\n\n".join(f"It cures the {VOCABULARY.words[one % 3000]} of many." for one in range(min(80, count - number)))
        _article(site, "signs", f"warned-{number}", _name(number), body)


def commit(site: Path) -> None:
    """Makes the site a repository whose only commit has it as it is."""
    git = ["git", "-C", str(site), "-c", "user.name=Bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "Before"]):
        subprocess.run([*git, *command], check=True, capture_output=True)


def _changed(site: Path, count: int) -> None:
    """All articles have changed since the last commit."""
    _plain(site, count, 1_500)
    commit(site)
    for path in (site / "Content" / "signs").glob("plain-*.md"):
        path.write_text(path.read_text(encoding="utf-8") + "\nCall us today if it gets worse.\n", encoding="utf-8")


def _boxes(site: Path, count: int) -> None:
    """One article with many boxes, each of which was reworded since the last commit."""
    body = "\n\n".join(f"> [!WARNING]\n> See a doctor if number {one} gets worse." for one in range(count))
    _article(site, "signs", "boxes", "So many boxes", body)
    commit(site)
    path = site / "Content" / "signs" / "boxes.md"
    path.write_text(path.read_text(encoding="utf-8").replace("See a doctor", "Call us"), encoding="utf-8")


def _translated(line: str, other: str) -> Callable[[Path, int], None]:
    """One article with so many lines, and its translation, which is held against it line by line."""

    def write_site(site: Path, count: int) -> None:
        for suffix, text in (("", line), (".es", other)):
            body = "\n\n".join(text.format(n=one) for one in range(count))
            _article(site, "signs", f"translated{suffix}", "Held against another", body)

    return write_site


def _keys(places: list[int]) -> list[str]:
    return [f"sumary{place}: x" for place in places]


def _keys_of_one(site: Path, count: int) -> None:
    _article(site, "signs", "misspelt", _name(0), "Words.", *_keys(list(range(count))))


SHAPES = [
    Shape("plain articles", 2_500, _plain),
    Shape("plain articles, check", 2_500, _plain, "check"),
    Shape("plain articles, preview's start", 1_000, _plain, "serve"),
    Shape("a hub, preview's start", 1_000, _hub, "serve"),
    Shape("articles of 300 bytes", 2_500, _tiny, by_files=True),
    Shape("articles of 900 KB", 4, _huge),
    Shape("a hub that 10,000 link to", 2_500, _hub),
    Shape("a list of 40,000", 10_000, _tiny, by_files=True),
    Shape("titles that share words", 1_250, _titles),
    Shape("pictures", 1_250, _pictures),
    Shape("redirects", 5_000, _redirects, by_files=True),
    Shape("works", 2_500, _works),
    Shape("200 relations each", 400, _relations),
    Shape("words of jargon", 1_250, _jargon),
    Shape("broken links", 2_500, _broken(lambda n: f"See [it](sign:{_missing(n)})."), "check"),
    Shape("broken relations", 2_500, _broken(lambda n: "Words.", lambda p: [f"see-also: [{', '.join(map(_missing, p))}]"]), "check"),
    Shape("broken fragments", 2_500, _broken(lambda n: f"## Part {n}\n\nSee [it](#prat-{n})."), "check"),
    Shape("broken citations", 2_500, _broken(lambda n: f"So it is [@grimadli{n}]."), "check"),
    Shape("unknown names of front matter", 2_500, _broken(lambda n: "Words.", _keys), "check"),
    Shape("unknown names of one article", 2_500, _keys_of_one, "check"),
    Shape("drawings of one article", 500, _drawings, "check", by_files=True),
    Shape("rules that hide", 2_500, _rules, "check"),
    Shape("warnings as text", 12_500, _warned, "text"),
    Shape("warnings as JSON", 12_500, _warned, "json"),
    Shape("warnings as annotations", 12_500, _warned, "github"),
    Shape("numbers of a translation", 10_000, _translated("Number {n}.", "Number {n}."), "check"),
    Shape("other numbers in a translation", 10_000, _translated("Number {n}.", "Number 7{n}."), "check"),
    Shape("paragraphs of a translation", 1_000, _translated("It may hurt more at night, at {n}.", "Puede doler más de noche, a las {n}."), "check"),
    Shape("paragraphs left in English", 1_000, _translated("It may hurt more at night, at {n}.", "It may hurt more at night, at {n}."), "check"),
    Shape("diff of changed articles", 625, _changed, "diff"),
    Shape("diff of changed boxes", 1_000, _boxes, "diff"),
]
for _shape in SHAPES:
    if _shape.action in ("check", "serve"):
        _shape.beside = "plain articles, check" if _shape.action == "check" else "plain articles, preview's start"
