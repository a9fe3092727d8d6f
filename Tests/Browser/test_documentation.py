"""`docs/diagnostics.md` has every code, and its examples get the reports that it says they get."""

import html
import json
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

import pytest

from source_site import copy_source

REPOSITORY = Path(__file__).resolve().parents[2]
TODAY = "2026-11-22"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>\n'
FRONT_MATTER = {
    "title": "title: Snapping hip",
    "summary": "summary: A snap at the hip that can be heard or felt.",
    "signs": "signs: [outer-hip-pain]",
    "stretches": "stretches: []",
    "red-flags": "red-flags: []",
}


@dataclass(frozen=True)
class Example:
    """A row of a table: the code, and text to try unless the cell is in words."""

    section: str
    code: str
    wrong: str | None
    right: str | None


def _text(cell: str) -> str | None:
    lines = cell.split("<br>")
    if not all(len(line) > 2 and line[0] == line[-1] == "`" and "`" not in line[1:-1] for line in lines):
        return None
    return "\n".join(line[1:-1].rstrip().replace(r"\|", "|") for line in lines)


def read_examples() -> list[Example]:
    section, examples = "", []
    for line in (REPOSITORY / "docs/diagnostics.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:]
        elif line.startswith("| `"):
            code, _, wrong, right = (cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1])
            examples.append(Example(section, code.strip("`"), _text(wrong), _text(right)))
    return examples


EXAMPLES = read_examples()


def test_every_code_has_one_line() -> None:
    declared = set()
    for file in (REPOSITORY / "Sources").rglob("DiagnosticCode+*.swift"):
        declared |= set(re.findall(r'DiagnosticCode = "([^"]+)"', file.read_text(encoding="utf-8")))
    documented = [example.code for example in EXAMPLES]
    assert declared - set(documented) == set(), "not in docs/diagnostics.md"
    assert set(documented) - declared == set(), "in docs/diagnostics.md, but no code"
    assert sorted(documented) == sorted(set(documented))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the site with an article, a draft and a picture for the examples."""
    copy_source(REPOSITORY, tmp_path)
    causes = tmp_path / "Content/causes"
    (causes / "hip.svg").write_text(DRAWING)
    (causes / "still-a-draft.md").write_text("---\ntitle: Draft\nsummary: Not yet.\ndraft: true\n---\n\n![Hip](hip.svg)\n")
    write_article(tmp_path, {}, "")
    return tmp_path


def write_article(source: Path, keys: dict[str, str], body: str) -> None:
    lines = "\n".join((keys if "title" in keys else FRONT_MATTER | keys).values())
    (source / "Content/causes/snapping-hip.md").write_text(f"---\n{lines}\n---\n\nA snap.\n\n{body}\n", encoding="utf-8")


def keys_of(text: str) -> dict[str, str]:
    """The lines by their key; a key that stands twice keeps both."""
    keys: dict[str, str] = {}
    for line in text.splitlines():
        key = line.split(":", 1)[0]
        keys[key] = f"{keys[key]}\n{line}" if key in keys else line
    return keys


def apply(example: Example, text: str, source: Path) -> None:
    """Puts an example into the site."""
    match example.section:
        case "An article's text" | "Its words":
            write_article(source, {}, text)
        case "Front matter" if text.startswith("easier"):
            stretch = source / "Content/stretches/leg-swings.md"
            kept = re.sub(r"(?m)^easier:\n(  .*\n)+", "", stretch.read_text(encoding="utf-8"))
            stretch.write_text(kept.replace("---\n", f"---\n{text}\n", 1), encoding="utf-8")
        case "Front matter":
            write_article(source, keys_of(text), "")
        case "The site's settings":
            settings = (source / "site.yaml").read_text(encoding="utf-8")
            key = text.split(":", 1)[0]
            # What `checker` names are the kinds that go.
            for gone in [key, "checker"] if key == "kinds" else [key]:
                settings = re.sub(rf"(?m)^{gone}:.*\n((  .*)?\n)*", "", settings)
            (source / "site.yaml").write_text(f"{settings}\n{text}\n", encoding="utf-8")
        case "Red flags":
            (source / "Content/red-flags.yaml").write_text(text, encoding="utf-8")
        case "References":
            (source / "Content/references.json").write_text(text, encoding="utf-8")
        case "Templates" if text.startswith("Templates/"):
            # The name of a file that nothing uses.
            (source / text).write_text("<p>A copy.</p>\n", encoding="utf-8")
        case "Templates":
            (source / "Templates/cause.mustache").write_text(text, encoding="utf-8")
        case other:
            pytest.fail(f"examples of the section {other} cannot be run")


def check(limber: Path, source: Path, *options: str, command: str = "check") -> list[dict]:
    run = subprocess.run(
        [limber, command, "--source", source, "--today", TODAY, "--format", "json", *options],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert run.returncode in {0, 1, 74}, run.stderr
    reports = [json.loads(line) for line in run.stdout.splitlines()]
    return [report for report in reports if "code" in report]


NOT_TEXT = {"Files and folders", "The symptom checker", "The output folder"}
RUN = [one for one in EXAMPLES if one.wrong and one.section not in NOT_TEXT]


@pytest.mark.parametrize("example", RUN, ids=lambda example: example.code)
def test_example(example: Example, source: Path, limber: Path) -> None:
    apply(example, example.wrong or "", source)
    reports = check(limber, source)
    assert example.code in {report["code"] for report in reports}, reports
    says_warning = "A warning" in next(
        line for line in (REPOSITORY / "docs/diagnostics.md").read_text().splitlines() if line.startswith(f"| `{example.code}` ")
    )
    severity = {report["severity"] for report in reports if report["code"] == example.code}
    assert severity == {"warning" if says_warning else "error"}
    if example.right:
        apply(example, example.right, source)
        assert example.code not in {report["code"] for report in check(limber, source)}


def _large_summary(source: Path) -> None:
    write_article(source, {"summary": "summary: " + "long " * 60}, "")


def _rename(old: str, new: str):
    return lambda source: (source / old).rename(source / new)


def _write(name: str, content: bytes):
    def write(source: Path) -> None:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(content)

    return write


def _both(*steps):
    def run(source: Path) -> None:
        for step in steps:
            step(source)

    return run


ARTICLE = "\n".join(["---", *FRONT_MATTER.values(), "---", "", "Text.", ""]).encode()
IN_WORDS = {
    "bad-character": lambda source: write_article(source, {}, "Rest \x07 now."),
    "too-complex": lambda source: write_article(source, {}, "![Hip](hip.svg) " * 2_000),
    "article-too-large": lambda source: write_article(source, {}, "word " * 400_000),
    "yaml-too-large": lambda source: write_article(source, {"order": "order: " + "[" * 100 + "]" * 100}, ""),
    "text-too-long": _large_summary,
    "missing-folder": _rename("Templates", "Layouts"),
    "missing-file": _rename("site.yaml", "site.yml"),
    "symbolic-link": lambda source: (source / "Content/causes/link.md").symlink_to("snapping-hip.md"),
    "not-a-file": lambda source: os.mkfifo(source / "Content/causes/pipe"),
    "unused-file": _write("Content/causes/notes.txt", b"notes"),
    "bad-file": _both(
        _write("Content/causes/plan.pdf", b"PK\x03\x04"), lambda source: write_article(source, {}, "The [plan](plan.pdf).")
    ),
    "empty-file": _write("Content/causes/new.md", b""),
    "not-utf-8": _write("Content/causes/new.md", "Größe".encode("latin-1")),
    "front-matter-missing": _write("Content/causes/new.md", b"Text.\n"),
    "front-matter-unclosed": _write("Content/causes/new.md", b"---\ntitle: A\n"),
    "bad-file-name": _write("Content/causes/Snapping Hip.md", ARTICLE),
    "no-such-kind-folder": _write("Content/cause/snapping-hip.md", ARTICLE),
    "bad-address": _write("addresses.txt", b"/\nabout/\n"),
    "lost-address": _write("addresses.txt", b"/\n/signs/old-name/\n"),
    "duplicate-id": _both(_write("Content/causes/front/strain.md", ARTICLE), _write("Content/causes/back/strain.md", ARTICLE)),
    "template-nesting": _write("Templates/cause.mustache", b"{{#has-signs}}" * 1_000 + b"{{/has-signs}}" * 1_000),
    "missing-template": lambda source: (source / "Templates/cause.mustache").unlink(),
}


@pytest.mark.parametrize("code", IN_WORDS)
def test_example_in_words(code: str, source: Path, limber: Path) -> None:
    assert code not in {report["code"] for report in check(limber, source)}
    IN_WORDS[code](source)
    assert code in {report["code"] for report in check(limber, source)}


@pytest.mark.parametrize(
    ("code", "output"),
    [
        ("output-contains-source", "."),
        ("output-inside-source", "Content/out"),
        ("output-not-a-folder", "site.yaml"),
        ("output-not-ours", "Photographs"),
    ],
)
def test_output_folder(code: str, output: str, source: Path, limber: Path) -> None:
    (source / "Photographs").mkdir()
    (source / "Photographs/run.jpg").write_bytes(b"")
    reports = check(limber, source, "--output", str(source / output), command="build")
    assert [report["code"] for report in reports] == [code]


def test_first_report_is_real(source: Path, limber: Path) -> None:
    """The report that the documentation shows first, word for word."""
    lines = ["also-known-as: [coxa saltans]", "order: 20", "signs: [outer-hip-pian]", "stretches: [step-ups]", "stages: [1]"]
    write_article(source, keys_of("\n".join([FRONT_MATTER["title"], FRONT_MATTER["summary"], *lines])), "")
    run = subprocess.run([limber, "check", "--source", source, "--today", TODAY], capture_output=True, text=True)
    for document in ["docs/diagnostics.md", "README.md"]:
        assert run.stderr.split("\n\n")[0].strip() in html.unescape((REPOSITORY / document).read_text()), document


def blocks(document: str, language: str) -> list[str]:
    """The fenced blocks of one language, without the indentation of a list around them."""
    text = (REPOSITORY / document).read_text(encoding="utf-8")
    found = re.findall(rf"(?m)^( *)```{language}\n((?:.*\n)*?)\1```", text)
    return ["".join(line.removeprefix(indent) for line in body.splitlines(keepends=True)) for indent, body in found]


def test_writing_examples(source: Path, limber: Path) -> None:
    """The first article is flawless; so is one that holds every other example."""
    article, *fragments = blocks("docs/writing.md", "markdown")
    for name in ["leg-swing", "snapping-hip"]:
        (source / f"Content/causes/{name}.svg").write_text(DRAWING)
    (source / "Content/causes/snapping-hip.md").write_text(article, encoding="utf-8")
    reports = check(limber, source)
    assert {report["code"] for report in reports} <= {"unused-file"}, reports
    for ending in ["mp4", "vtt", "jpg"]:
        clip = REPOSITORY / f"Examples/knee-clinic/Content/exercises/wall-sit-video.{ending}"
        copyfile(clip, source / f"Content/causes/bridge.{ending}")
    whole = "\n".join([article, "A snap, with pictures. ![The hip](hip.svg)", "", *fragments])
    (source / "Content/causes/snapping-hip.md").write_text(whole, encoding="utf-8")
    assert len(fragments) >= 6
    assert check(limber, source) == []


def test_template_examples(source: Path, limber: Path) -> None:
    """The block and the kind that `docs/templates.md` adds, added."""
    place, fill, _, therapy = blocks("docs/templates.md", "mustache")
    _, kind = blocks("docs/templates.md", "yaml")
    (article,) = blocks("docs/templates.md", "markdown")
    write_article(source, {}, "![The hip](hip.svg)")
    layout, cause = source / "Templates/layout.mustache", source / "Templates/cause.mustache"
    footer = '<footer class="site-footer">'
    assert footer in layout.read_text()
    layout.write_text(layout.read_text().replace(footer, place + footer))
    cause.write_text(cause.read_text().rstrip().removesuffix("{{/layout}}") + fill + "{{/layout}}\n")
    settings = (source / "site.yaml").read_text().rstrip() + "\n" + kind
    (source / "site.yaml").write_text(settings.replace("navigation: [", "navigation: [therapies, "))
    (source / "Templates/therapy.mustache").write_text(therapy)
    (source / "Content/therapies").mkdir()
    (source / "Content/therapies/gait-training.md").write_text(article)
    # The site's other language has no words for the new kind.
    assert [one for one in check(limber, source, command="build") if one["code"] != "translation-missing"] == []
    page = (source / "Public/therapies/gait-training/index.html").read_text()
    assert "2–4" in page and "/causes/gluteal-tendinopathy/" in page
    assert "A physical therapist can examine you." in (source / "Public/causes/snapping-hip/index.html").read_text()
    assert "A physical therapist can examine you." not in page


def test_links_between_documents() -> None:
    for document in [REPOSITORY / "README.md", *(REPOSITORY / "docs").glob("*.md")]:
        text = re.sub(r"(?ms)^ *```.*?^ *```|`[^`]*`", "", document.read_text(encoding="utf-8"))
        for address in re.findall(r"\]\(([^)]+)\)", text):
            if not address.startswith("https://"):
                path, _, fragment = address.partition("#")
                target = (document.parent / path).resolve() if path else document
                assert target.exists(), f"{document.name}: {address}"
                if fragment:
                    headings = re.findall(r"(?m)^#+ (.+)$", target.read_text(encoding="utf-8"))
                    slugs = {re.sub(r"[^a-z0-9 _-]", "", heading.lower()).replace(" ", "-") for heading in headings}
                    assert fragment in slugs, f"{document.name}: {address}"
