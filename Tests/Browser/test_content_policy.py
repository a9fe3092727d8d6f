"""What `content-policy` and `analytics` allow works in a browser under the published headers; what they do not is refused by the build."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page as Tab, Route, expect

from conftest import REPOSITORY
from site_server import serve
from waiting import until

BOOKING = "https://booking.example/knees/form"
FONT = next(iter(sorted(Path("/usr/share/fonts").rglob("*.ttf"))), None)

FRAME = f'<iframe title="Booking form" src="{BOOKING}" width="640" height="480"></iframe>'
FORM = '<form action="https://forms.example/send"><button>Send a message</button></form>'
SETTINGS = "content-policy: {frame: [https://booking.example], form: [https://forms.example]}\n"


class Clinic:
    """A copy of the starter's site, to which things of other sites are added."""

    def __init__(self, limber: Path, source: Path) -> None:
        self.limber, self.source = limber, source
        shutil.copytree(REPOSITORY / "Examples/starter", source, ignore=shutil.ignore_patterns("Public", ".limber"))

    def add(self, html: str = "", settings: str = "", css: str = "") -> None:
        """HTML on every page of the kind `page`."""
        for name, old, new in [
            ("Templates/page.mustache", "{{{body}}}", "{{{body}}}\n" + html),
            ("site.yaml", "\nkinds:", "\n" + settings + "\nkinds:"),
        ]:
            file = self.source / name
            assert old in file.read_text("utf-8"), name
            file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
        with (self.source / "Templates/assets/site.css").open("a", encoding="utf-8") as sheet:
            sheet.write(css)

    def build(self) -> subprocess.CompletedProcess[str]:
        command = [self.limber, "build", "--source", self.source, "--format", "text"]
        return subprocess.run(command, capture_output=True, text=True, timeout=300)

    @property
    def page(self) -> str:
        """The address of a page that shows what was added."""
        article = next(file for file in sorted((self.source / "Content/pages").glob("*.md")) if file.stem != "index")
        return f"/{article.stem}/"


@pytest.fixture
def clinic(limber: Path, tmp_path: Path) -> Clinic:
    return Clinic(limber, tmp_path / "site")


class Visit:
    """A browser that notes whom a page asks for something; other sites answer with a page of their own."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.context, self.origin = context, origin
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        context.route("https://**/*", self._answer)

    def _answer(self, route: Route) -> None:
        self.elsewhere.append(route.request.url)
        is_script = route.request.url.endswith(".js")
        route.fulfill(
            status=200,
            content_type="text/javascript" if is_script else "text/html",
            headers={"access-control-allow-origin": "*"},
            body="fetch('https://stats.example/count')" if is_script else "<!doctype html><title>Theirs</title><h1>Theirs</h1>",
        )

    def open(self, path: str) -> Tab:
        tab = self.context.new_page()
        tab.on("console", lambda message: message.type in {"error", "warning"} and self.complaints.append(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.goto(self.origin + path, wait_until="networkidle")
        return tab


@contextmanager
def visiting(clinic: Clinic, browser: Browser, **settings: object) -> Iterator[Visit]:
    build = clinic.build()
    assert build.returncode == 0, build.stderr
    with serve(clinic.source / "Public") as origin:
        context = browser.new_context(**settings)
        yield Visit(context, origin)
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_frame_behind_its_button(clinic: Clinic, browser: Browser, scheme: str) -> None:
    clinic.add(FRAME, SETTINGS)
    with visiting(clinic, browser, color_scheme=scheme) as visit:
        tab = visit.open(clinic.page)
        assert visit.elsewhere == []
        assert tab.locator("iframe").count() == 0
        button = tab.get_by_role("button", name="booking.example")
        expect(button).to_have_text("Show “Booking form” from booking.example. It will learn that you are here.")
        button.focus()
        tab.keyboard.press("Enter")
        expect(tab.frame_locator("iframe[title='Booking form']").locator("h1")).to_have_text("Theirs")
        assert visit.elsewhere == [BOOKING]
        assert tab.evaluate("document.activeElement.title") == "Booking form"
        assert visit.complaints == []


def test_frame_without_scripts(clinic: Clinic, browser: Browser) -> None:
    clinic.add(FRAME, SETTINGS)
    with visiting(clinic, browser, java_script_enabled=False) as visit:
        tab = visit.open(clinic.page)
        link = tab.get_by_role("link", name="Booking form (booking.example)")
        expect(link).to_be_visible()
        assert link.get_attribute("href") == BOOKING
        assert visit.elsewhere == []


def test_frame_in_an_article(clinic: Clinic, browser: Browser) -> None:
    clinic.add(settings="markdown: {raw-html: true}\n" + SETTINGS)
    article = clinic.source / f"Content/pages{clinic.page.rstrip('/')}.md"
    article.write_text(article.read_text("utf-8") + f"\n{FRAME}\n", "utf-8")
    with visiting(clinic, browser) as visit:
        tab = visit.open(clinic.page)
        assert visit.elsewhere == []
        tab.get_by_role("button", name="booking.example").click()
        expect(tab.frame_locator("iframe").locator("h1")).to_have_text("Theirs")
        assert visit.complaints == []


def test_script_only_where_a_frame_is(clinic: Clinic, browser: Browser) -> None:
    clinic.add(FRAME, SETTINGS)
    with visiting(clinic, browser) as visit:
        assert "frame." in visit.open(clinic.page).content()
        assert "assets/frame." not in visit.open("/404.html").content()


def test_contact_form(clinic: Clinic, browser: Browser) -> None:
    clinic.add(FORM, SETTINGS)
    with visiting(clinic, browser) as visit:
        tab = visit.open(clinic.page)
        tab.get_by_role("button", name="Send a message").click()
        expect(tab.locator("h1")).to_have_text("Theirs")
        assert visit.complaints == []


@pytest.mark.skipif(FONT is None, reason="This machine has no font file to try.")
def test_own_font_needs_no_setting(clinic: Clinic, browser: Browser) -> None:
    shutil.copy(FONT, clinic.source / "Templates/assets/own.ttf")
    clinic.add(css="\n@font-face { font-family: Own; src: url(own.ttf) }\nbody { font-family: Own }\n")
    with visiting(clinic, browser) as visit:
        tab = visit.open(clinic.page)
        assert tab.evaluate("document.fonts.ready.then(() => [...document.fonts].map(font => font.status))") == ["loaded"]
        assert visit.complaints == []


def test_own_video_needs_no_setting(clinic: Clinic, browser: Browser) -> None:
    """The policy lets the browser ask for the film and its captions."""
    for name in ["film.webm", "film.vtt"]:
        (clinic.source / "Templates/assets" / name).write_bytes(b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n")
    clinic.add(
        '<video controls preload="auto" src="{{site.assets.film-webm}}"><track default kind="captions" srclang="en" label="English" src="{{site.assets.film-vtt}}"></video>'
    )
    with visiting(clinic, browser) as visit:
        tab = visit.context.new_page()
        asked: list[str] = []
        tab.on("response", lambda answer: asked.append(answer.url.rsplit(".", 1)[-1]))
        tab.on("console", lambda message: "Content Security Policy" in message.text and visit.complaints.append(message.text))
        tab.goto(visit.origin + clinic.page)
        until(lambda: {"webm", "vtt"} <= set(asked), "the film and its captions are fetched", tab)
        assert visit.complaints == []


def test_a_counter_without_the_setting_is_refused(clinic: Clinic) -> None:
    """No page would say who counts."""
    clinic.add('<script src="https://stats.example/x.js"></script>', "content-policy: {script: [https://stats.example]}\n")
    build = clinic.build()
    assert build.returncode == 1
    assert "analytics: {script: https://stats.example/x.js, name: …}" in build.stderr


def test_analytics(clinic: Clinic, browser: Browser) -> None:
    clinic.add(settings="analytics: {script: https://stats.example/x.js, name: Example Stats}\n")
    with visiting(clinic, browser) as visit:
        tab = visit.open(clinic.page)
        until(lambda: len(visit.elsewhere) > 1, "the script tells the count", tab)
        assert visit.elsewhere == ["https://stats.example/x.js", "https://stats.example/count"]
        assert visit.complaints == []


def test_the_privacy_page_says_who_counts(clinic: Clinic, browser: Browser) -> None:
    with visiting(clinic, browser) as visit:
        expect(visit.open("/privacy/").locator("main")).to_contain_text("Nobody counts visits to these pages.")
    clinic.add(settings="analytics: {script: https://stats.example/x.js, name: Example Stats}\n")
    with visiting(clinic, browser) as visit:
        main = visit.open("/privacy/").locator("main")
        expect(main).to_contain_text("Example Stats counts visits to these pages.")
        expect(main).to_contain_text("stats.example")
        expect(main).not_to_contain_text("Nobody counts")


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ('<form method="get"><button id="try">Go</button></form>', "form-action"),
        ('<form action="mailto:hello@clinic.example"><button id="try">Go</button></form>', "form-action"),
        ('<svg width="9" height="9"><use href="https://x.example/a.svg#a"/></svg>', "Unsafe attempt"),
        ('<link rel="prefetch" href="https://x.example/next">', "default-src"),
        ('<link rel="modulepreload" href="https://x.example/x.js">', "script-src"),
    ],
)
def test_what_the_build_refuses_is_blocked(clinic: Clinic, browser: Browser, html: str, complaint: str) -> None:
    """The build refuses it; a browser under the same policy would, too."""
    is_blocked_and_refused(clinic, browser, html, "", complaint)


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ('const one = 1;\nsetTimeout("one", 0);', "string as JavaScript"),
        ('(0, eval)("1");', "string as JavaScript"),
        ('window["eval"]("1");', "string as JavaScript"),
        ("WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));", "WebAssembly"),
        ('document.documentElement.setAttribute("style", "color: red");', "inline style"),
        ('document.documentElement.setAttribute("onclick", "go()");', "inline event handler"),
        ('new Image().src = "https://x.example/hit";', "img-src"),
        ('const s = document.createElement("script");\ns.src = "https://x.example/x.js";\ndocument.head.append(s);', "script-src"),
    ],
)
def test_what_the_build_refuses_in_scripts_is_blocked(clinic: Clinic, browser: Browser, script: str, complaint: str) -> None:
    is_blocked_and_refused(clinic, browser, '<script src="{{site.assets.evaluate-js}}"></script>', script, complaint)


def is_blocked_and_refused(clinic: Clinic, browser: Browser, html: str, script: str, complaint: str) -> None:
    if script:
        (clinic.source / "Templates/assets/evaluate.js").write_text(script + "\n", "utf-8")
    with visiting(Clinic(clinic.limber, clinic.source.with_name("plain")), browser) as visit:
        policy = visit.open("/about/").locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
        shown = html.replace("{{site.assets.evaluate-js}}", "/evaluate.js")
        body = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}"><title>Tried</title><p>{shown}'
        visit.context.route("**/tried", lambda route: route.fulfill(content_type="text/html", body=body))
        visit.context.route(
            "**/evaluate.js",
            lambda route: route.fulfill(content_type="text/javascript", path=clinic.source / "Templates/assets/evaluate.js"),
        )
        tab = visit.open("/tried")
        # Who clicks waits for a page that never comes.
        tab.evaluate("setTimeout(() => document.querySelector('#try')?.click(), 0)")
        until(lambda: any(complaint in text for text in visit.complaints), complaint, tab)
        assert visit.elsewhere == []
    clinic.add(html)
    build = clinic.build()
    assert build.returncode == 1
    assert "[content-policy]" in build.stderr


@pytest.mark.parametrize(
    ("html", "directive", "origin"),
    [
        (FRAME, "frame", "https://booking.example"),
        (FORM, "form", "https://forms.example"),
        ('<script src="https://widgets.example/x.js"></script>', "script", "https://widgets.example"),
        ('<video src="https://film.example/a.webm"></video>', "media", "https://film.example"),
    ],
)
def test_what_is_not_allowed_is_refused(clinic: Clinic, html: str, directive: str, origin: str) -> None:
    clinic.add(html)
    build = clinic.build()
    assert build.returncode == 1
    assert "Templates/page.mustache:" in build.stderr
    assert f"content-policy: {{{directive}: [{origin}]}}" in build.stderr
    assert not (clinic.source / "Public").exists()


def test_font_of_another_site_is_refused(clinic: Clinic) -> None:
    clinic.add(css='\n@font-face { font-family: Own; src: url("https://fonts.example/own.woff2") }\n')
    build = clinic.build()
    assert build.returncode == 1
    assert "Templates/assets/site.css:" in build.stderr
    assert "content-policy: {font: [https://fonts.example]}" in build.stderr
