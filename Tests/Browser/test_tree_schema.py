"""The published checker keeps to the published JSON Schema, and the schema refuses what is wrong."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from published_site import PublishedSite

Tree = dict[str, Any]


@pytest.fixture(scope="module")
def tree(site: PublishedSite) -> Tree:
    return json.loads((site.folder / "symptom-checker/hip-pain.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def validator(site: PublishedSite) -> Draft202012Validator:
    schema = json.loads((site.folder / "symptom-checker/tree.schema.json").read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_tree_keeps_to_its_schema(any_site: PublishedSite) -> None:
    """Whatever its kinds are called, and with causes or without."""
    schema = json.loads((any_site.folder / "symptom-checker/tree.schema.json").read_text(encoding="utf-8"))
    for file in any_site.checkers.values():
        tree = json.loads(file.read_text(encoding="utf-8"))
        errors = [f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(schema).iter_errors(tree)]
        assert not errors, "\n".join(errors)


def test_the_tree_names_its_schema(tree: Tree) -> None:
    assert tree["$schema"] == "tree.schema.json"


def test_the_tree_is_small(site: PublishedSite) -> None:
    assert (site.folder / "symptom-checker/hip-pain.json").stat().st_size <= 96 * 1024


def node(tree: Tree, name: str) -> Tree:
    return tree["nodes"][name]


def answer(tree: Tree) -> Tree:
    return node(tree, "age")["answers"][0]


def rename(holder: Tree, old: str, new: str) -> None:
    holder[new] = holder.pop(old)


def change(holder: Callable[[Tree], Any], key: str | int, value: object) -> Callable[[Tree], None]:
    def run(tree: Tree) -> None:
        holder(tree)[key] = value

    return run


def remove(holder: Callable[[Tree], Any], key: str | int) -> Callable[[Tree], None]:
    def run(tree: Tree) -> None:
        del holder(tree)[key]

    return run


def root(tree: Tree) -> Tree:
    return tree


def at(name: str) -> Callable[[Tree], Tree]:
    return lambda tree: node(tree, name)


def level(name: str) -> Callable[[Tree], Tree]:
    return lambda tree: tree["careLevels"][name]


def cause(tree: Tree) -> Tree:
    return tree["content"]["cause:hip-labral-tear"]


MUTATIONS: dict[str, Callable[[Tree], None]] = {
    # The tree as such.
    "no format": remove(root, "format"),
    "a later format": change(root, "format", 2),
    "another schema": change(root, "$schema", "https://example.org/other.json"),
    "a key of its own": change(root, "comment", "hello"),
    "no start": remove(root, "start"),
    "a start that is no id": change(root, "start", "Emergency!"),
    "half a version": change(root, "version", "1.0"),
    "a version with a leading zero": change(root, "version", "01.0.0"),
    "a language with blanks": change(root, "language", "American English"),
    "an empty title": change(root, "title", ""),
    "a title with HTML": change(root, "title", "<b>Check</b>"),
    "a title that is a number": change(root, "title", 7),
    "no nodes": change(root, "nodes", {}),
    "nodes as a list": change(root, "nodes", []),
    "a node with capitals": lambda tree: rename(tree["nodes"], "age", "Age"),
    "too many nodes": lambda tree: tree["nodes"].update({f"more-{number}": node(tree, "age") for number in range(120)}),
    # The review.
    "no review": remove(root, "review"),
    "a review of no known state": change(root, "review", {"status": "fine"}),
    "an approval by nobody": change(root, "review", {"status": "approved"}),
    "an approval on no day": change(
        root, "review", {"status": "approved", "reviewer": "A. B.", "reviewed": "2026-13-01", "due": "2027-01-01"}
    ),
    # Questions.
    "a question of no kind": remove(at("age"), "kind"),
    "a question of another kind": change(at("age"), "kind", "some-of"),
    "a question of another stage": change(at("age"), "stage", "danger"),
    "a question without words": remove(at("age"), "ask"),
    "a question of 201 characters": change(at("age"), "ask", "a" * 201),
    "a question with a direction override": change(at("age"), "ask", "How \u202eold?"),
    "a question without answers": change(at("age"), "answers", []),
    "a question with eleven answers": change(at("age"), "answers", [{"id": f"a{n}", "label": f"{n}", "next": "steps"} for n in range(11)]),
    "an any-of question without none": remove(at("same-day"), "none"),
    "a one-of question with none": change(at("age"), "none", {"id": "none", "label": "None", "next": "steps"}),
    "a none of another id": change(lambda tree: node(tree, "same-day")["none"], "id", "nothing"),
    "a red-flag question of one answer": change(at("age"), "stage", "red-flag"),
    "a picture where several may apply": change(at("same-day"), "picture", "body-map"),
    "a help with a script": change(at("where"), "help", "<p>Look</p><script>alert(1)</script>"),
    "a help with an event": change(at("where"), "help", '<p onclick="alert(1)">Look</p>'),
    # Answers.
    "an answer without an id": remove(answer, "id"),
    "an answer without a label": remove(answer, "label"),
    "an answer that leads nowhere": remove(answer, "next"),
    "an answer to two places": change(answer, "next", ["child", "steps"]),
    "a label with HTML": change(answer, "label", "<img src=x>"),
    "a flag outside a red-flag question": change(answer, "flag", "rf-teen-limp"),
    "a flag that is no id": change(lambda tree: node(tree, "child")["answers"][0], "flag", "RF limp"),
    "a red-flag answer without its flag": remove(lambda tree: node(tree, "child")["answers"][0], "flag"),
    "a flag for none": change(lambda tree: node(tree, "child")["none"], "flag", "rf-teen-limp"),
    # Outcomes.
    "an outcome without a level": remove(at("home-leg"), "level"),
    "an outcome of another level": change(at("home-leg"), "level", "relax"),
    "causes at an urgent level": change(at("today"), "causes", ["cause:hip-labral-tear"]),
    "a reason with a tag": change(lambda tree: tree["flags"], "rf-rash", "<b>Shingles</b>"),
    "no reasons": remove(root, "flags"),
    "stretches at an urgent level": change(at("today"), "stretches", ["stretch:step-ups"]),
    "stretches without causes": remove(at("home-stiff"), "causes"),
    "no safety net": remove(at("home-leg"), "seekCareIf"),
    "a cause of another kind": change(at("home-leg"), "causes", ["stretch:step-ups"]),
    "a cause twice": change(at("home-leg"), "causes", ["cause:hip-osteoarthritis"] * 2),
    "five causes": change(at("home-leg"), "causes", [f"cause:c{number}" for number in range(5)]),
    "an empty list of causes": change(at("home-leg"), "causes", []),
    "advice that is no HTML": change(at("home-leg"), "advice", "Rest."),
    "advice with a script's address": change(at("home-leg"), "advice", '<p><a href="javascript:x()">Rest</a></p>'),
    # Articles and care levels.
    "an article on another site": change(cause, "url", "https://example.org/"),
    "an article at a host without a scheme": change(cause, "url", "//example.org/"),
    "an article that runs": change(cause, "url", "javascript:alert(1)"),
    "an article without a title": remove(cause, "title"),
    "an article of an unknown kind": lambda tree: rename(tree["content"], "cause:hip-labral-tear", "sign:hip-labral-tear"),
    "a care level less": lambda tree: tree["careLevels"].pop("soon"),
    "a care level more": change(lambda tree: tree["careLevels"], "later", {}),
    "a care level of another rank": change(level("soon"), "rank", 4),
    "a care level of another colour": change(level("soon"), "card", "azure"),
    "a care level without a heading": remove(level("soon"), "heading"),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_the_schema_refuses(name: str, tree: Tree, validator: Draft202012Validator) -> None:
    broken = copy.deepcopy(tree)
    MUTATIONS[name](broken)
    assert broken != tree, "nothing was changed"
    assert not validator.is_valid(broken)


def test_there_are_enough_mutations() -> None:
    assert len(MUTATIONS) >= 25
