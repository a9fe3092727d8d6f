#!/usr/bin/env python3
"""Measures texts that nobody writes on purpose: a megabyte of one mark, of one mistake, of one half of something.

    python3 Benchmarks/texts.py [--only NAME] [--rounds 3] [--limber .build/release/limber]

Each text is one file of a small site, in a quarter, half and all of its size, and is checked, or built where only a build reads it.
Growth is log4(t(all) / t(quarter)) of the processor time, less that of the site without it. Exit status 1 when growth is more
than 1.2, or the whole takes more than a second of processor time or 200 MB.
"""

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tools import REPOSITORY

MOST_GROWTH = 1.2
MOST_SECONDS = 1.0
MOST_MEGABYTES = 200
# Less is lost among what else the machine does, so that no growth can be told from it.
LEAST_SECONDS = 0.04
MEGABYTE = 1_000_000
TODAY = "2026-01-01"
# ru_maxrss counts bytes on macOS, kibibytes elsewhere.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass
class Text:
    """A name, how many bytes at most, and what writes so many of it into a site."""

    name: str
    write: Callable[[Path, int], None]
    size: int = MEGABYTE
    action: str = "check"


def _repeated(unit: str, size: int) -> str:
    return unit * max(1, size // len(unit.encode()))


def _article(site: Path, front: str, body: str) -> None:
    text = f"---\n{front}\nsummary: About it.\nabout: []\n---\n\n{body}\n"
    (site / "Content" / "faqs" / "long.md").write_text(text, encoding="utf-8")


def _body(unit: str) -> Callable[[Path, int], None]:
    return lambda site, size: _article(site, "title: Long", _repeated(unit, size))


def _beside(unit: str, last: str) -> Callable[[Path, int], None]:
    """Lines that are no mistake beside what stands at the end, for which each of them may look."""
    return lambda site, size: _article(site, "title: Long", _repeated(unit, size) + last)


def _template(unit: str) -> Callable[[Path, int], None]:
    return lambda site, size: _append(site / "Templates" / "faq.mustache", _repeated(unit, size))


def _stylesheet(before: str, unit: str, after: str) -> Callable[[Path, int], None]:
    def write(site: Path, size: int) -> None:
        _append(sorted((site / "Templates" / "assets").glob("*.css"))[0], before + _repeated(unit, size) + after)

    return write


def _front_matter(before: str, unit: str, after: str) -> Callable[[Path, int], None]:
    return lambda site, size: _article(site, f"title: Long\nalso-known-as: {before}{_repeated(unit, size)}{after}", "Words.")


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _boxes(site: Path, count: int) -> None:
    """Boxes in the article as it was, and each of them reworded in the article as it is."""
    for place, words in ((site / "before", "See a doctor"), (site, "Call us")):
        if place != site:
            shutil.copytree(REPOSITORY / "Examples" / "starter", place)
        body = "\n\n".join(f"> [!WARNING]\n> {words} if number {one} gets worse." for one in range(count))
        _article(place, "title: Long", body)


TEXTS = [
    *(
        Text(f"`{unit.strip()}` in an article", _body(unit))
        for unit in ("[@", "[@a; ", "a*", "*_", "**a ", "[", "[a](no.md) ", "[a](", "![[]()", "[^1]", "<a", "<!--", "&", "` ", "> ")
    ),
    *(Text(f"`{unit.strip()}` in an article", _body(unit)) for unit in ("cure ", "you have ", "www.", "# x {#a}\n\n", "||\n")),
    Text("numbered headings", _body("".join(f"## {number}. What it is\n\nText.\n\n" for number in range(1, 90)))),
    Text("captions above a table", _beside("Table 1. Doses\n\n", "| a | b |\n|---|---|\n| c | d |\n")),
    *(Text(f"`{unit}` in a template", _template(unit), 400_000) for unit in ("{{", "{{{", "{{#a}}", "{{/a}}", "{{a}}", "{{>a}}")),
    Text("`\\\"` in a stylesheet", _stylesheet('a { content: "', '\\"', '" }'), action="build"),
    Text("`url(` in a stylesheet", _stylesheet("a { ", "background: url(", "}"), action="build"),
    Text("`/* ` in a stylesheet", _stylesheet("", "/* ", ""), action="build"),
    Text("`@import` in a stylesheet", _stylesheet("", '@import "a";', ""), action="build"),
    Text("a long text in front matter", _front_matter('["', "word ", '"]')),
    Text("a long list in front matter", _front_matter("[", "a, ", "a]")),
    Text("brackets in front matter", _front_matter("", "[", "")),
    Text("2,000 reworded boxes, diff", _boxes, 2_000, "diff"),
]


def run(text: Text, site: Path, limber: Path) -> tuple[float, float]:
    """Processor seconds and peak megabytes of one run."""
    options = ["--source", site, "--today", TODAY, "--jobs", "2"]
    command = {
        "check": [limber, "check", *options],
        "build": [limber, "build", *options, "--output", site.with_name("output")],
        "diff": [limber, "diff", site / "before", *options],
    }[text.action]
    shutil.rmtree(site / ".limber", ignore_errors=True)
    shutil.rmtree(site.with_name("output"), ignore_errors=True)
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{text.name}: exit status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS_UNIT / 1e6


def measure(text: Text, work: Path, limber: Path, rounds: int) -> tuple[str, bool]:
    """The table's row, and whether it is a failure."""
    seconds, peak = [], 0.0
    # The least first, and before it the site with hardly any of it.
    for size in (1, text.size // 4, text.size // 2, text.size):
        site = work / "site"
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(REPOSITORY / "Examples" / "starter", site)
        text.write(site, size)
        runs = [run(text, site, limber) for _ in range(rounds)]
        seconds.append(median(one[0] for one in runs))
        peak = max(one[1] for one in runs)
    without = seconds.pop(0)
    beyond = [max(0.0, one - without) for one in seconds]
    growth = math.log(beyond[2] / beyond[0], 4) if beyond[0] >= LEAST_SECONDS else None
    faults = []
    if growth is not None and growth > MOST_GROWTH:
        faults.append(f"growth above {MOST_GROWTH}")
    if seconds[2] > MOST_SECONDS:
        faults.append(f"above {MOST_SECONDS:g} s")
    if peak > MOST_MEGABYTES:
        faults.append(f"above {MOST_MEGABYTES} MB")
    row = (
        f"{text.name:<34}{text.size:>9,}" + "".join(f"{one:>9.3f}" for one in seconds)
        + f"{'too fast' if growth is None else f'{growth:.2f}':>10}{peak:>8.0f}"
    )
    return row + (f"   FAILED: {' and '.join(faults)}" if faults else ""), bool(faults)


def main() -> int:
    """0 when every text keeps within its limits, else 1."""
    parser = argparse.ArgumentParser(description="Measure what texts of one repeated mark take.")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--only", action="append", metavar="NAME", help="texts with this in their name; may be repeated")
    parser.add_argument("--limber", type=Path, default=REPOSITORY / ".build/release/limber", metavar="FILE")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where the sites are written")
    arguments = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="limber-texts-", dir=arguments.work))
    failed: list[str] = []
    print(f"\n{'Processor seconds':<34}{'bytes':>9}{'quarter':>9}{'half':>9}{'all':>9}{'growth':>10}{'MB':>8}", flush=True)
    try:
        for text in TEXTS:
            if arguments.only and not any(name in text.name for name in arguments.only):
                continue
            row, is_failure = measure(text, work, arguments.limber, arguments.rounds)
            print(row, flush=True)
            if is_failure:
                failed.append(text.name)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if failed:
        print(f"\nFAILED: {len(failed)} of the texts take more than they may: {', '.join(failed)}.", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
