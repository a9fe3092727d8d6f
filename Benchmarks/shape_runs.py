"""One run of Limber on a site of some shape, measured."""

import http.client
import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from processes import CommandFailed
from shape_sites import Shape

SECONDS = 600


@dataclass
class Run:
    """Processor seconds, the bytes read, written and reported, and the files read and written."""

    processor_seconds: float
    bytes_handled: int
    files: int


def sizes(folder: Path) -> tuple[int, int]:
    """The bytes and the number of all files below a folder."""
    lengths = [
        os.lstat(Path(root) / name).st_size
        for root, folders, names in os.walk(folder)
        if ".git" not in Path(root).parts
        for name in names
    ]
    return sum(lengths), len(lengths)


def run_shape(shape: Shape, site: Path, output: Path, limber: Path) -> Run:
    """Builds, checks, compares or shows the site once, without a cache. Raises `CommandFailed` when it cannot be done."""
    shutil.rmtree(output, ignore_errors=True)
    shutil.rmtree(site / ".limber", ignore_errors=True)
    read_bytes, read_files = sizes(site)
    if shape.action == "serve":
        seconds, reported = _serve(site, limber), 0
    else:
        seconds, reported = _run(shape.command(limber, site, output), output.with_name("report"), shape.statuses)
    if shape.action == "diff":
        # It reads the version before as well.
        read_bytes, read_files = 2 * read_bytes, 2 * read_files
    written_bytes, written_files = sizes(output) if output.exists() else (0, 0)
    return Run(seconds, read_bytes + written_bytes + reported, read_files + written_files)


def _run(command: list[str], report: Path, statuses: tuple[int, ...]) -> tuple[float, int]:
    with report.open("wb") as printed:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=printed, stderr=printed)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in statuses:
        last = report.read_text(errors="replace").splitlines()[-5:]
        raise CommandFailed(f"exit status {process.returncode}: {' / '.join(last)[:600]}")
    return usage.ru_utime + usage.ru_stime, report.stat().st_size


def _serve(site: Path, limber: Path) -> float:
    """The processor time of a preview until it shows its first page."""
    process = subprocess.Popen(
        [limber, "serve", "--source", site, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout is not None
        address = ""
        for line in process.stdout:
            if found := re.search(r"http://[^\s/]+:\d+", line):
                address = urlsplit(found.group()).netloc
                break
        end = time.monotonic() + SECONDS
        while address and time.monotonic() < end:
            connection = http.client.HTTPConnection(address, timeout=SECONDS)
            connection.request("GET", "/causes/", headers={"Host": address})
            response = connection.getresponse()
            if response.status == 200 and b"<main" in response.read():
                break
            connection.close()
            time.sleep(0.05)
        else:
            raise CommandFailed("the preview showed no page")
    finally:
        process.terminate()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime
