"""Commands of `docs/publishing.md` do what the page says: a reviewer's day, content elsewhere, copies to a server and to an object storage."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import REPOSITORY
from real_servers import reserved_port, running
from test_workflows import change, clinic
from workflow_steps import BASH, PERSON

__all__ = ["clinic"]


def section(heading: str) -> list[tuple[str, str, str]]:
    """The blocks of a section: what stands in the line before, the language, and the text."""
    text = (REPOSITORY / "docs/publishing.md").read_text(encoding="utf-8")
    found = re.search(rf"(?ms)^(#+) {re.escape(heading)}\n(.*?)(?=^#{{2,3}} |\Z)", text)
    assert found, heading
    return re.findall(r"(?m)^(.*)\n\n```(\w+)\n((?:.*\n)*?)```", found[2])


def shell(limber: Path, command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | PERSON | {"PATH": f"{limber.parent}:{os.environ['PATH']}"} | variables
    run = subprocess.run([*BASH, command], cwd=folder, env=environment, capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"
    return run


def files(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_a_reviewers_day(clinic: Path, limber: Path) -> None:
    www, printed, seen, reports, ran = clinic.parent / "www", "", [], [], 0
    for before, language, text in section("A reviewer's day"):
        if language == "sh":
            for command in text.splitlines():
                printed = shell(limber, command, clinic).stdout
                ran += 1
                if command.startswith("limber publish"):
                    seen.append((www / "about/index.html").read_text(encoding="utf-8"))
        elif language == "diff":
            (name,) = re.findall(r"`(Content/\S+)`:$", before)
            lines = text.splitlines()
            old, new = ("\n".join(line[1:] for line in lines if line[0] in signs) for signs in (" -", " +"))
            change(clinic / name, old, new)
        else:
            assert language == "text"
            assert re.sub(r"\([0-9a-f]{10}\)", "(COMMIT)", printed) == re.sub(r"\([0-9a-f]{10}\)", "(COMMIT)", text)
            reports.append(printed)
    assert ran == 23
    # What was lowered stands before every other change.
    lowered, mended = reports
    assert re.search(r"(?m)^    \S.*", lowered)[0].startswith("    !! LESS URGENT: soon instead of urgent.")  # type: ignore[index]
    assert "none marked !!" in mended and "ADVICE" in mended
    before, after, back, again = ("Each page says whether" in page for page in seen)
    assert (before, after, back, again) == (False, True, False, False)
    calf = (clinic / "Content/red-flags.yaml").read_text(encoding="utf-8").split("rf-calf:")[1]
    assert re.search(r"level: (\w+)", calf)[1] == "urgent"  # type: ignore[index]
    assert www.is_symlink() and "/about/\n" in (clinic / "addresses.txt").read_text()


def test_content_elsewhere(clinic: Path, limber: Path) -> None:
    around = clinic.parent
    shutil.rmtree(clinic / ".build")
    before = files(clinic)
    (_, _, commands), (_, _, update) = section("Content elsewhere")
    check, build, diff, addresses = commands.splitlines()
    for command in [check, build]:
        shell(limber, command, around)
    assert files(clinic) == before, "a check or build has written into the source"
    assert (around / "www/clinic/index.html").exists() and (around / "cache/clinic").is_dir()
    assert "nothing changed for readers" in shell(limber, diff, around).stdout
    shell(limber, addresses, around)
    assert shell(limber, "git status --short", clinic).stdout.split() == ["??", "addresses.txt"]
    shell(limber, update, around)
    assert len((around / "before.sha256").read_text().splitlines()) > 50
    # Another clone in another place finds all that the first one left.
    shell(limber, "git clone --quiet origin.git elsewhere", around)
    again = shell(limber, build.replace("--source clinic", "--source elsewhere") + " --timings", around)
    assert re.search(r"Cache: (\d+) of \1 articles found in it, 0 not\.", again.stderr), again.stderr


def published(limber: Path, source: Path) -> Path:
    shell(limber, "limber build", source)
    return source / "Public"


def test_rsync(clinic: Path, limber: Path) -> None:
    if shutil.which("rsync") is None:
        pytest.fail("rsync is not installed; `scripts/install test` installs it.")
    server = clinic.parent / "server/clinic"
    server.mkdir(parents=True)
    ssh = clinic.parent / "ssh"
    ssh.write_text('#!/bin/sh\nexpr "$1" = server > /dev/null || exit 1\nshift\nexec "$@"\n')
    ssh.chmod(0o755)
    ((_, _, commands),) = section("rsync")
    commands = commands.replace("/var/www/clinic", str(server))
    public = published(limber, clinic)
    shell(limber, commands, clinic, RSYNC_RSH=str(ssh))
    expected = files(public)
    del expected[".limber-output"]
    assert files(server) == expected
    # What did not change is not copied; what is gone goes, after everything else has come.
    change(clinic / "Content/pages/about.md", "This site is for learning.", "This site is for reading.")
    (clinic / "Content/faqs/can-i-keep-walking.md").unlink()
    for file in clinic.rglob("Content/**/*.md"):
        file.write_text(re.sub(r"(?m)^faqs: .*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    published(limber, clinic)
    told = shell(limber, commands.replace("--archive", "--archive --itemize-changes"), clinic, RSYNC_RSH=str(ssh)).stdout.splitlines()
    expected = files(public)
    del expected[".limber-output"]
    assert files(server) == expected and not (server / "faqs/can-i-keep-walking").exists()
    changes = [line for line in told if line[1] == "f" and "+" not in line]
    assert any("about/index.html" in line for line in changes) and not any("stiff-knee" in line for line in changes)
    assert min(place for place, line in enumerate(told) if line.startswith("*deleting")) > max(place for place, line in enumerate(told) if line[1] == "f")


def test_object_storage(clinic: Path, limber: Path, tmp_path: Path) -> None:
    # Beside this Python, where `make test` installs both.
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    server = shutil.which("moto_server", path=path)
    if server is None or shutil.which("aws", path=path) is None:
        pytest.fail("moto_server and aws are not installed; `make test` installs them.")
    ((_, _, commands),) = section("Object storage")
    keys = {"PATH": f"{limber.parent}:{path}", "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true", "HOME": str(tmp_path)}
    with reserved_port() as port, running([server, "-H", "127.0.0.1", "-p", str(port)], port, tmp_path / "log") as address:
        keys["AWS_ENDPOINT_URL"] = address

        def objects() -> dict[str, dict]:
            listed = json.loads(shell(limber, "aws s3api list-objects-v2 --bucket clinic-site --output json", clinic, **keys).stdout)
            return {one["Key"]: one for one in listed["Contents"]}

        def head(key: str) -> tuple[str, str]:
            told = json.loads(shell(limber, f"aws s3api head-object --bucket clinic-site --key '{key}' --output json", clinic, **keys).stdout)
            return told["ContentType"], told["CacheControl"]

        def check() -> None:
            shell(limber, commands, clinic, **keys)
            expected = {file for file in files(clinic / "Public") if not file.startswith(("_", ".limber-output"))}
            there = objects()
            assert there.keys() == expected
            for name in expected:
                # Of an object that came in one part, this is what S3 calls its ETag.
                digest = hashlib.md5((clinic / "Public" / name).read_bytes()).hexdigest()  # noqa: S324
                assert there[name]["ETag"].strip('"') == digest, name

        shell(limber, "aws s3 mb s3://clinic-site", clinic, **keys)
        # A clock that is ahead of the bucket's makes every file look newer than its copy.
        for file in published(limber, clinic).rglob("*"):
            os.utime(file, (time.time() + 3600,) * 2)
        check()
        assert head("about/index.html") == ("text/html; charset=utf-8", "no-cache")
        assert head("404.html") == ("text/html; charset=utf-8", "no-cache")
        assert head("site.webmanifest") == ("application/manifest+json", "no-cache")
        style = next(name for name in objects() if name.endswith(".css"))
        assert head(style) == ("text/css", "public, max-age=31536000, immutable")
        # An older page of the same size, and one that is gone.
        page = clinic / "Public/about/index.html"
        size = page.stat().st_size
        change(page, "This site is for learning.", "This site is for thinking.")
        assert page.stat().st_size == size
        os.utime(page, (1_600_000_000, 1_600_000_000))
        (clinic / "Public/faqs/can-i-keep-walking/index.html").unlink()
        check()
