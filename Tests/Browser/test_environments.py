"""One set of bytes, whatever the machine is like: a site built in 50 environments has one manifest in all of them.

`make test` takes a few at random; `LIMBER_TEST_ALL=1` takes all.
"""

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
ALL = os.environ.get("LIMBER_TEST_ALL") == "1"
SEED = int(os.environ.get("LIMBER_SEED") or int.from_bytes(os.urandom(4)))
PARTS = ["Content", "Templates", "site.yaml"]


@dataclass
class Environment:
    """What differs from a build in a folder of its own, with an environment of nothing but a PATH."""

    # Added to the environment.
    variables: dict[str, str] = field(default_factory=dict)
    # Before the program: `nice`, for instance.
    prefix: list[str] = field(default_factory=list)
    arguments: list[str] = field(default_factory=list)
    # The name of the folder for the source.
    name: str = "source"
    # The folder that the source's folder is made in, rather than the test's own.
    below: str | None = None
    # How the source is named, from where.
    given: str = "{source}"
    cwd: str = "{folder}"
    # What is done to the source before, and in the process that becomes the program.
    prepare: Callable[[Path], None] = lambda source: None
    start: Callable[[], None] = lambda: None
    output: str = "pipe"


def old(source: Path) -> None:
    for path in source.rglob("*"):
        os.utime(path, (0, 0))


def future(source: Path) -> None:
    for path in source.rglob("*"):
        os.utime(path, (4_000_000_000, 4_000_000_000))


def backwards(source: Path) -> None:
    """The same files, made anew in the opposite order, so that folders list them in another."""
    for folder in [path for path in source.rglob("*") if path.is_dir()]:
        kept = {path.name: path.read_bytes() for path in sorted(folder.iterdir(), reverse=True) if path.is_file()}
        for name in kept:
            (folder / name).unlink()
        for name, content in kept.items():
            (folder / name).write_bytes(content)


def hard_links(source: Path) -> None:
    for path in [path for path in source.rglob("*") if path.is_file()]:
        os.link(path, source.parent / f"link-{len(list(source.parent.iterdir()))}")


def read_only(source: Path) -> None:
    for path in [*source.rglob("*"), source]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def executable(source: Path) -> None:
    for path in source.rglob("*"):
        path.chmod(0o777)


def spread(source: Path) -> None:
    """Files with holes take other blocks, and may be read in other pieces."""
    for path in [path for path in source.rglob("*.md")]:
        content = path.read_bytes()
        with path.open("wb", buffering=0) as file:
            for at in range(0, len(content), 7):
                file.write(content[at : at + 7])


def litter(source: Path) -> None:
    """What file managers and editors leave behind."""
    for name in [".DS_Store", "Content/.DS_Store", "Content/causes/.about.md.swp", ".git/HEAD", "notes.txt"]:
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text("x")


def limit(kind: int, most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(kind, (most, most))


ENVIRONMENTS = {
    **{f"LC_ALL={value}": Environment({"LC_ALL": value}) for value in ["C", "C.UTF-8", "en_US.UTF-8", "de_DE@euro", "tr_TR.UTF-8", "ja_JP.SJIS", "ar_EG.UTF-8", "no-such", ""]},
    **{f"LANG={value}": Environment({"LANG": value, "LANGUAGE": value}) for value in ["fr_FR.ISO8859-1", "th_TH", "az_AZ", "zh_CN.GB18030"]},
    **{f"TZ={value}": Environment({"TZ": value}) for value in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", ":/no/such", ""]},
    "HOME that is not there": Environment({"HOME": "/no/such"}),
    "HOME empty": Environment({"HOME": ""}),
    "TMPDIR that is not there": Environment({"TMPDIR": "/no/such"}),
    "SOURCE_DATE_EPOCH": Environment({"SOURCE_DATE_EPOCH": "1"}),
    "NO_COLOR": Environment({"NO_COLOR": "1"}),
    "colour forced": Environment({"CLICOLOR_FORCE": "1", "FORCE_COLOR": "3", "TERM": "xterm-256color", "COLORTERM": "truecolor"}),
    "TERM=dumb": Environment({"TERM": "dumb", "COLUMNS": "1", "LINES": "1"}),
    "on a server": Environment({"CI": "true", "GITHUB_ACTIONS": "true"}),
    "a thousand variables": Environment({f"V{number}": "x" * 50 for number in range(1000)}),
    "variables of a runtime": Environment({"MALLOC_PERTURB_": "165", "MALLOC_ARENA_MAX": "1", "POSIXLY_CORRECT": "1", "SWIFT_DETERMINISTIC_HASHING": "1"}),
    "umask 077": Environment(start=lambda: os.umask(0o077) and None),
    "umask 000": Environment(start=lambda: os.umask(0) and None),
    "source as .": Environment(given=".", cwd="{source}"),
    "source relative": Environment(given="source"),
    "source with a slash": Environment(given="{source}/"),
    "source with dots": Environment(given="{source}/Content/..", cwd="/"),
    "source in memory": Environment(below="/dev/shm"),
    "source on disk": Environment(below="/var/tmp"),
    "a name with spaces": Environment(name=" a  site 'of' \"ours\" "),
    "a name in Unicode": Environment(name="Ṡité–клиника–診療所–👩‍⚕️"),
    "a name that looks like options": Environment(name="--strict=$HOME;`x`"),
    "a name with a line break": Environment(name="a\nb"),
    "a long path": Environment(name="/".join(["x" * 200] * 12)),
    "files of 1970": Environment(prepare=old),
    "files of 2096": Environment(prepare=future),
    "files in another order": Environment(prepare=backwards),
    "files with hard links": Environment(prepare=hard_links),
    "files that are executable": Environment(prepare=executable),
    "files in pieces": Environment(prepare=spread),
    "litter": Environment(prepare=litter),
    "a source that is read-only": Environment(prepare=read_only, arguments=["--cache", "{folder}/cache", "--output", "{folder}/out"]),
    "32 descriptors": Environment(start=limit(resource.RLIMIT_NOFILE, 32)),
    "a small stack": Environment(start=limit(resource.RLIMIT_STACK, 1 << 20)),
    "one processor": Environment(prefix=["taskset", "-c", "0"]),
    "niceness 19": Environment(prefix=["nice", "-n", "19"]),
    "one job": Environment(arguments=["--jobs", "1"]),
    "seven jobs": Environment(arguments=["--jobs", "7"]),
    "standard input closed": Environment(start=lambda: os.close(0)),
    "standard output in a file": Environment(output="file"),
    "standard output full": Environment(output="/dev/full"),
    "JSON": Environment(arguments=["--format", "json"]),
    "its cache, checked": Environment(arguments=["--verify-cache"]),
}  # fmt: skip


def manifest(limber: Path, environment: Environment, folder: Path) -> str:
    """The manifest of the site, built in an environment."""
    for name in PARTS:
        assert (REPOSITORY / "Examples/knee-clinic" / name).exists()
    source = folder / environment.name
    source.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(REPOSITORY / "Examples/knee-clinic", source, ignore=shutil.ignore_patterns("Public", ".limber"))
    environment.prepare(source)
    names = {"source": str(source), "folder": str(folder)}

    def filled(text: str) -> str:
        return text.replace("{source}", names["source"]).replace("{folder}", names["folder"])

    listed = folder / "manifest"
    command = [*environment.prefix, str(limber), "build", "--today", "2026-11-28", f"--source={filled(environment.given)}", f"--manifest={listed}"]
    command += map(filled, environment.arguments)
    out = environment.output
    with open(folder / "output" if out == "file" else out if out != "pipe" else os.devnull, "wb") as file:
        run = subprocess.run(
            command, cwd=filled(environment.cwd), env={"PATH": os.environ["PATH"]} | environment.variables, preexec_fn=environment.start,
            stdout=subprocess.PIPE if out == "pipe" else file, stderr=subprocess.PIPE, timeout=1200, check=False,
        )  # fmt: skip
    assert run.returncode == 0 or (out == "/dev/full" and run.returncode == 74), f"status {run.returncode}: {run.stdout} {run.stderr}"
    return listed.read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="taskset, /dev/full and /dev/shm are Linux's")
def test_one_set_of_bytes(limber: Path, tmp_path: Path) -> None:
    wanted = manifest(limber, Environment(), tmp_path)
    assert len(wanted.splitlines()) > 50
    chosen = list(ENVIRONMENTS) if ALL else random.Random(SEED).sample(list(ENVIRONMENTS), 6)
    other = []
    for name in chosen:
        folder = Path(tempfile.mkdtemp(prefix="limber-", dir=ENVIRONMENTS[name].below or tmp_path))
        try:
            if manifest(limber, ENVIRONMENTS[name], folder) != wanted:
                other.append(name)
        except AssertionError as fault:
            other.append(f"{name}: {fault}")
        finally:
            for path in folder.rglob("*"):
                if path.is_dir():
                    path.chmod(0o755)
            shutil.rmtree(folder, ignore_errors=True)
    print(f"\ntest_environments: seed {SEED}, {len(chosen)} environments of {len(ENVIRONMENTS)}, {len(chosen) - len(other)} with the same bytes")
    assert len(ENVIRONMENTS) >= 50 and not other, "\n".join(other)
