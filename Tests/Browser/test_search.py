"""The search: what patients type leads to the right page, by keyboard and without JavaScript, and loads little."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

from conftest import REPOSITORY
from published_site import PublishedSite
from site_server import serve
from source_site import copy_source
from test_accessibility import OPTIONS

QUERIES = [
    line.split("\t")
    for line in (Path(__file__).parent / "search_queries.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
QUERY_LIMIT = 100_000


@pytest.fixture
def tab(origin: str, browser: Browser) -> Iterator[Page]:
    """The search page; a test fails when the browser complained."""
    page = browser.new_page(reduced_motion="reduce")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(origin + "/search/")
    yield page
    page.close()
    assert not complaints


def ask(tab: Page, query: str) -> list[str]:
    """Types a query; the addresses of the results in the order shown."""
    tab.get_by_role("searchbox").fill(query)
    expect(tab.get_by_role("status")).to_contain_text(f"“{query}”")
    return addresses(tab)


def addresses(tab: Page) -> list[str]:
    return tab.eval_on_selector_all("[data-results] a", "links => links.map((link) => link.getAttribute('href'))")


@pytest.mark.parametrize("language", ["", "/es"])
def test_patients_find_what_they_look_for(tab: Page, origin: str, language: str) -> None:
    tab.goto(f"{origin}{language}/search/")
    queries = [(query, wanted) for query, wanted in QUERIES if wanted.startswith("/es/") == bool(language)]
    missed = []
    for query, wanted in queries:
        found = ask(tab, query)[:3]
        if not set(found) & set(wanted.split()):
            missed.append(f"{query}: {found}")
    assert len(queries) >= (10 if language else 30) and not missed, "\n".join(missed)


def test_supplied_script_finds_pages(any_origin: str, browser: Browser) -> None:
    """Limber's own script works with the templates of every site."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(any_origin + "/search/")
    assert "/when-to-get-help/" in ask(page, "when to get help")[:3]
    page.close()


def test_danger_leads_to_the_warning_signs(tab: Page) -> None:
    for query in ["emergency", "cannot walk", "numb between legs", "chest pain", "fever and hip pain", "911"]:
        assert {"/when-to-get-help/", "/symptom-checker/"} & set(ask(tab, query)[:2]), query


@pytest.mark.parametrize("typed", ["bursitis", "can I still run with hip pain", "artheritis in hip"])
def test_a_query_loads_little_and_tells_nobody(origin: str, browser: Browser, typed: str) -> None:
    page = browser.new_page()
    page.goto(origin + "/search/")
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    page.get_by_role("searchbox").press_sequentially(typed, delay=20)
    expect(page.get_by_role("status")).to_contain_text(f"“{typed}”")
    cookies = page.context.cookies()
    kept = page.evaluate("localStorage.length + sessionStorage.length")
    address = page.url
    answers = [request.response() for request in requests]
    loaded = sum(len(answer.body()) for answer in answers if answer)
    page.close()
    assert 0 < loaded <= QUERY_LIMIT
    # The icon may come late.
    assert [url for url in (request.url for request in requests) if not url.startswith(f"{origin}/assets/") or "?" in url] == []
    assert address.startswith(f"{origin}/search/#q=") and not cookies and kept == 0


def test_results_stand_by_kind_and_are_counted(tab: Page) -> None:
    ask(tab, "bursitis")
    groups = tab.locator("[data-results] section")
    headings = groups.get_by_role("heading").all_inner_texts()
    assert headings[0] == "Best matches" and len(headings) == len(set(headings)) > 2
    assert groups.first.get_by_role("link").count() == 3
    assert tab.locator("[data-all]").is_hidden()
    expect(tab.get_by_role("status")).to_contain_text("pages found")
    ask(tab, "qwertzuiop")
    expect(tab.get_by_role("status")).to_contain_text("Nothing found")
    assert tab.locator("[data-all]").is_visible() and not addresses(tab)


def test_more_results_on_demand(tab: Page) -> None:
    first = ask(tab, "pain")
    assert len(first) == 10
    tab.get_by_role("button", name="Show more").click()
    expect(tab.locator("[data-results] a")).to_have_count(20)
    assert set(first) < set(addresses(tab))
    assert tab.evaluate("document.activeElement.tagName") == "A"


def test_by_keyboard(tab: Page) -> None:
    expect(tab.get_by_role("searchbox")).to_be_focused()
    tab.keyboard.type("trochanteric bursitis")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("status")).to_contain_text("“trochanteric bursitis”")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.getAttribute('href')") == "/causes/trochanteric-bursitis/"
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("searchbox")).to_be_focused()
    expect(tab.get_by_role("searchbox")).to_have_value("")
    assert not addresses(tab) and tab.locator("[data-all]").is_visible()


def test_late_results_keep_the_keyboards_place(tab: Page) -> None:
    """Results that come when somebody is already among the former ones, or in the list of all pages, lose nobody."""

    def focused() -> str | None:
        return tab.evaluate("document.activeElement.getAttribute('href')")

    def fill_from_elsewhere(query: str) -> None:
        tab.evaluate(
            "query => { const field = document.querySelector('[data-search] input'); field.value = query;"
            " field.dispatchEvent(new Event('input')); }",
            query,
        )
        expect(tab.get_by_role("status")).to_contain_text(f"“{query}”")

    tab.locator("[data-all] a").nth(3).focus()
    fill_from_elsewhere("bursitis")
    shown = addresses(tab)
    assert focused() == shown[0]
    tab.locator("[data-results] a").nth(2).focus()
    fill_from_elsewhere("bursitis hip")
    assert shown[2] in addresses(tab) and focused() == shown[2]
    fill_from_elsewhere("foam roller")
    assert shown[2] not in addresses(tab) and focused() == addresses(tab)[0]
    fill_from_elsewhere("pain")
    tab.get_by_role("button", name="Show more").focus()
    fill_from_elsewhere("lunge")
    assert focused() == addresses(tab)[0]
    place = focused()
    fill_from_elsewhere("qwertzuiop")
    assert not addresses(tab) and focused() == place and tab.locator("[data-all] a:focus").is_visible()


def test_back_and_forward(tab: Page) -> None:
    start = tab.url
    ask(tab, "foam roller")
    tab.keyboard.press("Enter")
    ask(tab, "lunge")
    tab.locator("[data-results]").get_by_role("link", name="Lunge with twist").click()
    tab.wait_for_url("**/stretches/lunge-with-twist/")
    tab.go_back()
    expect(tab.get_by_role("searchbox")).to_have_value("lunge")
    expect(tab.locator("[data-results]").get_by_role("link", name="Lunge with twist")).to_be_visible()
    tab.go_back()
    expect(tab.get_by_role("searchbox")).to_have_value("foam roller")
    expect(tab.locator("[data-results]").get_by_role("link", name="Foam rolling")).to_be_visible()
    tab.go_back()
    expect(tab.get_by_role("searchbox")).to_have_value("")
    expect(tab).to_have_url(start)


def test_who_types_and_goes_back_at_once_can_go_forward(tab: Page) -> None:
    """What was typed in the moment before is no new place in the browser's history."""
    ask(tab, "foam roller")
    tab.keyboard.press("Enter")
    tab.evaluate(
        """async () => {
          const field = document.querySelector('[data-search] input');
          const back = new Promise((done) => addEventListener('popstate', done, { once: true }));
          field.value = 'lunge';
          field.dispatchEvent(new Event('input'));
          history.back();
          await back;
          // Longer than the search waits for another letter.
          await new Promise((done) => setTimeout(done, 400));
        }"""
    )
    expect(tab.get_by_role("searchbox")).to_have_value("")
    tab.go_forward()
    expect(tab.get_by_role("searchbox")).to_have_value("foam roller")
    expect(tab.locator("[data-results]").get_by_role("link", name="Foam rolling")).to_be_visible()


def test_text_of_a_query_is_never_markup(tab: Page) -> None:
    ask(tab, "<img src=x onerror=alert(1)> hip")
    assert tab.locator("[data-search] img").count() == 0


def test_every_page_is_listed_without_javascript(site: PublishedSite, origin: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for language in ["", *(f"/{one}" for one in site.languages)]:
        page.goto(f"{origin}{language}/search/")
        assert page.locator("[data-search]").is_hidden()
        listed = {link.get_attribute("href") for link in page.locator("[data-all] a").all() if link.is_visible()}
        # A programme is its cause's page once more, to be printed.
        articles = {
            page.url
            for page in site.shown_pages
            if site.language(page) == language.strip("/") and not page.url.endswith(("/404.html", "/search/", "/programme/"))
        }
        lists = {f"{language}/{folder}/" for folder in ["causes", "signs", "stretches", "faqs"]}
        assert articles - listed - lists == set()
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_have_no_violation(origin: str, browser: Browser, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(origin + "/search/#q=hip+pain")
    expect(page.locator("[data-results] a").first).to_be_visible()
    violations = Axe().run(page, options=OPTIONS).response["violations"]
    width_needed = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert not violations and width_needed <= width


# With and without vowel signs, tatweel and hamza, and as letters that hold their point.
SIGNS = ["الم الورك", "أَلَمُ", "الـورك", "التهاب", "التِهاب", "الاوتار", "ا\u0654لم", "שלום", "שָׁלוֹם", "\ufb2aלום"]


def test_accents_and_case_do_not_count(limber: Path, browser: Browser, tmp_path: Path) -> None:
    source = tmp_path / "source"
    copy_source(REPOSITORY, source)
    (source / "Content/faqs/accents.md").write_text(
        "---\ntitle: Größe naïve łódź Ελλάδα ΟΔΟΣ 腰痛 Việt ألم الورك कूल्हे का दर्द التِهَابُ الأوتـار שָׁלוֹם\nsummary: Letters of other languages.\nabout: []\n---\n\nText.\n",
        encoding="utf-8",
    )
    subprocess.run([limber, "build", "--quiet", "--source", source], check=True, timeout=300)
    with serve(source / "Public") as origin:
        page = browser.new_page()
        page.goto(origin + "/search/")
        for query in ["GROSSE", "größe", "naive", "NAÏVE", "lodz", "Łódź", "ελλαδα", "οδος", "腰", "腰痛", "viet", "Việt", "الورك", "ألم الور", "कूल्हे", "दर्द", *SIGNS]:
            assert "/faqs/accents/" in ask(page, query)[:1], query
        page.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/search/", "/es/search/"])
def test_nothing_moves_when_the_search_comes(origin: str, browser: Browser, width: int, path: str) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 844})
    tab.add_init_script(
        "window.moved = []; new PerformanceObserver(list => window.moved.push(...list.getEntries().map(entry => entry.value)))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    tab.goto(origin + path)
    expect(tab.get_by_role("searchbox")).to_be_visible()
    tab.wait_for_timeout(300)
    assert tab.evaluate("window.moved") == []
    tab.close()


def test_a_missing_index_leaves_the_list(origin: str, browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/assets/search/**", lambda route: route.abort())
    page.goto(origin + "/search/")
    page.get_by_role("searchbox").fill("bursitis")
    expect(page.get_by_role("status")).to_contain_text("does not answer")
    assert page.locator("[data-all]").is_visible()
    page.close()
