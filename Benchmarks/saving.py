#!/usr/bin/env python3
"""Measures the preview: from the save of an article to the moment an open page is told to reload; how soon it begins, and ends.

    python3 Benchmarks/saving.py --site DIR [--saves 20] [--limber .build/release/limber]

DIR is a generated site (`generate.py`). Its articles are changed and put back. No browser takes part: what an open
page listens to is read directly (docs/preview.md), so a browser's own loading comes on top.
"""

import argparse
import http.client
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

REPOSITORY = Path(__file__).resolve().parent.parent
SHOWN_ON = 100
LIMIT_BODY_MS = 50
LIMIT_TITLE_MS = 100
LIMIT_START_S = 2
LIMIT_END_S = 0.5


def say(text: str = "") -> None:
    """Prints a line at once, so that a long run can be followed."""
    print(text, flush=True)


def verdict(is_fine: bool) -> str:
    """A miss is printed as one."""
    return "" if is_fine else "   MISSED"


def mentions(content: Path) -> Counter[Path]:
    """How many other articles name each article, by relation or link."""
    articles = {path.stem: path for path in content.rglob("*.md") if "." not in path.stem}
    named: Counter[Path] = Counter()
    for path in articles.values():
        words = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", path.read_text(encoding="utf-8")))
        for word in words & articles.keys():
            if articles[word] != path:
                named[articles[word]] += 1
    return named


class Preview:
    """A running `limber serve`."""

    def __init__(self, limber: Path, site: Path) -> None:
        start = time.perf_counter()
        self.process = subprocess.Popen(
            [limber, "serve", "--source", site, "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            found = re.search(r"http://[^\s/]+:\d+", line)
            if found:
                self.address = found.group()
                self._wait_for_a_page()
                self.start_seconds = time.perf_counter() - start
                return
        raise RuntimeError("limber serve ended before it said where it listens")

    def _wait_for_a_page(self) -> None:
        """Until the site is there, not only the server."""
        host = urlsplit(self.address).netloc
        while True:
            connection = http.client.HTTPConnection(host, timeout=120)
            connection.request("GET", "/causes/", headers={"Host": host})
            response = connection.getresponse()
            body = response.read()
            connection.close()
            if response.status == 200 and b"<main" in body:
                return
            time.sleep(0.01)

    def states(self, page: str) -> Iterator[dict[str, object]]:
        """What a browser that shows `page` is told, as it is told."""
        host = urlsplit(self.address).netloc
        connection = http.client.HTTPConnection(host, timeout=60)
        connection.request("GET", f"/.limber/events?page={page}", headers={"Host": host})
        response = connection.getresponse()
        while line := response.readline():
            if line.startswith(b"data:"):
                yield json.loads(line.removeprefix(b"data:"))

    def stop(self) -> float:
        """Ends it; how many seconds that took."""
        start = time.perf_counter()
        self.process.terminate()
        self.process.wait()
        return time.perf_counter() - start


def times_ms(preview: Preview, page: str, article: Path, edits: list[str]) -> list[float]:
    """How long after each save of `article` the page at `page` is told of another version."""
    # What was put back before is shown by then.
    time.sleep(2)
    states = preview.states(page)
    version = ""
    while not version:
        version = str(next(states)["version"])
    times = []
    original = article.read_text(encoding="utf-8")
    try:
        for text in edits:
            time.sleep(0.3)
            start = time.perf_counter()
            article.write_text(text, encoding="utf-8")
            while (now := str(next(states)["version"])) == version or not now:
                pass
            times.append((time.perf_counter() - start) * 1000)
            version = now
    finally:
        article.write_text(original, encoding="utf-8")
    return times


def address(article: Path, content: Path) -> str:
    """The path of an article's page."""
    return f"/{article.parent.relative_to(content).as_posix()}/{article.stem}/"


def main() -> int:
    """0 when all are within their limits, else 1."""
    parser = argparse.ArgumentParser(description="Measure the time from save to reload.")
    parser.add_argument("--site", type=Path, required=True, metavar="DIR")
    parser.add_argument("--saves", type=int, default=20, metavar="N")
    parser.add_argument("--limber", type=Path, default=REPOSITORY / ".build/release/limber", metavar="FILE")
    arguments = parser.parse_args()
    content = arguments.site / "Content"
    named = {path: count for path, count in mentions(content).items() if path.parent.name not in ("pages", "faqs", "advice")}
    article = min(named, key=lambda path: (abs(named[path] - SHOWN_ON), path))
    text = article.read_text(encoding="utf-8")
    bodies = [f"{text}\nSaved for the {number}th time.\n" for number in range(arguments.saves)]
    titles = [re.sub(r"(?m)^title: ", f"title: Edition {number} of ", text, count=1) for number in range(arguments.saves)]
    preview = Preview(arguments.limber, arguments.site)
    try:
        page = address(article, content)
        measured = [
            ("a body", times_ms(preview, page, article, bodies), LIMIT_BODY_MS),
            (f"a title that {named[article]} pages name", times_ms(preview, page, article, titles), LIMIT_TITLE_MS),
        ]
        listening = preview.states(page)
        next(listening)
    finally:
        end_seconds = preview.stop()
    # What the first one parsed is kept by now.
    again = Preview(arguments.limber, arguments.site)
    again.stop()
    say()
    say(f"{'From save to reload, ms':<40}{'median':>10}{'fastest':>10}{'slowest':>10}   must be")
    for name, times, limit in measured:
        say(f"{name:<40}{median(times):>10.0f}{min(times):>10.0f}{max(times):>10.0f}   <= {limit}{verdict(median(times) <= limit)}")
    started = max(preview.start_seconds, again.start_seconds) <= LIMIT_START_S
    for name, seconds in [("start until the first page, s", preview.start_seconds), ("the same, started again, s", again.start_seconds)]:
        say(f"{name:<40}{seconds:>10.2f}{'':>20}   <= {LIMIT_START_S}{verdict(seconds <= LIMIT_START_S)}")
    ended = end_seconds <= LIMIT_END_S
    say(f"{'end, while a page listens, s':<40}{end_seconds:>10.2f}{'':>20}   <= {LIMIT_END_S}{verdict(ended)}")
    return 0 if started and ended and all(median(times) <= limit for _, times, limit in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
