"""The rounds: each tool builds the same site in turn, into a fresh folder each time."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import tools
from limber_site import copy_clinic
from processes import CommandFailed, Sample, run

LARGE_ARTICLES = 100_000
# Pages as long as Limber's are written by the floor; this if Limber is not there to be asked.
USUAL_PAGE_BYTES = 12_288
TODAY = "2026-01-01"
CLINIC_BUILDS = 21


@dataclass
class Tool:
    """One program and how it is called, for each site by the words of its articles."""

    name: str
    command: Callable[[str], list[str]]
    environment: dict[str, str] = field(default_factory=dict)


@dataclass
class Row:
    """What one tool took for one site, round by round."""

    samples: list[Sample] = field(default_factory=list)
    page_bytes: int = 0

    @property
    def seconds(self) -> float:
        """The median time of a build."""
        return median(sample.seconds for sample in self.samples)

    @property
    def peak_bytes(self) -> int:
        """The highest peak of any build."""
        return max(sample.peak_bytes for sample in self.samples)


def tree_bytes(folder: Path) -> int:
    """The sum of the lengths of all files below `folder`."""
    return sum(os.lstat(Path(root) / name).st_size for root, _, names in os.walk(folder) for name in names)


def say(text: str = "") -> None:
    """Prints a line at once, so that a long run can be followed."""
    print(text, flush=True)


class Benchmark:
    """A run: the tools that are there, their samples, and `work`, the folder they work in."""

    def __init__(self, arguments: argparse.Namespace, work: Path) -> None:
        self.arguments = arguments
        self.work = work
        self.output = work / "output"
        self.tools: dict[str, Tool] = {}
        # By the words of the site, then by what was measured.
        self.rows: dict[str, dict[str, Row]] = {}
        # What Limber says of a build of each site: pages, warnings, stages.
        self.summaries: dict[str, dict[str, object]] = {}
        self.clinic = Row()
        self.large: Row | None = None
        self.failed = False

    # Tools

    def find_tools(self) -> None:
        """Prepares each tool and says plainly which is missing."""
        # Hugo has no option for its number of threads; Go's runtime has.
        threads = {"GOMAXPROCS": str(self.arguments.jobs)}
        self._find("floor", self._floor)
        self._find("Limber", lambda: (program := tools.limber()) and (lambda site: program + self._limber_options(site)))
        if not self.arguments.no_hugo:
            self._find("Hugo", self._hugo, threads)

    def _floor(self) -> Callable[[str], list[str]]:
        program = tools.floor(self.work)

        def command(site: str) -> list[str]:
            page_bytes = self.rows[site]["Limber"].page_bytes if site in self.rows else USUAL_PAGE_BYTES
            return program + [
                "--jobs", str(self.arguments.jobs), "--bytes-per-page", str(max(1, page_bytes)),
                str(self.work / site / "Content"), str(self.output),
            ]

        return command

    def _hugo(self) -> Callable[[str], list[str]]:
        program = tools.hugo()

        def command(site: str) -> list[str]:
            places = ["--source", str(self.work / f"{site}-hugo"), "--destination", str(self.output), "--quiet"]
            return program + places + ["--cacheDir", str(self.work / "hugo-cache"), "--noBuildLock"]

        return command

    def _limber_options(self, site: str) -> list[str]:
        places = ["build", "--source", str(self.work / site), "--output", str(self.output)]
        return places + ["--today", TODAY, "--quiet", "--jobs", str(self.arguments.jobs)]

    def _find(
        self, name: str, command: Callable[[], Callable[[str], list[str]]], environment: dict[str, str] | None = None
    ) -> None:
        say(f"Preparing {name} ...")
        try:
            self.tools[name] = Tool(name, command(), environment or {})
        except tools.ToolMissing as missing:
            say(f"{name} IS MISSING and is left out: {missing}")

    # Sites

    def generate(self, articles: int, site: str, words: str, with_hugo: bool) -> None:
        """Writes the sites in a process of its own, so that its memory is not taken for a tool's."""
        say(f"Generating {articles:,} articles, words: {words} ...")
        run(self.generate_command(articles, site, words, with_hugo), timeout=self.arguments.timeout)

    def generate_command(self, articles: int, site: str, words: str, with_hugo: bool) -> list[str]:
        """The command line that writes the sites."""
        script = Path(__file__).resolve().parent / "generate.py"
        command = [sys.executable, str(script), "--articles", str(articles), "--seed", str(self.arguments.seed)]
        command += ["--words", words, "--output", str(self.work / site)]
        return command + (["--hugo", str(self.work / f"{site}-hugo")] if with_hugo else [])

    def remove(self, site: str) -> None:
        """Makes room for the next."""
        if not self.arguments.keep:
            for name in (site, f"{site}-hugo"):
                shutil.rmtree(self.work / name, ignore_errors=True)

    def _clean(self, site: str) -> None:
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.work / site / ".limber", ignore_errors=True)

    # Measuring

    def _build(self, tool: Tool, site: str) -> Sample:
        return run(tool.command(site), timeout=self.arguments.timeout, environment=tool.environment)

    def look_at(self, site: str) -> None:
        """Has Limber build once, unmeasured: how long its pages are, and what it says of itself."""
        self.rows[site] = {name: Row() for name in ("floor", "Limber")}
        self.rows[site]["Limber"].page_bytes = self.arguments.bytes_per_page or USUAL_PAGE_BYTES
        if limber := self.tools.get("Limber"):
            command = [word for word in limber.command(site) if word != "--quiet"] + ["--timings", "--format", "json"]
            done = subprocess.run(command, check=False, capture_output=True, text=True)
            if done.returncode != 0:
                self._drop("Limber", CommandFailed(f"exit status {done.returncode}\n{done.stderr}{done.stdout[-2000:]}"))
            else:
                self.summaries[site] = json.loads(done.stdout.splitlines()[-1])["summary"]
                self.rows[site]["Limber"].page_bytes = (
                    self.arguments.bytes_per_page or tree_bytes(self.output) // self.arguments.articles
                )
            self._clean(site)

    def measure(self, site: str) -> None:
        """All rounds: each tool once, then again, so that a slow minute hits all of them."""
        for number in range(1, self.arguments.rounds + 1):
            for tool in list(self.tools.values()):
                try:
                    self._measure_once(tool, site, number)
                except CommandFailed as error:
                    self._drop(tool.name, error)
                self._clean(site)

    def _measure_once(self, tool: Tool, site: str, number: int) -> None:
        """A full build, then one with nothing changed, then one with an article edited. The floor has no cache."""
        rows = self.rows[site]
        samples = {tool.name: self._build(tool, site)}
        page_bytes = tree_bytes(self.output) // self.arguments.articles
        if tool.name != "floor":
            samples[f"{tool.name}, nothing changed"] = self._build(tool, site)
            folder = f"{site}-hugo/content" if tool.name == "Hugo" else f"{site}/Content"
            article = sorted((self.work / folder / "causes").glob("*.md"))[self.arguments.articles // 10]
            text = article.read_text(encoding="utf-8")
            article.write_text(f"{text}\nOne sentence more, in round {number}.\n", encoding="utf-8")
            try:
                samples[f"{tool.name}, one edited"] = self._build(tool, site)
            finally:
                article.write_text(text, encoding="utf-8")
        for name, sample in samples.items():
            row = rows.setdefault(name, Row())
            row.samples.append(sample)
            row.page_bytes = page_bytes
        say(f"Round {number}, {site}: {tool.name} {samples[tool.name].seconds:.3f} s")

    def measure_clinic(self) -> None:
        """Limber on the clinic's site alone, many times, since a build takes no time."""
        if "Limber" not in self.tools:
            return
        copy_clinic(tools.REPOSITORY, self.work / "alone")
        for _ in range(CLINIC_BUILDS):
            try:
                self.clinic.samples.append(self._build(self.tools["Limber"], "alone"))
            except CommandFailed as error:
                self._drop("Limber", error)
                return
            self._clean("alone")

    def measure_large(self, words: str) -> None:
        """Limber alone on the large site."""
        if "Limber" not in self.tools:
            return
        large = Row()
        try:
            self.generate(LARGE_ARTICLES, "large", words, with_hugo=False)
            for number in range(1, self.arguments.large_rounds + 1):
                large.samples.append(self._build(self.tools["Limber"], "large"))
                say(f"Round {number}, large: Limber {large.samples[-1].seconds:.3f} s")
                self._clean("large")
        except CommandFailed as error:
            self._drop("Limber", error)
            return
        self.large = large

    def _drop(self, name: str, error: CommandFailed) -> None:
        say(f"{name} FAILED and is left out: {error}")
        self.tools.pop(name, None)
        self.failed = True
