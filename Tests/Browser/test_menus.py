"""The menus, with scripts off: a submenu (the knee clinic has one) opens by key, hides nothing, and says where one is."""

import pytest
from playwright.sync_api import Browser, Page as Tab, expect

from editions import Edition, on

INSIDE = "/exercises/wall-sit/"


def entry(edition: Edition, to: str) -> str:
    """What the menu calls a page or a list: its own label, or the title of what it leads to."""
    items = [item for one in edition.settings["navigation"] for item in (one.get("items", [one]) if isinstance(one, dict) else [one])]
    item = next(item for item in items if to in (item, item.get("to") if isinstance(item, dict) else None))
    if isinstance(item, dict) and "label" in item:
        return item["label"]
    return edition.title(to.replace("page:", "pages/")) if ":" in to else edition.settings["kinds"][next(name for name, kind in edition.settings["kinds"].items() if kind.get("folder") == to)]["title"]


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


def current(edition: Edition, tab: Tab, path: str) -> list[tuple[str, str]]:
    tab.goto(edition.at(path))
    marked = tab.locator("nav:not(.menu__panel) [aria-current]").all()
    return [(one.inner_text() if one.is_visible() else one.text_content() or "", one.get_attribute("aria-current") or "") for one in marked]


@on("knee")
def test_current_page(edition: Edition, browser: Browser) -> None:
    tab = browser.new_page()
    group = next(one["label"] for one in edition.settings["navigation"] if isinstance(one, dict) and "items" in one)
    for path, to in [(INSIDE, "exercises"), ("/questions/", "questions"), ("/care/", "page:care")]:
        assert current(edition, tab, path) == [(group, "true"), (entry(edition, to), "page")]
    assert current(edition, tab, "/conditions/kneecap-pain/") == [(entry(edition, "conditions"), "page")]
    about = next(one["to"] for one in [{"to": item} if isinstance(item, str) else item for item in edition.settings["footer"]] if one.get("to") == "page:about")
    assert current(edition, tab, "/about/") == [(edition.title(about.replace("page:", "pages/")), "page")]
    assert current(edition, tab, "/") == []
    tab.close()


@on("hip-es", "hip-en")
def test_current_page_of_a_menu_without_groups(edition: Edition, browser: Browser) -> None:
    tab = browser.new_page()
    for path, to in [("/causes/", "causes"), ("/stretches/bridge/", "stretches"), ("/care/", "page:care")]:
        assert (entry(edition, to), "page") in current(edition, tab, path), path
    assert current(edition, tab, "/") == []
    tab.close()


@on("hip-es", "hip-en", "starter")
def test_a_phone_has_its_menu_behind_a_button(edition: Edition, browser: Browser) -> None:
    """By keys alone, with scripts off: it opens, its links are whole, and one leads on."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(edition.at("/"))
    link = tab.locator(f'.menu__panel a[href="{edition.prefix}{edition.exercises}"]')
    assert not link.is_visible()
    tab.locator(".menu > summary").press("Enter")
    assert link.is_visible()
    place = link.bounding_box()
    assert place and place["x"] >= 0 and place["x"] + place["width"] <= 320
    link.press("Enter")
    expect(tab).to_have_url(edition.at(edition.exercises))
    context.close()


def test_addresses(knee: str, browser: Browser) -> None:
    tab = browser.new_page()
    tab.goto(knee)
    assert tab.get_by_role("link", name="Call us").get_attribute("href") == "tel:+15550100"
    assert tab.get_by_role("link", name="Write to us").get_attribute("href") == "mailto:hello@knees.example"
    assert tab.get_by_role("link", name="Talks and news").get_attribute("href") == "https://social.example/knees"
    tab.close()
