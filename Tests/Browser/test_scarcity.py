"""A machine that has too little of something never loses the old site, and never says that it published what it did not.

Memory, descriptors, the size of files, processor time, and the room and the files of a small file system are taken away step by step, from
none at all to enough. What the disk refuses call by call is `FailingDiskTests`. A few steps each in `make test`; `LIMBER_TEST_ALL=1` takes all.
"""

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
ALL = os.environ.get("LIMBER_TEST_ALL") == "1"
SEED = int(os.environ.get("LIMBER_SEED") or int.from_bytes(os.urandom(4)))
MIB = 1 << 20

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these limits are Linux's")


def site_of(output: Path) -> dict[str, str]:
    """Every file of a published site, and its hash."""
    return {str(path.relative_to(output)): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(output.rglob("*")) if path.is_file()}


def build(limber: Path, source: Path, *arguments: str, start: Callable[[], None] | None = None) -> subprocess.CompletedProcess:
    command = [limber, "build", "--source", source, "--today", "2026-11-28", *arguments]
    # Swift's own report of a crash needs memory, too, and without it may try for ever to stop the program's threads.
    environment = os.environ | {"SWIFT_BACKTRACE": "enable=no"}
    return subprocess.run(command, capture_output=True, text=True, timeout=600, preexec_fn=start, check=False, env=environment)


class Scarce:
    """A site that was published, and changed since in every page, so that the next build publishes another."""

    def __init__(self, limber: Path, folder: Path, output: Path | None = None) -> None:
        self.limber, self.source = limber, folder / "source"
        self.output = output or self.source / "Public"
        shutil.copytree(REPOSITORY / "Examples/knee-clinic", self.source, ignore=shutil.ignore_patterns("Public", ".limber"))
        self.changed = folder / "changed"
        shutil.copytree(self.source, self.changed)
        settings = self.changed / "site.yaml"
        settings.write_text(settings.read_text().replace("name: Example Knee Clinic", "name: Another Knee Clinic"))
        assert build(limber, self.changed, "--output", str(folder / "new")).returncode == 0
        assert build(limber, self.source, "--output", str(self.output)).returncode == 0
        self.old, self.new = site_of(self.output), site_of(folder / "new")
        assert self.old != self.new
        shutil.copy(settings, self.source / "site.yaml")
        self.done: list[int] = []

    def attempt(self, what: str, start: Callable[[], None] | None = None, *arguments: str) -> int:
        """Builds with something scarce, judges what came of it, and gives the status."""
        run = build(self.limber, self.source, "--output", str(self.output), *arguments, start=start)
        found = site_of(self.output)
        self.done.append(run.returncode)
        if run.returncode == 0:
            assert found == self.new, f"{what}: status 0, and another site: {differences(found, self.new)}"
            # The next attempt begins where this one did.
            shutil.copy(REPOSITORY / "Examples/knee-clinic/site.yaml", self.source / "site.yaml")
            assert build(self.limber, self.source, "--output", str(self.output)).returncode == 0
            shutil.copy(self.changed / "site.yaml", self.source / "site.yaml")
        else:
            # A parser of YAML that gets no memory reports its file; the system may not even load the program.
            excused = any(words in run.stderr for words in ("(no memory)", "error while loading shared libraries"))
            assert run.returncode == 74 or run.returncode < 0 or excused, f"{what}: status {run.returncode}: {run.stderr}"
            assert found == self.old, f"{what}: status {run.returncode}, and the old site is not there: {differences(found, self.old)}"
            assert run.returncode < 0 or run.stderr, f"{what}: not a word"
        return run.returncode

    def recovers(self) -> None:
        """With enough of everything, the next build needs no help."""
        assert self.attempt("enough") == 0


def differences(found: dict[str, str], wanted: dict[str, str]) -> list[str]:
    return [name for name in sorted(found.keys() | wanted.keys()) if found.get(name) != wanted.get(name)][:10]


def some(steps: list[int], count: int = 5) -> list[int]:
    """All steps, or a few of them."""
    return steps if ALL else sorted(random.Random(SEED).sample(steps, min(count, len(steps))))


def limit(kind: int, most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(kind, (most, most))


def report(name: str, site: Scarce) -> None:
    kinds = {"published": lambda one: one == 0, "refused": lambda one: one > 0, "ended by a signal": lambda one: one < 0}
    print(f"\ntest_scarcity, {name}: seed {SEED}, " + ", ".join(f"{sum(map(test, site.done))} {kind}" for kind, test in kinds.items()))


@pytest.mark.parametrize("name", ["memory", "descriptors", "size of a file", "processor time"])
def test_limits(limber: Path, tmp_path: Path, name: str) -> None:
    """With too little to begin, the program says so; below 40 MB of addresses, the system cannot load it."""
    site = Scarce(limber, tmp_path)
    kind, steps = {
        "memory": (resource.RLIMIT_AS, [most * MIB for most in [*range(40, 140, 4), *range(140, 400, 20)]]),
        "descriptors": (resource.RLIMIT_NOFILE, list(range(3, 40))),
        "size of a file": (resource.RLIMIT_FSIZE, [0, 1, 100, 1000, 3000, *range(4000, 40000, 3000)]),
        "processor time": (resource.RLIMIT_CPU, [1]),
    }[name]
    for most in some(steps):
        site.attempt(f"{most} of {name}", limit(kind, most))
    site.recovers()
    report(name, site)


def test_ended_while_it_writes(limber: Path, tmp_path: Path) -> None:
    """A reader of the report that goes away (SIGPIPE), and a terminal that closes (SIGHUP)."""
    site = Scarce(limber, tmp_path)
    command = [limber, "build", "--source", site.source, "--today", "2026-11-28", "--output", site.output, "--format", "json"]
    for number in [signal.SIGHUP, signal.SIGPIPE, signal.SIGTERM, signal.SIGINT]:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process.send_signal(number)
        status = process.wait(timeout=600)
        found = site_of(site.output)
        assert found in (site.old, site.new) and (status != 0 or found == site.new), f"{number}: status {status}"
    shutil.copy(REPOSITORY / "Examples/knee-clinic/site.yaml", site.source / "site.yaml")
    assert build(limber, site.source, "--output", str(site.output)).returncode == 0
    assert site_of(site.output) == site.old


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    """Mounts, or says that this process may not."""
    folder.mkdir(exist_ok=True)
    if subprocess.run(["mount", *options, folder], capture_output=True, check=False).returncode != 0:
        pytest.skip("this process may not mount")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.mark.parametrize("name", ["bytes", "files"])
def test_small_file_system(limber: Path, tmp_path: Path, name: str) -> None:
    """The output is on a file system of its own, which has room for the old site, and less and less beside it."""
    folder = tmp_path / "small"
    with mounted(folder, "-t", "tmpfs", "tmpfs"):
        site = Scarce(limber, tmp_path, folder / "site")
        blocks = sum(-(-path.stat().st_size // 4096) for path in folder.rglob("*") if path.is_file())
        files = len(list(folder.rglob("*"))) + 1
        option, full = {"bytes": ("nr_blocks", blocks), "files": ("nr_inodes", files)}[name]
        for more in some([0, 1, 2, 5, 10, *range(20, full + 60, 15)]):
            resized = subprocess.run(["mount", "-o", f"remount,{option}={full + more}", folder], capture_output=True, check=False)
            if resized.returncode != 0:
                continue
            for _ in range(2):
                run = build(limber, site.source, "--output", str(site.output))
                found = site_of(site.output)
                site.done.append(run.returncode)
                wanted = site.new if run.returncode == 0 else site.old
                assert run.returncode in {0, 74} and found == wanted, f"{more} {name} more: status {run.returncode}: {differences(found, wanted)}\n{run.stderr}"
                if run.returncode == 0:
                    break
            if run.returncode == 0:
                break
        subprocess.run(["mount", "-o", f"remount,{option}={4 * full + 1000}", folder], check=True)
        assert build(limber, site.source, "--output", str(site.output)).returncode == 0
        assert site_of(site.output) == site.new
        report(f"small file system, {name}", site)


def test_source_on_a_read_only_mount(limber: Path, tmp_path: Path) -> None:
    """With a cache elsewhere it is built as any other; without one it is refused in words."""
    site = Scarce(limber, tmp_path)
    folder, out = tmp_path / "read-only", tmp_path / "out"
    shutil.rmtree(site.source / ".limber")
    with mounted(folder, "--bind", str(site.source)):
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        refused = build(limber, folder, "--output", str(out))
        assert refused.returncode == 74 and "Read-only file system" in refused.stderr and not out.exists(), refused.stderr
        assert build(limber, folder, "--output", str(out), "--cache", str(tmp_path / "cache")).returncode == 0
        assert site_of(out) == site.new
