"""The workflows that check and publish a site: each step is run here, in repositories made for it, as the hosts would run it."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from conftest import REPOSITORY
from workflow_steps import BASH, PERSON, Job, holds

SITE = REPOSITORY / ".github/workflows/site.yml"
YAML_FILES = sorted(
    [*(REPOSITORY / ".github").rglob("*.yml"), *(REPOSITORY / "docs").rglob("*.yml"), *(REPOSITORY / "Examples").rglob("*.yml"), *REPOSITORY.glob("action.yml")]
)
INSTALLED = ("apt-get ", "make limber")


def shell(command: str, folder: Path, **variables: str) -> str:
    run = subprocess.run([*BASH, command], cwd=folder, env=os.environ | PERSON | variables, capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"
    return run.stdout


def workflow() -> dict:
    return yaml.safe_load(SITE.read_text(encoding="utf-8"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old} in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")


CALF = "  why: \"A swollen calf: a blood clot has to be ruled out. Say if you have traveled far, lain still or had an operation.\"\n  level: "


@pytest.fixture
def clinic(limber: Path, tmp_path: Path) -> Path:
    """A clone of a repository with the site that `limber init` makes; its branch is main, and the program lies where `make limber` puts it."""
    shell(f"git init --quiet --bare --initial-branch main origin.git && git clone --quiet origin.git clinic 2>&1 && '{limber}' init clinic", tmp_path)
    folder = tmp_path / "clinic"
    shell("git switch --quiet --create main && git add . && git commit --quiet --message Site && git push --quiet --set-upstream origin main", folder)
    (folder / ".build/release").mkdir(parents=True)
    (folder / ".build/release/limber").symlink_to(limber)
    with (folder / ".git/info/exclude").open("a") as ignored:
        ignored.write(".build\n")
    return folder


def site_job(clinic: Path, event: str, **context: str) -> Job:
    facts: dict[str, object] = {"github.event_name": event, "github.ref": "refs/heads/main", "github.repository": "clinic/site"}
    if event == "pull_request":
        facts |= {"github.base_ref": "main", "github.event.pull_request.number": 42, "github.event.pull_request.head.repo.full_name": "clinic/site"}
    return Job(clinic, clinic.parent / "home", facts | context, elsewhere=INSTALLED)


# What stands in the files.


def scripts(part: object) -> list[str]:
    """What a host runs, anywhere in one of its files."""
    if isinstance(part, list):
        return [text for one in part for text in scripts(one)]
    if not isinstance(part, dict):
        return []
    own = [part[key] for key in ["run", "script", "before_script", "after_script"] if key in part]
    lines = [line for one in own for line in (one if isinstance(one, list) else [one])]
    return [line for line in lines if isinstance(line, str)] + [text for one in part.values() for text in scripts(one)]


@pytest.mark.parametrize("file", YAML_FILES, ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_commands_and_options_exist(file: Path, limber: Path) -> None:
    """The file can be read, and the program knows each command and option that stands in it."""
    told = scripts(yaml.safe_load(file.read_text(encoding="utf-8")))
    assert told
    for script in told:
        assert subprocess.run(["bash", "-n", "-c", script], capture_output=True).returncode == 0, script
        for command, rest in re.findall(r"(?m)(?<![\w.-])limber ([a-z]+)([^\n;|>]*)", script):
            run = subprocess.run([limber, command, "--help"], capture_output=True, text=True)
            assert run.returncode == 0, f"limber {command}"
            for option in re.findall(r"(?<![\w-])--[a-z-]+", rest):
                assert re.search(rf"{option}\b(?!-)", run.stdout), f"limber {command} {option}"


def test_what_jobs_may_do() -> None:
    jobs = workflow()["jobs"]
    assert workflow()["permissions"] == {"contents": "read"}
    assert {name: job["permissions"] for name, job in jobs.items() if "permissions" in job} == {
        "comment": {"pull-requests": "write"},
        "deploy": {"pages": "write", "id-token": "write"},
        "addresses": {"contents": "write"},
    }
    for name, job in jobs.items():
        for step in job["steps"]:
            # What a stranger writes, such as a branch's name, is never part of a command.
            assert "${{" not in step.get("run", ""), step
            if "permissions" in job:
                assert not re.search(r"(?m)^\s*(limber|make|swift|scripts/|\./)", step.get("run", "")), f"{name} runs the repository's own"
    # PyYAML reads the key `on` as a truth value.
    assert set(workflow()[True]) == {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert any(step.get("run") == ".ci/run" for step in jobs["test"]["steps"])


@pytest.mark.parametrize("file", [file for file in YAML_FILES if "workflows" in file.parts], ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_artifacts_hold_what_their_paths_name(file: Path) -> None:
    """They leave out hidden folders, and of a pattern they keep every folder behind its first star."""
    steps = [step for job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values() for step in job["steps"]]
    paths = [step["with"]["path"] for step in steps if step.get("uses", "").startswith("actions/upload-artifact@")]
    assert paths
    for path in paths:
        assert "*" not in path and not any(part.startswith(".") for part in Path(path).parts), path


def test_the_workflow_of_a_new_site_is_the_same() -> None:
    """The one that `limber init` writes differs in where the program comes from, and tests nothing but the site."""
    own, new = workflow(), yaml.safe_load((REPOSITORY / "Examples/starter/.github/workflows/site.yml").read_text(encoding="utf-8"))
    del own["jobs"]["test"]

    def without_program(steps: list[dict]) -> list[dict]:
        program = next(place for place, step in enumerate(steps) if step.get("id") == "program")
        kept = [step for step in steps[program + 1 :] if step.get("with", {}).get("path") != "~/.cache/limber"]
        kept[0] = {"run": kept[0]["run"].replace("/limber-program/", "/")}
        return [*steps[:3], *kept]

    for one in (own, new):
        one["jobs"]["site"]["steps"] = without_program(one["jobs"]["site"]["steps"])
    assert own == new


# A pull request.

GH = '''#!/usr/bin/env python3
"""Comments as `gh api` reads and writes them, kept in a file."""
import json, os, pathlib, subprocess, sys
place = pathlib.Path(os.environ["COMMENTS"])
comments = json.loads(place.read_text())
words, options, paths = sys.argv[1:], {}, []
assert words.pop(0) == "api" and os.environ["GH_TOKEN"]
while words:
    word = words.pop(0)
    if word in {"--paginate", "--silent"}:
        continue
    if word.startswith("--"):
        options[word] = words.pop(0)
    else:
        paths.append(word)
(path,) = paths
if "--method" not in options:
    assert path == "repos/clinic/site/issues/42/comments"
    print(subprocess.run(["jq", "--raw-output", options["--jq"]], input=json.dumps(comments), capture_output=True, text=True, check=True).stdout, end="")
else:
    key, name = options["--field"].split("=@")
    assert key == "body"
    text = pathlib.Path(name).read_text()
    assert len(text) <= 65536, "GitHub takes no more"
    if options["--method"] == "POST":
        assert path == "repos/clinic/site/issues/42/comments"
        comments.append({"id": 100 + len(comments), "user": {"login": "github-actions[bot]"}, "body": text})
    else:
        assert options["--method"] == "PATCH" and path.startswith("repos/clinic/site/issues/comments/")
        (comment,) = [one for one in comments if str(one["id"]) == path.rsplit("/", 1)[1]]
        assert comment["user"]["login"] == "github-actions[bot]"
        comment["body"] = text
    place.write_text(json.dumps(comments))
'''
OTHERS = [
    {"id": 1, "user": {"login": "therapist"}, "body": "<!-- limber diff -->\n\nI copied this."},
    {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "Some other workflow says so."},
]


def comment(clinic: Path) -> list[dict]:
    """Runs the job that comments on what the job before it kept; all comments that are there then."""
    place, programs = clinic.parent / "comments.json", clinic.parent / "programs"
    if not place.exists():
        place.write_text(json.dumps(OTHERS))
        programs.mkdir()
        (programs / "gh").write_text(GH)
        (programs / "gh").chmod(0o755)
    job = Job(clinic, clinic.parent / "comment-home", {"github.token": "t", "github.event.pull_request.number": 42})
    job.variables = {"PATH": f"{programs}:{os.environ['PATH']}", "COMMENTS": str(place), "GITHUB_REPOSITORY": "clinic/site"}
    job.variables |= {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_RUN_ID": "7"}
    assert job.run(workflow()["jobs"]["comment"]["steps"]), job.said
    return json.loads(place.read_text())


def comments_when(job: Job) -> bool:
    outputs = {"needs.site.outputs.changes": job.context["steps.changes.outcome"]}
    return holds(workflow()["jobs"]["comment"]["if"], job.context | outputs)


def test_one_comment_and_lower_levels_first(clinic: Path) -> None:
    shell("git switch --quiet --create calf", clinic)
    change(clinic / "Content/red-flags.yaml", CALF + "urgent", CALF + "soon")
    change(clinic / "Content/pages/about.md", "title: ", "title: More ")
    job = site_job(clinic, "pull_request")
    assert job.run(workflow()["jobs"]["site"]["steps"]), job.said
    assert comments_when(job)
    *others, written = comment(clinic)
    assert others == OTHERS
    lines = written["body"].splitlines()
    assert lines[0] == "<!-- limber diff -->" and all(line.startswith("    ") for line in lines[1:] if line)
    assert "    !! LESS URGENT: soon instead of urgent." in written["body"]
    assert written["body"].index("SAFETY") < written["body"].index("!! LESS URGENT") < written["body"].index("\n    ADVICE")
    # The next push.
    change(clinic / "Content/red-flags.yaml", CALF + "soon", CALF + "urgent")
    job = site_job(clinic, "pull_request")
    assert job.run(workflow()["jobs"]["site"]["steps"]), job.said
    *others, again = comment(clinic)
    assert others == OTHERS and again["id"] == written["id"]
    assert "LESS URGENT" not in again["body"] and "ADVICE" in again["body"]


def test_preview_under_its_own_address(clinic: Path) -> None:
    job = site_job(clinic, "pull_request")
    assert job.run(workflow()["jobs"]["site"]["steps"]), job.said
    preview = clinic / job.used["preview"]["path"]
    page = (preview / "pull/42/index.html").read_text(encoding="utf-8")
    assert "http://localhost:8000/pull/42/" in page and "clinic.example" not in page
    addresses = re.findall(r'(?:href|src)="(/[^"#?]*)', page)
    assert len(addresses) > 10
    for address in addresses:
        file = preview / address.removeprefix("/")
        assert (file / "index.html" if address.endswith("/") else file).is_file(), address
    assert not (clinic / "Public").exists() and "site" not in job.used and "addresses" not in job.used


def test_errors_are_marked_and_the_comment_says_so(clinic: Path) -> None:
    change(clinic / "Content/pages/about.md", "title: ", "titel: ")
    job = site_job(clinic, "pull_request")
    assert not job.run(workflow()["jobs"]["site"]["steps"])
    assert "::error file=Content/pages/about.md,line=" in job.said
    assert job.outcomes["Preview"] == "skipped" and comments_when(job)
    *_, written = comment(clinic)
    assert written["body"] == "<!-- limber diff -->\n\n    limber: The source has errors. Fix them first: only versions without errors can be compared.\n"


def test_a_base_with_errors_can_be_mended(clinic: Path) -> None:
    shell("sed -i 's/^title: /titel: /' Content/pages/about.md && git commit --quiet --all --message Slip && git push --quiet", clinic)
    shell("sed -i 's/^titel: /title: /' Content/pages/about.md", clinic)
    job = site_job(clinic, "pull_request")
    assert job.run(workflow()["jobs"]["site"]["steps"]), job.said
    assert "The base `origin/main`" in (clinic / "changes/report.txt").read_text()


def test_a_base_that_is_not_there_is_a_failure(clinic: Path) -> None:
    job = site_job(clinic, "pull_request", **{"github.base_ref": "gone"})
    assert not job.run(workflow()["jobs"]["site"]["steps"])
    assert job.outcomes["changes"] == "failure" and not comments_when(job)


def test_a_warning_keeps_the_preview_from_being_made(clinic: Path) -> None:
    (clinic / "Content/pages/notes.txt").write_text("Notes")
    job = site_job(clinic, "pull_request")
    assert not job.run(workflow()["jobs"]["site"]["steps"])
    assert "::warning file=Content/pages/notes.txt" in job.said
    assert (job.outcomes["limber check --format github"], job.outcomes["changes"], job.outcomes["Preview"]) == ("success", "success", "failure")


def test_a_stranger_gets_no_comment_but_a_summary(clinic: Path) -> None:
    change(clinic / "Content/red-flags.yaml", CALF + "urgent", CALF + "soon")
    job = site_job(clinic, "pull_request", **{"github.event.pull_request.head.repo.full_name": "stranger/site"})
    assert job.run(workflow()["jobs"]["site"]["steps"]), job.said
    assert not comments_when(job)
    assert "    !! LESS URGENT" in job.files["GITHUB_STEP_SUMMARY"].read_text()
    bot = site_job(clinic, "pull_request", **{"github.actor": "dependabot[bot]", "steps.changes.outcome": "success"})
    assert not comments_when(bot)


def test_a_long_report_is_cut_between_lines(clinic: Path) -> None:
    (clinic / "changes").mkdir()
    (clinic / "changes/report.txt").write_text("\n".join(f"Change {number}: é" for number in range(20_000)) + "\n")
    *_, written = comment(clinic)
    *shown, empty, note = written["body"].splitlines()
    assert re.fullmatch(r"    Change \d+: é", shown[-1]) and empty == ""
    assert note == "The rest is in the artifact `changes` of [this run](https://github.com/clinic/site/actions/runs/7)."


# The site.


def test_the_site_is_built_but_not_deployed_without_an_address(clinic: Path) -> None:
    job = site_job(clinic, "push")
    assert job.run(workflow()["jobs"]["site"]["steps"]), job.said
    assert "https://clinic.example/" in (clinic / "Public/index.html").read_text(encoding="utf-8")
    assert job.outcomes["changes"] == job.outcomes["Preview"] == "skipped"
    assert not holds(workflow()["jobs"]["deploy"]["if"], job.context)


@pytest.mark.parametrize(("event", "ref", "deploys"), [("push", "main", True), ("schedule", "main", True), ("workflow_dispatch", "calf", False), ("pull_request", "main", False)])
def test_when_the_site_is_deployed(event: str, ref: str, deploys: bool) -> None:
    context = {"github.event_name": event, "github.ref": f"refs/heads/{ref}", "vars.SITE_URL": "https://clinic.example/"}
    assert holds(workflow()["jobs"]["deploy"]["if"], context) == deploys
    assert workflow()["jobs"]["addresses"]["needs"] == "deploy"


def test_the_address_of_the_variable(clinic: Path) -> None:
    job = site_job(clinic, "schedule", **{"vars.SITE_URL": "https://clinic.github.io/site/"})
    assert job.run(workflow()["jobs"]["site"]["steps"]), job.said
    page = (clinic / "Public/index.html").read_text(encoding="utf-8")
    assert "https://clinic.github.io/site/" in page and "clinic.example" not in page
    assert job.used["site"]["path"] == "Public"


def test_a_warning_keeps_the_site_as_it_is(clinic: Path) -> None:
    (clinic / "Content/pages/notes.txt").write_text("Notes")
    job = site_job(clinic, "push")
    assert not job.run(workflow()["jobs"]["site"]["steps"])
    assert not (clinic / "Public").exists() and "site" not in job.used


def test_an_overdue_review_keeps_the_site_as_it_is_unless_that_is_allowed(clinic: Path) -> None:
    change(clinic / "Content/pages/about.md", "{status: pending}", "{status: approved, reviewer: A. Clinician, reviewed: 2020-01-01}")
    job = site_job(clinic, "schedule")
    assert not job.run(workflow()["jobs"]["site"]["steps"]) and "review-overdue" in job.said
    change(clinic / "site.yaml", "overdue: warn", "overdue: allow")
    job = site_job(clinic, "schedule")
    assert job.run(workflow()["jobs"]["site"]["steps"]), job.said


def test_what_builds_remember_is_found_in_another_folder(clinic: Path, limber: Path) -> None:
    job = site_job(clinic, "push")
    assert job.run(workflow()["jobs"]["site"]["steps"]), job.said
    cached = next(step["with"]["path"] for step in workflow()["jobs"]["site"]["steps"] if step.get("with", {}).get("key", "").startswith("site-"))
    assert job.environment({})["LIMBER_CACHE"] == cached.replace("~", str(job.home))
    shell("git clone --quiet origin.git another", clinic.parent)
    run = subprocess.run([limber, "build", "--timings"], cwd=clinic.parent / "another", env=job.environment({}), capture_output=True, text=True, check=True)
    assert re.search(r"Cache: (\d+) of \1 articles found in it, 0 not\.", run.stderr), run.stderr


def test_addresses_are_committed(clinic: Path, limber: Path) -> None:
    job = site_job(clinic, "push")
    assert job.run(workflow()["jobs"]["site"]["steps"]), job.said

    def commit() -> Job:
        """The job in a clone of its own, in which the artifact lies; meanwhile, somebody pushes."""
        shell("rm -rf runner && git clone --quiet origin.git runner && mkdir runner/published && cp clinic/addresses.txt runner/published", clinic.parent)
        shell("rm -f addresses.txt && git pull --quiet && git commit --quiet --allow-empty --message Meanwhile && git push --quiet", clinic)
        committing = Job(clinic.parent / "runner", clinic.parent / "runner-home", {}, variables={"GITHUB_REF_NAME": "main"})
        assert committing.run(workflow()["jobs"]["addresses"]["steps"]), committing.said
        shell("git pull --quiet", clinic)
        return committing

    commit()
    assert shell("git log -2 --format=%s", clinic) == "Addresses that were published\nMeanwhile\n"
    assert shell("git show --name-only --format=%an", clinic).split() == ["A.", "Editor", "addresses.txt"]
    assert "/about/\n" in (clinic / "addresses.txt").read_text()
    # The same again: nothing to commit.
    shell("cp addresses.txt ../again.txt", clinic)
    shell("git clone --quiet origin.git last && mkdir last/published && cp again.txt last/published/addresses.txt", clinic.parent)
    again = Job(clinic.parent / "last", clinic.parent / "last-home", {}, variables={"GITHUB_REF_NAME": "main"})
    assert again.run(workflow()["jobs"]["addresses"]["steps"]), again.said
    assert shell("git rev-parse HEAD", clinic.parent / "last") == shell("git rev-parse origin/main", clinic)
    # From now on, an address that readers found cannot be lost.
    change(clinic / "addresses.txt", "/about/\n", "/about/\n/about/parking/\n")
    run = subprocess.run([limber, "check"], cwd=clinic, capture_output=True, text=True)
    assert run.returncode == 1 and "[lost-address]" in run.stderr


# The action, for repositories that hold only content.


def version_of(release: Path) -> str:
    found = re.fullmatch(r"limber-(.+)-linux-.+\.tar\.gz", next(release.glob("*.tar.gz")).name)
    assert found
    return found[1]


def use(folder: Path, release: Path, **inputs: str) -> tuple[bool, Job]:
    """What a workflow does that uses the action with these inputs."""
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
    given = {"version": version_of(release), "releases": release.as_uri()} | {name.replace("_", "-"): text for name, text in inputs.items()}
    assert given.keys() <= action["inputs"].keys()
    values = {f"inputs.{name}": given.get(name, declared["default"]) for name, declared in action["inputs"].items()}
    temporary = folder.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    job = Job(folder, folder.parent / "action-home", values, variables={"RUNNER_TEMP": str(temporary), "PATH": os.environ["PATH"]})
    steps = action["runs"]["steps"]
    assert all(step["shell"] == "bash" and "${{" not in step["run"] for step in steps)
    return job.run(steps), job


@pytest.fixture
def content(limber: Path, tmp_path: Path) -> Path:
    """A repository that holds a site in a folder, and nothing else."""
    subprocess.run([limber, "init", tmp_path / "repository/our site"], check=True, capture_output=True)
    return tmp_path / "repository"


def test_the_action_checks(content: Path, release: Path) -> None:
    well, job = use(content, release, source="our site")
    assert well and "no errors, no warnings" in job.said, job.said
    assert (content.parent / "temporary/limber").is_dir() and not (content / "our site/Public").exists()
    change(content / "our site/Content/pages/about.md", "title: ", "titel: ")
    well, job = use(content, release, source="our site")
    assert not well and "::error file=our site/Content/pages/about.md,line=" in job.said


def test_the_action_builds(content: Path, release: Path) -> None:
    well, job = use(content, release, command="build", source="our site", strict="true", base_url="https://clinic.example/knees/")
    assert well, job.said
    assert "https://clinic.example/knees/" in (content / "our site/Public/index.html").read_text(encoding="utf-8")
    (content / "our site/Content/pages/notes.txt").write_text("Notes")
    assert not use(content, release, source="our site", strict="true")[0]
    assert use(content, release, source="our site", strict="false")[0]


def test_the_action_leaves_the_program_for_later_steps(content: Path, release: Path) -> None:
    well, job = use(content, release, command="none")
    assert well and job.run([{"run": "cd 'our site' && limber tree test"}]), job.said


@pytest.mark.parametrize(
    ("inputs", "says"),
    [
        ({"version": ""}, "Say which release to take, such as: version: 1.0.0"),
        ({"version": "latest"}, "Say which release to take"),
        ({"version": "9.9.9"}, "There is no limber-9.9.9-linux-"),
        ({"command": "publish"}, "command is check, build or none, not publish."),
        ({"strict": "yes"}, "strict is true or false, not yes."),
        ({"command": "check; touch hacked"}, "command is check, build or none"),
        ({"source": "$(touch hacked)"}, "$(touch hacked)"),
    ],
)
def test_the_action_refuses(inputs: dict[str, str], says: str, content: Path, release: Path) -> None:
    well, job = use(content, release, **inputs)
    assert not well and says in job.said
    assert not list(content.parent.rglob("hacked"))


def test_the_action_runs_nothing_that_was_replaced(content: Path, release: Path) -> None:
    damaged = content.parent / "damaged"
    damaged.mkdir()
    for file in release.iterdir():
        if file.suffix == ".gz" or file.name == "SHA256SUMS":
            (damaged / file.name).write_bytes(file.read_bytes() + (b"x" if file.suffix == ".gz" else b""))
    well, job = use(content, damaged)
    assert not well and "nothing was run" in job.said and job.outcomes["Run"] == "skipped"
    # A list without the archive proves nothing.
    (damaged / "SHA256SUMS").write_text(f"{'0' * 64}  other.tar.gz\n")
    well, job = use(content, damaged)
    assert not well and "nothing was run" in job.said


def test_the_action_says_where_it_does_not_run(content: Path, release: Path) -> None:
    programs = content.parent / "programs"
    programs.mkdir()
    (programs / "uname").write_text("#!/bin/sh\necho Darwin\n")
    (programs / "uname").chmod(0o755)
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
    job = Job(content, content.parent / "home", {}, variables={"PATH": f"{programs}:{os.environ['PATH']}", "RUNNER_TEMP": str(content.parent)})
    assert not job.run(action["runs"]["steps"][:1]) and "Releases are for Linux" in job.said


def test_where_the_action_takes_a_release_from(content: Path) -> None:
    """Without inputs: the release of the tag in `uses`, at the repository in `uses`."""
    programs = content.parent / "programs"
    programs.mkdir()
    (programs / "curl").write_text("#!/bin/sh\nexit 22\n")
    (programs / "curl").chmod(0o755)
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
    context: dict[str, object] = {"github.action_ref": "v1.2.3", "github.action_repository": "owner/limber"}
    job = Job(content, content.parent / "home", context, variables={"PATH": f"{programs}:{os.environ['PATH']}", "RUNNER_TEMP": str(content.parent)})
    assert not job.run(action["runs"]["steps"][:1])
    assert f"There is no limber-1.2.3-linux-{os.uname().machine}.tar.gz in https://github.com/owner/limber/releases/download/v1.2.3." in job.said


def test_the_workflow_that_uses_the_action(content: Path, release: Path) -> None:
    """The one in docs/install.md: the inputs exist, and the commands after it do what they say."""
    text = (REPOSITORY / "docs/install.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"(?ms)^```yaml\n(.*?)^```", text)
    steps = yaml.safe_load(block)["jobs"]["site"]["steps"]
    ran = []
    for step in steps:
        if re.fullmatch(r"OWNER/limber@v\d+\.\d+\.\d+", step.get("uses", "")):
            well, job = use(content, release, **{name.replace("-", "_"): str(text).lower() for name, text in step["with"].items()}, source="our site")
            assert well, job.said
            ran.append(step["with"]["command"])
    assert ran == ["check", "build"]
