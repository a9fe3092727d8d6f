"""The rounds: each tool builds the same site in turn, into a fresh folder each time."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import tools
from processes import CommandFailed, Sample, run

LARGE_ARTICLES = 100_000
LARGE = "Limber, large"
# Pages as long as Limber's are written by the floor; this if Limber is not there to be asked.
USUAL_PAGE_BYTES = 12_288


@dataclass
class Tool:
    """One program, how it is called and what was measured of it."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)
    page_bytes: list[int] = field(default_factory=list)

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
        self.unchanged: list[Sample] = []
        self.failed = False

    # Tools

    def find_tools(self) -> None:
        """Prepares each tool and says plainly which is missing."""
        # Hugo has no option for its number of threads; Go's runtime has.
        threads = {"GOMAXPROCS": str(self.arguments.jobs)}
        self._find("Limber", lambda: tools.limber() + self._limber_arguments("limber"))
        self._find("floor", lambda: tools.floor(self.work) + ["--jobs", str(self.arguments.jobs)])
        if not self.arguments.no_hugo:
            site = ["--source", str(self.work / "hugo"), "--destination", str(self.output), "--quiet"]
            cache = ["--cacheDir", str(self.work / "hugo-cache"), "--noBuildLock"]
            self._find("Hugo", lambda: tools.hugo() + site + cache, threads)

    def _limber_arguments(self, site: str) -> list[str]:
        places = ["build", "--source", str(self.work / site), "--output", str(self.output)]
        return places + ["--today", "2026-01-01", "--quiet", "--jobs", str(self.arguments.jobs)]

    def _find(self, name: str, command: Callable[[], list[str]], environment: dict[str, str] | None = None) -> None:
        say(f"Preparing {name} ...")
        try:
            self.tools[name] = Tool(name, command(), environment or {})
        except tools.ToolMissing as missing:
            say(f"{name} IS MISSING and is left out: {missing}")

    # Measuring

    def generate(self, articles: int, site: str, with_hugo: bool) -> None:
        """Writes the sites in a process of its own, so that its memory is not taken for a tool's."""
        command = self.generate_command(articles, site, with_hugo)
        say(f"Generating {articles:,} articles ...")
        run(command, timeout=self.arguments.timeout)

    def generate_command(self, articles: int, site: str, with_hugo: bool) -> list[str]:
        """The command line that writes the sites."""
        script = Path(__file__).resolve().parent / "generate.py"
        command = [sys.executable, str(script), "--articles", str(articles), "--seed", str(self.arguments.seed)]
        command += ["--output", str(self.work / site)]
        return command + (["--hugo", str(self.work / "hugo")] if with_hugo else [])

    def _clean(self, site: str = "limber") -> None:
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.work / site / ".limber", ignore_errors=True)

    def _build(self, tool: Tool) -> Sample:
        return run(tool.command, timeout=self.arguments.timeout, environment=tool.environment)

    def set_page_bytes(self) -> None:
        """Has Limber build once, unmeasured, and gives the floor program its bytes per page."""
        page_bytes = self.arguments.bytes_per_page or USUAL_PAGE_BYTES
        if limber := self.tools.get("Limber"):
            try:
                self._build(limber)
                page_bytes = self.arguments.bytes_per_page or tree_bytes(self.output) // self.arguments.articles
            except CommandFailed as error:
                self._drop(limber, error)
            self._clean()
        if floor := self.tools.get("floor"):
            floor.command += ["--bytes-per-page", str(max(1, page_bytes))]
            floor.command += [str(self.work / "limber" / "Content"), str(self.output)]

    def measure(self) -> None:
        """All rounds: each tool once, then again, so that a slow minute hits all of them."""
        for number in range(1, self.arguments.rounds + 1):
            for tool in list(self.tools.values()):
                try:
                    sample = self._build(tool)
                    tool.page_bytes.append(tree_bytes(self.output) // self.arguments.articles)
                    if tool.name == "Limber":
                        self.unchanged.append(self._build(tool))
                    tool.samples.append(sample)
                    say(f"Round {number}: {tool.name} {sample.seconds:.3f} s")
                except CommandFailed as error:
                    self._drop(tool, error)
                self._clean()

    def measure_large(self) -> Tool | None:
        """Limber alone on the large site."""
        if "Limber" not in self.tools:
            return None
        large = Tool(LARGE, tools.limber() + self._limber_arguments("large"))
        try:
            self.generate(LARGE_ARTICLES, "large", with_hugo=False)
        except CommandFailed as error:
            self._drop(large, error)
            return None
        for number in range(1, self.arguments.large_rounds + 1):
            try:
                large.samples.append(self._build(large))
                large.page_bytes.append(tree_bytes(self.output) // LARGE_ARTICLES)
                say(f"Round {number}: {large.name} {large.samples[-1].seconds:.3f} s")
            except CommandFailed as error:
                self._drop(large, error)
                return None
            finally:
                self._clean("large")
        return large

    def _drop(self, tool: Tool, error: CommandFailed) -> None:
        say(f"{tool.name} FAILED and is left out: {error}")
        self.tools.pop(tool.name, None)
        self.failed = True
