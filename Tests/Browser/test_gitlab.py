"""`docs/hosting/gitlab-ci.yml`: which jobs run when, and each job's commands, run here in repositories made for it."""

import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from conftest import REPOSITORY
from test_workflows import CALF, change, clinic, shell, version_of
from workflow_steps import BASH, PERSON

__all__ = ["clinic"]
JOBS = yaml.safe_load((REPOSITORY / "docs/hosting/gitlab-ci.yml").read_text(encoding="utf-8"))
MERGE_REQUEST = {"CI_PIPELINE_SOURCE": "merge_request_event", "CI_DEFAULT_BRANCH": "main", "CI_MERGE_REQUEST_IID": "42"}
MAIN = {"CI_PIPELINE_SOURCE": "schedule", "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_BRANCH": "main"}


def holds(condition: str, variables: dict[str, str]) -> bool:
    """A rule's condition, as far as this file has them."""
    for part in condition.split(" && "):
        left, _, right = part.partition(" == ")
        value = variables.get(left.removeprefix("$"))
        if right == "":
            fits = bool(value)
        elif right == "null":
            fits = value is None
        else:
            fits = value == (variables.get(right[1:]) if right.startswith("$") else json.loads(right))
        if not fits:
            return False
    return True


def jobs(variables: dict[str, str]) -> set[str]:
    if not any(holds(rule["if"], variables) for rule in JOBS["workflow"]["rules"]):
        return set()
    return {name for name, job in JOBS.items() if "rules" in job and name != "workflow" and any(holds(rule["if"], variables) for rule in job["rules"])}


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        (MERGE_REQUEST, {"merge-request"}),
        (MERGE_REQUEST | {"COMMENT_TOKEN": "t"}, {"merge-request", "comment"}),
        (MAIN, {"site"}),
        (MAIN | {"SITE_URL": "https://clinic.example/"}, {"pages"}),
        (MAIN | {"SITE_URL": "https://clinic.example/", "ADDRESSES_TOKEN": "t"}, {"pages", "addresses"}),
        ({"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "calf", "CI_DEFAULT_BRANCH": "main", "SITE_URL": "https://clinic.example/"}, set()),
    ],
)
def test_which_jobs_run(variables: dict[str, str], expected: set[str]) -> None:
    assert jobs(variables) == expected
    assert all(JOBS[name]["stage"] in JOBS["stages"] for name in expected)


def run(name: str, folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A job's commands in one shell, as the runner runs them; what they install is here already."""
    programs = folder.parent / "apt"
    programs.mkdir(exist_ok=True)
    (programs / "apt-get").write_text("#!/bin/sh\n")
    (programs / "apt-get").chmod(0o755)
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    base = {key: text for key, text in os.environ.items() if not key.startswith(("GIT_", "LIMBER"))}
    base |= PERSON | {"HOME": str(home), "PATH": f"{programs}:{os.environ['PATH']}", "CI_PROJECT_DIR": str(folder)} | variables
    job = JOBS[name]
    own = {key: text.replace("$CI_PROJECT_DIR", str(folder)) for key, text in (JOBS["variables"] | job.get("variables", {})).items()}
    before = JOBS[job["extends"]]["before_script"] if "extends" in job else []
    script = "\n".join([*before, *job["script"]])
    return subprocess.run([*BASH, script], cwd=folder, env=own | base, capture_output=True, text=True, timeout=600)


@pytest.fixture
def with_release(release: Path) -> dict[str, str]:
    return {"LIMBER_RELEASES": release.as_uri(), "LIMBER_VERSION": version_of(release)}


Notes = list[dict]


@pytest.fixture
def gitlab() -> Iterator[tuple[str, Notes]]:
    """The part of GitLab's interface that the comment needs, and the notes that it keeps."""
    notes: Notes = [{"id": 1, "author": {"id": 5}, "body": "<!-- limber diff -->\n\nI copied this."}, {"id": 2, "author": {"id": 9}, "body": "Mine, too."}]
    place = "/api/v4/projects/7/merge_requests/42/notes"

    class Handler(BaseHTTPRequestHandler):
        def answer(self, value: object, status: int = 200) -> None:
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def body(self) -> str:
            return parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode(), strict_parsing=True)["body"][0]

        def do_GET(self) -> None:  # noqa: N802
            path = urlsplit(self.path).path
            if self.headers["PRIVATE-TOKEN"] != "secret":
                self.answer({}, 401)
            elif path == "/api/v4/user":
                self.answer({"id": 9})
            else:
                self.answer(notes if path == place else {}, 200 if path == place else 404)

        def do_POST(self) -> None:  # noqa: N802
            notes.append({"id": 100 + len(notes), "author": {"id": 9}, "body": self.body()})
            self.answer(notes[-1], 201 if self.path == place else 404)

        def do_PUT(self) -> None:  # noqa: N802
            (note,) = [one for one in notes if self.path == f"{place}/{one['id']}" and one["author"]["id"] == 9]
            note["body"] = self.body()
            self.answer(note)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/api/v4", notes
    server.shutdown()


def test_a_merge_request(clinic: Path, with_release: dict[str, str], gitlab: tuple[str, Notes]) -> None:
    interface, notes = gitlab
    variables = MERGE_REQUEST | with_release | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": shell("git rev-parse main", clinic).strip()}
    told = {"CI_API_V4_URL": interface, "CI_PROJECT_ID": "7", "COMMENT_TOKEN": "secret", "CI_PIPELINE_URL": "https://gitlab.example/1"}
    change(clinic / "Content/red-flags.yaml", CALF + "urgent", CALF + "soon")
    checked = run("merge-request", clinic, variables)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    page = (clinic / "preview/merge/42/index.html").read_text(encoding="utf-8")
    assert "http://localhost:8000/merge/42/" in page and "clinic.example" not in page
    commented = run("comment", clinic, variables | told)
    assert commented.returncode == 0, commented.stdout + commented.stderr
    assert len(notes) == 3 and "    !! LESS URGENT: soon instead of urgent." in notes[2]["body"]
    assert "secret" not in commented.stdout + commented.stderr
    # The next push, with a fault: the same comment says so.
    change(clinic / "Content/pages/about.md", "title: ", "titel: ")
    checked = run("merge-request", clinic, variables)
    assert checked.returncode == 1 and "Content/pages/about.md:2:1: error" in checked.stderr
    assert run("comment", clinic, variables | told).returncode == 0
    assert len(notes) == 3 and "LESS URGENT" not in notes[2]["body"] and "The source has errors." in notes[2]["body"]
    # A long one is cut between lines.
    (clinic / "changes/report.txt").write_text("".join(f"Change {number}\n" for number in range(100_000)))
    assert run("comment", clinic, variables | told).returncode == 0
    assert len(notes[2]["body"]) < 1_000_000 and notes[2]["body"].endswith("of [this pipeline](https://gitlab.example/1).\n")


def test_a_replaced_program_is_not_run(clinic: Path, with_release: dict[str, str]) -> None:
    folder = clinic / ".limber-download"
    folder.mkdir()
    (folder / f"limber-{with_release['LIMBER_VERSION']}-linux-{os.uname().machine}.tar.gz").write_bytes(b"replaced")
    built = run("site", clinic, MAIN | with_release)
    assert built.returncode == 1 and not (clinic / "public").exists()
    # What was wrong is not kept for the next run.
    assert run("site", clinic, MAIN | with_release).returncode == 0
    assert "https://clinic.example/" in (clinic / "public/index.html").read_text(encoding="utf-8")


def test_the_site_and_its_addresses(clinic: Path, with_release: dict[str, str]) -> None:
    variables = MAIN | with_release | {"SITE_URL": "https://clinic.gitlab.example/site/"}
    built = run("pages", clinic, variables)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "https://clinic.gitlab.example/site/" in (clinic / "public/index.html").read_text(encoding="utf-8")
    # The next job: a clone of its own with the artifacts. Meanwhile, somebody pushes.
    shell("git clone --quiet origin.git runner && cp -r clinic/published runner/ && git -C origin.git config receive.advertisePushOptions true", clinic.parent)
    shell("rm addresses.txt && git commit --quiet --allow-empty --message Meanwhile && git push --quiet", clinic)
    variables |= {"CI_SERVER_HOST": "gitlab.example", "CI_PROJECT_PATH": "clinic/site", "ADDRESSES_TOKEN": "secret"}
    shell(f"git config --global url.{clinic.parent}/origin.git.insteadOf https://addresses:secret@gitlab.example/clinic/site.git", clinic, HOME=str(clinic.parent / "home"))
    committed = run("addresses", clinic.parent / "runner", variables)
    assert committed.returncode == 0, committed.stdout + committed.stderr
    assert "secret" not in committed.stdout + committed.stderr
    shell("git pull --quiet", clinic)
    assert shell("git log -2 --format=%s", clinic) == "Addresses that were published\nMeanwhile\n"
    assert re.search(r"(?m)^/about/$", (clinic / "addresses.txt").read_text())


def test_caches_are_where_they_are_kept() -> None:
    """GitLab keeps what lies in the project's folder; the program's cache and the download do."""
    kept = [path for cache in JOBS[".limber"]["cache"] for path in cache["paths"]]
    assert kept == [".limber-download/", ".limber-cache/"]
    assert JOBS["variables"]["LIMBER_CACHE"] == "$CI_PROJECT_DIR/.limber-cache"
