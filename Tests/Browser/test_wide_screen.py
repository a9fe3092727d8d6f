"""A wide screen is used to its edge, and small drawings have no labels that nobody can read."""

import base64
import re
from pathlib import Path

from playwright.sync_api import Browser, Page as Tab

from published_site import PublishedSite

DESK = {"width": 1280, "height": 900}
REPOSITORY = Path(__file__).resolve().parents[2]
# Pixels. A label has 31 of the 720 units that a drawing is wide.
LEGIBLE = 12
LABEL, WIDTH = 31, 720


def test_what_to_do_stays_beside_the_text(site: PublishedSite, origin: str, browser: Browser) -> None:
    tab = browser.new_page(viewport=DESK, reduced_motion="reduce")
    seen = set()
    for page in site.varied_pages:
        if 'class="beside"' not in page.file.read_text("utf-8"):
            continue
        tab.goto(origin + page.url)
        tab.evaluate("scrollTo(0, document.querySelector('.prose').getBoundingClientRect().top + 100)")
        contents, text = (tab.locator(one).bounding_box() for one in [".contents", ".prose"])
        assert contents["x"] >= text["x"] + text["width"] and 0 <= contents["y"] < DESK["height"], page.url
        # To the right edge, which is that of the header.
        edge = tab.evaluate("document.querySelector('.site-header__row').getBoundingClientRect().right")
        assert abs(contents["x"] + contents["width"] - edge) <= 48, page.url
        assert text["width"] <= 42 * 17, page.url
        seen.add(page.url.strip("/").split("/")[0])
        for link in tab.locator(".now:visible a").all():
            assert link.bounding_box()["height"] >= 17, page.url
    assert len(seen) >= 4
    tab.context.close()


def test_letters_of_the_glossary_lead_to_words(site: PublishedSite, origin: str, browser: Browser) -> None:
    for width in [320, 1280]:
        tab = browser.new_page(viewport={"width": width, "height": 700}, reduced_motion="reduce")
        tab.goto(f"{origin}/glossary/")
        for letter in tab.locator(".letters a").all():
            letter.focus()
            tab.keyboard.press("Enter")
            target = tab.locator(f"[id='{letter.get_attribute('href')[1:]}']")
            assert target.inner_text().upper().startswith(letter.inner_text())
            top = target.bounding_box()["y"]
            assert -1 <= top < 700, (width, letter.inner_text(), top)
            bar = tab.locator(".letters").bounding_box()
            # What sticks covers nothing that was asked for.
            assert bar["y"] < 0 or top >= bar["y"] + bar["height"] or top < bar["y"], (width, letter.inner_text())
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        tab.context.close()


def picture(tab: Tab, drawing: str, width: int) -> bytes:
    data = base64.b64encode(drawing.encode()).decode()
    tab.set_content(f'<img width="{width}" src="data:image/svg+xml;base64,{data}">')
    tab.locator("img").evaluate("picture => picture.decode()")
    return tab.locator("img").screenshot()


def test_labels_show_where_they_can_be_read(browser: Browser) -> None:
    tab = browser.new_page(viewport={"width": 700, "height": 900})
    drawings = [
        file
        for folder in ["Content/stretches", "Examples/knee-clinic/Content/exercises"]
        for file in sorted((REPOSITORY / folder).glob("*.svg"))
        if not file.stem.endswith("-steps")
    ]
    assert len(drawings) > 20
    least = LEGIBLE * WIDTH // LABEL + 1
    for file in drawings:
        drawing = file.read_text("utf-8")
        assert f'viewBox="0 0 {WIDTH} ' in drawing and set(re.findall(r'font-size="(\d+)"', drawing)) == {str(LABEL)}, file
        bare = re.sub(r'<g class="label">.*?</g>|<text.*?</text>', "", drawing, flags=re.DOTALL)
        assert picture(tab, drawing, least) != picture(tab, bare, least), file
        assert picture(tab, drawing, least - 2) == picture(tab, bare, least - 2), file
    tab.context.close()
