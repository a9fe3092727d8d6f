"""An exercise's page: its drawing can be read on a phone and moves on request, its timer counts holds and sets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page as Tab, expect

from editions import HIP, Edition, front_matter, on
from published_site import PublishedSite

NARROW = {"width": 320, "height": 640}
SMALLEST_LABEL = 12


@dataclass
class Exercises:
    """Those of a site whose pages stand for all others, by their name."""

    drawn: str
    holds: str
    held_repeats: str
    sets: str


STRETCHES = Exercises("bridge", "figure-4-stretch", "bridge", "step-ups")
OF = {"hip-en": STRETCHES, "hip-es": STRETCHES, "knee": Exercises("step-down", "wall-sit", "", "straight-leg-raise")}


def address(edition: Edition, which: str) -> str:
    return f"{edition.at(edition.exercises)}{getattr(OF[edition.name], which)}/"


@dataclass
class Dose:
    """How much of an exercise, as its article says."""

    # As the timer says them: "2–3".
    sets: str
    reps: int
    # In seconds.
    hold: int
    changes_sides: bool


def dose(edition: Edition, which: str) -> Dose:
    text = (edition.source / f"Content{edition.exercises}{getattr(OF[edition.name], which)}.md").read_text("utf-8")
    said = next(value for key, value in front_matter(text).items() if key in {"dose", "amount"})
    first = lambda key: int(re.match(r"\d+", str(said.get(key, 1)))[0])  # noqa: E731
    return Dose(str(said.get("sets", 1)).replace("-", "–"), first("reps"), first("hold"), str(said.get("sides", "")).startswith("each"))


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


def named_frames(edition: Edition) -> list[str]:
    """The places of the frames in the drawing of the steps."""
    drawing = edition.site.folder / f"{edition.prefix}{edition.exercises}{OF[edition.name].drawn}-steps.svg".lstrip("/")
    named = re.search(r'data-frames="([^"]+)"', drawing.read_text("utf-8"))[1].split(", ")
    assert len(named) > 1
    return named


@on("hip-es", "hip-en", "knee")
def test_the_drawing_moves_only_when_asked(edition: Edition, tab: Tab) -> None:
    open_with_a_still_clock(tab, address(edition, "drawn"))
    figure = tab.locator(".exercise__figure")
    picture, frames = figure.locator("> img"), figure.locator(".exercise__stage img")
    tab.clock.run_for(5000)
    assert picture.is_visible() and frames.count() == 0
    play = figure.get_by_role("button", name=edition.say("play-movement"))
    play.focus()
    tab.keyboard.press("Enter")
    expect(frames).to_have_count(len(named_frames(edition)))
    expect(picture).to_be_hidden()
    assert frames.nth(0).is_visible() and frames.nth(1).is_hidden()
    tab.clock.run_for(1900)
    assert frames.nth(0).is_hidden() and frames.nth(1).is_visible()
    figure.get_by_role("button", name=edition.say("pause-movement")).click()
    expect(picture).to_be_visible()
    expect(frames.nth(1)).to_be_hidden()


@on("knee", *HIP)
def test_the_movement_ends_after_its_last_step(edition: Edition, tab: Tab) -> None:
    """Each frame once, in the order of the steps; then the drawing stands as before, and can be played again."""
    named = named_frames(edition)
    open_with_a_still_clock(tab, address(edition, "drawn"))
    figure = tab.locator(".exercise__figure")
    picture, shown = figure.locator("> img"), figure.locator(".exercise__stage img:not([hidden])")
    for _ in range(2):
        figure.get_by_role("button", name=edition.say("play-movement")).click()
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
    """In each language. In the last row of the drawing, the right one on the left. Both are marked with more than a color, and have no number."""
    found = []
    drawings = sorted(site.folder.rglob("stretches/*-steps.svg"))
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
    assert len(drawings) >= 18 * len(HIP)
    assert not found, "\n".join(found)


@on("hip-es", "hip-en", "knee")
def test_less_motion_has_no_button(edition: Edition, browser: Browser) -> None:
    tab = browser.new_page(reduced_motion="reduce")
    tab.goto(address(edition, "drawn"))
    expect(tab.locator(".timer button").first).to_be_visible()
    assert tab.get_by_role("button", name=edition.say("play-movement")).count() == 0
    tab.context.close()


@on("knee", *HIP)
def test_less_motion_ends_what_moves(edition: Edition, tab: Tab) -> None:
    """Asked for while the page is open, too."""
    open_with_a_still_clock(tab, address(edition, "drawn"))
    figure = tab.locator(".exercise__figure")
    figure.get_by_role("button", name=edition.say("play-movement")).click()
    expect(figure.locator("> img")).to_be_hidden()
    tab.emulate_media(reduced_motion="reduce")
    expect(figure.locator("> img")).to_be_visible()
    expect(figure.locator(".exercise__stage")).to_be_hidden()
    expect(figure.get_by_role("button")).to_have_count(0)
    tab.emulate_media(reduced_motion="no-preference")
    expect(figure.get_by_role("button", name=edition.say("play-movement"))).to_be_visible()


@on("knee", *HIP)
def test_the_timer_counts_holds(edition: Edition, tab: Tab) -> None:
    open_with_a_still_clock(tab, address(edition, "holds"))
    timer, said = tab.get_by_role("timer"), tab.locator(".timer__said")
    told = dose(edition, "holds")
    none, one = (edition.say("timer-count-hold", done=done, count=told.sets) for done in (0, 1))
    expect(timer).to_have_text(none)
    tab.get_by_role("button", name=edition.say("timer-start-hold", number=1)).focus()
    tab.keyboard.press("Enter")
    expect(timer).to_have_text(f"{edition.say('timer-ready')}: 5")
    tab.clock.run_for(5200)
    expect(said).to_have_text(edition.say("timer-seconds", words=edition.say("timer-hold"), seconds=told.hold))
    tab.clock.run_for(1000 * told.hold + 300)
    expect(timer).to_have_text(one)
    sides = [edition.say("timer-other-side")] if told.changes_sides else []
    expect(said).to_have_text(" ".join([edition.say("timer-done-hold", number=1, count=told.sets), *sides]))
    tab.get_by_role("button", name=edition.say("timer-start-hold", number=2)).click()
    tab.get_by_role("button", name=edition.say("timer-stop"), exact=True).click()
    expect(said).to_have_text(edition.say("timer-stopped"))
    expect(timer).to_have_text(one)
    tab.get_by_role("button", name=edition.say("timer-again")).click()
    expect(timer).to_have_text(none)


@on("knee")
def test_without_sets_each_hold_counts(edition: Edition, tab: Tab) -> None:
    """As its article says: held for 20 to 30 seconds, two or three times."""
    open_with_a_still_clock(tab, f"{edition.at(edition.exercises)}front-of-thigh-stretch/")
    timer = tab.get_by_role("timer")
    expect(timer).to_have_text(edition.say("timer-count-hold", done=0, count="2–3"))
    tab.get_by_role("button", name=edition.say("timer-start-hold", number=1)).click()
    tab.clock.run_for(5300)
    expect(timer).to_have_text(f"{edition.say('timer-hold')}: 20")
    tab.clock.run_for(20_500)
    expect(timer).to_have_text(edition.say("timer-count-hold", done=1, count="2–3"))


@on("hip-es", "hip-en")
def test_the_timer_counts_repeats_that_are_held(edition: Edition, tab: Tab) -> None:
    """With three seconds between the holds, after five to get ready."""
    told = dose(edition, "held_repeats")
    open_with_a_still_clock(tab, address(edition, "held_repeats"))
    tab.get_by_role("button", name=edition.say("timer-start-set", number=1)).click()
    timer = tab.get_by_role("timer")
    tab.clock.run_for(5300)
    expect(timer).to_have_text(f"{edition.say('timer-repeat', number=1, count=told.reps)}: {told.hold}")
    tab.clock.run_for(1000 * (told.reps * told.hold + (told.reps - 1) * 3 + 4))
    expect(timer).to_have_text(edition.say("timer-count-set", done=1, count=told.sets))


@on(*HIP, "knee")
def test_the_timer_counts_sets_without_a_hold(edition: Edition, tab: Tab) -> None:
    told = dose(edition, "sets")
    tab.goto(address(edition, "sets"))
    for number in (1, 2):
        tab.get_by_role("button", name=edition.say("timer-end-set", number=number)).click()
    expect(tab.get_by_role("timer")).to_have_text(edition.say("timer-count-set", done=2, count=told.sets))
    sides = [edition.say("timer-other-side")] if told.changes_sides else []
    said = [edition.say("timer-done-set", number=2, count=told.sets), *sides, edition.say("timer-enough")]
    expect(tab.locator(".timer__said")).to_have_text(" ".join(said))


@on("hip-es", "hip-en", "knee")
def test_nothing_is_missing_without_javascript(edition: Edition, browser: Browser) -> None:
    tab = browser.new_context(java_script_enabled=False).new_page()
    tab.goto(address(edition, "holds"))
    assert tab.locator(".timer").is_hidden()
    expect(tab.locator("main")).to_contain_text(f"{dose(edition, 'holds').hold}")
    assert tab.locator(".dose").is_visible() if edition.is_hip else tab.locator("main dl, main table").first.is_visible()
    assert tab.locator(".exercise__figure img").is_visible()
    tab.context.close()


@on("knee", *HIP)
def test_nothing_is_stored(edition: Edition, tab: Tab) -> None:
    tab.goto(address(edition, "sets"))
    tab.get_by_role("button", name=edition.say("timer-end-set", number=1)).click()
    assert tab.evaluate("localStorage.length + sessionStorage.length") == 0
    assert tab.context.cookies() == []
