"""A site below an address of its own, as the preview of a pull request is: served there and crawled, all of it leads on."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from conftest import REPOSITORY
from site_server import serve
from source_site import copy_source

BASE = "/preview/42/"
SITES = {"hip": ".", "knee-clinic": "Examples/knee-clinic"}
# What a page leads to and loads.
ADDRESSES = """() => [...document.querySelectorAll('[href], [src]')].flatMap((one) => [one.getAttribute('href'), one.getAttribute('src')])
  .filter((address) => address && !/^(mailto|tel|sms|data|javascript):/.test(address))"""


@pytest.fixture(scope="module", params=SITES)
def preview(request: pytest.FixtureRequest, limber: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site's home page, below which alone the server has something."""
    folder = tmp_path_factory.mktemp("preview")
    source = copy_source(REPOSITORY / SITES[request.param], folder / "source")
    output = folder / "served" / BASE.strip("/")
    output.parent.mkdir(parents=True)
    command = [limber, "build", "--source", source, "--output", output, "--base-url", f"https://preview.example{BASE}"]
    build = subprocess.run([*command, "--today", "2026-11-28"], capture_output=True, text=True, timeout=600)
    assert build.returncode == 0, build.stderr
    with serve(folder / "served") as origin:
        yield origin + BASE


def test_every_address_answers_below_it(preview: str, browser: Browser) -> None:
    tab = browser.new_page(java_script_enabled=False)
    waiting, seen, failed = [preview], {preview}, []
    while waiting:
        address = waiting.pop()
        answer = tab.request.get(address)
        if answer.status != 200:
            failed.append(f"{answer.status} {address}")
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        tab.goto(address)
        for written in tab.evaluate(ADDRESSES):
            # Pages name themselves by the address that they will have.
            led = urldefrag(urljoin(tab.url, written.replace("https://preview.example", preview.removesuffix(BASE)))).url
            if urlsplit(led).netloc != urlsplit(preview).netloc or led in seen:
                continue
            seen.add(led)
            waiting.append(led)
    assert not failed, "\n".join(failed)
    assert all(address.startswith(preview) for address in seen)
    assert len(seen) > 60
    tab.close()


def test_the_search_and_the_checker_work_there(preview: str, browser: Browser) -> None:
    """Their scripts load what they need from below it, too."""
    tab = browser.new_page(reduced_motion="reduce")
    failed: list[str] = []
    tab.on("response", lambda answer: answer.status >= 400 and failed.append(answer.url))
    tab.goto(preview + "search/#q=pain")
    tab.locator("[data-results] a").first.wait_for(timeout=60_000)
    assert all(link.startswith(BASE) for link in tab.eval_on_selector_all("[data-results] a", "all => all.map((one) => one.getAttribute('href'))"))
    tab.goto(preview + "symptom-checker/")
    tab.wait_for_load_state("networkidle")
    assert not failed, failed
    tab.close()
