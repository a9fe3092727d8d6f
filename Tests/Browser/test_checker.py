"""The symptom checker as visitors meet it: with and without JavaScript, by keyboard, and in private."""

import gzip
import io
import itertools
import json
import random
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from functools import cache
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Request, expect
from pypdf import PdfReader

from checker_page import (
    Checker, Tree, answer_by_keyboard, back_by_keyboard, begin, check_plans, check_view, clear, follow, node, proceed, served, show, tick, ticked, wizard,
)  # fmt: skip
from editions import HIP, SITES, Edition, in_turn, on
from published_site import ALL, PublishedSite
from test_weight import LONGER

SEED = 20_251
# Bytes as published, and of the tree as compressed.
LIMITS = {"checker.*.js": 10_240, "checker-parts.*.js": 10_240, "hip-pain.json": 98_304}
PACKED_TREE_LIMIT = 16_384
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# How readers of each language write the day.
TODAY = {"en-US": "November 28, 2026", "es": "28 de noviembre de 2026"}
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 800}}
# Whose checkers have the hip site's script. The first of each test is the one of `make test`: Spanish, the knee and the shoulder have their turns.
KNEE, SHOULDER = "knee-wizard", "shoulder-wizard"


@pytest.fixture(scope="module")
def servers() -> Iterator[Callable[[Path], tuple[str, list[str]]]]:
    """Serves each site once."""
    with ExitStack() as running:
        yield cache(lambda folder: running.enter_context(served(folder)))


@pytest.fixture
def checker(edition: Edition, servers: Callable[[Path], tuple[str, list[str]]]) -> Checker:
    return Checker(edition, *servers(edition.site.folder))


@pytest.fixture
def tree(edition: Edition) -> Tree:
    return Tree(edition.checker[1])


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce", viewport=SIZES["phone"])
    yield context
    context.close()


def test_weight(site: PublishedSite) -> None:
    for name, limit in LIMITS.items():
        for file in site.folder.rglob(name):
            assert file.stat().st_size <= limit * LONGER.get(file.relative_to(site.folder).parts[0], 1), name
    for file in site.folder.rglob("hip-pain.json"):
        assert len(gzip.compress(file.read_bytes())) <= PACKED_TREE_LIMIT


@on(*HIP, KNEE, SHOULDER)
def test_every_edge_by_keyboard(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    tab.focus("h1") if tab.locator("h1[tabindex]").count() else tab.keyboard.press("Tab")
    walked: set[tuple[str, str]] = set()

    def walk(question: str) -> None:
        for choice in tree.choices(question):
            answer_by_keyboard(tab, {choice["id"]})
            check_view(tab, checker, tree, choice["next"])
            walked.add((question, choice["id"]))
            if not tree.is_outcome(choice["next"]) and choice["next"] not in {known for known, _ in walked}:
                walk(choice["next"])
            back_by_keyboard(tab, checker)
            check_view(tab, checker, tree, question)
            assert ticked(tab) == [choice["id"]], "Back forgets the answer"

    walk(tree.start)
    assert walked == {(name, choice["id"]) for name in tree.nodes for choice in tree.choices(name)}
    assert not tab.problems


@on("hip-es", "hip-en", KNEE, SHOULDER)
def test_random_paths_by_keyboard(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    """Fifty paths, several answers ticked where several may apply: the first in the tree's order decides."""
    print(f"seed {SEED}")
    chance = random.Random(SEED)
    tab = wizard(context, checker)
    for _ in range(50):
        at = tree.start
        while not tree.is_outcome(at):
            one = tree.nodes[at]
            chosen = {chance.choice(tree.choices(at))["id"]}
            # Red flags end a path, so that mostly none is ticked.
            if "none" in one and (one["stage"] == "red-flag" and chance.random() < 0.85):
                chosen = {"none"}
            elif "none" in one and chosen != {"none"}:
                chosen |= {answer["id"] for answer in one["answers"] if chance.random() < 0.3}
            answer_by_keyboard(tab, chosen)
            at = next(choice["next"] for choice in tree.choices(at) if choice["id"] in chosen)
            check_view(tab, checker, tree, at)
        clear(tab, checker)
        begin(tab, checker).focus()
        tab.keyboard.press("Enter")
    assert not tab.problems


# What the plain page shows. (Scripts of the page are off; Playwright's own still run.)
SHOWN = """() => [...document.querySelectorAll('section[data-node]')].filter(step => step.checkVisibility()).map(step => ({
  node: step.dataset.node,
  heading: step.querySelector('h2').textContent,
  answers: [...step.querySelectorAll('.answers a')].map(link => [link.textContent, link.getAttribute('href')]),
  cards: [...step.querySelectorAll('.cards a:first-child')].map(link => link.getAttribute('href')),
  plans: [...step.querySelectorAll('.cards a ~ a')].map(link => link.getAttribute('href')),
  pictures: step.querySelectorAll('.cards img').length,
  again: document.querySelector('.checker__again a').getAttribute('href'),
}))"""


@on("hip-es", "hip-en", KNEE, SHOULDER)
def test_plain_page_has_the_same_edges(browser: Browser, checker: Checker, tree: Tree) -> None:
    """With JavaScript off: crawls from the first question, clicking whatever leads to a new place."""
    context = browser.new_context(java_script_enabled=False, viewport=SIZES["phone"])
    tab = context.new_page()
    tab.goto(checker.address)
    (first,) = tab.evaluate(SHOWN)
    assert first["node"] == tree.start and first["again"][1:].removeprefix("n").isdigit()
    # By anchor; the ids are the ones that the page shows there.
    seen = {first["again"]: first}
    waiting = list(seen)
    for at in waiting:
        for index, (_, anchor) in enumerate(seen[at]["answers"]):
            if anchor in seen:
                continue
            tab.goto(checker.address + at)
            tab.locator("section[data-node]:has(:target) .answers a").nth(index).click()
            assert anchor.removeprefix("#n").isdigit(), "an anchor says what it is"
            expect(tab).to_have_url(checker.address + anchor)
            (seen[anchor],) = tab.evaluate(SHOWN)
            waiting.append(anchor)
    context.close()
    assert {one["node"] for one in seen.values()} == set(tree.nodes)
    assert all(one["again"] == first["again"] for one in seen.values())
    for one in seen.values():
        name = one["node"]
        assert one["heading"].endswith(tree.heading(name))
        there = [(label, seen[anchor]["node"]) for label, anchor in one["answers"]]
        assert there == [(choice["label"], choice["next"]) for choice in tree.choices(name)]
        names = tree.nodes[name].get("causes", []) + tree.nodes[name].get("stretches", [])
        assert one["cards"] == [tree.data["content"][name]["url"] for name in names]
        check_plans(one, tree.nodes[one["node"]], tree)


@pytest.mark.parametrize("edition", SITES, indirect=True)
def test_page_says_what_the_tree_says(edition: Edition, browser: Browser) -> None:
    """Whatever templates make of it, with JavaScript off: every question and outcome, where each answer leads, and what to read."""
    for page, file in edition.checkers:
        tree = Tree(file)
        context = browser.new_context(java_script_enabled=False)
        tab = context.new_page()
        tab.goto(edition.at(page))
        steps = tab.evaluate(
            """() => [...document.querySelectorAll('[data-node]')].map(step => ({
              node: step.dataset.node,
              heading: step.querySelector('h2').textContent,
              anchor: '#' + step.querySelector('h2').id,
              links: [...step.querySelectorAll('a')].map(link => [link.textContent, link.getAttribute('href')]),
            }))"""
        )
        context.close()
        nodes = {step["anchor"]: step["node"] for step in steps}
        assert len(nodes) == len(steps) == len(tree.nodes)
        for step in steps:
            name = step["node"]
            assert step["heading"].endswith(tree.heading(name))
            there = [(label, nodes[target]) for label, target in step["links"] if target in nodes]
            assert there == [(choice["label"], choice["next"]) for choice in tree.choices(name)]
            names = tree.nodes[name].get("causes", []) + tree.nodes[name].get("stretches", [])
            read = [target for _, target in step["links"] if target not in nodes and target.startswith("/")]
            read = [target for target in read if not target.endswith("/programme/")]
            # Before them, advice may link to pages as well.
            assert read[len(read) - len(names) :] == [tree.data["content"][name]["url"] for name in names]


@on("knee", "starter")
def test_a_result_of_a_page_without_a_script_asks_the_server_nothing(edition: Edition, browser: Browser) -> None:
    """Not even for its pictures: they come with the page. (Where JavaScript is off, browsers load all of them at once anyway.)"""
    context = browser.new_context(viewport=SIZES["phone"])
    for page, file in edition.checkers:
        tree, tab, asked = Tree(file), context.new_page(), []
        tab.goto(edition.at(page), wait_until="networkidle")
        tab.on("request", lambda request, asked=asked: asked.append(request.url))
        steps = tab.locator("[data-node]")
        anchors = steps.evaluate_all("steps => steps.map(step => step.querySelector('h2').id)")
        assert len(anchors) == len(tree.nodes)
        for anchor in anchors:
            tab.goto(f"{edition.at(page)}#{anchor}")
            for picture in tab.locator("[data-node] img:visible").all():
                picture.scroll_into_view_if_needed()
        tab.wait_for_timeout(300)
        assert [url for url in asked if url != edition.at(page) and "/favicon" not in url and "#" not in url] == []
        tab.close()
    context.close()


@on("knee", "starter")
def test_one_step_at_a_time_without_a_script(edition: Edition, browser: Browser) -> None:
    """Results that nobody reached are not in sight. Paper has every step, until one is reached."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for page, file in edition.checkers:
        tree, steps = Tree(file), tab.locator("[data-node]:visible")
        tab.goto(edition.at(page))
        assert steps.count() == 0
        tab.emulate_media(media="print")
        assert steps.count() == len(tree.nodes)
        tab.emulate_media(media="screen")
        tab.get_by_role("link", name=edition.say("begin")).click()
        reached = tree.data["start"]
        while not tree.is_outcome(reached):
            assert [step.get_attribute("data-node") for step in steps.all()] == [reached]
            choice = tree.choices(reached)[-1]
            steps.get_by_role("link", name=choice["label"], exact=True).click()
            reached = choice["next"]
        for media in ["screen", "print"]:
            tab.emulate_media(media=media)
            assert [step.get_attribute("data-node") for step in steps.all()] == [reached]
        tab.emulate_media(media="screen")
        tab.go_back()
        assert steps.count() == 1
        tab.get_by_role("link", name=edition.say("start-again")).click()
        assert steps.count() == 0
    context.close()


@on(SHOULDER, *HIP, KNEE)
def test_plain_page_prints_whole(browser: Browser, checker: Checker, tree: Tree) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(checker.address)
    tab.emulate_media(media="print")
    assert tab.locator("section[data-node]:visible").count() == len(tree.nodes)
    context.close()


@in_turn("look", itertools.product(SIZES, ["light", "dark"]), "hip-en", KNEE, SHOULDER, "hip-es")
def test_no_violation_in_any_state(browser: Browser, checker: Checker, tree: Tree, look: tuple[str, str]) -> None:
    size, scheme = look
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")
    tab = wizard(context, checker)
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = []
    seen = set()

    def examine(state: str) -> None:
        # What stands around the checker is the same in every state.
        scope = "document" if state in {tree.start, "the start screen"} else "document.querySelector('.checker--wizard')"
        answer = tab.evaluate(f"options => axe.run({scope}, options)", AXE_OPTIONS)
        for violation in answer["violations"]:
            places = [f"{one['target'][0]}: {one['failureSummary']}" for one in violation["nodes"][:3]]
            found.append(f"{state} {violation['id']}: {violation['help']}\n  " + "\n  ".join(places))

    tab.go_back()
    examine("the start screen")
    tab.go_forward()
    examine(tree.start)
    for name, one in tree.nodes.items():
        # Dark on a phone and light on a desk, one node of each sort will do: the sort decides on the colours.
        sort = (one["kind"], one.get("level"), "picture" in one)
        if (size, scheme) in {("phone", "dark"), ("desk", "light")} and sort in seen:
            continue
        seen.add(sort)
        show(tab, tree, name)
        assert node(tab) == name
        examine(name)
        if name == tree.start or "picture" in one:
            proceed(tab)
            examine(f"{name} with an error")
    context.close()
    assert not found, "\n".join(found)
    assert not tab.problems


@on("hip-es", "hip-en", KNEE)
def test_privacy(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    requests: list[Request] = []
    context.on("request", lambda request: requests.append(request))
    tab = wizard(context, checker)
    assert sum(request.url.endswith(checker.json) for request in requests) == 1
    tab.wait_for_load_state("networkidle")
    logged, address = len(checker.log), tab.url
    # The browser may fetch the icon whenever it likes.
    asked = lambda: [request.url for request in requests if "/favicon" not in request.url]  # noqa: E731
    heard = lambda: [one for one in checker.log if "/favicon" not in one.split("\n")[0]]  # noqa: E731
    known = asked(), heard()
    # A picture that is asked for when the result shows would say which result it is.
    outcome = tree.nearest(lambda one: one.get("causes") and one.get("stretches"))
    follow(tab, tree.ways[outcome])
    assert node(tab) == outcome
    for picture in tab.locator("section[data-node] .cards img").all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("picture => picture.decode()")
    tab.go_back()
    proceed(tab)
    tab.wait_for_timeout(300)
    assert (asked(), heard()) == known
    assert tab.url == address and "#" not in address and "?" not in address
    assert context.cookies() == []
    assert tab.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert tab.evaluate("indexedDB.databases().then(all => all.length)") == 0
    # Reloading and leaving for an article tell the server nothing of the answers either.
    tab.reload()
    tab.wait_for_selector(".checker--wizard")
    tab.locator("section[data-node] .cards a").first.click()
    tab.wait_for_url(lambda url: checker.page not in url)
    said = "\n".join(checker.log[logged:]).lower()
    for question, answer in tree.ways[outcome]:
        label = next(choice["label"] for choice in tree.choices(question) if choice["id"] == answer)
        assert label.lower() not in said and f"={answer}" not in said and f"answer-{answer}" not in said
    assert "cookie" not in said and outcome not in said
    assert not tab.problems


@on(KNEE, *HIP, SHOULDER)
def test_nothing_is_chosen_beforehand(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    assert ticked(tab) == []
    assert tab.locator("legend h1").inner_text() == tree.nodes[tree.start]["ask"]
    assert tree.data["careLevels"]["emergency"]["phone"] in tab.locator(".checker__emergency").inner_text()
    longest = max(len(way) for way in tree.ways.values())
    place = checker.edition.pattern("checker-place", stage=checker.say("checker-red-flag"), number=1)
    said = place.fullmatch(tab.locator("legend span").first.inner_text())
    assert said and int(said["most"]) >= longest


@on("hip-es", "hip-en", KNEE, SHOULDER)
def test_the_start_screen(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    """It says what this is, for whom, how long it takes and that it is private; whom to call comes before it all."""
    tab = wizard(context, checker)
    tab.go_back()
    assert node(tab) == "" and tab.locator("h1").inner_text() == tree.data["title"]
    text = tab.locator(".checker--wizard").inner_text()
    assert all(words in text for words in [checker.say(key) for key in ("for-whom", "how-long", "private", "no-diagnosis-name")])
    assert tab.locator(f'.checker__emergency a[href="tel:{tree.data["careLevels"]["emergency"]["phone"]}"]').is_visible()
    assert tab.evaluate("history.state.answers") == {}


@on(SHOULDER, *HIP, KNEE)
def test_each_stage_has_a_name(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    names = {}
    for name, one in tree.nodes.items():
        if not tree.is_outcome(name):
            show(tab, tree, name)
            words = tab.locator("legend span").first.inner_text()
            said = checker.edition.pattern("checker-place").fullmatch(words)
            assert said, words
            names.setdefault(one["stage"], set()).add(said["stage"])
            assert int(said["number"]) == len(tree.ways[name]) + 1 <= int(said["most"]), words
    assert names == {stage: {checker.say(f"checker-{stage}")} for stage in ("red-flag", "gate", "narrowing")}


@on("hip-es", "hip-en")
def test_the_menu_starts_again(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    """From a result, here or from another page: never an old result."""
    tab = wizard(context, checker)
    follow(tab, tree.ways[tree.emergency])
    tab.locator("header summary").click()
    tab.locator(f'.menu a[href="{checker.page}"]').click()
    begin(tab, checker).click()
    assert node(tab) == tree.start and ticked(tab) == []
    follow(tab, tree.ways[tree.emergency])
    tab.locator(".site-footer__links a").first.click()
    tab.wait_for_url(lambda url: checker.page not in url)
    tab.locator(f'main a[href="{checker.page}"]').first.click()
    begin(tab, checker).click()
    assert node(tab) == tree.start and ticked(tab) == []
    assert not tab.problems


def beside_heading(level: dict) -> list[str]:
    """A level's time frame, unless its heading says it already."""
    said = re.search(rf"\b{re.escape(level['timeFrame'])}\b", level["heading"], re.IGNORECASE)
    return [] if said else [level["timeFrame"]]


@on(KNEE, *HIP, SHOULDER)
def test_a_result_says_what_was_answered(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    """All that fitted, last answers first, in their words, with the question where those need it; a call comes before it; a time frame is not said twice."""
    tab = wizard(context, checker)
    for name in [tree.emergency, tree.farthest]:
        show(tab, tree, name)
        said = [
            label if "none" in tree.nodes[question] else f"{tree.nodes[question]['ask']} {label}"
            for question, answer in reversed(tree.ways[name])
            if answer != "none"
            for label in [next(choice["label"] for choice in tree.choices(question) if choice["id"] == answer)]
        ]
        assert tab.locator(".because li").all_inner_texts() == said and said
        level = tree.data["careLevels"][tree.nodes[name]["level"]]
        card = tab.locator(".care-card").inner_text().lower()
        assert tab.locator(".care-card__soon").all_inner_texts() == beside_heading(level)
        if "phone" in level:
            call = checker.say("call-number", phone=level["phone"])
            assert card.index(f"{call}\n".lower()) < card.index(checker.say("checker-because").lower())


@on("hip-es", "hip-en", KNEE, SHOULDER)
def test_sharing_passes_on_no_answers(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    context.add_init_script("navigator.share = async what => { window.shared = what }")
    tab = wizard(context, checker)
    follow(tab, tree.ways[tree.emergency])
    tab.get_by_role("button", name=checker.say("checker-share")).click()
    level = tree.data["careLevels"]["emergency"]
    assert tab.evaluate("window.shared") == {
        "title": f"{tree.data['title']} – {checker.edition.settings['name']}",
        "text": " ".join(f"{words}." for words in [level["heading"], *beside_heading(level)]),
        "url": checker.address,
    }
    assert not tab.problems


@in_turn("paper", ["A4", "Letter"], "hip-es", "hip-en", KNEE, SHOULDER)
def test_a_printed_result_is_one_sheet(context: BrowserContext, checker: Checker, tree: Tree, paper: str) -> None:
    """At every level, even after the most words (`make test-all`: every result): what was said and what was denied, the day, the version, the address."""
    context.clock.set_fixed_time(datetime(2026, 11, 28, 12))
    tab = wizard(context, checker)

    def words(name: str) -> int:
        asked = [tree.nodes[question] for question, _ in tree.ways[name]]
        return len(json.dumps(asked, ensure_ascii=False))

    longest: dict[str, str] = {}
    for name in filter(tree.is_outcome, tree.nodes):
        level = tree.nodes[name]["level"]
        longest[level] = max(name, longest.get(level, name), key=words)
    assert longest.keys() == tree.data["careLevels"].keys()
    for name in filter(tree.is_outcome, tree.nodes) if ALL else longest.values():
        show(tab, tree, name)
        sheets = [page.extract_text() for page in PdfReader(io.BytesIO(tab.pdf(format=paper))).pages]
        assert len(sheets) == 1, f"{name} takes {len(sheets)} sheets"
        text = "".join(sheets[0].split())
        wanted = [tree.data["version"], checker.address, TODAY[checker.edition.tag]]
        for question, answer in tree.ways[name]:
            wanted += [tree.nodes[question]["ask"], *(choice["label"] for choice in tree.nodes[question]["answers"] if "none" in tree.nodes[question])]
        missing = [one for one in wanted if "".join(one.split()) not in text]
        assert not missing, f"{name}: {missing}"


@on(KNEE, *HIP, SHOULDER)
def test_a_result_says_why_for_the_signs_ticked(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    """In the words of the red flags: those of what was ticked, and no others."""
    signs = tree.choices(tree.start)[-1]["next"]
    led = tree.nodes[signs]["answers"]
    flags = {answer["id"]: answer["flag"] for answer in led if answer["next"] == led[-1]["next"]}
    first, second = list(flags)[:2]
    assert len(flags) > 2
    tab = wizard(context, checker)
    follow(tab, tree.ways[signs])
    tick(tab, first, second)
    proceed(tab)
    said = tab.locator(".reasons li").all_inner_texts()
    assert said == [tree.data["flags"][flags[first]], tree.data["flags"][flags[second]]]
    assert tab.locator(".reasons h2").inner_text() == checker.say("why-and-what-to-say")


@on("hip-es", "hip-en", KNEE, SHOULDER)
def test_a_result_without_a_sign_gives_no_reasons(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    """The hip site has results that a sign leads to, and other answers, too."""
    ways = tree.ways_by(lambda choice: "flag" not in choice)
    reached = list(filter(tree.is_outcome, ways))
    both = [name for name in reached if name in signs_lead_to(tree)]
    assert both if checker.edition.is_hip else reached
    for name in both or reached:
        tab = wizard(context, checker)
        follow(tab, ways[name])
        assert node(tab) == name
        assert tab.locator(".reasons:visible").count() == 0
        tab.close()


def signs_lead_to(tree: Tree) -> set[str]:
    return {choice["next"] for one in tree.nodes.values() for choice in one.get("answers", []) if "flag" in choice}


@pytest.mark.parametrize("edition", [*HIP, KNEE, SHOULDER], indirect=True)
def test_where_a_sign_led_there_are_no_lists(edition: Edition, tree: Tree) -> None:
    led = signs_lead_to(tree)
    assert len(led) >= (5 if edition.is_hip else 2)
    for name in led:
        assert not tree.nodes[name].keys() & {"causes", "stretches"}, name


@on("hip-es", "hip-en", KNEE, SHOULDER)
def test_one_sign_to_a_line(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    most = 0
    for label, choice in zip(tab.locator(".choice label").all(), tree.choices(tree.start), strict=True):
        lines = label.locator("span").all_text_contents()
        assert len(lines) == choice["label"].count("; ") + choice["label"].count(": ") + 1
        assert "".join(lines) == choice["label"]
        tops = label.evaluate("label => [...label.children].map(line => line.offsetTop)")
        assert len(set(tops)) == len(lines)
        most = max(most, len(lines))
    assert most > 1 or not checker.edition.is_hip


@on(SHOULDER, *HIP, KNEE)
def test_nothing_moves_on_a_tick(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    last = list(tree.choices(tree.start))[-1]["id"]
    tick(tab, last)
    assert node(tab) == tree.start
    proceed(tab)
    assert node(tab) != tree.start


@on("hip-es", "hip-en", KNEE, SHOULDER)
def test_error(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    for _ in range(2):
        proceed(tab)
        assert tab.locator(".checker__errors").count() == 1
        assert tab.evaluate("document.activeElement.className") == "checker__errors"
        assert tab.title().startswith(checker.say("checker-error", words=tree.nodes[tree.start]["ask"]))
    assert tab.locator(".checker__errors h2").inner_text() == checker.say("checker-problem")
    tab.locator(".checker__errors a").click()
    assert tab.evaluate("document.activeElement.id") == f"answer-{tree.choices(tree.start)[0]['id']}"
    assert "#" not in tab.url
    tick(tab, "none")
    proceed(tab)
    assert not tab.title().startswith(checker.say("checker-error", words="")) and tab.locator(".checker__errors").count() == 0


@on(KNEE, *HIP, SHOULDER)
def test_none_excludes_the_others(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    first, second, *_ = [choice["id"] for choice in tree.choices(tree.start)]
    tab.check(f"#answer-{first}")
    tab.check(f"#answer-{second}")
    assert ticked(tab) == [first, second]
    tab.check("#answer-none")
    assert ticked(tab) == ["none"]
    tab.check(f"#answer-{second}")
    assert ticked(tab) == [second]
    assert tab.locator("form input").last.get_attribute("value") == "none"


@on("hip-es", "hip-en", KNEE, SHOULDER)
def test_back_reload_and_change_keep_answers(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    outcome = tree.farthest
    way = tree.ways[outcome]
    follow(tab, way)
    tab.reload()
    tab.wait_for_selector(".checker--wizard")
    assert node(tab) == outcome
    # The browser's own Back, all the way, and Continue all the way again.
    for question, answer in reversed(way):
        tab.go_back()
        assert node(tab) == question and ticked(tab) == [answer]
    for question, answer in way:
        assert node(tab) == question and ticked(tab) == [answer], "what was answered further on is lost"
        proceed(tab)
    assert node(tab) == outcome
    # A tick that was not continued from survives a reload.
    tab.go_back()
    question, answer = way[-1]
    other = next(choice["id"] for choice in tree.choices(question) if choice["id"] != answer)
    tick(tab, other)
    tab.reload()
    tab.wait_for_selector("form")
    assert node(tab) == question and ticked(tab) == [other]
    tick(tab, answer)
    proceed(tab)
    # "Your answers" lists every question; Change leads to it with its tick.
    rows = tab.locator(".checker__answers > div")
    assert rows.locator("dt").all_inner_texts() == [tree.nodes[question]["ask"] for question, _ in way]
    middle = len(way) // 2
    rows.nth(middle).get_by_role("link").click()
    assert node(tab) == way[middle][0] and ticked(tab) == [way[middle][1]]
    for _ in way[middle:]:
        proceed(tab)
    assert node(tab) == outcome
    assert not tab.problems


@on(KNEE, *HIP)
def test_article_and_back(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    outcome = next(name for name, one in tree.nodes.items() if one.get("causes"))
    follow(tab, tree.ways[outcome])
    tab.locator("section[data-node] .cards a").first.click()
    tab.wait_for_url(lambda url: checker.page not in url)
    tab.go_back()
    tab.wait_for_selector(".checker--wizard")
    assert node(tab) == outcome


@on(KNEE, *HIP, SHOULDER)
def test_clear_forgets_everything(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    outcome = tree.farthest
    follow(tab, tree.ways[outcome])
    clear(tab, checker)
    assert node(tab) == ""
    states = tab.evaluate("history.state.answers")
    assert states == {}
    tab.go_forward()
    assert node(tab) == "" and tab.evaluate("history.state.answers") == {}
    tab.go_back()
    assert node(tab) == ""
    assert tab.evaluate("history.state.answers") == {}


@on("hip-es", "hip-en", KNEE, SHOULDER)
def test_who_starts_again_at_once_can_go_back(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    """Before the browser has gone back in its history: to the start screen, which holds no answers."""
    tab = wizard(context, checker)
    follow(tab, tree.ways[tree.emergency])
    tab.evaluate(
        """([clear, start]) => {
          addEventListener('popstate', () => (window.cleared = true), { once: true });
          const press = (name) => [...document.querySelectorAll('.checker--wizard button')].find((one) => one.textContent.startsWith(name)).click();
          press(clear);
          press(start);
        }""",
        [checker.say("checker-clear"), checker.say("checker-begin")],
    )
    tab.wait_for_function("() => window.cleared")
    assert node(tab) == tree.start and ticked(tab) == []
    tab.go_back()
    assert node(tab) == "" and tab.evaluate("history.state.answers") == {}
    tab.go_forward()
    assert node(tab) == tree.start and ticked(tab) == []
    assert not tab.problems


@on(*HIP, KNEE, SHOULDER)
def test_every_outcome(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    """Each states its urgency, carries print, clear and its safety net; the version and review state stand below."""
    tab = wizard(context, checker)
    for name, one in tree.nodes.items():
        if not tree.is_outcome(name):
            continue
        show(tab, tree, name)
        text = tab.locator("main").inner_text()
        level = tree.data["careLevels"][one["level"]]
        assert level["timeFrame"].lower() in text.lower() and tree.data["version"] in text
        assert checker.say("awaiting-review") in text or tree.data["review"]["status"] == "approved"
        assert (checker.say("what-would-change") in text) == ("seekCareIf" in one)
        assert checker.say("checker-print") in text and checker.say("checker-clear") in text
        if "phone" in level:
            assert tab.locator(f'.care-card a[href="tel:{re.sub("[^+0-9]", "", level["phone"])}"]').count() == 1
        for reference in one.get("causes", []) + one.get("stretches", []):
            assert tree.data["content"][reference]["summary"] in text


@on(SHOULDER, *HIP)
def test_body_map(context: BrowserContext, checker: Checker, tree: Tree) -> None:
    tab = wizard(context, checker)
    pictured = [name for name, one in tree.nodes.items() if "picture" in one]
    assert pictured
    for name in pictured:
        show(tab, tree, name)
        for region in tab.locator("form [data-answer]").all():
            answer = region.get_attribute("data-answer")
            assert region.locator("text").first.is_visible() and region.locator("text").first.text_content().strip()
            region.locator("path").first.click()
            assert ticked(tab) == [answer] and region.get_attribute("aria-pressed") == "true"
        for key, region in zip(["Enter", "Space"] * 9, tab.locator("form [data-answer]").all()):
            region.focus()
            tab.keyboard.press(key)
            assert ticked(tab) == [region.get_attribute("data-answer")]
        for field in tab.locator("form input").all():
            field.check()
            pressed = tab.locator('form [aria-pressed="true"]')
            shown = [one.get_attribute("data-answer") for one in pressed.all()]
            assert shown in ([field.get_attribute("value")], [])
        assert node(tab) == name


@on("hip-es", "hip-en", SHOULDER)
def test_body_map_by_touch(browser: Browser, checker: Checker, tree: Tree) -> None:
    context = browser.new_context(viewport=SIZES["phone"], has_touch=True)
    tab = wizard(context, checker)
    name = next(name for name, one in tree.nodes.items() if "picture" in one)
    show(tab, tree, name)
    region = tab.locator("form [data-answer]").last
    region.locator("path").first.tap()
    # The browser makes a click of a touch when it knows that it was no other gesture.
    expect(region).to_have_attribute("aria-pressed", "true")
    assert ticked(tab) == [region.get_attribute("data-answer")]
    context.close()


@on("hip-es", "hip-en", KNEE, SHOULDER)
def test_small_screen(browser: Browser, checker: Checker, tree: Tree) -> None:
    """No sideways scrolling at 320 pixels in any state, with a drawing or without, with forced colours too."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, forced_colors="active")
    tab = wizard(context, checker)
    for name in tree.nodes:
        show(tab, tree, name)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320, name
    context.close()


@in_turn("failure", ["no answer", "not found", "not JSON", "another version", "a missing section"], *HIP, KNEE, SHOULDER)
def test_plain_page_stays(context: BrowserContext, checker: Checker, tree: Tree, failure: str) -> None:
    data = json.loads(json.dumps(tree.data))
    if failure == "another version":
        data["version"] = "0.0.1"
    if failure == "a missing section":
        data["nodes"]["nowhere"] = data["nodes"][tree.start]
    answers = {
        "no answer": lambda route: route.abort(),
        "not found": lambda route: route.fulfill(status=404, body="{}"),
        "not JSON": lambda route: route.fulfill(status=200, body="<html>"),
    }
    context.route(f"**{checker.json}", answers.get(failure, lambda route: route.fulfill(status=200, body=json.dumps(data))))
    tab = context.new_page()
    tab.goto(checker.address, wait_until="networkidle")
    assert tab.locator(".checker--wizard").count() == 0
    shown = tab.locator("section[data-node]:visible")
    assert shown.get_attribute("data-node") == tree.start
    shown.locator(".answers a").last.click()
    expect(shown).to_have_attribute("data-node", tree.choices(tree.start)[-1]["next"])


@on(KNEE, *HIP, SHOULDER)
def test_anchor_shows_its_place(context: BrowserContext, checker: Checker) -> None:
    """Who was led to a place in the plain page, or began there before the tree had come, goes on there."""
    tab = context.new_page()
    tab.goto(checker.address + "#n2", wait_until="networkidle")
    assert tab.locator("section[data-node]:visible h2").get_attribute("id") == "n2"
