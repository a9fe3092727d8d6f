#!/usr/bin/env python3
"""When the largest thing on a page is painted, and how far the page shifts, on a slow telephone and on a desk.

    .venv/bin/python Benchmarks/paint.py [--loads 5] [--slow-down 4] [--site Public]

Each load is a first visit: a new profile without a cache, from this machine, with the processor slowed down.
"""

import argparse
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).resolve().parent.parent
# The host of the browser tests: it sends the headers that a site's `_headers` asks for.
sys.path.insert(0, str(REPOSITORY / "Tests" / "Browser"))

from browsers import chromium  # noqa: E402
from site_server import serve  # noqa: E402

# Milliseconds, Largest Contentful Paint; Cumulative Layout Shift has no unit.
PAINT_LIMIT, SHIFT_LIMIT = 1_000, 0
SCREENS = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 800}}
# After the last thing that loads; nothing on these pages moves later by itself.
SETTLING_MILLISECONDS = 300
# How often that long, for a paint that is reported late.
PATIENCE = 30
OBSERVERS = """
window.seen = {paint: 0, element: '', shift: 0}
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) {
    window.seen.paint = entry.startTime
    window.seen.element = entry.element ? entry.element.tagName.toLowerCase() : ''
  }
}).observe({type: 'largest-contentful-paint', buffered: true})
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shift += entry.value
}).observe({type: 'layout-shift', buffered: true})
"""


@dataclass
class Page:
    """One page on one screen, and what its loads gave."""

    name: str
    url: str
    screen: str
    paints: list[float] = field(default_factory=list)
    shifts: list[float] = field(default_factory=list)
    element: str = ""

    @property
    def holds(self) -> bool:
        """Whether the slowest load was fast enough and none shifted."""
        return max(self.paints) < PAINT_LIMIT and max(self.shifts) <= SHIFT_LIMIT


def addresses(site: Path) -> dict[str, str]:
    """Home, the longest cause, the longest exercise (it has a drawing) and the checker, those that the site has."""
    found = {"home": "/"}
    for name, folder in [("cause", "causes"), ("stretch", "stretches")]:
        files = list((site / folder).glob("*/index.html"))
        if files:
            longest = max(files, key=lambda file: (file.stat().st_size, file.parent.name))
            found[name] = f"/{folder}/{longest.parent.name}/"
    if (site / "symptom-checker" / "index.html").exists():
        found["checker"] = "/symptom-checker/"
    return found


def load(browser: Browser, origin: str, page: Page, slow_down: float) -> None:
    """One first visit."""
    context = browser.new_context(viewport=SCREENS[page.screen], device_scale_factor=2 if page.screen == "phone" else 1)
    tab = context.new_page()
    tab.add_init_script(OBSERVERS)
    context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": slow_down})
    tab.goto(origin + page.url, wait_until="networkidle")
    # Asked again and again: the pages' own policy lets nobody wait inside them.
    for _ in range(PATIENCE):
        if tab.evaluate("window.seen.paint"):
            break
        tab.wait_for_timeout(SETTLING_MILLISECONDS)
    else:
        raise SystemExit(f"The browser did not say when {page.url} was painted.")
    tab.wait_for_timeout(SETTLING_MILLISECONDS)
    # The paint counts until the visitor does something; shifts count to the end of the page, with its late pictures.
    seen = tab.evaluate("window.seen")
    tab.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    tab.wait_for_timeout(SETTLING_MILLISECONDS)
    page.paints.append(seen["paint"])
    page.element = seen["element"]
    page.shifts.append(tab.evaluate("window.seen.shift"))
    context.close()


def measure(site: Path, loads: int, slow_down: float) -> list[Page]:
    """Every page on every screen, in turn, so that a slow moment of the machine hits all."""
    program = chromium()
    if program is None:
        raise SystemExit("No Chromium is installed; `scripts/install bench` installs it.")
    pages = [Page(name, url, screen) for name, url in addresses(site).items() for screen in SCREENS]
    with serve(site) as origin, sync_playwright() as playwright:
        # Continuous integration runs as root, for whom Chromium's sandbox does not start.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for _ in range(loads):
            for page in pages:
                load(browser, origin, page, slow_down)
        browser.close()
    return pages


def report(pages: list[Page], loads: int, slow_down: float) -> None:
    """The table, worst load included."""
    print(f"First visits in Chromium, processor slowed down {slow_down:g} times, {loads} loads of each page")
    print(f"(what else the machine did meanwhile: a load of {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)")
    print(f"{'':<18}{'paint, median ms':>18}{'worst ms':>10}{'must be':>10}{'shift, worst':>14}{'must be':>10}  largest")
    for page in pages:
        print(
            f"{page.name + ', ' + page.screen:<18}{median(page.paints):>18.0f}{max(page.paints):>10.0f}"
            f"{'< ' + format(PAINT_LIMIT, ','):>10}{max(page.shifts):>14.4f}{SHIFT_LIMIT:>10}  {page.element}"
        )


def main() -> int:
    """0 all within their limits; 1 not, or not measured."""
    parser = argparse.ArgumentParser(description="Measure when pages are painted and how far they shift.")
    parser.add_argument("--loads", type=int, default=5, metavar="N")
    parser.add_argument("--slow-down", type=float, default=4, metavar="TIMES")
    parser.add_argument("--site", type=Path, default=REPOSITORY / "Public", metavar="DIR", help="a published site")
    arguments = parser.parse_args()
    if not (arguments.site / "index.html").exists():
        print(f"{arguments.site} holds no site; `make site` publishes one.", file=sys.stderr)
        return 1
    pages = measure(arguments.site, max(1, arguments.loads), arguments.slow_down)
    report(pages, max(1, arguments.loads), arguments.slow_down)
    return 0 if all(page.holds for page in pages) else 1


if __name__ == "__main__":
    sys.exit(main())
