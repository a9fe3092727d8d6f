"""A long list in groups is short on a phone: its groups are folded, and nothing is lost to whoever opens or prints them."""

import io
import re

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from editions import HIP, Edition

PHONE = {"width": 390, "height": 844}
# Screens of a phone, with header and footer.
LONGEST = 2


def cards(edition: Edition) -> set[str]:
    """The articles that the list leads to."""
    url = edition.prefix + edition.conditions
    page = next(page for page in edition.site.shown_pages if page.url == url)
    return {address for address, tag in page.links if tag == "a" and re.fullmatch(url + r"[^/]+/", address)}


@pytest.mark.parametrize("edition", HIP, indirect=True)
def test_it_is_short_on_a_phone(edition: Edition, browser: Browser) -> None:
    tab = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    tab.goto(edition.at(edition.conditions))
    assert tab.locator("footer").bounding_box()["y"] <= LONGEST * PHONE["height"]
    folds = tab.locator("details.fold")
    assert folds.count() >= 5
    # What is to be seen first is never folded away, and stands above all folds.
    urgent = tab.locator(".stands-out a")
    assert urgent.count() >= 2
    first = folds.first.bounding_box()["y"]
    for link in urgent.all():
        assert link.is_visible() and link.bounding_box()["y"] < first
    for fold in folds.all():
        assert fold.locator("summary").bounding_box()["height"] >= 44
    tab.context.close()


@pytest.mark.parametrize("edition", HIP, indirect=True)
def test_keys_open_it_without_javascript(edition: Edition, browser: Browser) -> None:
    tab = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    tab.goto(edition.at(edition.conditions))
    for fold in tab.locator("details.fold").all():
        expect(fold.locator("li a").first).to_be_hidden()
        fold.locator("summary").focus()
        tab.keyboard.press("Enter")
        for link in fold.get_by_role("link").all():
            assert link.is_visible()
    shown = {link.get_attribute("href") for link in tab.locator("main a").all() if link.is_visible()}
    assert cards(edition) and cards(edition) <= shown
    tab.context.close()


@pytest.mark.parametrize("edition", HIP, indirect=True)
def test_paper_shows_what_is_folded(edition: Edition, browser: Browser) -> None:
    tab = browser.new_page()
    tab.goto(edition.at(edition.conditions))
    paper = "".join(page.extract_text() for page in PdfReader(io.BytesIO(tab.pdf())).pages)
    squeezed = re.sub(r"\s", "", paper)
    summaries = tab.locator(".rows--told span").all_text_contents()
    assert len(summaries) > 30
    lost = [text for text in summaries if re.sub(r"\s", "", text) not in squeezed]
    assert not lost, lost
    tab.context.close()


@pytest.mark.parametrize("edition", ["knee", "starter"], indirect=True)
def test_a_short_list_is_whole(edition: Edition, browser: Browser) -> None:
    """On a phone, without JavaScript, and on paper."""
    tab = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    tab.goto(edition.at(edition.conditions))
    assert tab.locator("footer").bounding_box()["y"] <= 2 * LONGEST * PHONE["height"]
    for media in ["screen", "print"]:
        tab.emulate_media(media=media)
        shown = {link.get_attribute("href") for link in tab.locator("main a").all() if link.is_visible()}
        assert cards(edition) and cards(edition) <= shown, media
    tab.context.close()
