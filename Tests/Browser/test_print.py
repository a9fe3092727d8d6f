"""What comes out of a printer: a cause or an exercise is one sheet that says when to get help, and a programme's pages
break between exercises."""

import io
import re
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page as Tab
from pypdf import PdfReader

from conftest import Served
from published_site import ALL, Page, PublishedSite

PAPERS = ["A4", "Letter"]
# Points. Footer and labels of drawings may be smaller.
SMALLEST_TEXT = 9.5
# How a page says whether a clinician has read it.
REVIEW = ["clinicalreview", "clinicallyreviewed", "revisiónclínica"]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    tab = browser.new_page()
    yield tab
    tab.close()


def handouts(site: PublishedSite) -> list[Page]:
    """The articles among conditions and exercises, without lists and programmes: all of the original's language, of others the fullest and
    the barest of each kind."""
    return [page for page in site.browsed_pages if re.fullmatch(r"(/\w\w)?/(causes|stretches|conditions|exercises)/[^/]+/", page.url)]


def programmes(site: PublishedSite) -> list[Page]:
    return [page for page in site.browsed_pages if page.url.endswith("/programme/")]


def printed(tab: Tab, paper: str) -> list[str]:
    """The text of each sheet, without white space: columns and lines break it anywhere."""
    reader = PdfReader(io.BytesIO(tab.pdf(format=paper)))
    return [squeezed(page.extract_text()) for page in reader.pages]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


# Every warning sign of the page, and each sentence below "When to get help".
WARNINGS = """() => {
  const words = element => {
    const copy = element.cloneNode(true)
    // The numbers of references stay on the web, and words for the ear have no place on paper.
    copy.querySelectorAll('.citation, .visually-hidden').forEach(part => part.remove())
    return copy.textContent
  }
  const cards = [...document.querySelectorAll('.care-card li, .flags li')].map(words)
  const help = document.getElementById('when-to-get-help')
  const after = []
  for (let next = help?.nextElementSibling; next && !next.matches('h2, details') && !next.querySelector('h2'); next = next.nextElementSibling) {
    after.push(...(next.matches('ul, ol') ? [...next.children] : [next]).map(words))
  }
  return cards.concat(after)
}"""

# The sizes of the text that an article prints, in points.
SIZES = """() => {
  const walker = document.createTreeWalker(document.querySelector('article') ?? document.querySelector('main'), NodeFilter.SHOW_TEXT)
  const sizes = []
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode
    if (data.trim() && parentElement.getClientRects().length && !parentElement.closest('sup, figcaption')) {
      sizes.push([parseFloat(getComputedStyle(parentElement).fontSize) * 0.75, data.trim()])
    }
  }
  return sizes
}"""


@pytest.mark.parametrize("paper", PAPERS)
def test_a_handout_is_one_sheet(site: PublishedSite, origin: str, tab: Tab, paper: str) -> None:
    # Other languages need more room for the same words: there, a full page may go on behind.
    found = lost_on_paper(site, origin, tab, paper, lambda page: 2 if site.language(page) else 1)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("paper", PAPERS if ALL else PAPERS[:1])
@pytest.mark.parametrize("name", ["knee-clinic", "starter"])
def test_a_handout_of_another_clinic_loses_nothing(
    sites: Callable[[str], Served], name: str, tab: Tab, paper: str
) -> None:
    """Its design is its own: a drawing of every step there may take two sheets more."""
    served = sites(name)
    found = lost_on_paper(served.site, served.origin, tab, paper, lambda _: 3)
    assert not found, "\n".join(found)


def lost_on_paper(
    site: PublishedSite, origin: str, tab: Tab, paper: str, most: Callable[[Page], int]
) -> list[str]:
    """What a handout does not print, and those that take more sheets than `most` says."""
    found = []
    assert handouts(site)
    for page in handouts(site):
        tab.goto(origin + page.url)
        sheets = printed(tab, paper)
        if len(sheets) > most(page):
            found.append(f"{page.url} takes {len(sheets)} sheets of {paper}")
        text = "".join(sheets)
        found += [
            f"{page.url} does not print on {paper}: {warning}"
            for warning in tab.evaluate(WARNINGS)
            if squeezed(warning) not in text
        ]
        if squeezed(page.canonical or "?") not in text:
            found.append(f"{page.url} does not print its address on {paper}")
        if not any(words in text.lower() for words in REVIEW):
            found.append(f"{page.url} does not print the state of its review on {paper}")
    return found


@pytest.mark.parametrize(("name", "folder", "least"), [("clinic", "/causes/", 4), ("knee-clinic", "/conditions/", 2)])
def test_causes_have_warnings_to_print(sites: Callable[[str], Served], name: str, folder: str, least: int, tab: Tab) -> None:
    """So that the tests above cannot pass for want of any."""
    served = sites(name)
    pages = [page for page in handouts(served.site) if page.url.startswith(folder)]
    assert pages
    for page in pages:
        tab.goto(served.origin + page.url)
        assert len(tab.evaluate(WARNINGS)) >= least, page.url


def test_print_is_large_enough(any_site: PublishedSite, any_origin: str, tab: Tab) -> None:
    found = []
    tab.emulate_media(media="print")
    for page in handouts(any_site) + programmes(any_site):
        tab.goto(any_origin + page.url)
        found += [f"{page.url}: {size} pt: {text}" for size, text in tab.evaluate(SIZES) if size < SMALLEST_TEXT]
    tab.emulate_media(media="null")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("paper", PAPERS)
def test_no_exercise_of_a_programme_is_cut(any_site: PublishedSite, any_origin: str, tab: Tab, paper: str) -> None:
    """Each stands whole on one sheet, with its steps and its precautions."""
    assert programmes(any_site)
    found = []
    for page in programmes(any_site):
        tab.goto(any_origin + page.url)
        sheets = printed(tab, paper)
        parts = tab.locator(".part").all()
        assert parts, page.url
        for part in parts:
            lines = [squeezed(line.text_content() or "") for line in part.locator("h2, td, li").all()]
            if not any(all(line in sheet for line in lines) for sheet in sheets):
                found.append(f"{page.url}: {part.locator('h2').text_content()} is cut on {paper}")
        text = "".join(sheets)
        found += [
            f"{page.url} does not print on {paper}: {warning}"
            for warning in tab.evaluate(WARNINGS)
            if squeezed(warning) not in text
        ]
    assert not found, "\n".join(found)
