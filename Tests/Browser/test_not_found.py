"""Who comes to a page that is not there can search at once, and finds the checker."""

import pytest
from playwright.sync_api import Browser, expect

from fonts import FONTS, show
from published_site import Page, PublishedSite


def pages(site: PublishedSite) -> list[Page]:
    return [page for page in site.shown_pages if page.url.endswith("404.html")]


def test_what_is_typed_is_found(any_site: PublishedSite, any_origin: str, browser: Browser) -> None:
    found = pages(any_site)
    assert found
    tab = browser.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    for page in found:
        tab.goto(any_origin + page.url)
        field = tab.get_by_role("searchbox")
        field.fill("knee & hip")
        field.press("Enter")
        tab.wait_for_url("**/search/#q=*")
        expect(tab.get_by_role("searchbox")).to_have_value("knee & hip")
        # It looked for it, whether or not the language has the words.
        expect(tab.get_by_role("status")).not_to_be_empty()
    # What is typed stays in the browser.
    assert not [address for address in asked if "knee" in address.split("#")[0]]
    tab.context.close()


def test_all_pages_without_javascript(any_site: PublishedSite, any_origin: str, browser: Browser) -> None:
    tab = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    for page in pages(any_site):
        tab.goto(any_origin + page.url)
        expect(tab.get_by_role("searchbox")).to_be_hidden()
        tab.locator("main noscript a").click()
        expect(tab.locator("[data-all] a").first).to_be_visible()
    tab.context.close()


@pytest.mark.parametrize("font", FONTS)
def test_the_checker_is_near(any_site: PublishedSite, any_origin: str, browser: Browser, font: str) -> None:
    tab = browser.new_page(viewport={"width": 390, "height": 844})
    for page in pages(any_site):
        show(tab, any_origin + page.url, font)
        checker = tab.locator("main a[href*='symptom-checker']").first
        box = checker.bounding_box()
        assert box["height"] >= 24 and box["y"] + box["height"] <= 844, page.url
    tab.context.close()
