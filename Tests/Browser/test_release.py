"""What `make release` makes, here of programs that are there already: the long build of its own is not repeated."""

import hashlib
import re
import subprocess
import tarfile
from pathlib import Path

import pytest
import yaml

from conftest import REPOSITORY

COMMANDS = ["addresses", "build", "check", "diff", "init", "move", "new", "publish", "schema", "serve", "tree"]


@pytest.fixture(scope="module")
def root(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the package installs."""
    folder = tmp_path_factory.mktemp("root")
    subprocess.run(["dpkg-deb", "--extract", next(release.glob("*.deb")), folder], check=True)
    return folder


def test_checksums(release: Path) -> None:
    lines = (release / "SHA256SUMS").read_text().splitlines()
    assert {line.split()[1] for line in lines} | {"SHA256SUMS"} == {file.name for file in release.iterdir()}
    for line in lines:
        digest, name = line.split()
        assert hashlib.sha256((release / name).read_bytes()).hexdigest() == digest


def test_notes_are_the_changelog(release: Path) -> None:
    notes = (release / "NOTES.md").read_text()
    assert notes.startswith("### Added") and notes.strip() in (REPOSITORY / "CHANGELOG.md").read_text()


def test_the_package(release: Path, root: Path) -> None:
    package = next(release.glob("*.deb"))
    said = subprocess.run(["dpkg-deb", "--field", package], capture_output=True, text=True, check=True).stdout
    fields = dict(line.split(": ", 1) for line in said.splitlines() if not line.startswith(" "))
    assert fields["Package"] == "limber" and re.fullmatch(r"libc6 \(>= 2\.\d+\), libgcc-s1, libstdc\+\+6", fields["Depends"])
    # One that is still to come sorts before the release itself.
    assert "-" not in fields["Version"]
    listed = subprocess.run(["dpkg-deb", "--contents", package], capture_output=True, text=True, check=True).stdout
    assert all(line.split()[1] == "root/root" for line in listed.splitlines())
    assert oct((root / "usr/bin/limber").stat().st_mode & 0o777) == "0o755"
    assert (root / "usr/share/doc/limber/copyright").stat().st_size > 5000


def test_the_programs_run_from_there(root: Path, tmp_path: Path) -> None:
    made = subprocess.run([root / "usr/bin/limber", "init", tmp_path / "clinic"], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    built = subprocess.run([root / "usr/bin/limber", "build", "--source", tmp_path / "clinic"], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    assert (root / "usr/bin/limber-preview").exists()
    version = subprocess.run([root / "usr/bin/limber", "--version"], capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r"\d+\.\d+\.\d+(-\w+)?( \(commit [0-9a-f]+ of \d{4}-\d\d-\d\d\))?\n", version)


def test_the_manual_page_names_every_command(root: Path) -> None:
    page = root / "usr/share/man/man1/limber.1.gz"
    source = subprocess.run(["gzip", "--decompress", "--stdout", page], capture_output=True, text=True, check=True).stdout
    assert re.findall(r"^\.Ss limber ([a-z]+)$", source, re.MULTILINE) == sorted(COMMANDS, key=source.index) or all(
        f".Ss limber {name}\n" in source for name in COMMANDS
    )
    assert ".It Fl \\-base\\-url Ar url" in source


def test_completion(root: Path) -> None:
    share = root / "usr/share"
    for place in ["bash-completion/completions/limber", "zsh/vendor-completions/_limber", "fish/vendor_completions.d/limber.fish"]:
        text = (share / place).read_text()
        assert all(name in text for name in COMMANDS), place
    bash = share / "bash-completion/completions/limber"
    subprocess.run(["bash", "-n", bash], check=True)


def test_the_archive_holds_the_same(release: Path, root: Path) -> None:
    with tarfile.open(next(release.glob("*.tar.gz"))) as tar:
        files = {"/".join(entry.name.split("/")[1:]): entry for entry in tar if entry.isfile()}
        assert set(files) == {str(file.relative_to(root / "usr")) for file in (root / "usr").rglob("*") if file.is_file()}
        program = tar.extractfile(files["bin/limber"])
        assert program is not None and program.read() == (root / "usr/bin/limber").read_bytes()


def test_exact_versions_are_built_with() -> None:
    manifest = (REPOSITORY / "Package.swift").read_text()
    lines = re.findall(r"\.package\((.*)\)", manifest)
    assert len(lines) == 2 and all(re.search(r'exact: "\d+\.\d+\.\d+"', line) for line in lines)


def test_the_workflow_runs_what_is_there() -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/release.yml").read_text())
    steps = [step["run"] for step in workflow["jobs"]["make"]["steps"] if "run" in step]
    assert "make release" in steps
    number = subprocess.run([REPOSITORY / "scripts/release", "--number"], capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r"\d+\.\d+\.\d+(-\w+)?\n", number)
    tested = next(step for step in steps if "--number" in step).replace("$GITHUB_REF_NAME", f"v{number.strip()}")
    subprocess.run(["sh", "-c", tested], cwd=REPOSITORY, check=True)
