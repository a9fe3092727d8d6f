"""What `make release` makes, here of programs that are there already: the long build of its own is not repeated."""

import hashlib
import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
import yaml

from conftest import REPOSITORY
from workflow_steps import Job

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


# The workflow that releases: each job in a folder of its own, with what the one before kept.

RELEASING = yaml.safe_load((REPOSITORY / ".github/workflows/release.yml").read_text(encoding="utf-8"))["jobs"]
GH = '''#!/bin/sh
printf '%s\\n' "$@" > "$TOLD"
'''


def test_the_workflow_makes_what_the_tag_says(release: Path, tmp_path: Path) -> None:
    number = subprocess.run([REPOSITORY / "scripts/release", "--number"], capture_output=True, text=True, check=True).stdout.strip()
    for place in ["scripts/release", "Sources/LimberCommand/Version.swift"]:
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / place, tmp_path / place)
    shutil.copytree(release, tmp_path / f".build/release-{number}")
    (tmp_path / ".build/release").mkdir()
    job = Job(tmp_path, tmp_path / "home", {}, elsewhere=("apt-get ", "make release"), variables={"GITHUB_REF_NAME": f"v{number}"})
    assert job.run(RELEASING["make"]["steps"]), job.said
    kept = tmp_path / str(next(values["path"] for values in job.used.values() if "path" in values))
    # A hidden folder would be left out, and a pattern would keep the folders behind its first star.
    assert kept.name == "release" and {file.name for file in kept.iterdir()} == {file.name for file in release.iterdir()}
    job = Job(tmp_path, tmp_path / "home", {}, elsewhere=("apt-get ",), variables={"GITHUB_REF_NAME": f"v{number}.1"})
    assert not job.run(RELEASING["make"]["steps"]) and job.outcomes["make release"] == "skipped"


def test_the_workflow_tries_what_it_made(release: Path, root: Path, tmp_path: Path) -> None:
    """With the program that the package installs; the release's own workflow does it where nothing else is."""
    shutil.copytree(release, tmp_path / "release")
    variables = {"PATH": f"{root}/usr/bin:/usr/bin:/bin"}
    job = Job(tmp_path, tmp_path / "home", {}, elsewhere=("apt-get ",), variables=variables)
    assert job.run(RELEASING["try"]["steps"]), job.said
    assert "no files new or changed" in job.said and "<h1" in job.said
    next((tmp_path / "release").glob("*.deb")).write_bytes(b"replaced")
    job = Job(tmp_path, tmp_path / "home", {}, elsewhere=("apt-get ",), variables=variables)
    assert not job.run(RELEASING["try"]["steps"]) and job.outcomes["Serve"] == "skipped"


@pytest.mark.parametrize(("tag", "is_early"), [("v1.0.0", False), ("v1.1.0-rc1", True)])
def test_the_workflow_publishes_what_was_tried(tag: str, is_early: bool, release: Path, tmp_path: Path) -> None:
    assert [RELEASING[name]["needs"] for name in ["try", "publish"]] == ["make", "try"]
    for runner in RELEASING["make"]["strategy"]["matrix"]["runner"]:
        (tmp_path / "parts" / runner).mkdir(parents=True)
        for file in release.iterdir():
            name = re.sub(r"amd64|x86_64", "other", file.name) if runner.endswith("-arm") else file.name
            shutil.copy(file, tmp_path / "parts" / runner / name)
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "gh").write_text(GH)
    (programs / "gh").chmod(0o755)
    variables = {"PATH": f"{programs}:{os.environ['PATH']}", "GITHUB_REF_NAME": tag, "GITHUB_REPOSITORY": "owner/limber", "TOLD": str(tmp_path / "told")}
    job = Job(tmp_path, tmp_path / "home", {"github.token": "t"}, variables=variables)
    assert job.run(RELEASING["publish"]["steps"]), job.said
    told = (tmp_path / "told").read_text().splitlines()
    assert told[:3] == ["release", "create", tag] and ("--prerelease" in told) == is_early
    files = {Path(word).name for word in told if word.startswith("release/")} - {"NOTES.md"}
    # GitHub takes out of a name what is not one of these.
    assert len(files) == 6 and all(re.fullmatch(r"[\w.-]+", name) for name in files)
    checked = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path / "release", capture_output=True, text=True, check=False)
    assert checked.returncode == 0 and {line.split(":")[0] for line in checked.stdout.splitlines()} | {"SHA256SUMS"} == files


# The container: what its file says, run without Docker.


def instructions() -> list[tuple[str, str]]:
    text = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in text.splitlines() if line and not line.startswith("#"))]


def test_the_container(release: Path, tmp_path: Path) -> None:
    """The command that unpacks what was made; then the commands of docs/install.md with the program where the second stage has it."""
    told = instructions()
    (unpack,) = [rest for word, rest in told if word == "RUN" and "scripts/release" in rest]
    made, programs = tmp_path / "release", tmp_path / "programs"
    make = "scripts/release --to /release && "
    assert unpack.startswith(make) and "--to FOLDER" in (REPOSITORY / "scripts/release").read_text()
    shutil.copytree(release, made)
    command = unpack.removeprefix(make).replace("/release/", f"{made}/").replace("/programs", str(programs))
    subprocess.run(["sh", "-ec", command], check=True)
    assert ("COPY", "--from=build /programs/ /usr/local/") in told and ("ENTRYPOINT", '["limber"]') in told and told[-3] == ("WORKDIR", "/site")
    guide = (REPOSITORY / "docs/install.md").read_text(encoding="utf-8")
    runs = re.findall(r"(?m)^docker run (.*) limber ((?:build|serve).*)$", guide)
    assert [words.split()[0] for _, words in runs] == ["build", "serve", "build"]
    site = tmp_path / "site"
    subprocess.run([programs / "bin/limber", "init", site], check=True, capture_output=True)
    for _, words in [runs[0], runs[2]]:
        arguments = [word if not word.startswith("/") else str(tmp_path / word[1:]) for word in words.split()]
        run = subprocess.run([programs / "bin/limber", *arguments], cwd=site, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
    assert (site / "Public/index.html").read_bytes() == (tmp_path / "out/www/index.html").read_bytes()
    # The page that is served needs the program beside it, and an answer on all addresses.
    with subprocess.Popen([programs / "bin/limber", *runs[1][1].replace("8000", "0").split()], cwd=site, stdout=subprocess.PIPE, text=True) as served:
        try:
            assert served.stdout and any(re.search(r"http://\S+/[0-9a-f]{32}/", line) for line in served.stdout)
        finally:
            served.kill()
