"""What the templates of the knee clinic add to those of the hip site, which they do not share."""

import io
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page as Tab, expect
from pypdf import PdfReader

PHONE = {"width": 390, "height": 844}
CHECKER = "/symptom-checker/knee-pain/"
NONE = "No, none of these fit"
COLD = "A leg or foot that is cold, pale or blue, or that has suddenly gone numb or weak"
# Answers, what of them the result says it is because of, the last first, and the button that comes first, if any.
RESULTS = {
    "emergency": ([COLD], [COLD], "Call 911"),
    "days": ([NONE, NONE, "A child or teen"], ["Who has the pain? A child or teen"], None),
    "self-care": (
        [NONE, NONE, "An adult", "No, it does not", "Around or behind the kneecap"],
        [
            "Where does it hurt most? Around or behind the kneecap",
            "Does it hurt at rest or at night? No, it does not",
            "Who has the pain? An adult",
        ],
        None,
    ),
}


def answer(tab: Tab, answers: list[str]) -> None:
    tab.locator(".begin .button").click()
    for one in answers:
        tab.locator(".step:visible").get_by_role("link", name=one).click()


@pytest.mark.parametrize("which", RESULTS)
def test_a_result_says_because_of_what_and_is_one_sheet(knee: str, browser: Browser, which: str) -> None:
    answers, because, button = RESULTS[which]
    context = browser.new_context(viewport=PHONE)
    tab = context.new_page()
    tab.goto(knee + CHECKER)
    answer(tab, answers)
    result = tab.locator(".result:visible")
    expect(result.locator(".because li")).to_contain_text(because)
    if button:
        assert result.locator("a, .because").first.inner_text() == button
    summary = tab.locator(".answers")
    expect(summary.locator("dd")).to_contain_text(answers)
    today = f"{datetime.now():%B} {datetime.now().day}, {datetime.now().year}"
    expect(summary.locator("[data-stamp]")).to_contain_text(f"Answered on {today}. Version 1.0.0 of “Check your knee pain”")
    tab.evaluate("() => { window.print = () => { document.title = 'printed' } }")
    summary.get_by_role("button", name="Print this result").click()
    expect(tab).to_have_title("printed")
    for paper in ["A4", "Letter"]:
        assert len(PdfReader(io.BytesIO(tab.pdf(format=paper))).pages) == 1
    tab.reload()
    expect(result.locator(".because li")).to_contain_text(because)
    anchor = result.locator("h2").get_attribute("id")
    tab.get_by_role("link", name="Start again").click()
    expect(summary).to_be_hidden()
    answer(tab, [NONE])
    # What to do in an emergency stays in sight.
    expect(tab.get_by_role("link", name="Call 911", exact=True)).to_be_in_viewport()
    tab.go_back()
    expect(summary).to_be_hidden()
    # The same result, which nobody answered for this time.
    tab.evaluate("anchor => { location.hash = anchor }", anchor)
    expect(result).to_have_count(1)
    expect(tab.locator(".because:visible, .answers:visible")).to_have_count(0)
    # Nothing is kept but in the history of this tab, and a result that nobody answered for says nothing.
    assert tab.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    fresh = context.new_page()
    fresh.goto(knee + CHECKER)
    fresh.goto(f"{knee}{CHECKER}#{fresh.locator('.result h2').first.get_attribute('id')}")
    expect(fresh.locator(".result:visible")).to_have_count(1)
    expect(fresh.locator(".because:visible, .answers:visible")).to_have_count(0)
    context.close()


def test_a_program_has_what_a_patient_takes_home(knee: str, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE)
    tab = context.new_page()
    tab.goto(f"{knee}/conditions/kneecap-pain/programme/")
    tab.evaluate("() => { window.print = () => { document.title = 'printed' } }")
    tab.get_by_role("button", name="Print this program").click()
    expect(tab).to_have_title("printed")
    expect(tab.locator(".part h2")).to_have_text(["Straight-leg raise Stage 1", "Wall sit Stage 1"])
    expect(tab.locator("#part-wall-sit + .part__after")).to_have_text("Add this one after: Straight-leg raise")
    tab.emulate_media(media="print")
    expect(tab.get_by_text("Name", exact=True).or_(tab.get_by_text("Date", exact=True))).to_have_count(2)
    for shown in [".sheet-names", ".sheet-notes"]:
        expect(tab.locator(shown)).to_be_visible()
    expect(tab.locator("[data-print]")).to_be_hidden()
    # As many boxes in each week as the dose has days; the condition takes up to twelve weeks.
    boxes = tab.locator(".ticks tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('td span')].map(week => week.querySelectorAll('i').length))"
    )
    assert boxes == [[7] * 12, [3] * 12]
    sizes = tab.evaluate("""() => [...document.querySelectorAll('main :is(p, li, th, td, h2, h3, span)')].filter(one => one.getClientRects().length)
      .map(one => parseFloat(getComputedStyle(one).fontSize) * .75)""")
    assert min(sizes) >= 12
    context.close()


def test_without_scripts_there_is_no_print_button(knee: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for page in [CHECKER, "/conditions/kneecap-pain/programme/"]:
        tab.goto(knee + page)
        expect(tab.locator("[data-print]")).to_be_hidden()
    context.close()
