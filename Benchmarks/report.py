"""The tables of a run, and the commands that print them again."""

import os
import platform
import shlex
import sys
from pathlib import Path
from statistics import median

import tools
from processes import Sample, own_peak_bytes
from rounds import LARGE, LARGE_ARTICLES, Benchmark, Tool, say


def report(benchmark: Benchmark, large: Tool | None) -> None:
    """Prints everything; `large` is Limber on the large site, if that was measured."""
    measured = [*benchmark.tools.values(), *([large] if large else [])]
    _report_tools(benchmark, measured)
    _report_ratios(benchmark, large)
    _report_commands(benchmark, measured)


def _report_tools(benchmark: Benchmark, measured: list[Tool]) -> None:
    say()
    say(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, {benchmark.arguments.jobs} threads")
    say(f"{'':<22}{'median s':>10}{'fastest':>10}{'slowest':>10}{'CPU s':>10}{'peak MB':>10}{'B per page':>12}")
    rows = [(tool.name, tool.samples, tool.page_bytes) for tool in measured]
    if benchmark.unchanged and "Limber" in benchmark.tools:
        rows.insert(1, ("Limber, unchanged", benchmark.unchanged, benchmark.tools["Limber"].page_bytes))
    for name, samples, page_bytes in rows:
        times = [sample.seconds for sample in samples]
        processor = median(sample.processor_seconds for sample in samples)
        peak = max(sample.peak_bytes for sample in samples)
        # Linux counts this program's pages for a child that never had as many itself.
        megabytes = f"<{own_peak_bytes() / 1e6:.0f}" if peak <= own_peak_bytes() else f"{peak / 1e6:.0f}"
        say(
            f"{name:<22}{median(times):>10.3f}{min(times):>10.3f}{max(times):>10.3f}"
            f"{processor:>10.3f}{megabytes:>10}{median(page_bytes):>12,.0f}"
        )


def _report_ratios(benchmark: Benchmark, large: Tool | None) -> None:
    limber, floor, hugo = (benchmark.tools.get(name) for name in ("Limber", "floor", "Hugo"))
    rows: list[tuple[str, list[float], str]] = []
    if limber and floor:
        rows.append(("Limber / floor", _pairs(limber.samples, floor.samples), "<= 1.5"))
    if limber and hugo:
        rows.append(("Hugo / Limber", _pairs(hugo.samples, limber.samples), ">= 15"))
    if hugo and floor:
        rows.append(("Hugo / floor", _pairs(hugo.samples, floor.samples), ""))
    if limber:
        rows.append(("unchanged / full build", _pairs(benchmark.unchanged, limber.samples), "<= 0.25"))
        rows.append(("Limber's peak, MB", [limber.peak_bytes / 1e6], "<= 300"))
    if limber and large:
        growth = LARGE_ARTICLES / benchmark.arguments.articles
        rows.append(("time per article, large / small", [large.seconds / limber.seconds / growth], "<= 1.2"))
        rows.append(("peak per article, large / small", [large.peak_bytes / limber.peak_bytes / growth], "<= 1"))
    if not rows:
        return
    say()
    say(f"{'':<34}{'median':>10}{'lowest':>10}{'highest':>10}   must be")
    for name, values, goal in rows:
        say(f"{name:<34}{median(values):>10.2f}{min(values):>10.2f}{max(values):>10.2f}   {goal}")


def _pairs(over: list[Sample], under: list[Sample]) -> list[float]:
    """The ratios of builds of the same round."""
    return [a.seconds / b.seconds for a, b in zip(over, under)]


def _report_commands(benchmark: Benchmark, measured: list[Tool]) -> None:
    say()
    say(f"All of the above is printed by\n  {shlex.join([Path(sys.executable).name, *sys.argv])}")
    say("which runs (WORK is its folder; --keep leaves it there)")
    commands = [benchmark.generate_command(benchmark.arguments.articles, "limber", "Hugo" in benchmark.tools)]
    if any(tool.name == LARGE for tool in measured):
        commands.append(benchmark.generate_command(LARGE_ARTICLES, "large", False))
    commands += [
        [f"{name}={value}" for name, value in tool.environment.items()] + tool.command for tool in measured
    ]
    for command in commands:
        line = shlex.join(command).replace(str(benchmark.work), "WORK").replace(f"{tools.REPOSITORY}/", "")
        say(f"  {line.replace(sys.executable, 'python3')}")
