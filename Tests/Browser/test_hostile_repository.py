"""`limber diff` in a repository that somebody else set up: nothing that its settings name is run."""

import shutil
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
# Settings of git that name a program; `@` is the program.
SETTINGS = {
    "core.fsmonitor": "@", "core.pager": "@", "core.sshCommand": "@", "diff.external": "@", "diff.evil.textconv": "@", "filter.evil.smudge": "@",
    "filter.evil.process": "@", "core.editor": "@", "alias.rev-parse": "!@", "alias.checkout-index": "!@", "credential.helper": "!@", "core.askPass": "@",
}  # fmt: skip
HOOKS = ["post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc"]


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@a.example", *arguments], check=True, capture_output=True)


@pytest.mark.parametrize("kind", ["its own", "a bare one inside"])
def test_diff_runs_nothing(limber: Path, tmp_path: Path, kind: str) -> None:
    source, ran = tmp_path / "site", tmp_path / "ran"
    ran.mkdir()
    if kind == "its own":
        shutil.copytree(REPOSITORY / "Examples/starter", source, ignore=shutil.ignore_patterns("Public", ".limber"))
        git(tmp_path, "init", "--quiet", str(source))
        settings = source / ".git"
    else:
        # What a pull request can carry: the files of a repository, in a folder of another name.
        git(tmp_path, "init", "--quiet", "--bare", str(source))
        shutil.copytree(REPOSITORY / "Examples/starter", source, ignore=shutil.ignore_patterns("Public", ".limber"), dirs_exist_ok=True)
        git(source, "config", "core.bare", "false")
        git(source, "config", "core.worktree", ".")
        settings = source
    (source / ".gitattributes").write_text("*.md filter=evil diff=evil\n")
    git(source, f"--git-dir={settings}", f"--work-tree={source}", "add", ".gitattributes", "Content", "Templates", "site.yaml")
    git(source, f"--git-dir={settings}", f"--work-tree={source}", "commit", "--quiet", "-m", "A site")
    evil = tmp_path / "evil"
    evil.write_text(f'#!/bin/sh\ntouch "{ran}/$1"\nexit 1\n')
    evil.chmod(0o755)
    (tmp_path / "hooks").mkdir()
    for hook in HOOKS:
        (tmp_path / "hooks" / hook).write_text(f'#!/bin/sh\ntouch "{ran}/{hook}"\n')
        (tmp_path / "hooks" / hook).chmod(0o755)
    with (settings / "config").open("a") as file:
        for name, value in SETTINGS.items():
            section, _, key = name.rpartition(".")
            head, _, sub = section.partition(".")
            file.write(f'[{head}{f" {chr(34)}{sub}{chr(34)}" if sub else ""}]\n\t{key} = "{value.replace("@", f"{evil} {name}")}"\n')
        file.write(f"[core]\n\thooksPath = {tmp_path}/hooks\n")
    subprocess.run([limber, "diff", "HEAD", "--source", source], capture_output=True, timeout=300, check=False)
    assert [path.name for path in ran.iterdir()] == []
