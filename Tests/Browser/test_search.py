"""The search: what patients type leads to the right page, by keyboard and without JavaScript, and loads little."""

import itertools
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

from conftest import REPOSITORY
from editions import HIP, SITES, Edition, in_turn, on
from site_server import serve
from source_site import copy_source
from test_accessibility import OPTIONS

QUERIES = [
    line.split("\t")
    for line in (Path(__file__).parent / "search_queries.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
QUERY_LIMIT = 100_000


@dataclass
class Asked:
    """What visitors of an edition type."""

    # On more pages than are shown at first.
    common: str
    # Found with articles of several kinds; narrowed, among others; and something else.
    word: str
    narrower: str
    # Two exercises: what is typed, and the article that comes of it.
    first: tuple[str, str]
    second: tuple[str, str]
    # Typed whole, this article comes first.
    exact: str
    danger: list[str]


ASKED = {
    "hip-en": Asked(
        "pain", "bursitis", "bursitis hip", ("foam roller", "stretches/foam-rolling"), ("lunge", "stretches/lunge-with-twist"), "causes/trochanteric-bursitis",
        ["emergency", "cannot walk", "numb between legs", "chest pain", "fever and hip pain", "911"],
    ),
    "hip-es": Asked(
        "dolor", "bursitis", "bursitis cadera", ("rodillo", "stretches/foam-rolling"), ("zancada", "stretches/lunge-with-twist"), "causes/trochanteric-bursitis",
        ["emergencia", "no puedo caminar", "adormecimiento entre las piernas", "dolor de pecho", "fiebre y dolor de cadera", "911"],
    ),
    "knee": Asked(
        "knee", "kneecap", "kneecap pain", ("wall sit", "exercises/wall-sit"), ("step down", "exercises/step-down"), "conditions/kneecap-pain",
        ["emergency", "cannot stand", "chest pain", "fever and knee pain", "911"],
    ),
}  # fmt: skip
ES_FIRST, KNEE_FIRST = ("hip-es", "hip-en", "knee"), ("knee", *HIP)


@pytest.fixture
def tab(edition: Edition, browser: Browser) -> Iterator[Page]:
    """The search page; a test fails when the browser complained."""
    page = browser.new_page(reduced_motion="reduce")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(edition.at("/search/"))
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


@pytest.fixture
def asked(edition: Edition) -> Asked:
    return ASKED[edition.name]


KNEE_QUERIES = [
    ("stairs", "/conditions/kneecap-pain/ /symptoms/front-of-knee-pain/"), ("jumper's knee", "/conditions/patellar-tendon-pain/"),
    ("patellofemoral", "/conditions/kneecap-pain/"), ("wear in the knee", "/conditions/knee-osteoarthritis/"),
    ("stiff in the morning", "/symptoms/stiff-knee/"), ("keep walking", "/questions/can-i-keep-walking/"),
    ("ice", "/questions/heat-or-ice/"), ("book a visit", "/contact/"), ("opening hours", "/contact/ /places/springfield/ /places/shelbyville/"),
    ("squat", "/exercises/deep-squat/"),
]  # fmt: skip


@pytest.mark.parametrize("edition", [*HIP, "knee"], indirect=True)
def test_patients_find_what_they_look_for(edition: Edition, tab: Page) -> None:
    queries = [(query, wanted) for query, wanted in QUERIES if wanted.startswith("/es/") == bool(edition.folder)]
    if not edition.is_hip:
        queries = KNEE_QUERIES
    missed = []
    for query, wanted in queries:
        found = ask(tab, query)[:3]
        if not set(found) & set(wanted.split()):
            missed.append(f"{query}: {found}")
    assert len(queries) >= (30 if edition.name == "hip-en" else 10) and not missed, "\n".join(missed)


def test_supplied_script_finds_pages(any_origin: str, browser: Browser) -> None:
    """Limber's own script works with the templates of every site."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(any_origin + "/search/")
    assert "/when-to-get-help/" in ask(page, "when to get help")[:3]
    page.close()


@pytest.mark.parametrize("edition", [*HIP, "knee"], indirect=True)
def test_danger_leads_to_the_warning_signs(edition: Edition, asked: Asked, tab: Page) -> None:
    for query in asked.danger:
        found = [address.removeprefix(edition.prefix) for address in ask(tab, query)[:2]]
        assert any(address.startswith(("/when-to-get-help/", "/symptom-checker/")) for address in found), (query, found)


@pytest.mark.parametrize(
    ("edition", "typed"),
    [("hip-en", "can I still run with hip pain"), ("hip-en", "artheritis in hip"), ("hip-es", "bursitis trocanterica"), ("knee", "kneecap pain")],
    indirect=["edition"],
)
def test_a_query_loads_little_and_tells_nobody(edition: Edition, browser: Browser, typed: str) -> None:
    page, origin = browser.new_page(), edition.origin
    page.goto(edition.at("/search/"))
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
    assert address.startswith(edition.at("/search/#q=")) and not cookies and kept == 0


@on(*ES_FIRST)
def test_results_stand_by_kind_and_are_counted(edition: Edition, asked: Asked, tab: Page) -> None:
    ask(tab, asked.word)
    groups = tab.locator("[data-results] section")
    headings = groups.get_by_role("heading").all_inner_texts()
    assert headings[0] == edition.say("search-best") and len(headings) == len(set(headings)) > 2
    assert groups.first.get_by_role("link").count() == 3
    assert tab.locator("[data-all]").is_hidden()
    said = tab.get_by_role("status").inner_text()
    assert any(edition.pattern(key, query=asked.word).fullmatch(said) for key in ("search-found", "search-found-best")), said
    ask(tab, "qwertzuiop")
    expect(tab.get_by_role("status")).to_have_text(edition.say("search-nothing", query="qwertzuiop"))
    assert tab.locator("[data-all]").is_visible() and not addresses(tab)


@on(*KNEE_FIRST)
def test_more_results_on_demand(edition: Edition, asked: Asked, tab: Page) -> None:
    first = ask(tab, asked.common)
    assert len(first) == 10
    said = edition.pattern("search-found-best", query=asked.common, best=10).fullmatch(tab.get_by_role("status").inner_text())
    assert said and int(said["count"]) > 10
    tab.get_by_role("button", name=edition.say("search-more")).click()
    expect(tab.locator("[data-results] a")).to_have_count(min(20, int(said["count"])))
    assert set(first) < set(addresses(tab))
    assert tab.evaluate("document.activeElement.tagName") == "A"


@on(*ES_FIRST)
def test_by_keyboard(edition: Edition, asked: Asked, tab: Page) -> None:
    typed = edition.title(asked.exact)
    expect(tab.get_by_role("searchbox")).to_be_focused()
    tab.keyboard.type(typed)
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("status")).to_contain_text(f"“{typed}”")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.getAttribute('href')") == f"{edition.prefix}/{asked.exact}/"
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("searchbox")).to_be_focused()
    expect(tab.get_by_role("searchbox")).to_have_value("")
    assert not addresses(tab) and tab.locator("[data-all]").is_visible()


@on(*KNEE_FIRST)
def test_late_results_keep_the_keyboards_place(edition: Edition, asked: Asked, tab: Page) -> None:
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

    found = ask(tab, asked.word)
    tab.get_by_role("searchbox").fill("")
    expect(tab.locator("[data-results] a")).to_have_count(0)
    others = [link for link in tab.locator("[data-all] a").all() if link.get_attribute("href") not in found]
    others[3].focus()
    fill_from_elsewhere(asked.word)
    shown = addresses(tab)
    assert focused() == shown[0]
    tab.locator("[data-results] a").nth(2).focus()
    fill_from_elsewhere(asked.narrower)
    assert shown[2] in addresses(tab) and focused() == shown[2]
    fill_from_elsewhere(asked.first[0])
    assert shown[2] not in addresses(tab) and focused() == addresses(tab)[0]
    fill_from_elsewhere(asked.common)
    tab.get_by_role("button", name=edition.say("search-more")).focus()
    fill_from_elsewhere(asked.second[0])
    assert focused() == addresses(tab)[0]
    place = focused()
    fill_from_elsewhere("qwertzuiop")
    assert not addresses(tab) and focused() == place and tab.locator("[data-all] a:focus").is_visible()


@on(*ES_FIRST)
def test_back_and_forward(edition: Edition, asked: Asked, tab: Page) -> None:
    (first, earlier), (second, later) = asked.first, asked.second
    start = tab.url
    ask(tab, first)
    tab.keyboard.press("Enter")
    ask(tab, second)
    tab.locator("[data-results]").get_by_role("link", name=edition.title(later)).click()
    tab.wait_for_url(f"**{edition.prefix}/{later}/")
    tab.go_back()
    expect(tab.get_by_role("searchbox")).to_have_value(second)
    expect(tab.locator("[data-results]").get_by_role("link", name=edition.title(later))).to_be_visible()
    tab.go_back()
    expect(tab.get_by_role("searchbox")).to_have_value(first)
    expect(tab.locator("[data-results]").get_by_role("link", name=edition.title(earlier))).to_be_visible()
    tab.go_back()
    expect(tab.get_by_role("searchbox")).to_have_value("")
    expect(tab).to_have_url(start)


@on(*KNEE_FIRST)
def test_who_types_and_goes_back_at_once_can_go_forward(edition: Edition, asked: Asked, tab: Page) -> None:
    """What was typed in the moment before is no new place in the browser's history."""
    ask(tab, asked.first[0])
    tab.keyboard.press("Enter")
    tab.evaluate(
        """async (typed) => {
          const field = document.querySelector('[data-search] input');
          const back = new Promise((done) => addEventListener('popstate', done, { once: true }));
          field.value = typed;
          field.dispatchEvent(new Event('input'));
          history.back();
          await back;
          // Longer than the search waits for another letter.
          await new Promise((done) => setTimeout(done, 400));
        }""",
        asked.second[0],
    )
    expect(tab.get_by_role("searchbox")).to_have_value("")
    tab.go_forward()
    expect(tab.get_by_role("searchbox")).to_have_value(asked.first[0])
    expect(tab.locator("[data-results]").get_by_role("link", name=edition.title(asked.first[1]))).to_be_visible()


@on(*ES_FIRST, "starter")
def test_text_of_a_query_is_never_markup(tab: Page) -> None:
    ask(tab, "<img src=x onerror=alert(1)> hip")
    assert tab.locator("[data-search] img").count() == 0


@pytest.mark.parametrize("edition", SITES, indirect=True)
def test_every_page_is_listed_without_javascript(edition: Edition, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(edition.at("/search/"))
    assert page.locator("[data-search]").is_hidden()
    listed = {link.get_attribute("href") for link in page.locator("[data-all] a").all() if link.is_visible()}
    context.close()
    # A programme is its cause's page once more, to be printed.
    articles = {
        page.url
        for page in edition.site.shown_pages
        if edition.site.language(page) == edition.folder and not page.url.endswith(("/404.html", "/search/", "/programme/"))
    }
    kinds = "|".join(kind["folder"] for kind in edition.settings["kinds"].values() if "folder" in kind)
    # Lists, their further pages and years, and the checkers that the page of checkers leads to.
    lists = re.compile(f"{edition.prefix}/(({kinds})/(page/)?([0-9]+/)*|symptom-checker/[a-z-]+/)")
    assert {url for url in articles - listed if not lists.fullmatch(url)} == set()


@in_turn("look", itertools.product([320, 1280], ["light", "dark"]), "hip-es", "hip-en", "knee")
def test_results_have_no_violation(edition: Edition, asked: Asked, browser: Browser, look: tuple[int, str]) -> None:
    width, scheme = look
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(edition.at(f"/search/#q={asked.common}"))
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
        "---\ntitle: Größe naïve łódź Ελλάδα ΟΔΟΣ 腰痛 Việt ألم الورك l’été dell'anca un'ora कूल्हे का दर्द التِهَابُ الأوتـار שָׁלוֹם\nsummary: Letters of other languages.\nabout: []\n---\n\nText.\n",
        encoding="utf-8",
    )
    subprocess.run([limber, "build", "--quiet", "--source", source], check=True, timeout=300)
    with serve(source / "Public") as origin:
        page = browser.new_page()
        page.goto(origin + "/search/")
        for query in ["GROSSE", "größe", "naive", "NAÏVE", "lodz", "Łódź", "ελλαδα", "οδος", "腰", "腰痛", "viet", "Việt", "الورك", "ألم الور", "été", "l'été", "L’ETE", "anca", "l’anca", "ora", "कूल्हे", "दर्द", *SIGNS]:
            assert "/faqs/accents/" in ask(page, query)[:1], query
        page.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("edition", SITES, indirect=True)
def test_nothing_moves_when_the_search_comes(edition: Edition, browser: Browser, width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 844})
    tab.add_init_script(
        "window.moved = []; new PerformanceObserver(list => window.moved.push(...list.getEntries().map(entry => entry.value)))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    tab.goto(edition.at("/search/"))
    expect(tab.get_by_role("searchbox")).to_be_visible()
    tab.wait_for_timeout(300)
    assert tab.evaluate("window.moved") == []
    tab.close()


@on(*ES_FIRST, "starter")
def test_a_missing_index_leaves_the_list(edition: Edition, browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/assets/search/**", lambda route: route.abort())
    page.goto(edition.at("/search/"))
    page.get_by_role("searchbox").fill("bursitis")
    expect(page.get_by_role("status")).to_have_text(edition.say("search-no-answer"))
    assert page.locator("[data-all]").is_visible()
    page.close()
