"""Makes the pictures of the hip site and the knee clinic in docs/images again, from two folders that `limber build` has written:

    limber build --output /tmp/hip && limber build --source Examples/knee-clinic --output /tmp/knee
    .venv/bin/python scripts/pictures.py /tmp/hip /tmp/knee
"""

import functools
import http.server
import sys
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

IMAGES = Path(__file__).resolve().parents[1] / "docs/images"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
LOOKS: dict[str, tuple] = {"": ("light", DESK), "-phone": ("light", PHONE), "-dark": ("dark", PHONE)}
PAGES = {
    "home": "/", "cause": "/causes/gluteal-tendinopathy/", "stretch": "/stretches/single-leg-squat/", "sign": "/signs/outer-hip-pain/",
    "checker": "/symptom-checker/", "result": "/symptom-checker/", "causes": "/causes/", "programme": "/causes/gluteal-tendinopathy/programme/",
}
# What the checker's answers are: all that is asked by ticking has none, but these are chosen.
ANSWERS = ["18 or older", "On the outer side"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments) -> None:
        """Says nothing."""


def serve(folder: str) -> str:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def answer(tab: Page) -> None:
    """From the start screen to a result."""
    tab.locator(".checker__begin").click()
    while tab.locator(".checker--wizard form").count():
        chosen = [tab.locator(".choice label", has_text=words) for words in ANSWERS]
        known = [choice.first for choice in chosen if choice.count() and not tab.locator(".checker__or").count()]
        (known or [tab.locator(".choice label").last])[0].click()
        tab.locator("form .button").click()


def main(hip: str, knee: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium" if Path("/usr/bin/chromium").exists() else None, args=["--no-sandbox"])
        address = serve(hip)
        for ending, (scheme, size) in LOOKS.items():
            for name, page in PAGES.items():
                tab = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
                tab.goto(address + page)
                if page == "/symptom-checker/":
                    tab.locator(".checker__begin").wait_for()
                if name == "result":
                    answer(tab)
                if name == "sign":
                    # Its place in the drawing stands below the warnings.
                    tab.locator(".here").evaluate("drawing => drawing.scrollIntoView({block: 'center'})")
                tab.wait_for_timeout(300)
                tab.screenshot(path=IMAGES / f"{name}{ending}.png")
                tab.close()
        tab = browser.new_page(viewport=DESK)
        tab.goto(serve(knee))
        tab.screenshot(path=IMAGES / "knee-clinic.png")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
