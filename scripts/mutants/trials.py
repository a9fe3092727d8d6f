"""Which suites reach which mutants, and whether one of them notices."""

import concurrent.futures
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
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
    return next((scratch / ".build/release").glob("*.xctest"))


def suites(scratch):
    """Each suite's name, such as `SiteTests.LinkFaultTests` or `LimberCommandTests.CommandTests/MoveTests`."""
    listed = subprocess.run(
        [bundle(scratch), "--testing-library", "swift-testing", "--list-tests"], check=True, capture_output=True, text=True
    ).stdout
    found = {line.rpartition("/")[0] for line in listed.splitlines() if re.match(r"\w+\.\w+/", line)}
    return sorted(name for name in found if not LEFT_OUT.search(name))


# A trial neither stands in the way of other work nor takes all memory; one that never ends is known by its seconds of computing, which
# do not depend on what else the machine does.
LIMITED = 'ulimit -t "$1"; ulimit -d 6000000 2>/dev/null; shift; exec nice -n 15 "$@"'


def run(scratch, names, number=None, reached=None, seconds=300.0):
    """Runs suites until a test fails. Gives back what was noticed (empty: nothing) and the seconds of computing it took."""
    environment = dict(os.environ, TMPDIR=tempfile.mkdtemp(prefix="limber-mutant-"))
    if number is not None:
        environment["LIMBER_MUTANT"] = str(number)
    if reached:
        environment["LIMBER_MUTANTS_REACHED"] = str(reached)
    filters = [part for name in names for part in ("--filter", rf"^{re.escape(name)}/[^/(]*[(]")]
    # In a group of its own, so that the programs it starts end with it.
    process = subprocess.Popen(
        ["/bin/sh", "-c", LIMITED, "sh", str(int(seconds)), bundle(scratch), "--testing-library", "swift-testing", *filters],
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

    # For what waits and computes nothing.
    timer = threading.Timer(120 + 10 * seconds, end, ["no end"])
    timer.start()
    noticed = ""
    for line in process.stdout:
        found = re.search(r"Test (.*?) recorded an issue", line)
        if found:
            noticed = found[1]
            end()
            break
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    status = process.returncode = os.waitstatus_to_exitcode(status)
    timer.cancel()
    end()
    shutil.rmtree(environment["TMPDIR"], ignore_errors=True)
    if status in (126, 127):
        raise RuntimeError(f"{bundle(scratch)} cannot be started")
    if not noticed and late:
        noticed = late[0]
    if not noticed and status != 0:
        noticed = "no end" if status in (-signal.SIGXCPU, -signal.SIGKILL) else f"status {status}"
    return noticed, usage.ru_utime + usage.ru_stime


def words(name):
    """The words of a name in Swift, as they begin: `ListPages` and `ListPageTests` have two in common."""
    found = {word.lower().removesuffix("s")[:5] for word in re.findall(r"[A-Z][a-z]{2,}", name)}
    return found - {"test", "site", "artic", "fault", "read", "reade"}


class Reach:
    """Which mutants each suite reaches, and how long it takes: measured without a mutant, `jobs` suites at a time. A suite that alone takes
    longer than `longest` seconds, or fails, is left out: what only that would notice survives, so that nothing is counted too well.
    All that was found out is remembered as long as the sources are the same, of each suite as long as its own file is."""

    def __init__(self, scratch, files, numbers, jobs, longest):
        memory = scratch / ".build/trials.json"
        known = json.loads(memory.read_text()) if memory.exists() else {}
        program = digest(path.encode() + b"\n" + (scratch / path).read_bytes() for path in sorted(files) if path.startswith("Sources/"))
        if known.get("program") != program:
            known = {"program": program, "suites": {}, "killed": {}, "unnoticed": {}}
        measured, self.killed, self.unnoticed = known["suites"], known["killed"], known["unnoticed"]
        self.lock = threading.Lock()

        def remember(place, key, value):
            with self.lock:
                place[key] = value
                memory.write_text(json.dumps(known))

        self.remember = remember
        names = suites(scratch)
        self.texts = texts(files, names)

        def measure(name):
            file = scratch / f".build/reached-{name.replace('/', '.')}"
            file.write_bytes(bytes(65536))
            noticed, seconds = run(scratch, [name], reached=file)
            if noticed:
                noticed, seconds = run(scratch, [name], reached=file)
            marks = file.read_bytes()
            file.unlink()
            reached = [one for one in numbers if marks[one]]
            remember(measured, name, {"noticed": noticed, "seconds": seconds, "reached": reached, "text": self.texts[name]})

        asked = [name for name in names if measured.get(name, {}).get("text") != self.texts[name]]
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            list(pool.map(measure, asked))
        self.seconds, self.mutants = {}, {}
        for name in names:
            suite = measured[name]
            if suite["noticed"]:
                print(f"Left out: {name} fails without a mutant: {suite['noticed']}", flush=True)
            elif suite["seconds"] > longest:
                print(f"Left out: {name} takes {suite['seconds']:.0f} s", flush=True)
            else:
                self.seconds[name], self.mutants[name] = suite["seconds"], set(suite["reached"])

    def rounds(self, number, path, budget):
        """The suites that reach a mutant of a file, in rounds, of which each takes three times as long as the one before, the first 4
        seconds: suites named like the file or its folder come first, then those that reach fewest mutants, which are about little else. Suites
        that together take more than `budget` seconds are left out."""
        about = words("".join(path.removesuffix(".swift").split("/")[-2:]))
        reaching = sorted(
            (name for name in self.seconds if number in self.mutants[name]),
            key=lambda name: (
                not about & words(re.split(r"[./]", name)[-1]), len(self.mutants[name]) // 40, self.seconds[name]
            ),
        )
        rounds, total, this, limit = [[]], 0.0, 0.0, 4.0
        for name in reaching:
            total += self.seconds[name]
            this += self.seconds[name]
            if total > budget and rounds[0]:
                break
            if this > limit and rounds[-1]:
                rounds.append([])
                this, limit = self.seconds[name], 3 * limit
            rounds[-1].append(name)
        return [names for names in rounds if names]


def digest(parts):
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part)
    return whole.hexdigest()


def texts(files, names):
    """What stands in the files in which a suite is declared or extended (suite → digest)."""
    declared = {}
    for path in sorted(files):
        if path.startswith("Tests/") and path.endswith(".swift"):
            for found in re.finditer(r"\b(?:struct|class|actor|enum|extension) (?:\w+\.)*(\w+)", files[path].decode()):
                declared.setdefault(found[1], set()).add(path)
    return {
        name: digest(files[path] for path in sorted(declared.get(re.split(r"[./]", name)[-1], []))) for name in names
    }


def verdict(scratch, reach, number, path, end, budget):
    """What noticed the mutant, or nothing; and how many suites were asked. None when that is asked after `end`. What was found out before
    is remembered, unless a suite has changed that was asked."""
    known = reach.killed.get(str(number))
    if known and all(reach.texts.get(name) == text for name, text in known["suites"].items()):
        return known["noticed"], 0
    passed = reach.unnoticed.get(str(number), {})
    asked = 0
    for names in reach.rounds(number, path, budget):
        asked += len(names)
        names = [name for name in names if passed.get(name) != reach.texts[name]]
        if not names:
            continue
        if time.monotonic() > end:
            return None
        noticed, _ = run(scratch, names, number, seconds=20 + 4 * sum(reach.seconds[name] for name in names))
        shown = {name: reach.texts[name] for name in names}
        if noticed:
            reach.remember(reach.killed, str(number), {"noticed": noticed, "suites": shown})
            return noticed, asked
        passed = passed | shown
        reach.remember(reach.unnoticed, str(number), passed)
    return "", asked
