"""A result of the checker is one sheet of paper to hand to a clinician, in every language: it has a line for name and date, and no letter
that is too small."""

import io
import re
from itertools import chain

import pytest
from playwright.sync_api import Browser, Page as Tab
from pypdf import PdfReader

from published_site import PublishedSite
from test_checker import Tree

# Points.
SMALLEST_TEXT = 9
SIZES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const sizes = []
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode
    if (data.trim() && parentElement.getClientRects().length && !parentElement.closest('script, .visually-hidden')) {
      sizes.push([parseFloat(getComputedStyle(parentElement).fontSize) * 0.75, data.trim()])
    }
  }
  return sizes
}"""


def words(tree: Tree, node: str) -> int:
    """How much its sheet has to say, in characters: the answers given and denied, and the names of what to read."""
    asked = [tree.choices(question) for question, _ in tree.ways[node]]
    said = sum(len(choice["label"]) for choice in chain.from_iterable(asked))
    return said + 100 * len(tree.nodes[node].get("causes", []) + tree.nodes[node].get("stretches", []))


def fullest(tree: Tree) -> dict[str, str]:
    """At each level, the outcome with the most words."""
    found: dict[str, str] = {}
    for name in filter(tree.is_outcome, tree.nodes):
        level = tree.nodes[name]["level"]
        found[level] = max(name, found.get(level, name), key=lambda one: words(tree, one))
    return found


def show(tab: Tab, tree: Tree, node: str) -> None:
    tab.evaluate("state => dispatchEvent(new PopStateEvent('popstate', { state }))", tree.state(node))
    assert tab.locator(".checker--wizard").get_attribute("data-node") == node


@pytest.mark.parametrize("folder", ["", "/es"])
def test_every_level_is_one_sheet(site: PublishedSite, origin: str, browser: Browser, folder: str) -> None:
    page = next(page for page in site.shown_pages if page.url == f"{folder}/symptom-checker/")
    data = re.search(r'data-checker="([^"]+)"', page.file.read_text("utf-8"))[1]
    tree = Tree(site.file(data, page.url))
    tab = browser.new_page()
    tab.goto(origin + page.url)
    tab.locator(".checker__begin").click()
    levels = fullest(tree)
    assert levels.keys() == tree.data["careLevels"].keys()
    for level, node in levels.items():
        show(tab, tree, node)
        for paper in ["A4", "Letter"]:
            sheets = len(PdfReader(io.BytesIO(tab.pdf(format=paper))).pages)
            assert sheets == 1, f"{level}: {node} takes {sheets} sheets of {paper}"
        tab.emulate_media(media="print")
        small = [(size, text) for size, text in tab.evaluate(SIZES) if size < SMALLEST_TEXT]
        assert not small, f"{level}: {small}"
        assert tab.locator(".checker__names span:visible").count() == 2
        tab.emulate_media(media="null")
    tab.context.close()


def test_the_line_for_a_name_is_for_paper_only(any_site: PublishedSite, any_origin: str, browser: Browser) -> None:
    page = next(page for page in any_site.shown_pages if page.url.endswith("symptom-checker/"))
    tab = browser.new_page()
    tab.goto(any_origin + page.url)
    lines = tab.locator(".checker__names, .sheet-names")
    assert lines.count() == 1 and not lines.is_visible()
    tab.emulate_media(media="print")
    assert lines.is_visible()
    tab.context.close()
