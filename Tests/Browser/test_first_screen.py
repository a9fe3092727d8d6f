"""What a visitor sees before any scrolling, on a phone first: the way in, whom to call, what to do now."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page as Tab, expect

from editions import HIP, SITES, Edition, in_turn, on
from fonts import FONTS, show
from published_site import PublishedSite

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
HEADER_LIMIT = 110
SMALLEST_LABEL = 12


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    tab = browser.new_page(viewport=PHONE, reduced_motion="reduce")
    yield tab
    tab.context.close()


def bottom(tab: Tab, selector: str) -> float:
    box = tab.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"] + box["height"]


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["phone", "narrow"])
@pytest.mark.parametrize("edition", HIP, indirect=True)
def test_the_header_is_low_and_911_a_touch_away(edition: Edition, tab: Tab, size: dict, font: str) -> None:
    tab.set_viewport_size(size)
    for page in ["/", "/causes/gluteal-tendinopathy/", "/symptom-checker/"]:
        show(tab, edition.at(page), font)
        assert bottom(tab, ".site-header") <= HEADER_LIMIT, page
        call = tab.locator('.site-header a[href="tel:911"]').bounding_box()
        assert call and call["height"] >= 24 and call["width"] >= 200


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["phone", "narrow"])
@pytest.mark.parametrize("edition", ["knee", "starter"], indirect=True)
def test_the_header_of_a_clinic_is_low_too(edition: Edition, tab: Tab, size: dict, font: str) -> None:
    """That of the knee clinic has its telephone and its visits in it."""
    tab.set_viewport_size(size)
    for page in ["/", f"{edition.conditions}kneecap-pain/"]:
        show(tab, edition.at(page), font)
        assert bottom(tab, ".site-header") <= HEADER_LIMIT, page
        # The starter knows no number yet.
        if edition.name == "knee":
            call = tab.locator('.site-header a[href="tel:911"]').bounding_box()
            assert call and call["height"] >= 24 and call["width"] >= 200
        menu = tab.locator(".menu > summary")
        before = menu.bounding_box()
        menu.click()
        assert menu.bounding_box() == before and tab.locator(".menu__panel a").first.is_visible()


@on("hip-es", "hip-en")
def test_the_menu_button_stays_where_it_is(edition: Edition, tab: Tab) -> None:
    tab.goto(edition.at("/"))
    button = tab.locator(".menu summary")
    before, below = button.bounding_box(), bottom(tab, ".site-header")
    button.click()
    assert button.bounding_box() == before and bottom(tab, ".site-header") == below
    assert tab.locator(".menu a").first.is_visible()
    assert tab.locator(".emergency-line").is_visible()


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("edition", HIP, indirect=True)
def test_the_menu_is_one_line_on_a_desk(edition: Edition, tab: Tab, font: str) -> None:
    tab.set_viewport_size(DESK)
    show(tab, edition.at("/"), font)
    tops = tab.evaluate("[...document.querySelectorAll('.bar li')].map(entry => entry.offsetTop)")
    assert len(tops) > 4 and len(set(tops)) == 1


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("edition", HIP, indirect=True)
def test_home_shows_drawing_and_checker(edition: Edition, tab: Tab, font: str) -> None:
    show(tab, edition.at("/"), font)
    assert bottom(tab, ".body-map") < bottom(tab, ".home__check .button") <= PHONE["height"]


@on("hip-es", "hip-en")
def test_each_place_of_the_drawing_leads_on(edition: Edition, tab: Tab) -> None:
    tab.set_viewport_size(NARROW)
    tab.goto(edition.at("/"))
    places = tab.locator(".body-map a")
    assert places.count() >= 4
    for place in places.all():
        assert edition.site.problem(place.get_attribute("href"), "/") is None
        size = place.locator("text").evaluate("text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a")
        assert size >= SMALLEST_LABEL, f"{place.text_content()} is {size} pixels high"
    first = places.first.get_attribute("href")
    places.first.locator("path").first.click()
    expect(tab).to_have_url(edition.origin + first)
    # By keyboard, too.
    tab.goto(edition.at("/"))
    places.first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(edition.origin + first)


@pytest.mark.parametrize("edition", SITES, indirect=True)
def test_any_home_begins_with_its_drawing(edition: Edition, tab: Tab) -> None:
    """The examples, too, which show that nothing of the design is about hips: each place leads on, and the checker is near."""
    tab.goto(edition.at("/"))
    assert bottom(tab, ".body-map") < bottom(tab, "main a.button") <= PHONE["height"]
    tab.set_viewport_size(NARROW)
    places = tab.locator(".body-map a")
    assert places.count() >= 3
    for place in places.all():
        assert edition.site.problem(place.get_attribute("href"), "/") is None
        size = place.locator("text").evaluate("text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a")
        assert size >= SMALLEST_LABEL, f"{place.text_content()} is {size} pixels high"
    tab.set_viewport_size(PHONE)
    address = places.first.get_attribute("href")
    places.first.locator("path").first.click()
    expect(tab).to_have_url(edition.origin + address)


@in_turn("font", FONTS, *HIP)
def test_a_cause_says_whether_to_run_and_what_to_do(edition: Edition, tab: Tab, font: str) -> None:
    found = []
    causes = [page for page in edition.site.shown_pages if re.fullmatch(f"{edition.prefix}/causes/[^/]+/", page.url)]
    wanted = [edition.say(key) for key in ("can-i-run", "what-to-do-now", "check-warning-signs")]
    assert len(causes) > 10
    for page in causes:
        show(tab, edition.origin + page.url, font)
        text = tab.locator(".first__now").inner_text()
        if not all(words in text for words in wanted):
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("edition", [*HIP, "knee"], indirect=True)
def test_the_page_of_a_sign_fills_its_place_alone(edition: Edition, tab: Tab, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)
    folder = edition.kind("MedicalSymptom")["folder"]
    hip = ["front-of-hip-pain", "outer-hip-pain", "back-of-hip-pain", "groin-or-leg-pain"]
    for sign in hip if edition.is_hip else ["front-of-knee-pain", "pain-below-kneecap", "stiff-knee"]:
        tab.goto(edition.at(f"/{folder}/{sign}/"))
        fills = tab.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll(".here a[href]")].map(
              place => [place.getAttribute("href").split("/").at(-2), getComputedStyle(place.firstElementChild).fill]))"""
        )
        assert len(fills) == 4
        others = {fill for place, fill in fills.items() if place != sign}
        assert len(others) == 1 and fills[sign] not in others, (sign, fills)
    # A sign that has no place of its own leads to all four alike.
    if edition.is_hip:
        tab.goto(edition.at("/signs/pain-worse-with-activity/"))
        assert tab.locator(".here--any a[href]").count() == 4


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("edition", ["knee"], indirect=True)
def test_a_condition_says_whether_to_go_on_and_what_to_do(edition: Edition, tab: Tab, font: str) -> None:
    """As a cause of the hip site does, from fields and words of the clinic's own."""
    for name in ["kneecap-pain", "knee-osteoarthritis", "patellar-tendon-pain"]:
        show(tab, edition.at(f"{edition.conditions}{name}/"), font)
        assert tab.locator(".first__now h2").all_inner_texts() == [edition.say("can-i-go-on"), edition.say("what-to-do-now")]
        assert bottom(tab, ".first__now li:nth-child(2)") <= PHONE["height"], name
