"""What a report costs: the time of `limber check` on a site where each article has a slip ÷ the same site without one.

    python3 Benchmarks/slips.py [--limber .build/release/limber] [--articles 4000]

A hint compares a misspelt name with every name of the site, and each is shown with its line: a site where everything is wrong
(a renamed folder) must not take more than twice the time of one where nothing is.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST = 2.0

# What stands in article number `n`, right and wrong, and in its front matter.
SLIPS = {
    "link to a renamed folder": ("[x](../faqs/question-{m}.md)", "[x](../fags/question-{m}.md)", ""),
    "misspelt link": ("[x](faq:question-{m})", "[x](faq:qestion-{m})", ""),
    "link to the site's own address": ("[x](/faqs/question-{m}/)", "[x](/faqs/question-{m}x/)", ""),
    "fragment": ("[x](faq:question-{m}#what-helps)", "[x](faq:question-{m}#what-helpz)", ""),
    "citation": ("Text.", "[@study{m}]", ""),
    "citation that is none": ("Text.", "[@ study{m}] says so.", ""),
    "list that is none, above a long sentence": (
        "Text.", "-Rest.\n-Walk.\n-Run.\n\nIt is " + "so very " * 40 + "long.", ""
    ),
    "footnote": ("Text.[^a]\n\n[^a]: Note.", "Text.[^b]\n\n[^a]: Note.", ""),
    "key of front matter": ("Text.", "Text.", "sumary: x"),
    "long sentence": ("Text.", "It is " + "so very " * 40 + "long.", ""),
}

# The same, as many as there are articles, all in one.
IN_ONE = {
    "links in one article": ("[x](faq:question-{m})", "[x](faq:qestion-{m})", ""),
    "fragments in one article": ("[x](faq:question-{m}#what-helps)", "[x](faq:question-{m}#what-helpz-{m})", ""),
    "footnotes in one article": ("Text.[^a{m}]\n\n[^a{m}]: Note.", "Text.[^b{m}]\n\n[^a{m}]: Note.", ""),
}


def article(n: int, m: int, body: str, key: str) -> str:
    front = ["---", f"title: Question {n} of all", "summary: About it.", "about: []", *filter(None, [key]), "---"]
    filler = "It hurts at the side of the knee when you climb stairs, and less when you rest. " * 40
    return "\n".join([*front, filler, "", body.format(m=m), "", "## What helps", "", filler, ""])


def site(folder: Path, count: int, body: str, key: str) -> None:
    shutil.copytree(ROOT / "Examples/starter", folder)
    for n in range(count):
        file = folder / f"Content/faqs/question-{n}.md"
        file.write_text(article(n, (n * 7919 + 1) % count, body, key))


def crowded(folder: Path, count: int, body: str) -> None:
    """The same links in one article, each in a paragraph of its own, beside `count` others."""
    site(folder, count, "Text.", "")
    links = "\n\n".join(body.format(m=m) for m in range(count))
    (folder / "Content/faqs/crowded.md").write_text(article(count, 0, links.replace("{", "{{").replace("}", "}}"), ""))


def seconds(limber: Path, folder: Path, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(
            [limber, "check", "--source", folder, "--today", "2026-11-28"], check=False, capture_output=True
        )
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limber", type=Path, default=ROOT / ".build/release/limber")
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scratch", type=Path, default=Path("/dev/shm") if Path("/dev/shm").is_dir() else None)
    options = parser.parse_args()
    worst = 0.0
    print(f"{options.articles} articles, `limber check`, median of {options.rounds}")
    for name, (right, wrong, key) in [*SLIPS.items(), *IN_ONE.items()]:
        with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
            good, bad = Path(scratch) / "good", Path(scratch) / "bad"
            if name in IN_ONE:
                crowded(good, options.articles, right)
                crowded(bad, options.articles, wrong)
            else:
                site(good, options.articles, right, "")
                site(bad, options.articles, wrong, key)
            without, with_slips = (seconds(options.limber, folder, options.rounds) for folder in (good, bad))
        ratio = with_slips / without
        worst = max(worst, ratio)
        print(f"{name:32} {without:6.2f} s right, {with_slips:6.2f} s wrong: {ratio:.2f}{' TOO MUCH' if ratio > MOST else ''}")
    return 0 if worst <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
