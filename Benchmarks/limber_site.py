"""Writes generated articles beside the clinic's own, as a site that Limber builds."""

import shutil
from pathlib import Path

from articles import FOLDERS, Article
from translated import translation


def copy_clinic(repository: Path, folder: Path) -> None:
    """The clinic's site as it ships: settings, templates, symptom checker, articles, works and pictures, unchanged."""
    folder.mkdir(parents=True)
    for name in ["Templates", "Content"]:
        shutil.copytree(repository / name, folder / name)
    # Its words in other languages, too.
    for source in [repository / "site.yaml", *repository.glob("site.*.yaml")]:
        shutil.copyfile(source, folder / source.name)


def write(path: Path, text: str) -> None:
    """A text file, with the same bytes on every machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


class LimberSite:
    """A site's folder: the clinic's site, and the generated articles in its folders."""

    def __init__(self, repository: Path, folder: Path) -> None:
        copy_clinic(repository, folder)
        self.content = folder / "Content"

    def write(self, article: Article) -> None:
        """One article as front matter and Markdown."""
        text = "---\n" + "\n".join(self._front_matter(article)) + "\n---\n\n" + article.body
        write(self.content / FOLDERS[article.kind] / f"{article.id}.md", text)

    def write_translation(self, article: Article) -> None:
        """The same article in the clinic's second language."""
        write(self.content / FOLDERS[article.kind] / f"{article.id}.es.md", translation(article))

    def _front_matter(self, article: Article) -> list[str]:
        lines = [f"title: {article.title}", f"summary: {article.summary}"]
        if article.also_known_as:
            lines.append(f"also-known-as: [{', '.join(article.also_known_as)}]")
        for name, targets in article.relations.items():
            lines.append(f"{name}: [{', '.join(targets)}]")
        if article.kind == "cause":
            stages = range(1, len(article.relations["stretches"]) + 1)
            lines.append(f"stages: [{', '.join(map(str, stages))}]")
        if article.kind in ("cause", "sign"):
            lines.append(f"red-flags: [{', '.join(article.red_flags)}]")
        if article.kind == "stretch":
            lines += ["dose:", "  sets: 2-3", "  reps: 8-12", "  hold: 30s", "  sides: both", "  frequency: daily"]
            lines += ["precautions:", "  - Stop if the pain is *sharp*.", "  - Hold on to something steady."]
        if article.section:
            lines.append(f"section: {article.section}")
        lines += ["updated: 2025-06-01", "review: {status: pending}"]
        return lines
