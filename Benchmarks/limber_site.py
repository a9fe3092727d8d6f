"""Writes generated articles as a site that Limber builds."""

import json
import re
import shutil
from pathlib import Path

from articles import FLAGS, FOLDERS, Article

# What a generated site needs beside its articles, where the repository has it.
COPIED = ["Templates", "Content/symptom-checker/care-levels.yaml"]


def navigation_pages(configuration: str) -> list[str]:
    """The ids of the pages that the navigation of a `site.yaml` names."""
    navigation = re.search(r"^navigation:.*$", configuration, re.MULTILINE)
    return re.findall(r"\bpage:([a-z0-9-]+)", navigation.group()) if navigation else []


class LimberSite:
    """A site's folder: templates and configuration of the repository, content of our own."""

    def __init__(self, repository: Path, folder: Path) -> None:
        self.content = folder / "Content"
        configuration = (repository / "site.yaml").read_text(encoding="utf-8")
        self.pages = navigation_pages(configuration)
        for name in FOLDERS.values():
            (self.content / name).mkdir(parents=True)
        for name in COPIED:
            source, target = repository / name, folder / name
            if source.is_dir():
                shutil.copytree(source, target)
            elif source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
        # A generated site has no symptom checker, so its navigation cannot name one.
        configuration = re.sub(r"^(navigation:.*?)\bchecker,\s*", r"\1", configuration, flags=re.MULTILINE)
        # Hugo's site has no programmes to print either.
        configuration = re.sub(r"^ +programme:.*\n", "", configuration, flags=re.MULTILINE)
        (folder / "Templates" / "programme.mustache").unlink(missing_ok=True)
        for template in (folder / "Templates").glob("*.mustache"):
            text = template.read_text(encoding="utf-8")
            whole = re.sub(r"^\{\{#programme\}\}\n.*?^\{\{/programme\}\}\n", "", text, flags=re.MULTILINE | re.DOTALL)
            template.write_text(whole, encoding="utf-8")
        # It has no glossary either, and its made-up sentences are long: warnings of them are not what is measured.
        writing = "writing: {hard-to-read: false, long-sentence: false}\n"
        configuration = re.sub(r"^writing:\n(?:  .*\n)+", writing, configuration, flags=re.MULTILINE)
        (folder / "site.yaml").write_text(configuration, encoding="utf-8")

    def write_shared(self, references: list[str]) -> None:
        """The home page, the red flags and the reference list (CSL-JSON)."""
        home = "---\ntitle: Welcome\nsummary: Where every visit starts.\nabout: []\n---\n\nFind what you feel.\n"
        self._write(self.content / "pages" / "index.md", home)
        flags = "\n".join(
            f"{key}:\n  text: {text}\n  level: {level}\n  basis: practice" for key, (text, level) in FLAGS.items()
        )
        self._write(self.content / "red-flags.yaml", flags + "\n")
        items = [
            {
                "id": key,
                "type": "article-journal",
                "title": f"A made-up study for measuring, number {number}",
                "author": [{"family": "Example", "given": "Ada"}, {"family": "Sample", "given": "Ben"}],
                "container-title": "Journal of Generated Articles",
                "issued": {"date-parts": [[2000 + number % 25]]},
                "volume": str(number),
                "page": f"{number}-{number + 9}",
                "DOI": f"10.5555/{key}",
            }
            for number, key in enumerate(references, start=1)
        ]
        self._write(self.content / "references.json", json.dumps(items, indent=2) + "\n")

    def write(self, article: Article) -> None:
        """One article as front matter and Markdown."""
        text = "---\n" + "\n".join(self._front_matter(article)) + "\n---\n\n" + article.body
        self._write(self.content / FOLDERS[article.kind] / f"{article.id}.md", text)

    def _front_matter(self, article: Article) -> list[str]:
        lines = [f"title: {article.title}", f"summary: {article.summary}"]
        if article.also_known_as:
            lines.append(f"also-known-as: [{', '.join(article.also_known_as)}]")
        for name, targets in article.relations.items():
            lines.append(f"{name}: [{', '.join(targets)}]")
        if article.red_flags:
            lines.append(f"red-flags: [{', '.join(article.red_flags)}]")
        if article.kind == "stretch":
            lines += ["dose:", "  sets: 2-3", "  reps: 8-12", "  hold: 30s", "  sides: both", "  frequency: daily"]
            lines += ["precautions:", "  - Stop if the pain is *sharp*.", "  - Hold on to something steady."]
        if article.section:
            lines.append(f"section: {article.section}")
        if article.id == "when-to-get-help":
            lines.append("shows: red-flags")
        lines += ["updated: 2025-06-01", "review: {status: pending}"]
        return lines

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8", newline="\n")
