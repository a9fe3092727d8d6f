"""Photographs in a browser: the file that fits is loaded, in the colors and the size that the page says, and nothing jumps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import REPOSITORY, publish
from firefox import Firefox
from site_server import serve

PAGE = "/news/new-exercise-room/"
ORIGINAL_WIDTH = 1200
SHIFTS = """
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) window.shifted = (window.shifted ?? 0) + shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""
# The middle of the blue steps and of the red mat, as fractions of the photograph, and their colors in the original.
SPOTS = [(0.775, 0.7, (63, 127, 140)), (0.28, 0.86, (201, 86, 60))]
COLORS = """(image, spots) => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return spots.map(([x, y]) => Array.from(context.getImageData(x * canvas.width, y * canvas.height, 1, 1).data));
}"""


# A viewport's width, the screen's pixels to each of its own, and the width of the file that fits.
SCREENS = [(320, 1, 320), (390, 1, 640), (390, 2, 1200), (1280, 1, 640), (1280, 2, 1200)]


@pytest.mark.parametrize(("width", "density", "loaded"), SCREENS)
def test_the_file_that_fits_is_loaded(knee: str, browser: Browser, width: int, density: int, loaded: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=density)
    tab = context.new_page()
    tab.add_init_script(SHIFTS)
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(knee + PAGE)
    images = tab.locator("main picture img")
    assert images.count() == 2
    for image in images.all():
        image.scroll_into_view_if_needed()
        image.evaluate("async (image) => { await image.decode(); }")
        source = image.evaluate("(image) => image.currentSrc")
        assert f"-{loaded}." in source and source.endswith(".webp"), source
        ratio = image.evaluate("(image) => image.getAttribute('width') / image.getAttribute('height')")
        shown = image.bounding_box()
        assert shown and abs(shown["width"] / shown["height"] - ratio) < 0.01, shown
        # No more pixels are shown than the file has, unless the photograph has no more.
        assert min(shown["width"] * density, ORIGINAL_WIDTH) <= loaded + 1, shown
        spots = [[x, y] for x, y, _ in SPOTS]
        for found, (_, _, color) in zip(image.evaluate(COLORS, spots), SPOTS):
            assert max(abs(one - other) for one, other in zip(found, color)) <= 16, (found, color)
    assert all(address.startswith(knee) for address in asked), asked
    assert tab.evaluate("window.shifted ?? 0") == 0
    context.close()


# What an image is like once it is loaded, and whether the page moved for it.
LOADED = """async (number) => {
  const image = document.querySelectorAll("main picture img")[number];
  const box = () => [image.getBoundingClientRect(), document.body.scrollHeight].map((one) => JSON.stringify(one)).join();
  image.scrollIntoView({ block: "center", behavior: "instant" });
  const before = box();
  if (!image.complete) await new Promise((done) => image.addEventListener("load", done));
  await image.decode().catch(() => image.decode());
  return [image.currentSrc, box() === before];
}"""


@pytest.mark.parametrize(("width", "density", "loaded"), SCREENS)
def test_the_file_that_fits_is_loaded_in_firefox(knee: str, firefox_browser: Firefox, width: int, density: int, loaded: int) -> None:
    tab = firefox_browser.new_page()
    tab.set_viewport(width, 800, density)
    firefox_browser.take_events()
    tab.goto(knee + PAGE)
    assert tab.evaluate("document.querySelectorAll('main picture img').length") == 2
    for number in range(2):
        source, is_still = tab.evaluate(f"({LOADED})({number})")
        assert f"-{loaded}." in source and source.endswith(".webp"), source
        assert is_still, "the page moved"
    asked = [event["request"]["url"] for name, event in firefox_browser.take_events() if name == "network.beforeRequestSent"]
    assert any(address.endswith(".webp") for address in asked) and all(address.startswith((knee, "data:")) for address in asked), asked
    tab.close()
