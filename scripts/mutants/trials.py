"""Which suites reach which mutants, and whether one of them notices."""

import concurrent.futures
import hashlib
import json
import os
import re
import signal
import subprocess
import threading
import time

# Left out: what reads the sources themselves, what measures time, and what takes minutes to show what does not change here.
LEFT_OUT = re.compile(
    r"^(?:ArchitectureTests|PreviewServerTests)\."
    r"|[./](?:KillTests|FailingDiskTests|SystemFailureTests|ComplexityTests|CostTests|HintCostTests|LimitTests|SizeTests"
    r"|SearchSizeTests|DifferentialTests|SpecificationTests|TemplateSpecificationTests|TemplatePropertyTests"
    r"|DiagnosticCodesTests|SourceCheckTests|LeftoverTests)$"
)


def bundle(scratch):
    return next((scratch / ".build/debug").glob("*.xctest"))


def suites(scratch):
    """Each suite's name, such as `SiteTests.LinkFaultTests` or `LimberCommandTests.CommandTests/MoveTests`."""
    listed = subprocess.run(
        ["swift", "test", "list", "--skip-build", "--package-path", scratch], check=True, capture_output=True, text=True
    ).stdout
    found = {line.rpartition("/")[0] for line in listed.splitlines() if re.match(r"\w+\.\w+/", line)}
    return sorted(name for name in found if not LEFT_OUT.search(name))


def run(scratch, names, number=None, reached=None, limit=300.0):
    """Runs suites until a test fails. Gives back what was noticed (empty: nothing) and the seconds it took."""
    environment = dict(os.environ)
    if number is not None:
        environment["LIMBER_MUTANT"] = str(number)
    if reached:
        environment["LIMBER_MUTANTS_REACHED"] = str(reached)
    filters = [part for name in names for part in ("--filter", rf"^{re.escape(name)}/[^/(]*[(]")]
    began = time.monotonic()
    # In a group of its own, so that the programs it starts end with it.
    process = subprocess.Popen(
        [bundle(scratch), "--testing-library", "swift-testing", *filters],
        cwd=scratch, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", start_new_session=True,
    )  # fmt: skip
    late = []

    def end(why=None):
        if why:
            late.append(why)
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    timer = threading.Timer(limit, end, [f"no end in {limit:.0f} s"])
    timer.start()
    noticed = ""
    for line in process.stdout:
        found = re.search(r"Test (.*?) recorded an issue", line)
        if found:
            noticed = found[1]
            end()
            break
    process.stdout.close()
    status = process.wait()
    timer.cancel()
    if not noticed and late:
        noticed = late[0]
    if not noticed and status != 0:
        noticed = f"status {status}"
    return noticed, time.monotonic() - began


def words(name):
    """The words of a name in Swift, as they begin: `ListPages` and `ListPageTests` have two in common."""
    return {word.lower()[:5] for word in re.findall(r"[A-Z][a-z]{2,}", name)} - {"tests", "site", "artic", "fault", "read", "reade"}


class Reach:
    """Which mutants each suite reaches, and how long it takes: measured without a mutant, `jobs` suites at a time, and remembered as long
    as the program is the same. A suite that alone takes longer than `longest` seconds, or fails, is left out: what only that would
    notice survives, so that nothing is counted too well."""

    def __init__(self, scratch, numbers, jobs, longest):
        program = hashlib.sha256((bundle(scratch)).read_bytes()).hexdigest()
        memory = scratch / ".build/reach.json"
        known = json.loads(memory.read_text()) if memory.exists() else {}
        if known.get("program") != program:
            known = {"program": program, "suites": {}}
        measured = known["suites"]
        self.killed = known.setdefault("killed", {})
        self.remember = lambda: memory.write_text(json.dumps(known))

        def measure(name):
            file = scratch / f".build/reached-{name.replace('/', '.')}"
            file.write_bytes(bytes(65536))
            noticed, seconds = run(scratch, [name], reached=file)
            marks = file.read_bytes()
            file.unlink()
            measured[name] = {"noticed": noticed, "seconds": seconds, "reached": [one for one in numbers if marks[one]]}
            self.remember()

        names = suites(scratch)
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            list(pool.map(measure, [name for name in names if name not in measured]))
        self.seconds, self.mutants = {}, {}
        for name in names:
            suite = measured[name]
            if suite["noticed"]:
                print(f"Left out: {name} fails without a mutant: {suite['noticed']}", flush=True)
            elif suite["seconds"] > longest:
                print(f"Left out: {name} takes {suite['seconds']:.0f} s", flush=True)
            else:
                self.seconds[name], self.mutants[name] = suite["seconds"], set(suite["reached"])

    def rounds(self, number, path, quick, budget):
        """The suites that reach a mutant of a file, in two rounds, of which the first takes `quick` seconds: suites named like the file
        or its folder come first, then those that reach fewest mutants, which are about little else. Suites that together take more than `budget`
        seconds are left out."""
        about = words("".join(path.removesuffix(".swift").split("/")[-2:]))
        reaching = sorted(
            (name for name in self.seconds if number in self.mutants[name]),
            key=lambda name: (
                not about & words(re.split(r"[./]", name)[-1]), len(self.mutants[name]) // 40, self.seconds[name]
            ),
        )
        rounds, total = [[], []], 0.0
        for name in reaching:
            total += self.seconds[name]
            if total > budget and rounds[0]:
                break
            rounds[bool(rounds[0]) and total > quick].append(name)
        return [names for names in rounds if names]


def verdict(scratch, reach, number, path, end, budget, quick=6.0):
    """What noticed the mutant, or nothing; and how many suites were asked. None when that is asked after `end`. What this very program
    has shown once is remembered."""
    if str(number) in reach.killed:
        return reach.killed[str(number)], 0
    if time.monotonic() > end:
        return None
    rounds = reach.rounds(number, path, quick, budget)
    for names in rounds:
        expected = sum(reach.seconds[name] for name in names)
        noticed, _ = run(scratch, names, number=number, limit=30 + 5 * expected)
        if noticed:
            reach.killed[str(number)] = noticed
            reach.remember()
            return noticed, len(names)
    return "", sum(map(len, rounds))
