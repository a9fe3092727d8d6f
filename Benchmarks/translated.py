"""A generated article in another language: each word another one of about its length, what is no word as it stands."""

import re
from pathlib import Path

from articles import Article

# Addresses, citations, footnotes, callouts, HTML, code and what stands in braces.
_NO_WORDS = re.compile(r"\]\([^)]*\)|\[@[^\]]*\]|\[\^[^\]]*\]|\[![A-Z]+\]|<[^>]*>|`[^`]*`|\{[^}]*\}|https?://\S+")


def translated(text: str) -> str:
    """The text; the headings that links name are translated with it."""
    out: list[str] = []
    at = 0
    for match in _NO_WORDS.finditer(text):
        out.append(_words(text[at : match.start()]))
        address, mark, fragment = match.group().partition("#")
        out.append(address + mark + re.sub(r"[a-z]{2,}", r"\g<0>z", fragment) if address.startswith("](") else match.group())
        at = match.end()
    return "".join([*out, _words(text[at:])])


def _words(text: str) -> str:
    return re.sub(r"[A-Za-z]{2,}", r"\g<0>z", text)


def translation(article: Article) -> str:
    """The translation's file: words only, since all else is the original's."""
    lines = [f"title: {translated(article.title)}", f"summary: {translated(article.summary)}"]
    if article.also_known_as:
        lines.append(f"also-known-as: [{', '.join(map(translated, article.also_known_as))}]")
    if article.kind == "stretch":
        lines += ["dose: {sides: ambos, frequency: a diario}"]
        lines += ["precautions:", "  - Pare si el dolor es *agudo*.", "  - Sujétese de algo firme."]
    # Of a state that nobody translated: what is out of date costs most.
    lines += ["review: {status: pending}", "translates: 0000000000000000"]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + translated(article.body)


def drop_languages(folder: Path) -> None:
    """Leaves of a site what is in its first language."""
    settings = folder / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    for block in ("languages", "translations"):
        text = re.sub(rf"^{block}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")
    for file in [*folder.rglob("*.es.*"), folder / "Templates/words/es.yaml"]:
        file.unlink(missing_ok=True)
