"""The tables of a run, and the commands that print them again."""

import os
import platform
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import tools
from processes import own_peak_bytes
from rounds import LARGE_ARTICLES, Benchmark, Row, say
from vocabulary import FEW, MANY

WORDS = {"few": f"{len(FEW)} words", "many": f"{MANY:,} words", "clinic": "the clinic's words"}

# In Limber's time and nobody else's. Nothing of it is switched off.
ONLY_LIMBER = [
    "relations and links are proven both ways, with fragments, citations and every name in the front matter",
    "titles and synonyms that the text mentions become links",
    "each page lists the pages whose text links to it (Hugo's list has relations only)",
    "warnings about words: hard sections, long sentences, claims, words to explain, vague links, unread Markdown",
    "a program to print for each cause, with the steps of its exercises",
    "the search: an index of every section of every page",
    "the symptom checker with its proof and its vignettes, red flags, and the state of the clinical review",
]


@dataclass
class Aim:
    """A row of DESIGN's table: what was measured, and what it must be."""

    name: str
    values: list[float]
    at_most: float | None = None
    at_least: float | None = None

    @property
    def is_missed(self) -> bool:
        """Whether the median is on the wrong side."""
        value = median(self.values)
        return (self.at_most is not None and value > self.at_most) or (
            self.at_least is not None and value < self.at_least
        )

    def line(self) -> str:
        """The row, a miss printed as one."""
        goal = f"<= {self.at_most:g}" if self.at_most is not None else f">= {self.at_least:g}" if self.at_least else ""
        verdict = "MISSED" if self.is_missed else ""
        return (
            f"{self.name:<52}{median(self.values):>9.2f}{min(self.values):>9.2f}{max(self.values):>9.2f}"
            f"   {goal:<8}{verdict}"
        ).rstrip()


def report(benchmark: Benchmark) -> int:
    """Prints everything; how many aims were missed."""
    say()
    say(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, {benchmark.arguments.jobs} threads")
    for site, rows in benchmark.rows.items():
        _report_site(benchmark, site, rows)
    aims = _aims(benchmark)
    say()
    if benchmark.arguments.articles != 10_000:
        say("What it must be is meant for 10,000 articles.")
    say(f"{'':<52}{'median':>9}{'lowest':>9}{'highest':>9}   must be")
    for aim in aims:
        say(aim.line())
    if "Hugo" in benchmark.tools:
        say()
        say("In Limber's time, and nothing that Hugo has:")
        for line in ONLY_LIMBER:
            say(f"  - {line}")
    _report_stages(benchmark)
    _report_commands(benchmark)
    return sum(aim.is_missed for aim in aims)


def _report_site(benchmark: Benchmark, site: str, rows: dict[str, Row]) -> None:
    summary = benchmark.summaries.get(site, {})
    pages = f", {summary['pages']:,} pages, {summary['warnings']:,} warnings" if summary else ""
    say()
    say(f"{WORDS[site]}: {benchmark.arguments.articles:,} articles{pages}")
    say(f"{'':<26}{'median s':>10}{'fastest':>10}{'slowest':>10}{'CPU s':>10}{'peak MB':>10}{'B per page':>12}")
    for name, row in rows.items():
        if not row.samples:
            continue
        times = [sample.seconds for sample in row.samples]
        processor = median(sample.processor_seconds for sample in row.samples)
        # Linux counts this program's pages for a child that never had as many itself.
        own = own_peak_bytes()
        megabytes = f"<{own / 1e6:.0f}" if row.peak_bytes <= own else f"{row.peak_bytes / 1e6:.0f}"
        say(
            f"{name:<26}{median(times):>10.3f}{min(times):>10.3f}{max(times):>10.3f}"
            f"{processor:>10.3f}{megabytes:>10}{row.page_bytes:>12,.0f}"
        )


def _aims(benchmark: Benchmark) -> list[Aim]:
    aims: list[Aim] = []

    def ratios(name: str, over: str, under: str, *, at_most: float | None = None, at_least: float | None = None) -> None:
        for site, rows in benchmark.rows.items():
            pairs = zip(rows.get(over, Row()).samples, rows.get(under, Row()).samples)
            values = [above.seconds / below.seconds for above, below in pairs]
            if values:
                aims.append(Aim(f"{name}, {WORDS[site]}", values, at_most, at_least))

    ratios("full build / floor", "Limber", "floor", at_most=2.0)
    ratios("one edited / floor", "Limber, one edited", "floor", at_most=0.75)
    ratios("nothing changed / floor", "Limber, nothing changed", "floor", at_most=0.5)
    ratios("Hugo / full build", "Hugo", "Limber", at_least=10)
    ratios("Hugo / Limber, nothing changed", "Hugo, nothing changed", "Limber, nothing changed")
    ratios("Hugo / Limber, one edited", "Hugo, one edited", "Limber, one edited")
    for site, rows in benchmark.rows.items():
        if rows["Limber"].samples:
            aims.append(Aim(f"peak MB, {WORDS[site]}", [rows["Limber"].peak_bytes / 1e6], at_most=300))
    if benchmark.clinic.samples:
        aims.append(Aim("the clinic's site, ms", [s.seconds * 1000 for s in benchmark.clinic.samples], at_most=60))
    last = benchmark.rows[next(reversed(benchmark.rows))]["Limber"] if benchmark.rows else Row()
    if benchmark.large and last.samples:
        growth = LARGE_ARTICLES / benchmark.arguments.articles
        aims.append(Aim("time per article, 100,000", [benchmark.large.seconds / last.seconds / growth], at_most=1.2))
        aims.append(Aim("peak per article, 100,000", [benchmark.large.peak_bytes / last.peak_bytes / growth], at_most=1))
    return aims


def _report_stages(benchmark: Benchmark) -> None:
    """Where one build of each site spent its time, as Limber says itself."""
    for site, summary in benchmark.summaries.items():
        timings = summary["timings"]
        say()
        say(f"{'Stages, ' + WORDS[site]:<26}{'wall s':>10}{'CPU s':>10}{'articles/s':>12}")
        for stage in timings["stages"]:
            say(
                f"{stage['stage']:<26}{stage['seconds']:>10.3f}{stage['cpu-seconds']:>10.3f}"
                f"{stage['articles-per-second']:>12,}"
            )


def _report_commands(benchmark: Benchmark) -> None:
    say()
    say(f"All of the above is printed by\n  {shlex.join([Path(sys.executable).name, *sys.argv])}")
    say("which runs (WORK is its folder; --keep leaves it there)")
    for site in benchmark.rows:
        commands = [benchmark.generate_command(benchmark.arguments.articles, site, site, "Hugo" in benchmark.tools)]
        commands += [
            [f"{name}={value}" for name, value in tool.environment.items()] + tool.command(site)
            for tool in benchmark.tools.values()
        ]
        for command in commands:
            line = shlex.join(command).replace(str(benchmark.work), "WORK").replace(f"{tools.REPOSITORY}/", "")
            say(f"  {line.replace(sys.executable, 'python3')}")
