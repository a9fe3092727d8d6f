"""What the tests share: the site of this repository and the examples, published, served, and seen by a browser."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

import editions
import firefox as bidi
from browsers import chromium, firefox
from editions import EDITIONS, Edition
from published_site import PublishedSite
from site_server import serve
from source_site import copy_source
from waiting import PATIENCE

# Five seconds, as Playwright has it, are few on a machine that does other things, too.
expect.set_options(timeout=1000 * PATIENCE)

REPOSITORY = Path(__file__).resolve().parents[2]
EXAMPLES = ["knee-clinic", "starter"]


@pytest.fixture(scope="session")
def limber() -> Path:
    """The generator that the environment variable `LIMBER` names, or else the latest build of `make site` and `make test`."""
    builds = [REPOSITORY / ".build/release/limber", REPOSITORY / ".build/tests/release/limber"]
    latest = max(builds, key=lambda program: program.stat().st_mtime if program.exists() else 0)
    program = Path(os.environ.get("LIMBER", latest)).resolve()
    if not program.exists():
        pytest.fail(f"{program} is not there; `swift build -c release --product limber` makes it.")
    return program


def publish(limber: Path, folder: Path, source: Path) -> PublishedSite:
    """The site of `folder`, built from a copy of its source at `source`."""
    return build(limber, copy_source(folder, source))


def build(limber: Path, source: Path) -> PublishedSite:
    """The site at `source`."""
    command = [limber, "build", "--strict", "--source", source]
    build = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if build.returncode != 0:
        pytest.fail(f"The site in {source} does not build:\n{build.stderr}{build.stdout}")
    published = PublishedSite(source / "Public")
    articles = [path for path in (source / "Content").rglob("*.md") if "symptom-checker" not in path.parts]
    assert len(published.pages) >= len(articles) > 0, "fewer pages than articles"
    return published


@dataclass
class Served:
    """A published site, and where it is served, without a slash at the end."""

    site: PublishedSite
    origin: str
    source: Path


@pytest.fixture(scope="session")
def sites(limber: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Served]]:
    """Each site by its name, published and served once somebody asks for it."""
    with ExitStack() as servers:

        @cache
        def served(name: str) -> Served:
            folder = editions.source(name, tmp_path_factory.mktemp(name))
            published = build(limber, folder)
            published.name, published.is_example = name, name != "clinic"
            return Served(published, servers.enter_context(serve(published.folder)), folder)

        yield served


@pytest.fixture(scope="session")
def site(sites: Callable[[str], Served]) -> PublishedSite:
    """The site of this repository."""
    return sites("clinic").site


@pytest.fixture(scope="session")
def origin(sites: Callable[[str], Served]) -> str:
    """Where it is served, without a slash at the end."""
    return sites("clinic").origin


@pytest.fixture(scope="session")
def knee(sites: Callable[[str], Served]) -> str:
    """Where the knee clinic is served, without a slash at the end."""
    return sites("knee-clinic").origin


@pytest.fixture(scope="session", params=["clinic", *EXAMPLES])
def any_site(request: pytest.FixtureRequest, sites: Callable[[str], Served]) -> PublishedSite:
    """The site of this repository, then each of the examples."""
    return sites(request.param).site


@pytest.fixture(scope="session")
def any_origin(any_site: PublishedSite, sites: Callable[[str], Served]) -> str:
    """Where that site is served, without a slash at the end."""
    return sites(any_site.name).origin


@pytest.fixture
def edition(request: pytest.FixtureRequest, sites: Callable[[str], Served]) -> Edition:
    """One of a site's languages; `editions.on` says which."""
    name, folder = EDITIONS[request.param]
    served = sites(name)
    return Edition(request.param, served.site, served.origin, served.source, folder)


@pytest.fixture(scope="session")
def release(limber: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a release consists of, made of the programs at hand."""
    folder = tmp_path_factory.mktemp("release") / "made"
    command = [REPOSITORY / "scripts/release", "--programs", limber.parent, "--to", folder]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"^limber: [0-9.]+ MB$", run.stdout, re.MULTILINE)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of the distribution; Playwright's own download is not needed."""
    program = chromium()
    if program is None:
        pytest.fail("No Chromium is installed; `scripts/install test` installs it.")
    with sync_playwright() as playwright:
        # Continuous integration runs as root, for whom Chromium's sandbox does not start.
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def firefox_browser() -> Iterator[bidi.Firefox]:
    """The Firefox of the distribution."""
    program = firefox()
    if program is None:
        pytest.fail("No Firefox is installed; `scripts/install test` installs it.")
    with bidi.running(program) as running:
        yield running
