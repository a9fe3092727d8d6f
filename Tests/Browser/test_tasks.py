"""What people come for, done on a phone as a patient would: each in at most four taps, on at most three pages, from home.

`docs/design.md` has the table. A tap on what is too small or too close to something else to be hit is no tap.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page as Tab, expect

from published_site import PublishedSite

PHONE = {"width": 390, "height": 844}
MOST_TAPS = 4
MOST_PAGES = 3
# In pixels: WCAG 2.2, success criterion 2.5.8.
SMALLEST_TARGET = 24


class Visit:
    """A visit that begins at home and counts what it took."""

    def __init__(self, tab: Tab, origin: str) -> None:
        self.tab, self.taps, self.seen = tab, 0, []
        tab.on("framenavigated", lambda frame: self.seen.append(frame.url.split("#")[0]))
        tab.goto(origin)

    @property
    def pages(self) -> int:
        """How many were shown, home among them; a jump within a page shows no other."""
        return 1 + sum(one != other for one, other in zip(self.seen, self.seen[1:]))

    def tap(self, target: Locator) -> None:
        target = target.first
        target.wait_for()
        # It has its size when the page has its styles, and does what it does when the page has its scripts.
        self.tab.wait_for_load_state()
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box and box["height"] >= SMALLEST_TARGET - 1 and box["width"] >= SMALLEST_TARGET, f"{target} is too small: {box}"
        self.taps += 1
        target.tap()

    def ends(self, words: Locator) -> None:
        """It ends where the answer can be read without another tap."""
        words.first.wait_for()
        self.tab.wait_for_load_state()
        words.first.scroll_into_view_if_needed()
        expect(words.first).to_be_in_viewport()
        assert self.taps <= MOST_TAPS and self.pages <= MOST_PAGES, f"{self.taps} taps on {self.pages} pages"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")
    context.add_init_script("print = () => (document.documentElement.dataset.printed = '')")
    yield context.new_page()
    context.close()


def test_find_out_how_soon_to_be_seen(site: PublishedSite, origin: str, tab: Tab) -> None:
    """To the first question: how many follow depends on the answers."""
    visit = Visit(tab, origin)
    visit.tap(tab.get_by_role("link", name="Start the symptom checker"))
    visit.tap(tab.locator(".checker__begin"))
    visit.ends(tab.locator(".checker--wizard form input"))
    assert (visit.taps, visit.pages) == (2, 2)


def test_what_to_do_today_for_outer_hip_pain(site: PublishedSite, origin: str, tab: Tab) -> None:
    visit = Visit(tab, origin)
    visit.tap(tab.locator(".body-map a", has_text="Outer side").locator("path"))
    visit.tap(tab.locator(".contents").get_by_role("link", name="What may help at first"))
    visit.ends(tab.get_by_text("Put a pillow between the knees at night"))
    assert (visit.taps, visit.pages) == (2, 2)


def test_print_a_plan(site: PublishedSite, origin: str, tab: Tab) -> None:
    visit = Visit(tab, origin)
    visit.tap(tab.locator(".rows").get_by_role("link", name="Gluteal tendinopathy"))
    visit.tap(tab.get_by_role("link", name="Print your exercise program"))
    visit.tap(tab.get_by_role("button", name="Print this program"))
    visit.ends(tab.locator("html[data-printed] .part"))
    assert (visit.taps, visit.pages) == (3, 3)


def test_find_whether_to_keep_running(site: PublishedSite, origin: str, tab: Tab) -> None:
    visit = Visit(tab, origin)
    visit.tap(tab.get_by_role("link", name="Can I keep running with hip pain?"))
    visit.ends(tab.get_by_role("heading", name="When never to run"))
    assert (visit.taps, visit.pages) == (1, 2)


@pytest.mark.parametrize("any_site", ["knee-clinic"], indirect=True)
def test_reach_the_clinic(any_site: PublishedSite, any_origin: str, tab: Tab) -> None:
    """The knee clinic, which states how. A telephone takes over from the link."""
    visit = Visit(tab, any_origin)
    call = tab.locator('header a.button[href^="tel:"]')
    expect(call).to_be_in_viewport()
    assert call.bounding_box()["height"] >= SMALLEST_TARGET
    visit.ends(call)
    book = tab.locator("header").get_by_role("link", name="Book a visit")
    expect(book).to_be_in_viewport()
    assert book.get_attribute("href") == "https://booking.example/knees"
