"""The menus of the knee clinic, with scripts off: a submenu opens by key, hides nothing, and says where one is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from conftest import REPOSITORY, publish
from site_server import serve

INSIDE = "/exercises/wall-sit/"


@pytest.fixture(scope="module")
def knee(limber: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(publish(limber, REPOSITORY / "Examples/knee-clinic", tmp_path_factory.mktemp("knee")).folder) as address:
        yield address


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_submenu(knee: str, browser: Browser, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(knee + INSIDE)
    # A phone has the menu behind a button.
    if width < 1024:
        tab.locator(".menu > summary").press("Enter")
    menu = tab.locator(".site-header nav:visible")
    summary = menu.locator("details > summary")
    link = menu.get_by_role("link", name="Exercises", exact=True, include_hidden=True)
    assert not link.is_visible()
    summary.focus()
    summary.hover()
    assert not link.is_visible(), "a pointer that passes by opens nothing"
    tab.keyboard.press("Enter")
    assert link.is_visible()
    # What to do in an emergency stays to be seen: below the bar, above what a phone's button opens.
    panel, emergency = menu.bounding_box(), tab.locator(".emergency").bounding_box()
    assert panel and emergency
    assert panel["y"] + panel["height"] <= emergency["y"] + 1 or panel["y"] + 1 >= emergency["y"] + emergency["height"]
    tab.keyboard.press("Tab")
    assert link.evaluate("element => element === document.activeElement")
    place = link.bounding_box()
    assert place and place["x"] >= 0 and place["x"] + place["width"] <= width
    summary.focus()
    tab.keyboard.press("Space")
    assert not link.is_visible()
    summary.press("Enter")
    link.press("Enter")
    expect(tab).to_have_url(knee + "/exercises/")
    context.close()


def test_current_page(knee: str, browser: Browser) -> None:
    tab = browser.new_page()

    def current(path: str) -> list[tuple[str, str]]:
        tab.goto(knee + path)
        marked = tab.locator("nav:not(.menu__panel) [aria-current]").all()
        return [(one.inner_text() if one.is_visible() else one.text_content() or "", one.get_attribute("aria-current") or "") for one in marked]

    assert current(INSIDE) == [("Get moving", "true"), ("Exercises", "page")]
    assert current("/questions/") == [("Get moving", "true"), ("Questions", "page")]
    assert current("/care/") == [("Get moving", "true"), ("Look after your knees", "page")]
    assert current("/conditions/kneecap-pain/") == [("What hurts", "page")]
    assert current("/about/") == [("About this site", "page")]
    assert current("/") == []
    tab.close()


def test_addresses(knee: str, browser: Browser) -> None:
    tab = browser.new_page()
    tab.goto(knee)
    assert tab.get_by_role("link", name="Call us").get_attribute("href") == "tel:+15550100"
    assert tab.get_by_role("link", name="Write to us").get_attribute("href") == "mailto:hello@knees.example"
    assert tab.get_by_role("link", name="Talks and news").get_attribute("href") == "https://social.example/knees"
    tab.close()
