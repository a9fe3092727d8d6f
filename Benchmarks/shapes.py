#!/usr/bin/env python3
"""Measures how time grows with sites of every shape: what costs more than its size, at which kind of content.

    python3 Benchmarks/shapes.py [--quick] [--only NAME] [--rounds 5] [--limber .build/release/limber]

Each shape is added to the clinic's site in three sizes, n, 2n and 4n, and built, checked or compared. What counts is
processor time, less that of the clinic's site alone. Growth is log4(t(4n) / t(n)) of the medians: 1 is as fast as the content, 2
is quadratic. Cost is the time for each byte read and written, over that of plain articles; of small files, the time for
each file. Exit status 1 when growth is more than 1.2 or cost more than 5.
"""

import argparse
import math
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from limber_site import copy_clinic
from processes import CommandFailed
from shape_runs import Run, run_shape
from shape_sites import SHAPES, Shape, commit
from tools import REPOSITORY

MOST_GROWTH = 1.2
MOST_COST = 5.0
# Less is lost among what else the machine does, so that no growth can be told from it.
LEAST_SECONDS = 0.04


@dataclass
class Measured:
    """The medians of a shape: seconds, bytes and files beyond the clinic's site, for n, 2n and 4n."""

    shape: Shape
    count: int
    seconds: list[float]
    spread: float
    bytes_handled: int
    files: int

    @property
    def growth(self) -> float | None:
        """None when the smallest took no time that could be told."""
        if self.seconds[0] < max(LEAST_SECONDS, 2 * self.spread):
            return None
        return math.log(max(self.seconds[2], 1e-9) / self.seconds[0], 4)

    def cost(self, by_files: bool) -> float:
        """Seconds for each byte or each file of the largest."""
        return self.seconds[2] / max(1, self.files if by_files else self.bytes_handled)


def measure(shape: Shape, base: dict[str, Run], work: Path, rounds: int, limber: Path, quick: bool) -> Measured:
    """All three sizes, `rounds` times each, in turn."""
    count = max(2, shape.count // 10) if quick else shape.count
    sizes = [count, 2 * count, 4 * count]
    sites = []
    runs: list[list[Run]] = [[], [], []]
    try:
        for number, size in enumerate(sizes):
            site = work / f"site-{number}"
            sites.append(site)
            copy_clinic(REPOSITORY, site)
            shape.write(site, size)
        for _ in range(rounds):
            for number, site in enumerate(sites):
                runs[number].append(run_shape(shape, site, work / "output", limber))
    finally:
        for site in sites:
            shutil.rmtree(site, ignore_errors=True)
    alone = base[shape.action]
    seconds = [median(one.processor_seconds for one in list_) - alone.processor_seconds for list_ in runs]
    spread = max(one.processor_seconds for one in runs[0]) - min(one.processor_seconds for one in runs[0])
    last = runs[2][-1]
    return Measured(
        shape, sizes[2], seconds, spread, last.bytes_handled - alone.bytes_handled, last.files - alone.files
    )


def row(measured: Measured, plain: Measured | None) -> tuple[str, bool]:
    """The table's row, and whether it is a failure."""
    growth = measured.growth
    relative = None
    if plain and plain.seconds[2] > 0:
        by_files = measured.shape.by_files
        relative = measured.cost(by_files) / plain.cost(by_files)
    faults = []
    if growth is not None and growth > MOST_GROWTH:
        faults.append(f"growth above {MOST_GROWTH}")
    if relative is not None and relative > MOST_COST:
        faults.append(f"cost above {MOST_COST:g}")
    one, two, four = (f"{seconds:>9.3f}" for seconds in measured.seconds)
    text = (
        f"{measured.shape.name:<34}{measured.count:>9,}{one}{two}{four}"
        f"{'too fast' if growth is None else f'{growth:.2f}':>10}"
        f"{'' if relative is None else f'{relative:.2f}':>8} {'file' if measured.shape.by_files else 'byte'}"
    )
    return text + (f"   FAILED: {' and '.join(faults)}" if faults else ""), bool(faults)


def measure_all(arguments: argparse.Namespace, work: Path) -> int:
    """Prints each row when it is known; 1 if any fails."""
    alone = work / "alone"
    copy_clinic(REPOSITORY, alone)
    commit(alone)
    shapes = [shape for shape in SHAPES if shape.action != "serve"]
    if arguments.limber.with_name("limber-preview").exists():
        shapes = SHAPES
    else:
        print("limber-preview IS MISSING: the preview is left out.", flush=True)
    base: dict[str, Run] = {}
    for action in {shape.action for shape in shapes}:
        runs = [run_shape(Shape("", 0, lambda *_: None, action), alone, work / "output", arguments.limber) for _ in range(5)]
        base[action] = sorted(runs, key=lambda one: one.processor_seconds)[2]
    print(f"\n{'Processor seconds':<34}{'4n':>9}{'n':>9}{'2n':>9}{'4n':>9}{'growth':>10}{'cost':>8} for each", flush=True)
    plain: dict[str, Measured] = {}
    failed: list[str] = []
    for shape in shapes:
        is_plain = shape.name.startswith("plain")
        if arguments.only and not is_plain and not any(name in shape.name for name in arguments.only):
            continue
        try:
            measured = measure(shape, base, work, arguments.rounds, arguments.limber, arguments.quick)
        except CommandFailed as error:
            print(f"{shape.name:<34}FAILED: {error}", flush=True)
            failed.append(shape.name)
            continue
        text, is_failure = row(measured, None if is_plain else plain.get(shape.beside))
        if is_plain:
            plain[shape.name] = measured
        print(text, flush=True)
        if is_failure:
            failed.append(shape.name)
    if failed:
        print(f"\nFAILED: {len(failed)} of the shapes take more than their size: {', '.join(failed)}.", flush=True)
    return 1 if failed else 0


def main() -> int:
    """0 when every shape keeps within its size, else 1."""
    parser = argparse.ArgumentParser(description="Measure how time grows with sites of every shape.")
    parser.add_argument("--quick", action="store_true", help="a tenth of the sizes")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--only", action="append", metavar="NAME", help="shapes with this in their name; may be repeated")
    parser.add_argument("--limber", type=Path, default=REPOSITORY / ".build/release/limber", metavar="FILE")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where the sites are written")
    arguments = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="limber-shapes-", dir=arguments.work))
    try:
        return measure_all(arguments, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
