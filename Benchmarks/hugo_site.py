"""Writes the same articles as a site that Hugo builds, with the layouts in `hugo/`."""

import json
import re
import shutil
from pathlib import Path

from articles import FOLDERS, Article

LINK = re.compile(
    r"\[(?P<text>[^\]]*)\]\((?:\.\./(?P<folder>[a-z]+)/|(?P<kind>[a-z]+):)"
    r"(?P<id>[a-z0-9-]+)(?:\.md)?(?P<fragment>#[a-z0-9-]+)?\)"
)
CITATION = re.compile(r"\[@([a-zA-Z0-9_-]+)\]")


class HugoSite:
    """A site's folder: `ref` links, relations as parameters, citations as footnotes."""

    def __init__(self, repository: Path, folder: Path, titles: dict[tuple[str, str], str]) -> None:
        """`titles` gives each article's title by kind and id, for links without a text."""
        flags = (repository / "Content" / "red-flags.yaml").read_text(encoding="utf-8")
        self.flags = dict(re.findall(r'^([a-z0-9-]+):\n  text: "?(.*?)"?$', flags, re.MULTILINE))
        shutil.copytree(Path(__file__).parent / "hugo", folder)
        self.content = folder / "content"
        self.titles = titles
        for kind, name in FOLDERS.items():
            (self.content / name).mkdir(parents=True)
            index = f"---\ntitle: {name.capitalize()}\n---\n"
            self._write(self.content / name / "_index.md", index)
        self._write(self.content / "_index.md", "---\ntitle: Welcome\n---\n\nFind what you feel.\n")

    def write(self, article: Article) -> None:
        """One article; its relations name their targets by path, as Hugo looks them up."""
        body = LINK.sub(self._link, article.body)
        body = CITATION.sub(r"[^\1]", body)
        for key in article.citations:
            body += f"\n[^{key}]: Example A, Sample B. Journal of Generated Articles. <https://doi.org/10.5555/{key}>\n"
        text = "---\n" + "\n".join(self._front_matter(article)) + "\n---\n\n" + body
        self._write(self.content / FOLDERS[article.kind] / f"{article.id}.md", text)

    def _front_matter(self, article: Article) -> list[str]:
        lines = [f"title: {article.title}", f"summary: {article.summary}", "lastmod: 2025-06-01"]
        if article.also_known_as:
            lines.append(f"also_known_as: [{', '.join(article.also_known_as)}]")
        for name, targets in article.relations.items():
            paths = ", ".join(self._path(article.kind, name, target) for target in targets)
            lines.append(f"{name.replace('-', '_')}: [{paths}]")
        if article.red_flags:
            lines.append(f"red_flags: {json.dumps([self.flags[flag] for flag in article.red_flags])}")
        if article.kind == "stretch":
            lines.append("dose: {sets: 2-3, reps: 8-12, hold: 30s, sides: both, frequency: daily}")
            lines.append("precautions: [Stop if the pain is *sharp*., Hold on to something steady.]")
        return lines

    def _path(self, kind: str, relation: str, target: str) -> str:
        """The page path, such as `/signs/hip-ache`, of a relation's target."""
        if ":" in target:
            kind, target = target.split(":")
        elif relation == "signs":
            kind = "sign"
        elif relation in ("stretches", "caution", "avoid"):
            kind = "stretch"
        return f"/{FOLDERS[kind]}/{target}"

    def _link(self, match: re.Match[str]) -> str:
        folder = match["folder"] or FOLDERS[match["kind"]]
        text = match["text"] or self.titles[match["kind"], match["id"]]
        path = f"/{folder}/{match['id']}.md{match['fragment'] or ''}"
        return f'[{text}]({{{{< ref "{path}" >}}}})'

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8", newline="\n")
