"""The starter's site with one hostile text in it, at one of its places. What a place shows is shown in text and in attributes."""

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from payloads import KINDS

REPOSITORY = Path(__file__).resolve().parents[2]
STARTER = REPOSITORY / "Examples/starter"
TODAY = "2026-11-28"

TEMPLATE = """{{{body}}}
{{#words}}<p title="{{words}}">{{words}}</p>{{/words}}
{{{note}}}
{{#link}}<p><a href="{{link}}">{{link}}</a></p>{{/link}}
{{#photo}}<img src="{{url}}" alt="{{alt}}">{{/photo}}
{{#has-changes}}{{#changes}}<p title="{{text}}">{{text}}</p>{{/changes}}{{/has-changes}}
{{#review}}{{#is-approved}}<p>By {{reviewer}}, {{author}}</p>{{/is-approved}}{{/review}}
<p title="{{site.params.attacked}}">{{site.params.attacked}}</p>
{{#has-references}}{{#references}}<p id="{{id}}">{{{text}}}{{#link}} <a href="{{link}}">{{link}}</a>{{/link}} <a href="#{{back}}">back</a></p>{{/references}}{{/has-references}}
"""
FIELDS = "link: {type: url}\n      words: {type: text}\n      note: {type: markdown}\n      photo: {type: image}\n      shows:"
MAP = """<svg viewBox="0 0 9 9" role="img" aria-label="Who">@
<g data-answer="child"><rect width="4" height="9"/></g><g data-answer="adult"><rect x="5" width="4" height="9"/></g></svg>"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">@<rect width="9" height="9"/></svg>'
# Keys of the article's front matter that hold a text.
FRONT = {"title", "summary", "words", "note", "link"}
SETTINGS = {
    "site-name": ("name: Your Clinic", "name: @"),
    "site-description": ("description: Plain-language help for people in pain, and when to be seen.", "description: @"),
    "param": ("attacked: nobody", "attacked: @"),
    "kind-title": ("title: Questions", "title: @"),
    "kind-summary": ("summary: Short answers to what people ask most.", "summary: @"),
    "phone": ("phone: +1 555 0100", "phone: @"),
    "street": ("street: 1 Main Street", "street: @"),
    "booking": ("booking-url: https://booking.example/", "booking-url: @"),
}
CHECKER = "Content/symptom-checker/knee-pain.yaml"
REPLACED = {
    "flag": ("Content/red-flags.yaml", '"A calf that is newly swollen, warm, red or sore"'),
    "why": ("Content/red-flags.yaml", '"A swollen calf: a blood clot has to be ruled out. Say if you have traveled far, lain still or had an operation."'),
    "care": ("Content/symptom-checker/care-levels.yaml", '"Call your local emergency number or go to an emergency department now"'),
    "question": (CHECKER, "Who has the pain?"),
    "answer": (CHECKER, "A child or teen"),
}


@dataclass
class Attack:
    """One payload, and what became of it."""

    number: int
    kind: str
    place: str
    text: str
    # Whether `markdown: {raw-html: true}` stands in the settings.
    raw: bool
    # The output folder, where it was published.
    published: Path | None = None
    # Whether raw HTML made no difference to what was published, so that one visit is enough.
    is_same: bool = False
    # What the build said, where it was refused.
    faults: list[dict] = field(default_factory=list)

    @property
    def token(self) -> str:
        """The name that the script would set in the window."""
        return f"p{self.number}z"

    def __str__(self) -> str:
        return f"{self.number} ({self.kind}, raw-html {self.raw}): {self.text!r}"


def attacks(attacker: str) -> list[Attack]:
    """Every payload, without and with raw HTML; `attacker` is the origin that nothing may be asked of."""
    found, number = [], 0
    for kind, (place, variants) in KINDS.items():
        for variant in variants:
            number += 1
            text = variant.replace("@J", f"top.p{number}z=1").replace("@T", f"p{number}z").replace("@A", f"{attacker}/p{number}z")
            found += [Attack(number, kind, place, text, raw) for raw in (False, True)]
    return found


def write(attack: Attack, source: Path) -> None:
    """The site with the payload in it, at `source`."""
    shutil.copytree(STARTER, source, ignore=shutil.ignore_patterns("Public", ".limber"))
    text, place = attack.text, attack.place
    quoted = json.dumps(text)
    front: dict[str, object] = {"title": "Target", "summary": "A page under attack.", "redirect-from": ["/old/"], "words": "Words", "note": "A *note*."}
    front |= {"review": {"status": "pending"}, "changes": [{"date": "2026-11-01", "text": "New"}], "photo": {"file": "map.svg", "alt": "A square"}}
    body = "See [the map](about.md) [@work].\n\n"
    settings = (source / "site.yaml").read_text() + f"\nmarkdown: {{raw-html: {str(attack.raw).lower()}}}\nparams: {{attacked: nobody}}\n"
    settings += 'clinic: {phone: +1 555 0100, booking-url: https://booking.example/, address: {street: 1 Main Street, city: Springfield, country: US}}\n'
    assert settings.count("\n      shows:") == 1
    settings = settings.replace("\n      shows:", f"\n      {FIELDS}")
    work = {"id": "work", "type": "article-journal", "title": "A title", "author": [{"family": "A", "given": "B"}], "issued": {"date-parts": [[2020]]}}
    drawing, checker_map = DRAWING.replace("@", ""), MAP.replace("@", "")
    change(source / "Templates/page.mustache", "{{{body}}}", TEMPLATE)
    change(source / CHECKER, "    ask: Who has the pain?", "    picture: map\n    ask: Who has the pain?")
    if place == "body":
        body += text + "\n"
    elif place in FRONT:
        front[place] = text
    elif place == "name":
        front["also-known-as"] = [text]
    elif place == "review":
        front["review"] = {"status": "approved", "author": text, "reviewer": f"Another {text}", "reviewed": "2026-11-01", "due": "2027-11-01"}
    elif place == "change":
        front["changes"] = [{"date": "2026-11-01", "text": text}]
    elif place == "alt":
        front["photo"] = {"file": "map.svg", "alt": text}
    elif place == "redirect":
        front["redirect-from"] = [text]
    elif place == "work":
        work |= {"title": text, "container-title": text, "author": [{"family": text, "given": text}], "note": text}
    elif place == "work-url":
        work |= {"URL": text, "DOI": text}
    elif place in SETTINGS:
        old, new = SETTINGS[place]
        assert old in settings
        settings = settings.replace(old, new.replace("@", quoted), 1)
    elif place in REPLACED:
        file, old = REPLACED[place]
        change(source / file, old, quoted)
    elif place == "advice":
        (source / "Content/symptom-checker/advice/rest.md").write_text(f"Rest. {text}\n")
    elif place == "map":
        checker_map = MAP.replace("@", text)
    elif place == "drawing":
        drawing = DRAWING.replace("@", text)
    elif place == "drawing-file":
        drawing = text
    elif place == "download":
        ending, _, content = text.partition(":")
        (source / f"Content/pages/{attack.token}.{ending}").write_text(content)
        body += f"[The plan to download]({attack.token}.{ending})\n"
    else:
        raise ValueError(place)
    (source / "site.yaml").write_text(settings)
    (source / "Content/references.json").write_text(json.dumps([work]))
    (source / "Content/pages/map.svg").write_text(drawing)
    (source / "Content/symptom-checker/map.svg").write_text(checker_map)
    emergency = "> [!EMERGENCY]\n> You cannot stand.\n\n"
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
    (source / "Content/pages/target.md").write_text(f"---\n{lines}---\n\n{emergency}{body}")


def change(file: Path, old: str, new: str) -> None:
    """Puts one text in the place of another, which has to be there."""
    text = file.read_text()
    assert old in text, f"{file} has no {old}"
    file.write_text(text.replace(old, new, 1))


def build(limber: Path, attack: Attack, folder: Path) -> None:
    """Builds the site of an attack below `folder`, and says in it what became of it."""
    source = folder / f"s{attack.number}-{int(attack.raw)}"
    write(attack, source)
    command = [limber, "build", "--source", source, "--format", "json", "--today", TODAY, "--jobs", "1"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    lines = [json.loads(line) for line in run.stdout.split("\n") if line]
    faults = [line for line in lines if line.get("severity") == "error"]
    assert run.returncode in {0, 1}, f"{attack}: status {run.returncode}: {run.stderr}"
    if run.returncode == 0:
        attack.published = source / "Public"
        return
    assert faults, f"{attack}: refused without an error"
    for fault in faults:
        # Of a download, the whole file is at fault.
        assert fault["file"] and (fault["line"] or attack.place == "download"), f"{attack}: refused without a place: {fault}"
        assert (source / fault["file"]).exists(), f"{attack}: refused at a file that is not there: {fault}"
    assert not (source / "Public/index.html").exists(), f"{attack}: refused, and published"
    attack.faults = faults


def publish_the_same(one: Attack, other: Attack) -> bool:
    """Whether both were published, every file with the same bytes."""
    if one.published is None or other.published is None:
        return False
    found = [{path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()} for site in (one.published, other.published)]
    return found[0] == found[1]
