"""Every command of `docs/another-clinic.md` does what it says, one after another."""

import os
import re
import subprocess
import urllib.request
from pathlib import Path

from waiting import PATIENCE

REPOSITORY = Path(__file__).resolve().parents[2]
PERSON = {f"GIT_{who}_{what}": value for who in ["AUTHOR", "COMMITTER"] for what, value in [("NAME", "A. Editor"), ("EMAIL", "editor@clinic.example")]}


def commands() -> list[str]:
    text = (REPOSITORY / "docs/another-clinic.md").read_text(encoding="utf-8")
    return [line for block in re.findall(r"(?m)^```sh\n((?:.*\n)*?)```", text) for line in block.splitlines()]


def preview(folder: Path, environment: dict[str, str]) -> None:
    """The preview shows the home page."""
    running = subprocess.Popen(["limber", "serve", "--port", "0"], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout is not None
        lines = (re.search(r"http://127\.0\.0\.1:\d+/", line) for line in running.stdout)
        address = next(filter(None, lines), None)
        assert address, f"the preview ended with {running.wait()}"
        with urllib.request.urlopen(address[0], timeout=PATIENCE) as answer:
            assert "Hill Street Clinic" in answer.read().decode()
    finally:
        running.terminate()
        running.wait(timeout=PATIENCE)


def test_every_command(limber: Path, tmp_path: Path) -> None:
    environment = os.environ | PERSON | {"PATH": f"{limber.parent}:{os.environ['PATH']}"}
    folder, ran = tmp_path, 0
    for command in commands():
        if command.startswith("cd "):
            folder = folder / command.removeprefix("cd ")
        elif command == "limber serve":
            preview(folder, environment)
        else:
            run = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
            assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"
            assert "error" not in run.stderr, f"{command}\n{run.stderr}"
        ran += 1
    assert ran > 15
    assert "Hill Street Clinic" in (tmp_path / "www/index.html").read_text(encoding="utf-8")
    assert (folder / "Public/therapies/index.html").exists()
    assert (folder / "Public/conditions/pain-at-the-kneecap/programme/index.html").exists()
    assert (folder / "Public/conditions/knee-osteoarthritis/index.html").exists()
