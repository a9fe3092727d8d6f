"""Generated articles: titles, relations, links and prose, the same for the same seed.

Three of four read like text; one of four has what the warnings are for. The bodies are written in Limber's Markdown. Each article has `RELATIONS_AND_LINKS` relations
and links together: up to ten relations in its front matter, the rest in its body.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import vocabulary as words

RELATIONS_AND_LINKS = 26
RELATIONS = 10
BODY_BYTES = 5_000
LEAST, MOST = 100, 250_000  # fewer could not fill the relations

FOLDERS = {"cause": "causes", "sign": "signs", "stretch": "stretches", "faq": "faqs", "page": "pages"}
SHARES = {"cause": 0.30, "sign": 0.20, "stretch": 0.25, "faq": 0.20, "page": 0.05}
# A cause's relations; the three to stretches never name the same stretch.
CAUSE_RELATIONS = {"signs": 3, "stretches": 3, "caution": 1, "avoid": 1, "see-also": 2}

@dataclass(frozen=True)
class Options:
    """What is generated: `LEAST` to `MOST` articles; the shares are from 0 to 1."""

    articles: int = 10_000
    seed: int = 1
    tables: float = 0.10
    footnotes: float = 0.10
    warned: float = 0.25
    words: str = "few"


@dataclass
class Article:
    """One article; `body` is Markdown, the rest is front matter."""

    kind: str
    id: str
    title: str
    headings: list[str]
    summary: str = ""
    also_known_as: list[str] = field(default_factory=list)
    relations: dict[str, list[str]] = field(default_factory=dict)
    red_flags: list[str] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)
    section: str = ""
    body: str = ""


def slug(text: str) -> str:
    """The id of a title, and the fragment of a heading."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def lowered(title: str) -> str:
    """A title as it stands in the middle of a sentence."""
    return title[0].lower() + title[1:]


class Generator:
    """Makes the articles of one site, in an order that does not depend on the machine."""

    def __init__(self, options: Options, repository: Path) -> None:
        self.options = options
        self.random = random.Random(options.seed)
        self.vocabulary = words.Vocabulary(options.words, repository)
        works = json.loads((repository / "Content" / "references.json").read_text(encoding="utf-8"))
        self.references = [work["id"] for work in works]
        flags = (repository / "Content" / "red-flags.yaml").read_text(encoding="utf-8")
        self.flags = re.findall(r"^([a-z0-9-]+):$", flags, re.MULTILINE)
        self.taken = {path.stem for path in (repository / "Content").rglob("*.md")}
        self.by_kind = self._outlines()
        self.positions = {
            (kind, article.id): position
            for kind, articles in self.by_kind.items()
            for position, article in enumerate(articles)
        }
        self.everything = [article for kind in FOLDERS for article in self.by_kind[kind]]
        self.mentionable = [a for a in self.everything if a.kind in ("cause", "sign", "stretch")]
        self.sentences = [self._sentence() for _ in range(4_000)]
        self.items = [self._sentence().rstrip(".").lower() for _ in range(400)]

    def articles(self) -> Iterator[Article]:
        """Each article with its relations and its body; only one body is held at a time."""
        for number, article in enumerate(self.everything):
            self._relate(article)
            self._describe(article, number)
            article.body = self._body(article)
            yield article
            article.body = ""

    # Titles

    def _outlines(self) -> dict[str, list[Article]]:
        count = self.options.articles
        counts = {kind: int(count * share) for kind, share in SHARES.items()}
        counts["cause"] += count - sum(counts.values())
        return {
            kind: [Article(kind, self._id(title), title, self._headings(kind)) for title in self._titles(kind, counts[kind])]
            for kind in FOLDERS
        }

    def _titles(self, kind: str, count: int) -> list[str]:
        """As they are drawn: with few words, many are equal."""
        titles = []
        for _ in range(count):
            title = self.vocabulary.title_words(self.random)
            if kind == "faq":
                title = f"{self.random.choice(words.QUESTION_STARTS)} {title}?"
            elif kind == "page":
                title = f"{self.random.choice(words.PAGE_STARTS)} {title}"
            titles.append(title[0].upper() + title[1:])
        return titles

    def _id(self, title: str) -> str:
        """Ids are not equal where titles are."""
        name, number = slug(title), 1
        while name in self.taken:
            number += 1
            name = f"{slug(title)}-{number}"
        self.taken.add(name)
        return name

    def _headings(self, kind: str) -> list[str]:
        headings = words.HEADINGS[kind]
        chosen = sorted(self.random.sample(range(len(headings)), 5))
        return [headings[index] for index in chosen]

    # Front matter

    def _relate(self, article: Article) -> None:
        """Relations of which no pair is declared from both ends."""
        if article.kind == "cause":
            managed, careful = CAUSE_RELATIONS["stretches"], CAUSE_RELATIONS["caution"]
            stretches = self._sample("stretch", managed + careful + CAUSE_RELATIONS["avoid"])
            article.relations = {
                "signs": self._sample("sign", CAUSE_RELATIONS["signs"]),
                "stretches": stretches[:managed],
                "caution": stretches[managed : managed + careful],
                "avoid": stretches[managed + careful :],
                "see-also": self._following(article, CAUSE_RELATIONS["see-also"], around=True),
            }
        elif article.kind == "sign":
            article.relations = {"see-also": self._following(article, RELATIONS, around=True)}
        elif article.kind == "stretch":
            # Progressions lead onwards only, so the last stretches have fewer.
            article.relations = {"progresses-to": self._following(article, RELATIONS, around=False)}
        else:
            about = self.random.sample(self.mentionable, min(RELATIONS, len(self.mentionable)))
            article.relations = {"about": [f"{target.kind}:{target.id}" for target in about]}

    def _sample(self, kind: str, count: int) -> list[str]:
        return [article.id for article in self.random.sample(self.by_kind[kind], count)]

    def _following(self, article: Article, count: int, around: bool) -> list[str]:
        """Articles of the same kind within half a turn after this one, in a ring or up to the end."""
        siblings = self.by_kind[article.kind]
        position = self.positions[article.kind, article.id]
        reach = (len(siblings) - 1) // 2
        if not around:
            reach = min(reach, len(siblings) - 1 - position)
        steps = self.random.sample(range(1, reach + 1), min(count, reach))
        return [siblings[(position + step) % len(siblings)].id for step in steps]

    def _describe(self, article: Article, number: int) -> None:
        article.summary = f"What to know about {lowered(article.title).rstrip('?')}, in plain words."
        if article.kind in ("cause", "sign") and number % 2 == 0:
            article.also_known_as = [f"runner's {self.vocabulary.title_words(self.random)}"]
        if article.kind in ("cause", "sign") and number % 5 == 0:
            article.red_flags = [self.flags[number // 5 % len(self.flags)]]
        if number % 3 == 0:
            article.citations = [self.references[number // 3 % len(self.references)]]
        if article.kind == "page":
            article.section = ("care", "prevention", "about")[number % 3]

    # Prose

    def _sentence(self) -> str:
        return self.vocabulary.sentence(self.random)

    def _link(self, article: Article, number: int) -> str:
        """A link to another article: both forms in turn, every second pair with a fragment."""
        target = article
        while target is article:
            target = self.random.choice(self.everything)
        fragment = ""
        text = lowered(target.title).rstrip("?")
        if number % 4 >= 2:
            heading = self.random.choice(target.headings)
            fragment = f"#{slug(heading)}"
            text = f"{text}: {lowered(heading)}"
        if number % 2 == 0:
            return f"[{text}](../{FOLDERS[target.kind]}/{target.id}.md{fragment})"
        if number % 8 == 1:
            text = ""  # the target's title is put in
        return f"[{text}]({target.kind}:{target.id}{fragment})"

    def _paragraph(self, sentences: list[str]) -> str:
        lines = [" ".join(sentences[start : start + 2]) for start in range(0, len(sentences), 2)]
        return "\n".join(lines)

    def _plain(self, count: int) -> list[str]:
        return self.random.choices(self.sentences, k=count)

    def _body(self, article: Article) -> str:
        """Five sections, links spread over them, filled up to `BODY_BYTES`."""
        relations = sum(len(targets) for targets in article.relations.values())
        links = [self._link(article, n) for n in range(RELATIONS_AND_LINKS - relations)]
        sections: list[list[str]] = [[] for _ in article.headings]
        for number, section in enumerate(sections):
            self._fill_section(section, links[number :: len(sections)], numbered=number == 2)
        self._mention(article, sections)
        self._add_extras(article, sections)
        size = sum(len(block) + 2 for section in sections for block in section)
        target = self.random.uniform(0.9, 1.1) * BODY_BYTES - 150
        while size < target:
            paragraph = self._paragraph(self._plain(3))
            self.random.choice(sections).append(paragraph)
            size += len(paragraph) + 2
        return self._joined(article, sections)

    def _fill_section(self, section: list[str], links: list[str], numbered: bool) -> None:
        """A paragraph that carries the first links and a list that carries the others."""
        pick = self.random.choice
        sentences = self._plain(2)
        for link in links[:2]:
            sentences.insert(self.random.randint(0, len(sentences)), pick(words.LINK_SENTENCES).format(link=link))
        section.append(self._paragraph(sentences))
        items = [pick(words.LINK_ITEMS).format(link=link) for link in links[2:]] + self.random.choices(self.items, k=2)
        marks = [f"{position}." if numbered else "-" for position in range(1, len(items) + 1)]
        section.append("\n".join(f"{mark} {item}" for mark, item in zip(marks, items)))

    def _mention(self, article: Article, sections: list[list[str]]) -> None:
        """Titles and synonyms in running text, as candidates for automatic links."""
        for _ in range(self.random.choice((1, 2, 3))):
            other = self.random.choice(self.mentionable)
            if other is article:
                continue
            sentence = self.random.choice(words.MENTIONS).format(title=lowered(other.title))
            self.random.choice(sections).append(self._paragraph([sentence] + self._plain(1)))

    def _add_extras(self, article: Article, sections: list[list[str]]) -> None:
        """Quotes, callouts, tables, footnotes and citations, each in its share of the articles."""
        chance, pick = self.random.random, self.random.choice
        if chance() < 0.30:
            pick(sections).append("> " + "\n> ".join(self._plain(2)))
        if chance() < 0.40:
            callout = pick(("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"))
            pick(sections).append(f"> [!{callout}]\n> " + "\n> ".join(self._plain(2)))
        if chance() < 0.02:
            pick(sections).append(f"> [!EMERGENCY]\n> {self._plain(1)[0]}")
        if chance() < self.options.tables:
            rows = [f"| {week} | {pick(self.vocabulary.words)} | {pick((2, 3))} x {pick((8, 10, 12))} |" for week in range(1, 6)]
            pick(sections).append("\n".join(["| Week | Move | Sets |", "| ---: | :--- | :---: |"] + rows))
        if chance() < self.options.footnotes:
            pick(sections).append(f"{self._plain(1)[0]}[^1]\n\n[^1]: {self._plain(1)[0]}")
        if chance() < self.options.warned:
            self._add_warned(sections)
        for key in article.citations:
            pick(sections).append(f"{self._plain(1)[0]} [@{key}]")

    def _add_warned(self, sections: list[list[str]]) -> None:
        """What an editor is told of: two claims, a sentence of forty words, a vague link, and a section of hard words."""
        pick = self.random.choice
        for pattern in self.random.sample(words.CLAIMS, 2):
            pick(sections).append(self._paragraph([pattern.format(word=pick(self.vocabulary.words))] + self._plain(1)))
        pick(sections).append(self.vocabulary.sentence(self.random, 40))
        target = pick(self.everything)
        pick(sections).append(f"The rest is [here]({target.kind}:{target.id}).")
        hard = [pick(words.HARD).format(word=pick(self.vocabulary.words)) for _ in range(6)]
        sections[-1] += [self._paragraph(hard), "##### A level left out", self._paragraph(self._plain(2))]

    def _joined(self, article: Article, sections: list[list[str]]) -> str:
        blocks = list(self._plain(1))
        for number, (heading, section) in enumerate(zip(article.headings, sections)):
            blocks.append(f"{'###' if number == 3 else '##'} {heading}")
            blocks.extend(section)
        return "\n\n".join(blocks) + "\n"
