"""The part of schema.org that pages use, and whether JSON-LD keeps to it."""

import calendar
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

VOCABULARY = json.loads((Path(__file__).parent / "schema_org.json").read_text(encoding="utf-8"))
TYPES: dict[str, dict] = VOCABULARY["types"]
# What JSON-LD itself adds to a node.
KEYWORDS = {"@type", "@id", "@context", "@graph"}


def above(name: str) -> set[str]:
    """A type and all that it is one of."""
    return {name}.union(*(above(parent) for parent in TYPES[name]["parents"]))


def names(node: dict) -> list[str]:
    """The types of a node; none when it only points to something."""
    types = node.get("@type", [])
    return types if isinstance(types, list) else [types]


def entries(value: object) -> list:
    """JSON-LD makes no difference between one value and a list of one."""
    return value if isinstance(value, list) else [value]


def nodes(value: object) -> Iterator[dict]:
    """Every node, outer ones first."""
    for one in entries(value):
        if isinstance(one, dict):
            yield one
            for inner in one.values():
                yield from nodes(inner)


def is_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme == "https" and bool(parts.netloc) and not any(character.isspace() for character in text)


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def fits(value: object, wanted: str) -> bool:
    """Whether a value is of a type of schema.org's."""
    if wanted == "Text":
        return isinstance(value, str) and bool(value.strip())
    if wanted == "URL":
        return isinstance(value, str) and is_address(value)
    if wanted == "Date":
        return isinstance(value, str) and is_day(value)
    if wanted == "Time":
        return isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d|24:00", value) is not None
    if wanted == "DayOfWeek":
        return isinstance(value, str) and value.removeprefix("https://schema.org/") in calendar.day_name
    if wanted in {"Integer", "Number"}:
        return isinstance(value, int if wanted == "Integer" else (int, float)) and not isinstance(value, bool)
    if wanted == "Duration" and isinstance(value, str):
        return re.fullmatch(r"PT\d+(\.\d+)?[MS]", value) is not None
    if not isinstance(value, dict):
        return False
    known = [name for name in names(value) if name in TYPES]
    # A reference by address alone may be to anything.
    return any(wanted in above(name) for name in known) or (set(value) == {"@id"} and is_address(value["@id"]))


def problems(block: dict) -> list[str]:
    """What in a block is not schema.org's, or not valid where it stands."""
    found: list[str] = []
    if block.get("@context") != "https://schema.org":
        found.append("@context is not https://schema.org")
    for node in nodes({key: value for key, value in block.items() if key != "@context"}):
        unknown = [name for name in names(node) if name not in TYPES]
        found += [f"there is no type {name} in schema_org.json" for name in unknown]
        if not names(node) and "@graph" not in node and set(node) != {"@id"}:
            found.append(f"a node without a type: {json.dumps(node)[:80]}")
        allowed: dict[str, set[str]] = {}
        for name in {upper for name in names(node) if name in TYPES for upper in above(name)}:
            for property_name, values in TYPES[name].get("properties", {}).items():
                allowed.setdefault(property_name, set()).update(values)
        for key, value in node.items():
            if key in KEYWORDS:
                continue
            if key not in allowed:
                found.append(f"{names(node)} has no property {key}")
                continue
            if not entries(value):
                found.append(f"{key} of {names(node)} is an empty list")
            for one in entries(value):
                if not any(fits(one, wanted) for wanted in allowed[key]):
                    found.append(f"{key} of {names(node)} takes {sorted(allowed[key])}, not {json.dumps(one)[:80]}")
    return found
