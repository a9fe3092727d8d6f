#!/usr/bin/env python3
"""Measures Limber, the floor program and Hugo on the same generated site, in turn, in one run; then how soon the preview
shows a save; then, in Chromium, when the pages of this repository's site are painted.

    python3 Benchmarks/run.py [--articles 10000] [--rounds 5] [--large]

Prints medians, ratios round by round and peak memory, each with the command behind it. The
site is written to memory (`/dev/shm`) where there is such a folder, and removed at the end.
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

# Sources, output, a staged copy of it and a cache, in whole blocks.
ROOM_PER_ARTICLE_BYTES = 80_000


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
    parser.add_argument("--no-hugo", action="store_true", help="leave Hugo out, which takes most of the time")
    parser.add_argument("--no-paint", action="store_true", help="leave the browser out")
    parser.add_argument("--no-saving", action="store_true", help="leave the preview out")
    parser.add_argument("--bytes-per-page", type=positive, metavar="N", help="the floor's; as Limber's, if not given")
    parser.add_argument("--timeout", type=positive, default=1_800, metavar="S", help="seconds that a build may take")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where the sites are written; memory, if not given")
    parser.add_argument("--keep", action="store_true", help="leave the generated sites there")
    return parser.parse_args()


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
    """The whole run; 1 if Limber was not measured, any tool failed, or a save or a page was shown too late."""
    benchmark = Benchmark(arguments, work)
    benchmark.find_tools()
    benchmark.generate(arguments.articles, "limber", with_hugo="Hugo" in benchmark.tools)
    benchmark.set_page_bytes()
    benchmark.measure()
    saved = True
    if "Limber" in benchmark.tools and not arguments.no_saving:
        command = [sys.executable, Path(__file__).with_name("saving.py"), "--site", work / "limber"]
        saved = subprocess.run(command, check=False).returncode == 0
    large = None
    if arguments.large and has_room(work, LARGE_ARTICLES):
        if not arguments.keep:
            shutil.rmtree(work / "limber")
            shutil.rmtree(work / "hugo", ignore_errors=True)
        large = benchmark.measure_large()
    if benchmark.tools:
        report(benchmark, large)
    painted = arguments.no_paint or measure_paint(work / "painted")
    return 1 if benchmark.failed or not painted or not saved or "Limber" not in benchmark.tools else 0


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
    if not has_room(parent, arguments.articles):
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
