"""The clinic's site in its other languages: what a reader meets is in that language, and leads where the original does."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page as Tab, expect

from published_site import ALL, Page, PublishedSite

REPOSITORY = Path(__file__).resolve().parents[2]
LANGUAGES = ["es"]
NARROW = {"width": 320, "height": 640}
# What a reader sees or hears of a page, but for what says that it is in another language.
WORDS = """() => {
  const skipped = (element) => element.closest('[lang]') !== document.documentElement || element.closest('script, style, template');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const words = [document.title];
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) { if (!skipped(node.parentElement)) words.push(node.data); continue; }
    if (skipped(node)) continue;
    for (const { name, value } of node.attributes) if (/^(aria-label|alt|title|placeholder|data-.*)$/.test(name)) words.push(value);
  }
  return words.join(' \\n ').replace(/\\s+/g, ' ');
}"""


def words(language: str) -> dict[str, str]:
    """What templates say, by key."""
    return yaml.safe_load((REPOSITORY / f"Templates/words/{language}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A phone; a test fails when the browser complained."""
    tab = browser.new_page(viewport=NARROW, reduced_motion="reduce")
    complaints: list[str] = []
    tab.on("console", lambda message: message.type in {"error", "warning"} and complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    tab.context.close()
    assert not complaints


def pages(site: PublishedSite, language: str) -> list[Page]:
    return [page for page in (site.shown_pages if ALL else site.varied_pages) if site.language(page) == language]


def test_every_language_is_published(site: PublishedSite) -> None:
    assert site.languages == LANGUAGES
    originals = [page for page in site.shown_pages if not site.language(page)]
    for language in LANGUAGES:
        assert len([page for page in site.shown_pages if site.language(page) == language]) == len(originals)


def test_nothing_is_left_in_the_original_language(site: PublishedSite, origin: str, tab: Tab, language: str) -> None:
    """No phrase of the templates, and no title or summary of an article."""
    phrases = {re.sub(r"\{+.*?\}+", "", text).strip() for text in words("en").values()}
    own = "\n".join(words(language).values())
    for page in site.shown_pages:
        if not site.language(page):
            phrases |= set(re.findall(r'<meta name="description" content="([^"]*)"', page.file.read_text("utf-8")))
    phrases = {phrase for phrase in phrases if " " in phrase and phrase not in own}
    assert len(phrases) > 100
    found = []
    for page in pages(site, language):
        tab.goto(origin + page.url)
        text = tab.evaluate(WORDS)
        found += [f"{page.url}: {phrase}" for phrase in phrases if phrase in text]
        assert tab.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [language, "ltr"]
    assert not found, "\n".join(found)


def test_the_switch_leads_to_the_same_page(site: PublishedSite, origin: str, tab: Tab, language: str) -> None:
    for page in pages(site, language):
        if page.url.endswith("/404.html"):
            continue
        tab.goto(origin + page.url)
        switch = tab.get_by_role("navigation", name=words(language)["languages"])
        switch.get_by_role("link", name="English").click()
        # Once it is loaded: without its styles, everything has another size.
        tab.wait_for_url(origin + page.url.removeprefix(f"/{language}"))
        box = tab.locator(f'a[hreflang="{language}"]').first.bounding_box()
        assert box["height"] >= 24 and box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"]
        tab.locator(f'a[hreflang="{language}"]').first.click()
        tab.wait_for_url(origin + page.url)


def test_no_page_is_wider_than_a_phone(site: PublishedSite, origin: str, tab: Tab, language: str) -> None:
    for page in pages(site, language):
        tab.goto(origin + page.url)
        assert tab.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], page.url


def test_alternates_name_each_other(site: PublishedSite) -> None:
    alternate = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"')
    by_address = {site.origin + page.url: dict(alternate.findall(page.file.read_text("utf-8"))) for page in site.shown_pages}
    for address, named in by_address.items():
        for other in named.values():
            assert by_address[other] == named, f"{address} and {other}"
        assert not named or address in named.values()


def test_checkers_lead_alike(site: PublishedSite, language: str) -> None:
    """One tree: nothing but words differs between its files."""

    def facts(node: object, key: str = "") -> object:
        if isinstance(node, dict):
            return {name: facts(value, name) for name, value in node.items()}
        if isinstance(node, list):
            return [facts(value, key) for value in node]
        return None if isinstance(node, str) and key not in {"id", "next", "level", "kind", "type", "flag", "start", "stage", "version"} else node

    original = json.loads((site.folder / "symptom-checker/hip-pain.json").read_text("utf-8"))
    other = json.loads((site.folder / language / "symptom-checker/hip-pain.json").read_text("utf-8"))
    assert other["language"] == language
    for tree in (original, other):
        del tree["language"]
    assert facts(original) == facts(other)


def test_the_checker_by_keyboard(site: PublishedSite, origin: str, tab: Tab, language: str) -> None:
    """To one outcome of each level, in the language's own words."""
    say = words(language)
    tree = json.loads((site.folder / language / "symptom-checker/hip-pain.json").read_text("utf-8"))
    ways: dict[str, list[tuple[str, dict]]] = {tree["start"]: []}
    waiting, ends = [tree["start"]], {}
    for name in waiting:
        node = tree["nodes"][name]
        if node["kind"] == "outcome":
            ends.setdefault(node["level"], name)
            continue
        for answer in node.get("answers", []) + ([node["none"]] if "none" in node else []):
            if answer["next"] not in ways:
                ways[answer["next"]] = ways[name] + [(name, answer)]
                waiting.append(answer["next"])
    assert len(ends) > 3
    for level, end in ends.items():
        # Else the browser brings back where it was.
        tab.goto("about:blank")
        tab.goto(f"{origin}/{language}/symptom-checker/")
        tab.wait_for_selector(".checker--wizard")
        tab.get_by_role("button", name=say["checker-begin"], exact=True).press("Enter")
        for name, answer in ways[end]:
            expect(tab.get_by_role("heading", level=1)).to_have_text(tree["nodes"][name]["ask"])
            tab.get_by_label(re.sub(r"\s+", " ", answer["label"]), exact=True).press("Space")
            tab.get_by_role("button", name=say["checker-continue"]).press("Enter")
        expect(tab.get_by_role("heading", level=1)).to_have_text(f"{say['answers-suggest']} {tree['careLevels'][level]['heading']}")
        assert tab.title().startswith(say["checker-result"])


def test_the_timer_speaks_the_language(site: PublishedSite, origin: str, tab: Tab, language: str) -> None:
    say = words(language)
    tab.clock.install()
    tab.goto(f"{origin}/{language}/stretches/figure-4-stretch/")
    tab.get_by_role("button", name=say["timer-start-hold"].replace("{number}", "1")).press("Enter")
    tab.clock.run_for(5_000 + 20_500)
    said = tab.locator(".timer__said")
    expect(said).to_contain_text(say["timer-other-side"])
    expect(tab.locator(".exercise__figure > img")).to_have_attribute("src", f"/{language}/stretches/figure-4-stretch.svg")


@pytest.mark.parametrize(("query", "wanted"), [("dolor de ingle", "signs/groin-or-leg-pain"), ("bursitis trocanterica", "causes/trochanteric-bursitis"), ("adormecimiento entre las piernas", "when-to-get-help")])
def test_the_search_finds(site: PublishedSite, origin: str, tab: Tab, query: str, wanted: str) -> None:
    """Without accents, too, and nothing of another language."""
    tab.goto(f"{origin}/es/search/")
    tab.get_by_role("searchbox").fill(query)
    expect(tab.get_by_role("status")).to_contain_text(f"“{query}”")
    found = tab.eval_on_selector_all("[data-results] a", "links => links.map((link) => link.getAttribute('href'))")
    assert found and all(address.startswith("/es/") for address in found)
    assert any(wanted in address for address in found[:5]), found[:5]
