#!/usr/bin/env python3
"""Measures Limber, the floor program and Hugo on the same generated sites, in turn, in one run: the clinic's site as it
ships, with generated articles of three vocabularies beside its own. Then how soon the preview shows a save; then sites of
every shape; then the instructions of each stage; then, in Chromium, when the pages of this repository's site are painted.

    python3 Benchmarks/run.py [--articles 10000] [--rounds 5] [--large] [--shapes]

Prints medians, ratios round by round and peak memory, each with the command behind it and with what it must be. The
sites are written to memory (`/dev/shm`) where there is such a folder, and removed at the end.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import tools
from processes import CommandFailed
from report import report
from rounds import LARGE_ARTICLES, Benchmark, say
from vocabulary import NAMES

# Sources, output, a staged copy of it and a cache, in whole blocks.
ROOM_PER_ARTICLE_BYTES = 120_000


def positive(text: str) -> int:
    """A whole number from 1."""
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure Limber, the floor program and Hugo side by side.")
    parser.add_argument("--articles", type=positive, default=10_000, metavar="N")
    parser.add_argument("--rounds", type=positive, default=5, metavar="N")
    parser.add_argument("--jobs", type=positive, default=2, metavar="N", help="threads of each tool")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--large", action="store_true", help=f"Limber on {LARGE_ARTICLES:,} articles, too")
    parser.add_argument("--large-rounds", type=positive, default=3, metavar="N")
    parser.add_argument("--words", choices=NAMES, action="append", help="these vocabularies only; may be repeated")
    parser.add_argument("--shapes", action="store_true", help="only how time grows with sites of every shape")
    parser.add_argument("--no-shapes", action="store_true", help="leave the shapes out")
    parser.add_argument("--quick", action="store_true", help="shapes at a tenth of their size, 1,000 articles, 2 rounds")
    parser.add_argument("--guard", action="store_true", help="only the instructions of each stage")
    parser.add_argument("--no-guard", action="store_true", help="leave the instructions out")
    parser.add_argument("--no-hugo", action="store_true", help="leave Hugo out, which takes most of the time")
    parser.add_argument("--no-paint", action="store_true", help="leave the browser out")
    parser.add_argument("--no-saving", action="store_true", help="leave the preview out")
    parser.add_argument("--bytes-per-page", type=positive, metavar="N", help="the floor's; as Limber's, if not given")
    parser.add_argument("--timeout", type=positive, default=1_800, metavar="S", help="seconds that a build may take")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where the sites are written; memory, if not given")
    parser.add_argument("--keep", action="store_true", help="leave the generated sites there")
    arguments = parser.parse_args()
    if arguments.quick:
        arguments.articles, arguments.rounds = min(arguments.articles, 1_000), min(arguments.rounds, 2)
    return arguments


def work_parent(chosen: Path | None) -> Path:
    """A folder in memory where there is one."""
    memory = Path("/dev/shm")
    if chosen:
        return chosen
    return memory if os.access(memory, os.W_OK) else Path(tempfile.gettempdir())


def has_room(parent: Path, articles: int) -> bool:
    """Says so if the sites would not fit."""
    needed, free = articles * ROOM_PER_ARTICLE_BYTES, shutil.disk_usage(parent).free
    if needed > free:
        say(f"{articles:,} articles need {needed / 1e9:.1f} GB; {parent} has {free / 1e9:.1f} GB. Use --work DIR.")
    return needed <= free


def measure_in(arguments: argparse.Namespace, work: Path) -> int:
    """The whole run; 1 if Limber was not measured, any tool failed, or anything is not as it must be."""
    failures: list[str] = []
    every = not arguments.shapes and not arguments.guard
    try:
        limber = tools.limber()[0]
    except tools.ToolMissing as missing:
        say(f"Limber IS MISSING: {missing}")
        return 1
    if every:
        failures += measure_sites(arguments, work)
    if arguments.shapes or every and not arguments.no_shapes:
        if script("shapes.py", "--limber", limber, "--work", work, *(["--quick"] if arguments.quick else [])) != 0:
            failures.append("a shape of site takes more than its size")
        if script("texts.py", "--limber", limber, "--work", work) != 0:
            failures.append("a text of one repeated mark takes more than it may")
        quick = ["--articles", "1000", "--rounds", "2"] if arguments.quick else []
        if script("languages.py", "--limber", limber, "--work", work, *quick) != 0:
            failures.append("a site in two languages takes more than one of as many pages in one")
        if script("slips.py", "--limber", limber, "--scratch", work) != 0:
            failures.append("a site where everything is wrong takes more than twice the time of one where nothing is")
    if arguments.guard or every and not arguments.no_guard:
        if script("guard.py", "--work", work) != 0:
            failures.append("a stage takes more instructions than it did")
    if every and not arguments.no_paint and not measure_paint(work / "painted"):
        failures.append("a page is painted too late or jumps, or Chromium is missing")
    say()
    for failure in failures:
        say(f"FAILED: {failure}.")
    return 1 if failures else 0


def script(name: str, *options: str | Path) -> int:
    """Runs another part of the benchmarks; its exit status."""
    return subprocess.run([sys.executable, Path(__file__).with_name(name), *options], check=False).returncode


def measure_sites(arguments: argparse.Namespace, work: Path) -> list[str]:
    """Every tool on a site of each vocabulary; what failed."""
    failures: list[str] = []
    benchmark = Benchmark(arguments, work)
    benchmark.find_tools()
    if "Limber" not in benchmark.tools:
        failures.append("Limber was not measured")
    benchmark.measure_clinic()
    sites = arguments.words or list(NAMES)
    for site in sites:
        benchmark.generate(arguments.articles, site, site, with_hugo="Hugo" in benchmark.tools)
        benchmark.look_at(site)
        benchmark.measure(site)
        if site != sites[-1]:
            benchmark.remove(site)
    if "Limber" in benchmark.tools and not arguments.no_saving:
        if script("saving.py", "--site", work / sites[-1], "--limber", tools.limber()[0]) != 0:
            failures.append("the preview shows a save, or begins, too late")
    benchmark.remove(sites[-1])
    if arguments.large and has_room(work, LARGE_ARTICLES):
        benchmark.measure_large(sites[-1])
        benchmark.remove("large")
    if missed := report(benchmark):
        failures.append(f"{missed} {'figure is' if missed == 1 else 'figures are'} not what they must be")
    if benchmark.failed:
        failures.append("a tool failed and was left out")
    return failures


def measure_paint(folder: Path) -> bool:
    """Whether the pages could be measured and were within their limits."""
    say("\nPreparing Chromium ...")
    folder.mkdir()
    try:
        command = tools.paint(folder)
    except tools.ToolMissing as missing:
        say(f"Chromium IS MISSING and is left out: {missing}")
        return False
    return subprocess.run(command, check=False).returncode == 0


def main() -> int:
    """0 all measured; 1 something failed or does not fit; 64 wrong command line."""
    try:
        arguments = parse_arguments()
    except SystemExit as stop:
        return 64 if stop.code else 0
    # A termination unwinds like an interrupt, so that the sites are removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    parent = work_parent(arguments.work)
    if not arguments.shapes and not arguments.guard and not has_room(parent, arguments.articles):
        return 1
    work = Path(tempfile.mkdtemp(prefix="limber-bench-", dir=parent))
    try:
        return measure_in(arguments, work)
    except KeyboardInterrupt:
        return 130
    except CommandFailed as error:
        say(f"The site could not be generated: {error}")
        return 1
    finally:
        if arguments.keep:
            say(f"WORK is {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
