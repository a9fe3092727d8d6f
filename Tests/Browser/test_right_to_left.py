"""A language that is read from right to left: everything stands the other way around, and nothing sticks out."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page as Tab, expect

from site_server import serve
from source_site import copy_source
from test_fallbacks import CHECKER, ORIGINAL, without

REPOSITORY = Path(__file__).resolve().parents[2]
ARABIC = Path(__file__).parent / "arabic"
EXERCISE = "/ar/stretches/bridge/"
LETTERS = re.compile("[\u0600-\u06ff]")
PAGES = [
    "/ar/", "/ar/causes/gluteal-tendinopathy/", "/ar/stretches/bridge/", "/ar/causes/gluteal-tendinopathy/programme/",
    "/ar/symptom-checker/", "/ar/care/", "/ar/causes/", "/ar/search/",
]  # fmt: skip


def as_arabic(source: Path) -> None:
    """Makes the site's Spanish its Arabic: the words stay, and what Limber itself says is English. Layout knows only the direction."""
    for path in [*source.rglob("*.es.*"), source / "Templates/words/es.yaml"]:
        path.rename(path.with_name(re.sub(r"(^|\.)es\.", r"\1ar.", path.name)))
    settings = source / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("es: Español", "ar: العربية"), "utf-8")
    for path in source.rglob("*.ar.*"):
        if path.suffix in {".md", ".yaml"}:
            path.write_text(path.read_text("utf-8").replace("/es/", "/ar/").replace(".es.md", ".ar.md"), "utf-8")
    table = (REPOSITORY / "docs/templates.md").read_text("utf-8")
    own = re.findall(r"^\| `([a-z-]+)` \| (.+?) \| .+? \| .+? \|$", table[table.index("| `page-not-found` |") :], re.MULTILINE)
    words = source / "Templates/words/ar.yaml"
    known = set(re.findall(r"^([a-z-]+):", words.read_text("utf-8"), re.MULTILINE))
    with words.open("a", encoding="utf-8") as file:
        for name, text in own:
            if name not in known:
                file.write(f"{name}: '{text.strip('`').replace(chr(39), chr(39) * 2)}'\n")


def say_in_arabic(source: Path) -> None:
    """Puts Arabic in place of Spanish where a page is tried as a whole: an exercise, and the words around it."""
    shutil.copy(ARABIC / "bridge.ar.md", source / "Content/stretches/bridge.ar.md")
    words = source / "Templates/words/ar.yaml"
    text = words.read_text("utf-8")
    for line in (ARABIC / "words.yaml").read_text("utf-8").splitlines():
        name = line.split(":")[0]
        text, count = re.subn(rf"^{name}: .*$", lambda _: line, text, flags=re.MULTILINE)  # noqa: B023
        assert count == 1, name
    words.write_text(text, "utf-8")


def leave_out_words(source: Path) -> None:
    """Takes some words away, so that those of the original stand in their place, from left to right."""
    settings = source / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace(", required: [checker, red-flags]", ""), "utf-8")
    without(source / f"{CHECKER}.ar.yaml", "title:")
    without(source / f"{CHECKER}.ar.yaml", "  emergency:")
    without(source / "Content/red-flags.ar.yaml", "rf-cold-leg:")
    without(source / "Content/symptom-checker/care-levels.ar.yaml", "emergency:")
    for name in ["faqs/can-i-keep-running.ar.md", "stretches/side-plank.ar.md"]:
        (source / "Content" / name).unlink()


@pytest.fixture(scope="module")
def arabic(limber: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site with such a language is served."""
    source = copy_source(REPOSITORY, tmp_path_factory.mktemp("arabic"))
    as_arabic(source)
    say_in_arabic(source)
    leave_out_words(source)
    build = subprocess.run([limber, "build", "--source", source], capture_output=True, text=True, timeout=300)
    assert build.returncode == 0, build.stderr
    with serve(source / "Public") as address:
        yield address


@pytest.fixture(params=[320, 1280])
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A phone, and a desk."""
    tab = browser.new_page(viewport={"width": request.param, "height": 800}, reduced_motion="reduce")
    yield tab
    tab.context.close()


def test_stands_the_other_way_around(arabic: str, tab: Tab) -> None:
    """The clinic's name is on the right, the way to the search on the left, and text begins at the right edge."""
    for page in PAGES:
        tab.goto(arabic + page)
        assert tab.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]") == ["ar", "rtl"], page
        middle = "(element) => { const box = element.getBoundingClientRect(); return box.left + box.width / 2 }"
        name = tab.locator("header a").first.evaluate(middle)
        search = tab.locator('header a[href$="/search/"]').first.evaluate(middle)
        assert name > search, f"{page}: the name stands at {name:.0f}, the search at {search:.0f}"
        aligned = tab.locator("main h1").first.evaluate("(heading) => getComputedStyle(heading).textAlign")
        assert aligned in {"start", "right"}, f"{page}: {aligned}"


OTHER_WAY = """() => [...document.querySelectorAll('body [lang]')].filter((element) => !element.lang.startsWith('ar'))
  .map((element) => [element.lang, getComputedStyle(element).direction, element.outerHTML.slice(0, 150)])"""


def expect_the_originals_way(tab: Tab, place: str) -> None:
    found = tab.evaluate(OTHER_WAY)
    # The switch and the line for emergencies are on every page.
    assert len(found) > 2, place
    assert not [one for one in found if one[:2] != [ORIGINAL, "ltr"]], place


def test_what_is_not_translated_is_read_the_other_way(arabic: str, tab: Tab) -> None:
    pages = ["/ar/faqs/", "/ar/stretches/", "/ar/search/", "/ar/when-to-get-help/", "/ar/causes/gluteal-tendinopathy/programme/"]
    for page in pages:
        tab.goto(arabic + page)
        expect_the_originals_way(tab, page)
    tab.goto(arabic + "/ar/symptom-checker/")
    tab.get_by_role("button", name="Empezar").click()
    expect(tab.locator("legend h1[lang]")).to_be_visible()
    expect_the_originals_way(tab, "a question")
    tab.get_by_role("checkbox").first.check()
    tab.get_by_role("button", name="Continuar").click()
    expect(tab.locator("dt[lang]").first).to_be_attached()
    expect_the_originals_way(tab, "a result")


def test_nothing_sticks_out(arabic: str, tab: Tab) -> None:
    """On neither side: what hangs out at the left cannot even be scrolled to."""
    for page in PAGES:
        tab.goto(arabic + page)
        assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, page
        out = tab.evaluate(
            """() => [...document.querySelectorAll('main *')].filter((element) => {
              const box = element.getBoundingClientRect();
              const style = getComputedStyle(element);
              return box.width > 1 && style.visibility !== 'hidden' && !element.closest('[hidden], .visually-hidden, svg')
                && (box.left < -1 || box.right > innerWidth + 1) && !element.closest('.scroll, table');
            }).map((element) => element.outerHTML.slice(0, 80))"""
        )
        assert not out, f"{page}: {out[:3]}"


def test_an_exercise_in_arabic(arabic: str, tab: Tab) -> None:
    """Its own words are Arabic, the steps begin at the right, and nothing of a step hangs out or is cut."""
    tab.goto(arabic + EXERCISE)
    assert tab.title().startswith("تمرين الجسر")
    for place in ["main h1", "main ol li", "main ul li", "main table td", "main .callout, main [class*=warning]"]:
        said = [text for text in tab.locator(place).all_inner_texts() if text.strip()]
        assert any(LETTERS.search(text) for text in said), place
    page = tab.locator("main").bounding_box()
    for step in tab.locator("main ol > li").all():
        box = step.bounding_box()
        if box and page:
            assert box["x"] >= 0 and box["x"] + box["width"] <= page["x"] + page["width"] + 1
    steps = tab.locator("main ol > li").filter(has_text="استلقِ")
    expect(steps).to_have_count(1)
    left, right = steps.evaluate(
        """(step) => {
          const range = document.createRange();
          range.selectNodeContents(step);
          const [text, box] = [range.getBoundingClientRect(), step.getBoundingClientRect()];
          return [text.left - box.left, box.right - text.right];
        }"""
    )
    assert right <= left + 1, "the first line begins at the right edge"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("الجسر", EXERCISE),
        # The beginning of a word, a synonym, words of the text; vowel signs do not count.
        ("الجس", EXERCISE), ("رفع الحوض", EXERCISE), ("عضلات الأرداف", EXERCISE), ("استلق على ظهرك", EXERCISE),
        ("الارداف", EXERCISE),
    ],
)  # fmt: skip
def test_arabic_words_are_found(arabic: str, browser: Browser, typed: str, found: str) -> None:
    tab = browser.new_page()
    tab.goto(f"{arabic}/ar/search/")
    tab.get_by_role("searchbox").fill(typed)
    expect(tab.locator(".search__list a").first).to_have_attribute("href", re.compile(re.escape(found)))
    tab.context.close()


def test_axe_finds_nothing(arabic: str, tab: Tab) -> None:
    for page in PAGES[:6]:
        tab.goto(arabic + page)
        found = Axe().run(tab).response["violations"]
        assert not found, f"{page}: {[one['id'] for one in found]}"
