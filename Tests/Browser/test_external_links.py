"""`limber check --external` against sites that do each of what sites do."""

import json
import os
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import REPOSITORY
from other_sites import Sites, other_sites
from source_site import copy_source
from waiting import PATIENCE, until

LINKS = """\
http://polite.test/1 http://polite.test/2#part http://polite.test/3 http://polite.test/1
http://gone.test/404 http://gone.test/410 http://no-head.test/ http://head-lies.test/
http://moved.test/page http://moved.test/deep/page http://elsewhere.test/
http://forbidden.test/ http://busy.test/ http://shaky.test/ http://broken.test/
http://circle.test/a http://inward.test/ http://cut.test/
http://doi.org/10.1000/known http://doi.org/10.1000/unknown
http://cookies.test/ http://thief.test/ https://tls.test/ https://self-signed.test/ http://no-such-host.invalid/ http://allowed.test/private/page
""".split()


def site_with(limber: Path, folder: Path, links: list[str]) -> Path:
    """The site that `limber init` makes, and in it these links."""
    made = subprocess.run([limber, "init", folder], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    with (folder / "site.yaml").open("a") as file:
        file.write("\nexternal-links:\n  allow: [http://allowed.test/private/]\n")
    page = next((folder / "Content/pages").glob("*.md"))
    page.write_text(page.read_text() + "\n" + "\n\n".join(f"A source: [number {n}]({link})." for n, link in enumerate(links)) + "\n")
    return folder


@pytest.fixture(scope="module")
def clinic(limber: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that has all the links."""
    return site_with(limber, tmp_path_factory.mktemp("outside") / "clinic", LINKS)


@pytest.fixture(scope="module")
def others() -> Iterator[tuple[Sites, dict[str, str]]]:
    with other_sites() as found:
        yield found


def check(limber: Path, clinic: Path, environment: dict[str, str], *options: str) -> tuple[dict[str, dict], dict]:
    """What was reported of other sites, by address, and the summary."""
    command = [limber, "check", "--external", "--format", "json", "--source", clinic, *options]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | environment, timeout=300)
    assert run.returncode == 0, run.stderr + run.stdout
    *found, last = [json.loads(line) for line in run.stdout.splitlines()]
    codes = ["gone-link", "moved-link", "unreachable-link"]
    return {f"{one['message']} {one['hint']}": one for one in found if one["code"] in codes}, last["summary"]["external"]


Checked = tuple[dict[str, dict], dict]


@pytest.fixture(scope="module")
def first(limber: Path, clinic: Path, others: tuple[Sites, dict[str, str]]) -> Checked:
    """The first check, before anything is known of others."""
    return check(limber, clinic, others[1], "--patience", str(PATIENCE))


def test_each_answer_is_told_apart(first: Checked, others: tuple[Sites, dict[str, str]]) -> None:
    (found, counts), (sites, _) = first, others
    told = {(one["code"], one["message"]) for one in found.values()}
    assert told == {
        ("gone-link", "The address `http://gone.test/404` leads to nothing any more (status 404)."),
        ("gone-link", "The address `http://gone.test/410` leads to nothing any more (status 410)."),
        ("gone-link", "Nothing is registered under the DOI `10.1000/unknown`."),
        ("moved-link", "The address `http://moved.test/page` has moved for good."),
        ("moved-link", "The address `http://moved.test/deep/page` has moved for good."),
        ("unreachable-link", "The address `http://broken.test/` answers with an error (status 500)."),
        ("unreachable-link", "The address `http://circle.test/a` redirects in a circle."),
        ("unreachable-link", "The address `http://inward.test/` redirects to `http://10.0.0.1/secret`, which visitors cannot reach."),
        ("unreachable-link", "The address `http://cut.test/` breaks off before it answers."),
        ("unreachable-link", "The address `https://tls.test/` does not speak TLS as browsers do."),
        ("unreachable-link", "The address `https://self-signed.test/` has no certificate that browsers accept."),
        ("unreachable-link", "The address `http://no-such-host.invalid/` names a host that does not exist."),
    }
    assert all(one["severity"] == "warning" and one["line"] > 1 and one["column"] > 1 for one in found.values())
    hints = {one["message"].split("`")[1]: one["hint"] for one in found.values()}
    assert hints["http://moved.test/page"] == "Write `http://polite.test/new`."
    assert hints["http://moved.test/deep/page"].startswith("It leads to the home page `http://moved.test/` now.")
    assert "https://web.archive.org/web/http://gone.test/404" in hints["http://gone.test/404"]
    # What is closed to programs is no fault; what is allowed is not asked.
    assert counts["closed"] == 2 and counts["unasked"] == 0 and not sites.count("allowed.test")
    # HEAD first; GET only where that did not do.
    assert sites.count("no-head.test") == {"HEAD /": 1, "GET /": 1}
    assert sites.count("polite.test")["HEAD /2"] == 1 and not any("GET" in what for what in sites.count("polite.test"))
    assert sites.count("doi.org") == {"HEAD /10.1000/known": 1, "HEAD /10.1000/unknown": 1, "GET /10.1000/unknown": 1}
    # A circle only for those who send no cookies is none; a cookie goes to nobody else.
    assert sites.count("cookies.test") == {"HEAD /": 2} and sites.count("login.cookies.test") == {"HEAD /start": 1}
    # Whoever asks for a pause gets it.
    (_, end), (later, _) = sites.times("busy.test")
    assert later - end >= 0.9


@pytest.mark.usefixtures("first")
def test_one_at_a_time_for_each_host_with_a_pause(others: tuple[Sites, dict[str, str]]) -> None:
    times = others[0].times("polite.test")
    assert len(times) >= 5
    assert all(later - end >= 0.45 for (_, end), (later, _) in zip(times, times[1:], strict=False))


def test_a_week_of_memory(limber: Path, clinic: Path, first: Checked, others: tuple[Sites, dict[str, str]]) -> None:
    sites, environment = others
    before = len(sites.asked)
    again, counts = check(limber, clinic, environment, "--patience", str(PATIENCE))
    assert again.keys() == first[0].keys()
    # What was well, moved or closed is not asked again; what was wrong is.
    assert counts["remembered"] == counts["addresses"] - 10
    asked = Counter(one.host for one in sites.asked[before:])
    assert asked.keys() == {"gone.test", "broken.test", "circle.test", "inward.test", "cut.test", "doi.org"}
    (clinic / ".limber/external-links").write_bytes(b"damaged by whoever has been here before")
    before = len(sites.asked)
    _, counts = check(limber, clinic, environment, "--time-limit", "1")
    assert counts["remembered"] == 0 and counts["unasked"] > 0
    # It is asked as often as is needed to be sure that it is broken, but for that there was no time.
    assert sum(one.host == "broken.test" for one in sites.asked[before:]) < asked["broken.test"]


def test_who_keeps_people_waiting(limber: Path, tmp_path: Path, others: tuple[Sites, dict[str, str]]) -> None:
    """They get one more chance, now and the next time. Cut short by the time for all is not slow."""
    sites, environment = others
    source = site_with(limber, tmp_path / "clinic", ["http://slow.test/"])
    for number in (2, 4):
        found, counts = check(limber, source, environment, "--patience", "2")
        assert [one["message"] for one in found.values()] == ["The address `http://slow.test/` did not answer within 2 seconds."]
        assert sites.count("slow.test") == {"HEAD /": number}
    begin = time.monotonic()
    found, counts = check(limber, source, environment, "--time-limit", "1", "--patience", str(2 * PATIENCE))
    assert time.monotonic() - begin < PATIENCE, "the time for all of them is over, and the patience with this one is not"
    assert not found and counts["unasked"] == 1


def test_without_curl(limber: Path, clinic: Path, tmp_path: Path) -> None:
    command = [limber, "check", "--external", "--source", clinic]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": str(tmp_path)})
    assert run.returncode == 64
    assert run.stderr.endswith("limber: To ask other sites, install `curl`; it is not on this machine.\n")


def test_works_articles_menus_and_templates_lead_outside(limber: Path, tmp_path: Path, others: tuple[Sites, dict[str, str]]) -> None:
    sites, environment = others
    source = tmp_path / "clinic"
    copy_source(REPOSITORY, source)
    settings = (REPOSITORY / "site.yaml").read_text().replace("navigation: [", "navigation: [{url: 'http://menu.test/', label: Elsewhere}, ")
    (source / "site.yaml").write_text(settings)
    layout = source / "Templates/layout.mustache"
    layout.write_text(layout.read_text().replace("</body>", '<a href="http://template.test/">Elsewhere</a></body>'))
    options = ["--today", "2026-11-28"]
    _, counts = check(limber, source, environment, "--time-limit", "1", *options)
    assert counts["addresses"] > 20
    # All of them take minutes. These two are among the first of their hosts.
    with subprocess.Popen([limber, "check", "--external", "--source", source, *options], env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            until(lambda: sites.count("menu.test") and sites.count("template.test"), "a menu's and a template's address are asked")
        finally:
            running.terminate()
