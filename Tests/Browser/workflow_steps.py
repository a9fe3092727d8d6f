"""Runs the shell steps of GitHub's workflows and actions here, by the rules of its runner: conditions, environments, added paths, outcomes."""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

TOKEN = re.compile(r"'[^']*'|[A-Za-z_][\w.-]*|&&|\|\||==|!=|[!()]|\S")
OPERATORS = {"&&": "and", "||": "or", "!": "not", "==": "==", "!=": "!=", "(": "(", ")": ")"}
PERSON = {f"GIT_{who}_{what}": value for who in ["AUTHOR", "COMMITTER"] for what, value in [("NAME", "A. Editor"), ("EMAIL", "editor@clinic.example")]}
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]


def value(expression: str, context: Mapping[str, object]) -> object:
    """What an expression gives; a name that is not in the context is empty, as it is there."""
    words = []
    for token in TOKEN.findall(re.sub(r"\b(cancelled|always)\(\)", r"\1", expression)):
        if token in OPERATORS:
            words.append(OPERATORS[token])
        elif token.startswith("'"):
            words.append(repr(token[1:-1]))
        else:
            assert re.fullmatch(r"[A-Za-z_][\w.-]*", token), f"{token} in {expression}"
            words.append(repr(context.get(token, {"cancelled": False, "always": True}.get(token, ""))))
    return eval(" ".join(words))  # noqa: S307: operators and literals, from files of this repository


def filled(text: object, context: Mapping[str, object]) -> str:
    """A text with what stands in its `${{ … }}`."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda found: str(value(found[1], context)), str(text))


def holds(condition: str | None, context: Mapping[str, object], succeeded: bool = True) -> bool:
    """Whether a job or step runs. One whose condition does not ask how the ones before went runs only after success."""
    if condition is None:
        return succeeded
    if not succeeded and not re.search(r"\b(cancelled|always)\(\)", condition):
        return False
    found = re.fullmatch(r"\s*\$\{\{(.*)\}\}\s*", condition, re.DOTALL)
    return bool(value(found[1] if found else condition, context))


@dataclass
class Job:
    """A job's steps in a folder. `elsewhere` names the beginnings of commands that are not run here, such as those that install."""

    folder: Path
    home: Path
    context: dict[str, object]
    elsewhere: tuple[str, ...] = ()
    variables: dict[str, str] = field(default_factory=dict)
    said: str = ""
    outcomes: dict[str, str] = field(default_factory=dict)
    used: dict[str, dict[str, object]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        self.files = {name: self.home / name for name in ["GITHUB_PATH", "GITHUB_ENV", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"]}
        for file in self.files.values():
            file.write_text("")

    def environment(self, step: dict) -> dict[str, str]:
        added = dict(line.split("=", 1) for line in self.files["GITHUB_ENV"].read_text().splitlines())
        paths = [*reversed(self.files["GITHUB_PATH"].read_text().splitlines()), self.variables.get("PATH", os.environ["PATH"])]
        own = {name: filled(text, self.context) for name, text in step.get("env", {}).items()}
        places = {name: str(file) for name, file in self.files.items()}
        base = {name: text for name, text in os.environ.items() if not name.startswith(("GIT_", "LIMBER"))}
        return base | PERSON | {"HOME": str(self.home), "GITHUB_WORKSPACE": str(self.folder)} | places | self.variables | added | own | {"PATH": ":".join(paths)}

    def run(self, steps: list[dict]) -> bool:
        """Whether all went well."""
        succeeded = True
        for step in steps:
            name = step.get("id") or step.get("name") or step.get("uses") or step["run"]
            if not holds(step.get("if"), self.context, succeeded):
                outcome = "skipped"
            elif "uses" in step:
                outcome = "success"
                self.used[step.get("with", {}).get("name", step["uses"])] = step.get("with", {})
            elif step["run"].startswith(self.elsewhere or ("\0",)):
                outcome = "success"
            else:
                run = subprocess.run([*BASH, step["run"]], cwd=self.folder, env=self.environment(step), capture_output=True, text=True, timeout=600)
                self.said += run.stdout + run.stderr
                outcome = "success" if run.returncode == 0 else "failure"
                succeeded = succeeded and run.returncode == 0
            self.outcomes[name] = outcome
            if "id" in step:
                self.context[f"steps.{step['id']}.outcome"] = outcome
        return succeeded
