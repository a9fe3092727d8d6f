"""Firefox is driven as the tests believe: it types, runs axe, and tells what pages do."""

import functools
import json
from pathlib import Path

import axe_playwright_python
import pytest

from editions import Edition, on
from firefox import Firefox, FirefoxError
from waiting import until

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@on("hip-es", "hip-en", "knee", "starter")
def test_keyboard(edition: Edition, firefox_browser: Firefox) -> None:
    """The first Tab of a page leads to the link that skips its navigation, and Enter follows it."""
    tab = firefox_browser.new_page()
    tab.goto(edition.at(edition.conditions))
    tab.press("Tab")
    tab.until("document.activeElement.getAttribute('href') === '#site-main'")
    tab.press("Enter")
    until(lambda: tab.url == edition.at(edition.conditions) + "#site-main", "the jump to the text")
    tab.close()


@on("hip-es", "hip-en", "knee", "starter")
def test_axe(edition: Edition, firefox_browser: Firefox) -> None:
    """It runs under the pages' own policy, finds nothing in them, and finds what is wrong elsewhere."""
    tab = firefox_browser.new_page()
    tab.set_viewport(390, 844)

    def violations(url: str) -> list[str]:
        tab.goto(url)
        tab.add_script(AXE)
        options = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
        return [one["id"] for one in tab.evaluate(f"axe.run({options})")["violations"]]

    for url in ["/", edition.conditions, edition.checker[0]]:
        assert violations(edition.at(url)) == [], url
    assert "image-alt" in violations('data:text/html,<html lang="en"><title>A</title><main><img src="x.png"></main></html>')
    tab.close()


def test_what_pages_do_is_told(origin: str, firefox_browser: Firefox) -> None:
    tab = firefox_browser.new_page()
    tab.goto(f"data:text/html,<script>alert(1); console.log('said')</script><img src='{origin}/told.png'>")
    told: list[tuple[str, dict]] = []

    def tells(name: str, *keys: str, value: str | None = None) -> bool:
        """Events come from several processes of Firefox, each when it gets to it."""
        told.extend(firefox_browser.take_events())
        return any(one == name and (value is None or functools.reduce(dict.__getitem__, keys, event) == value) for one, event in told)

    until(lambda: tells("browsingContext.userPromptOpened"), "the dialog")
    until(lambda: tells("log.entryAdded", "text", value="said"), "what the page said")
    until(lambda: tells("network.beforeRequestSent", "request", "url", value=f"{origin}/told.png"), "the request")
    with pytest.raises(FirefoxError, match="nothing"):
        tab.evaluate("nothing.at.all")
    tab.close()
