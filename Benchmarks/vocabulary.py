"""The words of the generated articles, three times: few, so that titles collide; many; and the clinic's own.

None of them is chosen to be kind. What an article is made of, beside words, is the same for all three: the headings and
the patterns below.
"""

import random
import re
from pathlib import Path

NAMES = ("few", "many", "clinic")
MANY = 3_000

# 28 words: of 10,000 titles of three words each, hundreds are equal, and every word stands in a thousand of them.
FEW = """
hip groin pain runner muscle tendon bone joint outer inner deep back knee thigh run walk load rest week
side leg step stride plan care sign stretch strength
""".split()

# Between the words that carry the meaning, as in any English text.
SMALL = """
the a of and to in is it that for on with as you your or may can this when from by at but not more than so after
before each one two some most if while they we our feel keep stop start take give help need
""".split()

HEADINGS: dict[str, list[str]] = {
    "cause": [
        "What it is", "What it feels like", "Where it hurts", "Why it happens", "Who gets it",
        "How it is found", "What you can do today", "Running while it heals", "Strength and load",
        "When to worry", "How long it takes", "What makes it worse", "Keeping it away",
    ],
    "sign": [
        "What people notice", "Where it is felt", "When it comes on", "What it may point to",
        "What it rarely means", "What to try first", "When to worry", "What to tell us",
        "Notes for your diary", "At night and at rest",
    ],
    "stretch": [
        "Before you start", "How to do it", "How much and how often", "Common mistakes",
        "Make it easier", "Make it harder", "Who should be careful", "How it should feel",
        "When to stop", "Where it fits in your week",
    ],
    "faq": [
        "The short answer", "The longer answer", "What the studies say", "What we usually suggest",
        "Exceptions", "When to ask us", "What to try this week",
    ],
    "page": [
        "What to expect", "How we work", "Your first visit", "Building a plan", "Between visits",
        "Sleep and fuel", "Shoes and surfaces", "When to get help", "Questions to bring",
    ],
}

QUESTION_STARTS = [
    "Can I run with", "How long does it take to settle", "Should I rest with", "Is it safe to train with",
    "What helps with", "Who should look at", "Does walking ease", "Is ice good for",
]

PAGE_STARTS = ["Living with", "Preventing", "Visits for", "Training around", "Recovering from", "Learning about"]

MENTIONS = [
    "It is often mistaken for {title}, and the two can come together.",
    "People who know {title} will find some of this familiar.",
    "Some of it overlaps with {title}; the plan is much the same.",
]

LINK_SENTENCES = [
    "Read about {link} if that sounds closer to what you feel.",
    "The advice on {link} goes well with this.",
    "It can look a lot like {link}, which starts more slowly.",
    "We explain {link} on a page of its own.",
    "When things have settled, go on to {link}.",
    "For *some* people {link} comes first.",
]

LINK_ITEMS = [
    "{link}, two or three times a week",
    "{link}, if nothing hurts the next day",
    "what we wrote about {link}",
]

# What the warnings are for: claims, sentences that are too long, links that do not say where they lead, hard words.
CLAIMS = [
    "This {word} is guaranteed to work.", "It cures the {word} in a week.", "You have a torn {word}.",
    "A miracle for every {word}, completely safe.",
]
HARD = [
    "Individualised multidisciplinary rehabilitation necessitates comprehensive biomechanical evaluation of the {word}.",
    "Neuromuscular reorganisation facilitates physiological adaptation, notwithstanding considerable variability.",
]


class Vocabulary:
    """Words for titles, sentences for bodies, drawn from a source of chance."""

    def __init__(self, name: str, repository: Path) -> None:
        self.name = name
        self.following: dict[str, list[str]] = {}
        self.beginnings: list[str] = []
        if name == "few":
            self.words = FEW
        elif name == "many":
            self.words = made_up(MANY)
        else:
            self.words = self._read(repository)

    def title_words(self, chance: random.Random) -> str:
        """Three of the words."""
        return " ".join(chance.choice(self.words) for _ in range(3))

    def sentence(self, chance: random.Random, length: int | None = None) -> str:
        """A sentence of six to fourteen words, or of `length`."""
        count = length or chance.randint(6, 14)
        if self.beginnings and not length:
            words = self._walked(chance, count)
        else:
            words = [chance.choice(self.words if place % 2 else SMALL) for place in range(count)]
        if len(words) > 8 and chance.random() < 0.3:
            words[4] += ","
        if chance.random() < 0.1:
            words[2] = f"*{words[2]}*"
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def _walked(self, chance: random.Random, count: int) -> list[str]:
        """Each word follows the one before somewhere in the clinic's own text."""
        words = [chance.choice(self.beginnings)]
        while len(words) < count:
            words.append(chance.choice(self.following.get(words[-1]) or self.beginnings))
        return words

    def _read(self, repository: Path) -> list[str]:
        """The words of the clinic's articles, as often as they stand there; long ones are for titles, too."""
        title_words: list[str] = []
        # A name with two endings is that of a translation.
        for path in sorted(path for path in (repository / "Content").rglob("*.md") if "." not in path.stem):
            body = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            body = re.sub(r"\[@[^\]]*\]|\]\([^)]*\)|^\s*\[[^\]]*\]:.*$", " ", body, flags=re.MULTILINE)
            for part in re.split(r"[.!?:;|#>\n]+", body):
                words = re.findall(r"[a-z]+(?:'[a-z]+)?", part.lower())
                self.beginnings += words[:1]
                for word, after in zip(words, words[1:]):
                    self.following.setdefault(word, []).append(after)
                title_words += [word for word in words if len(word) > 3 and word.isalpha()]
        return title_words


def made_up(count: int) -> list[str]:
    """Words of one to three syllables that nobody knows, the same on every machine."""
    chance = random.Random(3)
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = chance.choices((1, 2, 3), weights=(4, 5, 1))[0]
        word = "".join(
            chance.choice(("b", "br", "c", "d", "f", "g", "gr", "h", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "v"))
            + chance.choice("aeiou")
            for _ in range(syllables)
        )
        found[word + chance.choice(("", "l", "n", "r", "s", "t", "nd", "st"))] = None
    return list(found)
