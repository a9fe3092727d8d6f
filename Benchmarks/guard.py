#!/usr/bin/env python3
"""Counts the instructions that each stage of a build takes for one article, and those of a start of the program, and holds them
against the committed figures.

    python3 Benchmarks/guard.py [--update] [--build .build/release]

Instructions, unlike seconds, are the same on a busy machine. They are counted by valgrind on one thread, for 300 and for 600
articles beside the clinic's own; the difference is what an article takes. Exit status 1 when a stage takes 5 % more than
`instructions.json` says; 5 % less is told as well, since the figure is then out of date. Without valgrind nothing is counted.
"""

import argparse
import json
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from processes import CommandFailed, run
from tools import REPOSITORY

FIGURES = Path(__file__).with_name("instructions.json")
FEW, MORE = 300, 600
LOUD = 0.05
# Stages of less are start and end of the program, which hardly depend on the articles.
LEAST = 2_000
# What runs before the first stage begins, then the stages as they are entered.
STAGES = ["start", "cache", "read", "index", "parse", "check", "render", "publish", "cache", "report"]
PROGRAM = "a start of the program, once"
ENTER = "*BuildProgressC5enter*"
SECONDS = 1_800


def linked(build: Path, program: Path) -> Path:
    """The release build's own object files once more, with Swift's library inside: valgrind crashes on the shared one. It also gives
    up on debugging information that is newer than itself, so that goes; the names of functions stay."""
    objects = build / "limber.product" / "Objects.LinkFileList"
    said = subprocess.run(["pkg-config", "--libs", "libcmark", "yaml-0.1"], check=False, capture_output=True, text=True)
    foundation = ["-lFoundationEssentials", "-l_FoundationCollections", "-l_FoundationCShims"]
    start = ["-Xlinker", "--defsym=main=LimberCommand_main"]
    command = ["swiftc", "-static-stdlib", "-emit-executable", f"@{objects}", "-o", program, *start]
    run([*command, *said.stdout.split(), *foundation], timeout=SECONDS)
    run(["strip", "--strip-debug", program], timeout=SECONDS)
    return program


def counted(articles: int, work: Path, limber: Path) -> dict[str, int]:
    """The instructions of each stage of one build."""
    site, profile = work / f"site-{articles}", work / f"profile-{articles}"
    generate = [sys.executable, Path(__file__).with_name("generate.py"), "--words", "clinic"]
    run([*generate, "--articles", str(articles), "--output", site], timeout=SECONDS)
    valgrind = ["valgrind", "--tool=callgrind", f"--dump-before={ENTER}", f"--callgrind-out-file={profile}"]
    build = [limber, "build", "--source", site, "--output", work / f"output-{articles}", "--today", "2026-01-01"]
    run([*valgrind, *build, "--jobs", "1", "--quiet"], timeout=SECONDS)
    dumps = sorted(work.glob(f"{profile.name}.*"), key=lambda path: int(path.suffix[1:])) + [profile]
    totals = [int(re.findall(r"^totals: (\d+)", dump.read_text(), re.MULTILINE)[0]) for dump in dumps if dump.exists()]
    if len(totals) != len(STAGES):
        raise CommandFailed(f"{len(totals)} parts were counted where a build has {len(STAGES)} stages")
    stages: dict[str, int] = {}
    for name, total in zip(STAGES, totals):
        stages[name] = stages.get(name, 0) + total
    return stages


def started(work: Path, limber: Path) -> int:
    """The instructions of a start, before the program does anything: what every command takes."""
    profile = work / "profile-start"
    run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", limber, "--version"], timeout=SECONDS)
    return int(re.findall(r"^totals: (\d+)", profile.read_text(), re.MULTILINE)[0])


def compiler() -> str:
    """The version of Swift, on which the figures depend."""
    said = subprocess.run(["swift", "--version"], check=False, capture_output=True, text=True).stdout
    found = re.search(r"Swift version (\d+\.\d+)", said)
    return f"Swift {found.group(1) if found else 'unknown'}, {platform.machine()}"


def compare(now: dict[str, int], program: int, figures: dict[str, object]) -> int:
    """Prints the table; 1 when a stage, or a start, takes more than it may."""
    known = figures.get("stages", {}) | {PROGRAM: figures.get("program")}
    same = figures.get("compiler") == compiler()
    if known and not same:
        print(f"The committed figures are from {figures.get('compiler')}, this is {compiler()}: nothing is held against them.")
    print(f"\n{'Instructions for one article':<34}{'now':>12}{'committed':>12}")
    loud: list[str] = []
    for name, count in [*now.items(), ("all", sum(now.values())), (PROGRAM, program)]:
        before = known.get(name)
        text = f"{name:<34}{count:>12,}" + (f"{before:>12,}" if before else "")
        if before and same and max(before, count) >= LEAST and abs(count / before - 1) > LOUD:
            change = f"{abs(count / before - 1):.0%} {'MORE' if count > before else 'LESS'}"
            text += f"   {change}"
            if count > before:
                loud.append(name)
        print(text)
    if loud:
        print(f"\nFAILED: {', '.join(loud)} takes more than {LOUD:.0%} more instructions than the committed figure.")
        print("Mend it, or say why in the commit that renews the figure: python3 Benchmarks/guard.py --update")
    return 1 if loud else 0


def main() -> int:
    """0 when no stage takes more than it did, else 1."""
    parser = argparse.ArgumentParser(description="Count the instructions of each stage for one article.")
    parser.add_argument("--update", action="store_true", help="write the committed figures anew")
    parser.add_argument("--build", type=Path, default=REPOSITORY / ".build/release", metavar="DIR", help="the release build")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where the sites are written")
    arguments = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("valgrind IS MISSING: the instructions of the stages are not counted.")
        return 0
    work = Path(tempfile.mkdtemp(prefix="limber-guard-", dir=arguments.work))
    try:
        program = linked(arguments.build, work / "limber")
        begin = started(work, program)
        few, more = (counted(number, work, program) for number in (FEW, MORE))
    except CommandFailed as error:
        print(f"The instructions could not be counted: {error}")
        return 1
    finally:
        shutil.rmtree(work, ignore_errors=True)
    now = {name: round((more[name] - few[name]) / (MORE - FEW)) for name in few}
    figures = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    status = compare(now, begin, figures)
    if arguments.update:
        figures = {"compiler": compiler(), "stages": {**now, "all": sum(now.values())}, "program": begin}
        FIGURES.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
