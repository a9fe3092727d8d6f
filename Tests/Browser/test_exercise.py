"""An exercise's page: its drawing can be read on a phone and moves on request, its timer counts holds and sets."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page as Tab, expect

from published_site import PublishedSite

NARROW = {"width": 320, "height": 640}
SMALLEST_LABEL = 12
BRIDGE = "/stretches/bridge/"
STRETCH = "/stretches/figure-4-stretch/"
STEPS_OF_BRIDGE = 6


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    tab = browser.new_page(viewport=NARROW, reduced_motion="no-preference")
    yield tab
    tab.context.close()


def open_with_a_still_clock(tab: Tab, address: str) -> None:
    """Time passes in the page only when the test lets it."""
    begin = datetime(2026, 11, 28)
    tab.clock.install(time=begin)
    tab.goto(address)
    tab.clock.pause_at(begin + timedelta(minutes=5))


def labels(element: ElementTree.Element, size: float = 16) -> Iterator[tuple[str, float]]:
    """The words of a drawing, with their height in its own units."""
    size = float(element.get("font-size", size))
    if element.tag.endswith("}text"):
        yield "".join(element.itertext()), size
    else:
        for inner in element:
            yield from labels(inner, size)


def test_labels_of_drawings_are_legible(any_site: PublishedSite, any_origin: str, tab: Tab) -> None:
    """In each drawing that an article shows; what stands beside the text as a small picture has its words there."""
    found, seen = [], set()
    for page in any_site.browsed_pages:
        for address in {address for address, tag in page.links if tag == "img" and address.endswith(".svg")} - seen:
            drawing = any_site.file(address, page.url).read_text("utf-8")
            words = labels(ElementTree.fromstring(drawing))
            tab.goto(any_origin + page.url)
            picture = tab.locator(f'main img[src="{address}"]:not([alt=""])')
            if picture.count() == 0 or picture.first.evaluate("picture => !!picture.closest('a')"):
                continue
            seen.add(address)
            scale = picture.first.bounding_box()["width"] / float(re.search(r'viewBox="0 0 (\d+)', drawing)[1])
            found += [f"{address}: {text} is {size * scale:.1f} pixels high" for text, size in words if size * scale < SMALLEST_LABEL]
    assert any_site.is_example or len(seen) > 30
    assert not found, "\n".join(found)


def test_the_drawing_moves_only_when_asked(site: PublishedSite, origin: str, tab: Tab) -> None:
    open_with_a_still_clock(tab, origin + BRIDGE)
    figure = tab.locator(".exercise__figure")
    picture, frames = figure.locator("> img"), figure.locator(".exercise__stage img")
    tab.clock.run_for(5000)
    assert picture.is_visible() and frames.count() == 0
    play = figure.get_by_role("button", name="Play the movement")
    play.focus()
    tab.keyboard.press("Enter")
    expect(frames).to_have_count(STEPS_OF_BRIDGE)
    expect(picture).to_be_hidden()
    assert frames.nth(0).is_visible() and frames.nth(1).is_hidden()
    tab.clock.run_for(1900)
    assert frames.nth(0).is_hidden() and frames.nth(1).is_visible()
    figure.get_by_role("button", name="Stop the movement").click()
    expect(picture).to_be_visible()
    expect(frames.nth(1)).to_be_hidden()


def test_the_movement_ends_after_its_last_step(site: PublishedSite, origin: str, tab: Tab) -> None:
    """Each frame once, in the order of the steps; then the drawing stands as before, and can be played again."""
    drawing = site.file("/stretches/bridge-steps.svg", BRIDGE).read_text("utf-8")
    named = re.search(r'data-frames="([^"]+)"', drawing)[1].split(", ")
    open_with_a_still_clock(tab, origin + BRIDGE)
    figure = tab.locator(".exercise__figure")
    picture, shown = figure.locator("> img"), figure.locator(".exercise__stage img:not([hidden])")
    for _ in range(2):
        figure.get_by_role("button", name="Play the movement").click()
        expect(picture).to_be_hidden()
        for frame in named:
            box = re.search(r"viewBox\(([\d,]+)\)", shown.get_attribute("src"))[1]
            assert box.replace(",", " ") == frame
            tab.clock.run_for(1800)
        expect(picture).to_be_visible()


def test_frames_are_numbered_as_the_steps(any_site: PublishedSite) -> None:
    """Each exercise has a drawing of its steps: from the first on, in the order of the text, a frame for each number."""
    found, seen = [], 0
    for page in any_site.browsed_pages:
        for address in {address for address, tag in page.links if tag == "img" and address.endswith("-steps.svg")}:
            seen += 1
            drawing = any_site.file(address, page.url).read_text("utf-8")
            numbers = [int(number) for number in re.findall(r"<text[^>]*>(\d+)</text>", drawing)]
            frames = re.search(r'data-frames="([^"]+)"', drawing)[1].split(", ")
            steps = re.search(r"<h2[^>]*>(?:How to do it|Cómo hacerlo).*?<ol>(.*?)</ol>", page.file.read_text("utf-8"), re.DOTALL)[1].count("<li>")
            places = [tuple(map(int, frame.split()))[1::-1] for frame in frames]
            if numbers[0] != 1 or numbers != sorted(numbers) or len(numbers) != len(frames) or numbers[-1] > steps:
                found.append(f"{page.url}: frames {numbers} for {steps} steps and {len(frames)} places")
            if places != sorted(places):
                found.append(f"{page.url}: the frames are not played as they are numbered")
    assert any_site.is_example or seen >= 18
    assert not found, "\n".join(found)


def test_a_wrong_way_stands_beside_the_right_one(site: PublishedSite) -> None:
    """In the last row of the drawing, the right one on the left. Both are marked with more than a color, and have no number."""
    found = []
    drawings = sorted(site.folder.glob("stretches/*-steps.svg"))
    for drawing in drawings:
        text = drawing.read_text("utf-8")
        frames = re.split(r'<g transform="translate\((\d+)[ ,](\d+)\)">', text)
        places = [
            [(x, y) for x, y, shapes in zip(frames[1::3], frames[2::3], frames[3::3], strict=True) if f'href="#{mark}"' in shapes]
            for mark in ("ok", "no")
        ]
        beside = len(places[0]) == len(places[1]) == 1 and places[0][0][1] == places[1][0][1]
        if not beside or [places[0][0][0], places[1][0][0]] != ["0", "360"]:
            found.append(f"{drawing.name}: {places}")
    assert len(drawings) >= 18
    assert not found, "\n".join(found)


def test_less_motion_has_no_button(site: PublishedSite, origin: str, browser: Browser) -> None:
    tab = browser.new_page(reduced_motion="reduce")
    tab.goto(origin + BRIDGE)
    expect(tab.get_by_role("button", name="Start hold 1").or_(tab.get_by_role("button", name="Start set 1"))).to_be_visible()
    assert tab.get_by_role("button", name="Play the movement").count() == 0
    tab.context.close()


def test_less_motion_ends_what_moves(site: PublishedSite, origin: str, tab: Tab) -> None:
    """Asked for while the page is open, too."""
    open_with_a_still_clock(tab, origin + BRIDGE)
    figure = tab.locator(".exercise__figure")
    figure.get_by_role("button", name="Play the movement").click()
    expect(figure.locator("> img")).to_be_hidden()
    tab.emulate_media(reduced_motion="reduce")
    expect(figure.locator("> img")).to_be_visible()
    expect(figure.locator(".exercise__stage")).to_be_hidden()
    expect(figure.get_by_role("button")).to_have_count(0)
    tab.emulate_media(reduced_motion="no-preference")
    expect(figure.get_by_role("button", name="Play the movement")).to_be_visible()


def test_the_timer_counts_holds(site: PublishedSite, origin: str, tab: Tab) -> None:
    open_with_a_still_clock(tab, origin + STRETCH)
    timer, said = tab.get_by_role("timer"), tab.locator(".timer__said")
    expect(timer).to_have_text("0 of 2–3 holds")
    tab.get_by_role("button", name="Start hold 1").focus()
    tab.keyboard.press("Enter")
    expect(timer).to_have_text("Get ready: 5")
    tab.clock.run_for(5200)
    expect(said).to_have_text("Hold: 20 seconds.")
    tab.clock.run_for(20_300)
    expect(timer).to_have_text("1 of 2–3 holds")
    expect(said).to_have_text("Hold 1 of 2–3 is done. Do the other side, too.")
    tab.get_by_role("button", name="Start hold 2").click()
    tab.get_by_role("button", name="Stop").click()
    expect(said).to_have_text("Stopped.")
    expect(timer).to_have_text("1 of 2–3 holds")
    tab.get_by_role("button", name="Start over").click()
    expect(timer).to_have_text("0 of 2–3 holds")


def test_the_timer_counts_repeats_that_are_held(site: PublishedSite, origin: str, tab: Tab) -> None:
    """Eight holds of three seconds, three between them, after five to get ready."""
    open_with_a_still_clock(tab, origin + BRIDGE)
    tab.get_by_role("button", name="Start set 1").click()
    timer = tab.get_by_role("timer")
    tab.clock.run_for(5300)
    expect(timer).to_have_text("Hold 1 of 8: 3")
    tab.clock.run_for(8 * 3000 + 7 * 3000 + 4000)
    expect(timer).to_have_text("1 of 2–3 sets")


def test_the_timer_counts_sets_without_a_hold(site: PublishedSite, origin: str, tab: Tab) -> None:
    tab.goto(origin + "/stretches/step-ups/")
    for number in (1, 2):
        tab.get_by_role("button", name=f"Set {number} is done").click()
    expect(tab.get_by_role("timer")).to_have_text("2 of 2–3 sets")
    expect(tab.locator(".timer__said")).to_have_text("Set 2 of 2–3 is done. Do the other side, too. You may stop here.")


def test_nothing_is_missing_without_javascript(site: PublishedSite, origin: str, browser: Browser) -> None:
    tab = browser.new_context(java_script_enabled=False).new_page()
    tab.goto(origin + STRETCH)
    assert tab.locator(".timer").is_hidden() and tab.locator(".dose").is_visible()
    assert tab.locator(".exercise__figure img").is_visible()
    tab.context.close()


def test_nothing_is_stored(site: PublishedSite, origin: str, tab: Tab) -> None:
    tab.goto(origin + "/stretches/step-ups/")
    tab.get_by_role("button", name="Set 1 is done").click()
    assert tab.evaluate("localStorage.length + sessionStorage.length") == 0
    assert tab.context.cookies() == []
