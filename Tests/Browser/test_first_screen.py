"""What a visitor sees before any scrolling, on a phone first: the way in, whom to call, what to do now."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page as Tab, expect

from published_site import PublishedSite

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
# Fonts as wide as Roboto, and as wide as DejaVu Sans.
FONTS = ["Liberation Sans", "DejaVu Sans"]
HEADER_LIMIT = 110
SMALLEST_LABEL = 12


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    tab = browser.new_page(viewport=PHONE, reduced_motion="reduce")
    yield tab
    tab.context.close()


def show(tab: Tab, address: str, font: str) -> None:
    tab.goto(address)
    # As properties of the element: the site's policy allows no style in the page.
    tab.evaluate("font => document.documentElement.style.setProperty('--text', font)", f"'{font}', sans-serif")
    tab.evaluate("font => document.documentElement.style.setProperty('--display', font)", f"'{font}', sans-serif")


def bottom(tab: Tab, selector: str) -> float:
    box = tab.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"] + box["height"]


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["phone", "narrow"])
def test_the_header_is_low_and_911_a_touch_away(site: PublishedSite, origin: str, tab: Tab, size: dict, font: str) -> None:
    tab.set_viewport_size(size)
    for page in ["/", "/causes/gluteal-tendinopathy/", "/symptom-checker/"]:
        show(tab, origin + page, font)
        assert bottom(tab, ".site-header") <= HEADER_LIMIT, page
        call = tab.locator('.site-header a[href="tel:911"]').bounding_box()
        assert call and call["height"] >= 24 and call["width"] >= 200


@pytest.mark.parametrize("any_site", ["knee-clinic"], indirect=True)
@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["phone", "narrow"])
def test_the_header_of_a_clinic_is_low_too(any_site: PublishedSite, any_origin: str, tab: Tab, size: dict) -> None:
    """Which has its telephone and its visits in it."""
    tab.set_viewport_size(size)
    for page in ["/", "/conditions/kneecap-pain/"]:
        tab.goto(any_origin + page)
        assert bottom(tab, ".site-header") <= HEADER_LIMIT, page
        call = tab.locator('.site-header a[href="tel:911"]').bounding_box()
        assert call and call["height"] >= 24 and call["width"] >= 200
        menu = tab.locator(".menu > summary")
        before = menu.bounding_box()
        menu.click()
        assert menu.bounding_box() == before and tab.locator(".menu__panel a").first.is_visible()


def test_the_menu_button_stays_where_it_is(site: PublishedSite, origin: str, tab: Tab) -> None:
    tab.goto(origin)
    button = tab.locator(".menu summary")
    before, below = button.bounding_box(), bottom(tab, ".site-header")
    button.click()
    assert button.bounding_box() == before and bottom(tab, ".site-header") == below
    assert tab.locator(".menu a").first.is_visible()
    assert tab.locator(".emergency-line").is_visible()


@pytest.mark.parametrize("font", FONTS)
def test_the_menu_is_one_line_on_a_desk(site: PublishedSite, origin: str, tab: Tab, font: str) -> None:
    tab.set_viewport_size(DESK)
    show(tab, origin, font)
    tops = tab.evaluate("[...document.querySelectorAll('.bar li')].map(entry => entry.offsetTop)")
    assert len(tops) > 4 and len(set(tops)) == 1


@pytest.mark.parametrize("font", FONTS)
def test_home_shows_drawing_and_checker(site: PublishedSite, origin: str, tab: Tab, font: str) -> None:
    show(tab, origin, font)
    assert bottom(tab, ".body-map") < bottom(tab, ".home__check .button") <= PHONE["height"]


def test_each_place_of_the_drawing_leads_on(site: PublishedSite, origin: str, tab: Tab) -> None:
    tab.set_viewport_size(NARROW)
    tab.goto(origin)
    places = tab.locator(".body-map a")
    assert places.count() >= 4
    for place in places.all():
        assert site.problem(place.get_attribute("href"), "/") is None
        size = place.locator("text").evaluate("text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a")
        assert size >= SMALLEST_LABEL, f"{place.text_content()} is {size} pixels high"
    first = places.first.get_attribute("href")
    places.first.locator("path").first.click()
    expect(tab).to_have_url(origin + first)
    # By keyboard, too.
    tab.goto(origin)
    places.first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(origin + first)


def test_any_home_begins_with_its_drawing(any_site: PublishedSite, any_origin: str, tab: Tab) -> None:
    """The examples, too, which show that nothing of the design is about hips: each place leads on, and the checker is near."""
    tab.goto(any_origin)
    assert bottom(tab, ".body-map") < bottom(tab, "main a.button") <= PHONE["height"]
    tab.set_viewport_size(NARROW)
    places = tab.locator(".body-map a")
    assert places.count() >= 3
    for place in places.all():
        assert any_site.problem(place.get_attribute("href"), "/") is None
        size = place.locator("text").evaluate("text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a")
        assert size >= SMALLEST_LABEL, f"{place.text_content()} is {size} pixels high"
    tab.set_viewport_size(PHONE)
    address = places.first.get_attribute("href")
    places.first.locator("path").first.click()
    expect(tab).to_have_url(any_origin + address)


@pytest.mark.parametrize("font", FONTS)
def test_a_cause_says_whether_to_run_and_what_to_do(site: PublishedSite, origin: str, tab: Tab, font: str) -> None:
    found = []
    causes = [page for page in site.shown_pages if page.url.startswith("/causes/") and page.url.count("/") == 3]
    assert len(causes) > 10
    for page in causes:
        show(tab, origin + page.url, font)
        text = tab.locator(".first__now").inner_text()
        if not all(words in text for words in ["Can I run?", "What to do now", "Check the warning signs"]):
            found.append(f"{page.url} does not say what to do now")
        if bottom(tab, ".first__now ul") > PHONE["height"]:
            found.append(f"{page.url} says it only at {bottom(tab, '.first__now ul')}")
    assert not found, "\n".join(found)


def test_contents_go_with_the_text(site: PublishedSite, origin: str, browser: Browser) -> None:
    """The list of headings sticks beside the text, and lies over nothing that comes after it."""
    tab = browser.new_page(viewport=DESK, reduced_motion="reduce")
    tried = 0
    for page in site.browsed_pages:
        tab.goto(origin + page.url)
        if tab.locator(".contents").count() == 0:
            continue
        tried += 1
        places = tab.evaluate(
            """() => {
              const text = document.querySelector('.prose').getBoundingClientRect();
              scrollTo({top: text.bottom + scrollY - 200, behavior: 'instant'});
              const contents = document.querySelector('.contents').getBoundingClientRect();
              return {contents: contents.bottom, text: document.querySelector('.prose').getBoundingClientRect().bottom};
            }"""
        )
        assert places["contents"] <= places["text"] + 40, (page.url, places)
    assert tried > 20
    tab.context.close()
