#!/usr/bin/env python3
"""Whether a site in two languages costs what one of as many pages costs: half the articles, each with its translation, against all
of them in one language, built in turn.

    python3 Benchmarks/languages.py --limber PROGRAM [--articles 10000] [--rounds 5] [--work DIR]

Prints the times of a full build and of one after an article was edited, with their ratios; 1 when a ratio is not what it must be.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from processes import Sample, run
from rounds import TODAY, say

MOST = 1.1
SITES = ("two", "one")


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure a site in two languages beside one in one.")
    parser.add_argument("--limber", type=Path, required=True, metavar="PROGRAM")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N", help="in one language; half as many in two")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--words", default="many", help="the articles' vocabulary, as generate.py has it")
    parser.add_argument("--work", type=Path, default=Path("/dev/shm"), metavar="DIR", help="where the sites are written")
    return parser.parse_args()


def measure(arguments: argparse.Namespace, work: Path) -> bool:
    """Whether every ratio is what it must be."""
    for site in SITES:
        count = arguments.articles if site == "one" else arguments.articles // 2
        say(f"Generating {count:,} articles in {site} {'language' if site == 'one' else 'languages'} ...")
        script = Path(__file__).with_name("generate.py")
        options = ["--articles", str(count), "--words", arguments.words, "--languages", site, "--output", str(work / site)]
        subprocess.run([sys.executable, script, *options], check=True)
    full: dict[str, list[Sample]] = {site: [] for site in SITES}
    edited: dict[str, list[Sample]] = {site: [] for site in SITES}
    for number in range(arguments.rounds):
        for site in SITES:
            for name in ("Public", ".limber"):
                shutil.rmtree(work / site / name, ignore_errors=True)
            full[site].append(build(arguments.limber, work / site))
            originals = sorted(file for file in (work / site / "Content/causes").glob("*.md") if "." not in file.stem)
            article = originals[len(originals) // 2 + number]
            article.write_text(article.read_text(encoding="utf-8") + "\nOne sentence more.\n", encoding="utf-8")
            edited[site].append(build(arguments.limber, work / site))
        say(f"Round {number + 1}: {full['two'][-1].seconds:.2f} s in two languages, {full['one'][-1].seconds:.2f} s in one")
    say(f"\n{'two languages / one':<24}{'two s':>8}{'one s':>8}{'ratio':>8}{'CPU':>8}   must be")
    return all([line("full build", full, MOST), line("one article edited", edited, MOST)])


def build(limber: Path, site: Path) -> Sample:
    """One build; what it warns of goes nowhere."""
    return run([str(limber), "build", "--source", str(site), "--today", TODAY, "--quiet"], timeout=1_800)


def line(name: str, samples: dict[str, list[Sample]], most: float) -> bool:
    """Prints one ratio; whether it is what it must be."""
    pairs = list(zip(samples["two"], samples["one"]))
    wall = median(two.seconds / one.seconds for two, one in pairs)
    processor = median(two.processor_seconds / one.processor_seconds for two, one in pairs)
    two, one = (median(sample.seconds for sample in samples[site]) for site in SITES)
    missed = "" if wall <= most else "  MISSED"
    say(f"{name:<24}{two:>8.2f}{one:>8.2f}{wall:>8.2f}{processor:>8.2f}   <= {most}{missed}")
    return not missed


def main() -> int:
    """0 when two languages cost no more than they may."""
    arguments = parse_arguments()
    work = Path(tempfile.mkdtemp(prefix="limber-languages-", dir=arguments.work))
    try:
        return 0 if measure(arguments, work) else 1
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
