"""The sites that the tests browse, each in each of its languages: what they say, and where the like of a page stands.

A test that runs `on` several editions runs on the first of them in `make test`, and on all in `make test-all`.
"""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest
import yaml

from other_clinic import with_the_hip_checker
from published_site import ALL, PublishedSite
from source_site import copy_source

REPOSITORY = Path(__file__).resolve().parents[2]
# The sources. The last is the knee clinic with the hip site's checker in place of its own, which has no script.
SOURCES = {"clinic": ".", "knee-clinic": "Examples/knee-clinic", "starter": "Examples/starter", "knee-wizard": "Examples/knee-clinic"}
# Each edition's source and folder. The knee clinic has two checkers: "shoulder" is its other one.
EDITIONS = {
    "hip-en": ("clinic", ""),
    "hip-es": ("clinic", "es"),
    "knee": ("knee-clinic", ""),
    "starter": ("starter", ""),
    "knee-wizard": ("knee-wizard", ""),
    "shoulder-wizard": ("knee-wizard", ""),
}
HIP = ("hip-en", "hip-es")
SITES = (*HIP, "knee", "starter")


def on(*names: str) -> pytest.MarkDecorator:
    """Runs a test on these editions; `make test` takes the first."""
    return pytest.mark.parametrize("edition", names if ALL else names[:1], indirect=True)


def in_turn(parameter: str, values: Iterable, *names: str) -> pytest.MarkDecorator:
    """Runs a test for each value on each edition; `make test` takes each value once, the editions one after another."""
    values = list(values)
    pairs = itertools.product(values, names) if ALL else zip(values, itertools.cycle(names))
    return pytest.mark.parametrize((parameter, "edition"), list(pairs), indirect=["edition"])


def source(name: str, folder: Path) -> Path:
    """A copy of a site's source in `folder`."""
    copy_source(REPOSITORY / SOURCES[name], folder)
    if name == "knee-wizard":
        with_the_hip_checker(folder)
    return folder


@cache
def own_words() -> dict[str, dict[str, str]]:
    """What Limber itself says, by language and key, as its documentation has it."""
    text = (REPOSITORY / "docs/templates.md").read_text("utf-8")
    table = text[text.index("own-words:begin") : text.index("own-words:end")]
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+?) \| (.+?) \| .+? \|$", table, re.MULTILINE)
    return {"en": {key: english for key, english, _ in rows}, "es": {key: spanish for key, _, spanish in rows}}


def front_matter(text: str) -> dict:
    return yaml.safe_load(text.split("---\n")[1])


@dataclass
class Edition:
    """A site in one of its languages."""

    name: str
    site: PublishedSite
    # Where it is served, without a slash at the end.
    origin: str
    source: Path
    # The language's folder; empty for the original's.
    folder: str

    @property
    def language(self) -> str:
        return self.folder or "en"

    @property
    def tag(self) -> str:
        """The language as pages say it."""
        return self.folder or self.settings["language"]

    @property
    def is_hip(self) -> bool:
        return self.name in HIP

    @property
    def prefix(self) -> str:
        """What addresses begin with."""
        return f"/{self.folder}" if self.folder else ""

    def at(self, path: str) -> str:
        """The whole address of a page of this edition."""
        return self.origin + self.prefix + path

    @cached_property
    def words(self) -> dict[str, str]:
        said = yaml.safe_load((self.source / f"Templates/words/{self.language}.yaml").read_text("utf-8"))
        return own_words()[self.language] | said

    def say(self, key: str, **values: object) -> str:
        """A text of the templates or of Limber, with values for the names in braces."""
        return re.sub(r"\{+(\w+)\}+", lambda name: str(values[name[1]]), self.words[key])

    def pattern(self, key: str, **values: object) -> re.Pattern[str]:
        """That text with groups for the names in braces that have no value here."""
        parts = re.split(r"\{+(\w+)\}+", self.words[key])
        for index, name in enumerate(parts):
            known = re.escape(str(values[name])) if name in values else f"(?P<{name}>.+)"
            parts[index] = known if index % 2 else re.escape(name)
        return re.compile("".join(parts))

    @cached_property
    def settings(self) -> dict:
        """`site.yaml`, with the titles of kinds in this language."""
        settings = yaml.safe_load((self.source / "site.yaml").read_text("utf-8"))
        translated = self.source / f"site.{self.folder}.yaml"
        if self.folder and translated.exists():
            for kind, words in yaml.safe_load(translated.read_text("utf-8"))["kinds"].items():
                settings["kinds"][kind] |= words
        return settings

    def kind(self, schema_type: str) -> dict:
        """The settings of the kind that search engines know as this."""
        return next(kind for kind in self.settings["kinds"].values() if kind.get("schema-type") == schema_type)

    @property
    def conditions(self) -> str:
        """The address of the list of conditions, which go by other names elsewhere."""
        return f"/{self.kind('MedicalCondition')['folder']}/"

    @property
    def exercises(self) -> str:
        return f"/{self.kind('ExercisePlan')['folder']}/"

    def text(self, path: str) -> str:
        """The Markdown of an article, by its path in `Content` without an ending."""
        ending = f".{self.folder}.md" if self.folder else ".md"
        return (self.source / f"Content/{path}{ending}").read_text("utf-8")

    def original(self, path: str) -> str:
        """The same in the language that it was written in."""
        return (self.source / f"Content/{path}.md").read_text("utf-8")

    def title(self, path: str) -> str:
        return front_matter(self.text(path))["title"]

    @cached_property
    def checkers(self) -> list[tuple[str, Path]]:
        """The symptom checkers of this edition: the address of each page and its JSON."""
        folder = self.site.folder / self.folder / "symptom-checker"
        files = [file for file in sorted(folder.glob("*.json")) if file.name != "tree.schema.json"]
        return [("/symptom-checker/" if len(files) == 1 else f"/symptom-checker/{file.stem}/", file) for file in files]

    @property
    def checker(self) -> tuple[str, Path]:
        """The checker that this edition is about."""
        return self.checkers[-1 if self.name == "shoulder-wizard" else 0]
