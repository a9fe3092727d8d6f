"""What people come for, done on a phone as a patient would: each in at most four taps, on at most three pages, from home.

`docs/design.md` has the table. A tap on what is too small or too close to something else to be hit is no tap.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page as Tab, expect

from editions import HIP, Edition, on

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


@pytest.mark.parametrize("edition", [*HIP, "knee", "starter"], indirect=True)
def test_find_out_how_soon_to_be_seen(edition: Edition, tab: Tab) -> None:
    """To the first question: how many follow depends on the answers. Sites with several checkers name them at home."""
    visit = Visit(tab, edition.at("/"))
    visit.tap(tab.locator(f'main a.button[href="{edition.prefix}{edition.checker[0]}"]'))
    visit.tap(tab.locator(".checker__begin") if edition.is_hip else tab.get_by_role("link", name=edition.say("begin")))
    visit.ends(tab.locator(".checker--wizard form input" if edition.is_hip else ".step:visible li a"))
    assert (visit.taps, visit.pages) == (2, 2)


def heading(edition: Edition, path: str, original: str) -> str:
    """A heading of an article in the edition's language: it stands where the original has it."""
    headings = [re.findall(r"^## (.+)$", text, re.MULTILINE) for text in (edition.original(path), edition.text(path))]
    return headings[1][headings[0].index(original)]


@on("hip-es", "hip-en")
def test_what_to_do_today_for_outer_hip_pain(edition: Edition, tab: Tab) -> None:
    visit = Visit(tab, edition.at("/"))
    visit.tap(tab.locator(".body-map a", has_text=edition.say("body-outer-side")).locator("path"))
    first = heading(edition, "signs/outer-hip-pain", "What may help at first")
    visit.tap(tab.locator(".contents").get_by_role("link", name=first))
    visit.ends(tab.locator("h2", has_text=first).locator("+ * li, + * + * li"))
    assert (visit.taps, visit.pages) == (2, 2)


@on("hip-es", "hip-en")
def test_print_a_plan(edition: Edition, tab: Tab) -> None:
    visit = Visit(tab, edition.at("/"))
    visit.tap(tab.locator(".rows").get_by_role("link", name=edition.title("causes/gluteal-tendinopathy")))
    visit.tap(tab.get_by_role("link", name=edition.say("print-your-program")))
    visit.tap(tab.get_by_role("button", name=edition.say("print-this-program")))
    visit.ends(tab.locator("html[data-printed] .part"))
    assert (visit.taps, visit.pages) == (3, 3)


@on("knee")
def test_find_a_plan_of_the_knee(edition: Edition, tab: Tab) -> None:
    """By a place of the drawing, then the condition that it may come from. Browsers print its page."""
    visit = Visit(tab, edition.at("/"))
    visit.tap(tab.locator(".body-map a", has_text=edition.say("body-kneecap")).locator("path"))
    visit.tap(tab.locator("main").get_by_role("link", name=edition.title("conditions/kneecap-pain"), exact=True))
    visit.tap(tab.get_by_role("link", name=edition.say("exercises-to-print")))
    visit.tab.wait_for_url("**/programme/")
    assert visit.taps <= MOST_TAPS
    expect(tab.locator(".part").first).to_be_visible()


@on("hip-es", "hip-en")
def test_find_whether_to_keep_running(edition: Edition, tab: Tab) -> None:
    question = "faqs/can-i-keep-running"
    visit = Visit(tab, edition.at("/"))
    visit.tap(tab.get_by_role("link", name=edition.title(question)))
    visit.ends(tab.get_by_role("heading", name=heading(edition, question, "When never to run")))
    assert (visit.taps, visit.pages) == (1, 2)


@on("knee")
def test_reach_the_clinic(edition: Edition, tab: Tab) -> None:
    """The knee clinic, which states how. A telephone takes over from the link."""
    visit = Visit(tab, edition.at("/"))
    call = tab.locator('header a.button[href^="tel:"]')
    expect(call).to_be_in_viewport()
    assert call.bounding_box()["height"] >= SMALLEST_TARGET
    visit.ends(call)
    book = tab.locator("header").get_by_role("link", name=edition.say("book-a-visit"))
    expect(book).to_be_in_viewport()
    assert book.get_attribute("href") == edition.settings["clinic"]["booking-url"]
