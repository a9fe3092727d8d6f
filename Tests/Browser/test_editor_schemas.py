"""The schemas that `limber schema` makes for editors take the real files, and refuse these files broken."""

import copy
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from source_site import copy_source

REPOSITORY = Path(__file__).resolve().parents[2]
CHECKER = "Content/symptom-checker"


class Reader(yaml.SafeLoader):
    """YAML as editors read it for a schema: days stay texts, and `on`, `off`, `yes` and `no` are no booleans."""


Reader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in pairs if tag not in {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}]
    for key, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Reader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def read(path: Path) -> Any:
    """A YAML file, or the front matter of an article."""
    text = path.read_text(encoding="utf-8")
    return yaml.load(text.split("---\n")[1] if path.suffix == ".md" else text, Loader=Reader)


def files() -> list[tuple[str, Path]]:
    """Each file with the name of its schema."""
    kinds = read(REPOSITORY / "site.yaml")["kinds"]
    articles = [
        # A name with two endings is that of a translation.
        (f"translation-{name}" if "." in path.stem else f"front-matter-{name}", path)
        for name, kind in kinds.items()
        for path in sorted((REPOSITORY / "Content" / kind["folder"]).rglob("*.md"))
    ]
    return articles + [
        ("site", REPOSITORY / "site.yaml"),
        ("red-flags", REPOSITORY / "Content/red-flags.yaml"),
        ("care-levels", REPOSITORY / CHECKER / "care-levels.yaml"),
        ("vignettes", REPOSITORY / CHECKER / "hip-pain.vignettes.yaml"),
        ("checker", REPOSITORY / CHECKER / "hip-pain.yaml"),
        ("site-translation", REPOSITORY / "site.es.yaml"),
        ("red-flags-translation", REPOSITORY / "Content/red-flags.es.yaml"),
        ("care-levels-translation", REPOSITORY / CHECKER / "care-levels.es.yaml"),
        ("checker-translation", REPOSITORY / CHECKER / "hip-pain.es.yaml"),
    ]


FILES = files()


@pytest.fixture(scope="module")
def validators(limber: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Draft202012Validator]:
    """The schemas by name, as `limber schema all` writes them."""
    source = tmp_path_factory.mktemp("schemas")
    copy_source(REPOSITORY, source)
    subprocess.run([limber, "schema", "all", "--source", source], check=True, capture_output=True, timeout=300)
    found = {}
    for path in (source / ".limber/schemas").iterdir():
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        found[path.name.removesuffix(".schema.json")] = Draft202012Validator(schema)
    return found


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda value: value.name if isinstance(value, Path) else value)
def test_the_real_file_keeps_to_its_schema(name: str, path: Path, validators: dict[str, Draft202012Validator]) -> None:
    errors = [f"{error.json_path}: {error.message[:200]}" for error in validators[name].iter_errors(read(path))]
    assert not errors, "\n".join(errors)


def change(*path: str | int, to: object) -> Callable[[Any], None]:
    def run(value: Any) -> None:
        for key in path[:-1]:
            value = value[key]
        value[path[-1]] = to

    return run


def remove(*path: str | int) -> Callable[[Any], None]:
    def run(value: Any) -> None:
        for key in path[:-1]:
            value = value[key]
        del value[path[-1]]

    return run


CAUSE = "front-matter-cause"
WORDS = "translation-cause"
BROKEN: list[tuple[str, Callable[[Any], None]]] = [
    (CAUSE, change("titel", to="Slip")),
    (CAUSE, remove("title")),
    (CAUSE, change("summary", to="a" * 201)),
    (CAUSE, change("signs", to=["outer-hip-pian"])),
    (CAUSE, change("stretches", to="step-ups")),
    (CAUSE, change("red-flags", to=["rf-nothing"])),
    (CAUSE, change("updated", to="2026-13-01")),
    (CAUSE, change("draft", to="yes")),
    (CAUSE, change("review", to={"status": "approved"})),
    (CAUSE, change("writing", to={"long-sentense": False})),
    (CAUSE, change("writing", to={"long-sentence": "off"})),
    ("site", change("naem", to="Clinic")),
    ("site", remove("kinds")),
    ("site", change("navigation", to=["cause"])),
    ("site", change("writing", "glossary", to="page:glosary")),
    ("site", change("writing", "hard-to-read", to="off")),
    ("site", change("kinds", "cause", "relations", "signs", "to", to=7)),
    ("red-flags", change("rf-new", to={"text": "A flag", "level": "soon"})),
    ("red-flags", change("rf-bone-stress", "level", to="later")),
    ("care-levels", remove("soon")),
    ("care-levels", change("soon", "rank", to=4)),
    ("care-levels", change("soon", "card", to="azure")),
    ("vignettes", remove(0, "answers")),
    ("vignettes", change(0, "at-least", to="tomorrow")),
    ("vignettes", change(0, "source", to="nobody2001")),
    ("vignettes", change(0, "answers", "emergency", to=True)),
    ("checker", change("version", to="1.0")),
    ("checker", change("start", to="Emergency!")),
    ("checker", change("questions", "age", "stage", to="redflag")),
    ("checker", change("questions", "age", "type", to="some-of")),
    ("checker", remove("questions", "age", "ask")),
    ("checker", change("questions", "age", "answers", to={})),
    ("checker", change("questions", "age", "answers", "adult", "next", to="")),
    ("checker", remove("questions", "emergency", "none")),
    ("checker", change("questions", "emergency", "answers", "fever-severe", "flag", to="rf-fevre")),
    ("checker", change("questions", "emergency", "answers", "fever-severe", "label", to="Fever")),
    ("checker", change("outcomes", "today", "causes", to=["hip-labral-tear"])),
    ("checker", change("outcomes", "today", "level", to="today")),
    ("checker", change("outcomes", "soon", "causes", to=["hip-labral-taer"])),
    ("checker", remove("outcomes", "soon", "seek-care-if")),
    (WORDS, remove("title")),
    (WORDS, change("signs", to=["outer-hip-pain"])),
    (WORDS, change("red-flags", to=[])),
    (WORDS, change("updated", to="2026-11-28")),
    (WORDS, change("slug", to="Tendinopatía")),
    (WORDS, change("translates", to="today")),
    (WORDS, change("notes", to={"step-ip": "desde la semana 3"})),
    ("translation-stretch", change("figure", to={"file": "bridge.svg", "alt": "Una persona"})),
    ("site-translation", change("kinds", "causes", to={"title": "Causas"})),
    ("site-translation", change("labels", to={"No such label": "Nada"})),
    ("red-flags-translation", change("rf-bone-stress", "level", to="urgent")),
    ("care-levels-translation", change("soon", "rank", to=3)),
    ("checker-translation", change("start", to="emergency")),
    ("checker-translation", change("questions", "age", "stage", to="red-flag")),
]


@pytest.mark.parametrize("number", range(len(BROKEN)))
def test_the_schema_refuses(number: int, validators: dict[str, Draft202012Validator]) -> None:
    name, mutate = BROKEN[number]
    whole = read(next(path for one, path in FILES if one == name))
    broken = copy.deepcopy(whole)
    mutate(broken)
    assert broken != whole, "nothing was changed"
    assert validators[name].is_valid(whole)
    assert not validators[name].is_valid(broken)


def test_the_editor_finds_every_schema(validators: dict[str, Draft202012Validator]) -> None:
    text = (REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8")
    settings = json.loads(re.sub(r"(?m)^\s*//.*$", "", text))["yaml.schemas"]
    for schema, pattern in settings.items():
        assert Path(schema).name.removesuffix(".schema.json") in validators
        assert list(REPOSITORY.glob(pattern.removeprefix("/"))), pattern


def test_the_editor_understands_a_report(limber: Path, tmp_path: Path) -> None:
    """The task's pattern takes place, severity and words from what `limber check` prints."""
    tasks = json.loads((REPOSITORY / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    copy_source(REPOSITORY, tmp_path)
    (tmp_path / "Content/pages/new.md").write_text("---\ntitle: New\n---\n\nRead [here](care.md).\n")
    run = subprocess.run([limber, "check", "--source", tmp_path], capture_output=True, text=True, timeout=300)
    found = [match for line in run.stderr.splitlines() if (match := re.match(pattern["regexp"], line))]
    places = {(match[1], match[2], match[3], match[4]) for match in found}
    assert ("Content/pages/new.md", "1", "1", "error") in places
    assert ("Content/pages/new.md", "5", "7", "warning") in places
