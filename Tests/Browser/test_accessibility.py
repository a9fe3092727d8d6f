"""axe-core finds nothing (WCAG 2.2 AA and target size), on any page of the clinic's site and any template of the examples, on a phone and a desk, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from published_site import PublishedSite

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
SIZES = {390: 844, 1280: 800}


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation(any_site: PublishedSite, any_origin: str, browser: Browser, width: int, scheme: str) -> None:
    viewport = {"width": width, "height": SIZES[width]}
    # With motion, colours would be measured in the middle of a transition.
    context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    tab = context.new_page()
    found = []
    for page in any_site.varied_pages:
        tab.goto(any_origin + page.url)
        for violation in Axe().run(tab, options=OPTIONS).response["violations"]:
            places = [f"{node['target'][0]}: {node['failureSummary']}" for node in violation["nodes"][:3]]
            found.append(f"{page.url} {violation['id']}: {violation['help']}\n  " + "\n  ".join(places))
    context.close()
    assert not found, "\n".join(found)


def test_axe_finds_violations(browser: Browser) -> None:
    """An axe that is not running would let every page pass."""
    tab = browser.new_page()
    tab.set_content('<html lang="en"><title>A</title><main><p style="color:#aaa">Hardly to be read</p></main></html>')
    found = {violation["id"] for violation in Axe().run(tab, options=OPTIONS).response["violations"]}
    tab.close()
    assert "color-contrast" in found
