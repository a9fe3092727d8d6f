"""Runs a command to its end and says how long it took and how much memory it had."""

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# ru_maxrss counts bytes on macOS, kibibytes elsewhere.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Sample:
    """One run: seconds from start to exit, processor seconds of all threads, peak resident bytes."""

    seconds: float
    processor_seconds: float
    peak_bytes: int


class CommandFailed(Exception):
    """The command could not start, ran out of time or exited with another status than 0."""


def own_peak_bytes() -> int:
    """The peak memory of this program, which Linux also counts as that of a smaller child."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT


def run(command: Sequence[str | Path], *, timeout: float, environment: Mapping[str, str] | None = None) -> Sample:
    """Runs `command` and measures it; `environment` is added to this program's own.

    Raises `CommandFailed` with the last lines of what the command printed.
    """
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                [str(word) for word in command],
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
            )
        except OSError as error:
            raise CommandFailed(str(error)) from error
        late = threading.Timer(timeout, process.kill)
        late.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        finally:
            late.cancel()
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            reason = f"exit status {process.returncode}"
            if seconds >= timeout:
                reason = f"stopped after {timeout:.0f} seconds"
            printed.seek(0)
            lines = printed.read().decode(errors="replace").splitlines()[-12:]
            raise CommandFailed("\n".join([reason] + [f"    {line}" for line in lines]))
    return Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS_UNIT)
