"""The symptom checker as visitors meet it: with and without JavaScript, by keyboard, and in private."""

import gzip
import io
import json
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect
from pypdf import PdfReader

from published_site import PublishedSite
import site_server
from site_server import Handler, read_headers
from test_weight import LONGER

SEED = 20_251
# Bytes as published, and of the tree as compressed.
LIMITS = {"checker.*.js": 10_240, "checker-parts.*.js": 10_240, "hip-pain.json": 98_304}
PACKED_TREE_LIMIT = 16_384
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 800}}
PAGE = "/symptom-checker/"
JSON = f"{PAGE}hip-pain.json"


class Tree:
    """The published JSON."""

    def __init__(self, file: Path) -> None:
        self.data = json.loads(file.read_text(encoding="utf-8"))
        self.nodes: dict[str, dict] = self.data["nodes"]
        self.start: str = self.data["start"]

    def choices(self, node: str) -> list[dict]:
        one = self.nodes[node]
        return one.get("answers", []) + ([one["none"]] if "none" in one else [])

    def is_outcome(self, node: str) -> bool:
        return self.nodes[node]["kind"] == "outcome"

    def heading(self, node: str) -> str:
        one = self.nodes[node]
        return self.data["careLevels"][one["level"]]["heading"] if self.is_outcome(node) else one["ask"]

    @cached_property
    def ways(self) -> dict[str, list[tuple[str, str]]]:
        """A shortest way to each node: questions with the answer to each."""
        ways: dict[str, list[tuple[str, str]]] = {self.start: []}
        waiting = [self.start]
        for node in waiting:
            for choice in self.choices(node):
                if choice["next"] not in ways:
                    ways[choice["next"]] = ways[node] + [(node, choice["id"])]
                    waiting.append(choice["next"])
        return ways

    def state(self, node: str) -> dict:
        """What the browser's history holds when a visitor has come to a node."""
        way = self.ways[node]
        return {
            "checker": self.data["id"],
            "version": self.data["version"],
            "trail": [question for question, _ in way] + [node],
            "answers": {question: [answer] for question, answer in way},
            "depth": 0,
        }


class LoggingHandler(Handler):
    """Writes down all that a server could learn from a request."""

    def __init__(self, *arguments, log: list[str], **settings) -> None:
        self.log = log
        super().__init__(*arguments, **settings)

    def log_message(self, *arguments) -> None:
        self.log.append(f"{self.requestline}\n{self.headers}")


@dataclass
class Server:
    origin: str
    log: list[str]


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    log: list[str] = []
    # Two policies hold both: this one also where the site's own is laxer.
    rules = read_headers(folder / "_headers") + [("*", [("Content-Security-Policy", POLICY)])]
    server = site_server.Server(("127.0.0.1", 0), partial(LoggingHandler, directory=str(folder), rules=rules, log=log))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Server(f"http://127.0.0.1:{server.server_address[1]}", log)
    server.shutdown()
    thread.join()


@pytest.fixture(scope="module")
def server(site: PublishedSite) -> Iterator[Server]:
    with served(site.folder) as running:
        yield running


@pytest.fixture(scope="module")
def tree(site: PublishedSite) -> Tree:
    return Tree(site.folder / JSON.lstrip("/"))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce", viewport=SIZES["phone"])
    yield context
    context.close()


def wizard(context: BrowserContext, server: Server) -> Page:
    """The page, once it asks one question at a time. A breach of the policy, or any error, fails the test."""
    tab = context.new_page()
    tab.problems = []
    tab.on("console", lambda message: message.type in {"error", "warning"} and tab.problems.append(message.text))
    tab.on("pageerror", lambda error: tab.problems.append(str(error)))
    tab.goto(server.origin + PAGE)
    tab.wait_for_selector(".checker--wizard")
    tab.get_by_role("button", name="Start").click()
    return tab


def node(tab: Page) -> str:
    return tab.get_attribute(".checker--wizard", "data-node")


def tick(tab: Page, *answers: str) -> None:
    """With the mouse: just these."""
    for field in tab.locator("form input").all():
        value = field.get_attribute("value")
        if field.get_attribute("type") == "radio":
            if value in answers:
                field.check()
        elif (value in answers) != field.is_checked():
            field.click()


def proceed(tab: Page) -> None:
    tab.click("form button")


def follow(tab: Page, way: list[tuple[str, str]]) -> None:
    for question, answer in way:
        assert node(tab) == question
        tick(tab, answer)
        proceed(tab)


def ticked(tab: Page) -> list[str]:
    return tab.evaluate("[...document.querySelectorAll('form :checked')].map(input => input.value)")


def answer_by_keyboard(tab: Page, answers: set[str]) -> None:
    """From the question's heading: on to the answers, ticks those, unticks all others, and continues."""
    fields = tab.evaluate(
        "[...document.querySelectorAll('form input')].map(({value, type, checked}) => ({value, type, checked}))"
    )
    tab.keyboard.press("Tab")
    while tab.evaluate("document.activeElement.tagName") != "INPUT":
        tab.keyboard.press("Tab")
    if fields[0]["type"] == "radio":
        values = [field["value"] for field in fields]
        at = values.index(tab.evaluate("document.activeElement.value"))
        tab.keyboard.press("Space")
        steps = values.index(next(iter(answers))) - at
        for _ in range(abs(steps)):
            tab.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
    else:
        for index, field in enumerate(fields):
            if index:
                tab.keyboard.press("Tab")
            now = tab.evaluate("document.activeElement.checked")
            if now != (field["value"] in answers):
                tab.keyboard.press("Space")
    assert set(ticked(tab)) == answers
    tab.keyboard.press("Enter")


def back_by_keyboard(tab: Page) -> None:
    """Focus is on the heading; the Back link stands before it."""
    tab.keyboard.press("Shift+Tab")
    while tab.evaluate("document.activeElement.textContent") != "Back":
        tab.keyboard.press("Shift+Tab")
    before = tab.evaluate("history.state.trail.length")
    tab.keyboard.press("Enter")
    tab.wait_for_function("before => history.state.trail.length < before", arg=before)


def clear(tab: Page) -> None:
    """Forgets all answers. What the browser's history holds goes later than what the page shows."""
    tab.evaluate("() => { window.cleared = false; addEventListener('popstate', () => (window.cleared = true), { once: true }) }")
    tab.get_by_role("button", name="Clear my answers").focus()
    tab.keyboard.press("Enter")
    # As a function: what is an expression would be read again and again, which the policy forbids.
    tab.wait_for_function("() => window.cleared")
    assert tab.evaluate("history.state.trail") == []


def check_plans(seen: dict, outcome: dict, tree: Tree) -> None:
    """Exercises have pictures, and where there are any, causes lead to their plans; never where exercises do not fit."""
    causes = [tree.data["content"][name]["url"] for name in outcome.get("causes", [])]
    stretches = outcome.get("stretches", [])
    assert seen["pictures"] == len(stretches)
    assert bool(seen["plans"]) == bool(stretches)
    assert set(seen["plans"]) <= {f"{url}programme/" for url in causes}


def check_view(tab: Page, tree: Tree, expected: str) -> None:
    """The node that is shown, its title, its focus, and for an outcome what it recommends."""
    seen = tab.evaluate(
        """() => ({
          node: document.querySelector('.checker--wizard').dataset.node,
          h1: [...document.querySelectorAll('h1')].map(one => one.textContent),
          focus: document.activeElement.tagName,
          title: document.title,
          cards: [...document.querySelectorAll('section[data-node] .cards a:first-child')].map(link => link.getAttribute('href')),
          plans: [...document.querySelectorAll('section[data-node] .cards a ~ a')].map(link => link.getAttribute('href')),
          pictures: document.querySelectorAll('section[data-node] .cards img').length,
        })"""
    )
    one = tree.nodes[expected]
    assert seen["node"] == expected and seen["focus"] == "H1", seen
    if tree.is_outcome(expected):
        assert seen["h1"] == [f"Your answers suggest: {tree.heading(expected)}"]
        names = one.get("causes", []) + one.get("stretches", [])
        assert seen["cards"] == [tree.data["content"][name]["url"] for name in names]
        check_plans(seen, one, tree)
        assert seen["title"].startswith("Your result")
    else:
        assert seen["h1"] == [one["ask"]]
        assert seen["title"].startswith(one["ask"])


def test_weight(site: PublishedSite) -> None:
    for name, limit in LIMITS.items():
        for file in site.folder.rglob(name):
            assert file.stat().st_size <= limit * LONGER.get(file.relative_to(site.folder).parts[0], 1), name
    for file in site.folder.rglob("hip-pain.json"):
        assert len(gzip.compress(file.read_bytes())) <= PACKED_TREE_LIMIT


def test_every_edge_by_keyboard(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    tab.focus("h1") if tab.locator("h1[tabindex]").count() else tab.keyboard.press("Tab")
    walked: set[tuple[str, str]] = set()

    def walk(question: str) -> None:
        for choice in tree.choices(question):
            answer_by_keyboard(tab, {choice["id"]})
            check_view(tab, tree, choice["next"])
            walked.add((question, choice["id"]))
            if not tree.is_outcome(choice["next"]) and choice["next"] not in {known for known, _ in walked}:
                walk(choice["next"])
            back_by_keyboard(tab)
            check_view(tab, tree, question)
            assert ticked(tab) == [choice["id"]], "Back forgets the answer"

    walk(tree.start)
    assert walked == {(name, choice["id"]) for name in tree.nodes for choice in tree.choices(name)}
    assert not tab.problems


def test_random_paths_by_keyboard(context: BrowserContext, server: Server, tree: Tree) -> None:
    """Fifty paths, several answers ticked where several may apply: the first in the tree's order decides."""
    print(f"seed {SEED}")
    chance = random.Random(SEED)
    tab = wizard(context, server)
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
            check_view(tab, tree, at)
        clear(tab)
        tab.get_by_role("button", name="Start").focus()
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


def test_plain_page_has_the_same_edges(browser: Browser, server: Server, tree: Tree) -> None:
    """With JavaScript off: crawls from the first question, clicking whatever leads to a new place."""
    context = browser.new_context(java_script_enabled=False, viewport=SIZES["phone"])
    tab = context.new_page()
    tab.goto(server.origin + PAGE)
    (first,) = tab.evaluate(SHOWN)
    assert first["node"] == tree.start and first["again"][1:].removeprefix("n").isdigit()
    # By anchor; the ids are the ones that the page shows there.
    seen = {first["again"]: first}
    waiting = list(seen)
    for at in waiting:
        for index, (_, anchor) in enumerate(seen[at]["answers"]):
            if anchor in seen:
                continue
            tab.goto(server.origin + PAGE + at)
            tab.locator("section[data-node]:has(:target) .answers a").nth(index).click()
            assert anchor.removeprefix("#n").isdigit(), "an anchor says what it is"
            expect(tab).to_have_url(server.origin + PAGE + anchor)
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


def test_page_says_what_the_tree_says(any_site: PublishedSite, any_origin: str, browser: Browser) -> None:
    """Whatever templates make of it, with JavaScript off: every question and outcome, where each answer leads, and what to read."""
    for page, file in any_site.checkers.items():
        tree = Tree(file)
        context = browser.new_context(java_script_enabled=False)
        tab = context.new_page()
        tab.goto(any_origin + page)
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


@pytest.mark.parametrize("any_site", ["knee-clinic"], indirect=True)
def test_one_step_at_a_time_without_a_script(any_site: PublishedSite, any_origin: str, browser: Browser) -> None:
    """Results that nobody reached are not in sight. Paper has every step, until one is reached."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for page, file in any_site.checkers.items():
        tree, steps = Tree(file), tab.locator("[data-node]:visible")
        tab.goto(any_origin + page)
        assert steps.count() == 0
        tab.emulate_media(media="print")
        assert steps.count() == len(tree.nodes)
        tab.emulate_media(media="screen")
        tab.get_by_role("link", name="Begin").click()
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
        tab.get_by_role("link", name="Start again").click()
        assert steps.count() == 0
    context.close()


def test_plain_page_prints_whole(browser: Browser, server: Server, tree: Tree) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(server.origin + PAGE)
    tab.emulate_media(media="print")
    assert tab.locator("section[data-node]:visible").count() == len(tree.nodes)
    context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_in_any_state(browser: Browser, server: Server, tree: Tree, size: str, scheme: str) -> None:
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")
    tab = wizard(context, server)
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
        tab.evaluate("state => dispatchEvent(new PopStateEvent('popstate', { state }))", tree.state(name))
        assert node(tab) == name
        examine(name)
        if name == tree.start or "picture" in one:
            proceed(tab)
            examine(f"{name} with an error")
    context.close()
    assert not found, "\n".join(found)
    assert not tab.problems


def test_privacy(context: BrowserContext, server: Server, tree: Tree) -> None:
    requests: list[Request] = []
    context.on("request", lambda request: requests.append(request))
    tab = wizard(context, server)
    assert sum(request.url.endswith(JSON) for request in requests) == 1
    tab.wait_for_load_state("networkidle")
    logged, address = len(server.log), tab.url
    # The browser may fetch the icon whenever it likes.
    asked = lambda: [request.url for request in requests if "/favicon" not in request.url]  # noqa: E731
    heard = lambda: [one for one in server.log if "/favicon" not in one.split("\n")[0]]  # noqa: E731
    known = asked(), heard()
    outcome = next(name for name, one in tree.nodes.items() if one.get("causes"))
    follow(tab, tree.ways[outcome])
    assert node(tab) == outcome
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
    tab.wait_for_url(lambda url: PAGE not in url)
    said = "\n".join(server.log[logged:]).lower()
    for question, answer in tree.ways[outcome]:
        label = next(choice["label"] for choice in tree.choices(question) if choice["id"] == answer)
        assert label.lower() not in said and f"={answer}" not in said and f"answer-{answer}" not in said
    assert "cookie" not in said and outcome not in said
    assert not tab.problems


def test_nothing_is_chosen_beforehand(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    assert ticked(tab) == []
    assert tab.locator("legend h1").inner_text() == tree.nodes[tree.start]["ask"]
    assert "911" in tab.locator(".checker__emergency").inner_text()
    longest = max(len(way) for way in tree.ways.values())
    words, most = tab.locator("legend span").first.inner_text().rsplit(" ", 1)
    assert words == "Warning signs: question 1 of at most" and int(most) >= longest


def test_the_start_screen(context: BrowserContext, server: Server, tree: Tree) -> None:
    """It says what this is, for whom, how long it takes and that it is private; whom to call comes before it all."""
    tab = wizard(context, server)
    tab.go_back()
    assert node(tab) == "" and tab.locator("h1").inner_text() == tree.data["title"]
    text = tab.locator(".checker--wizard").inner_text()
    assert all(words in text for words in ["For whom:", "How long:", "Private:", "No diagnosis:"])
    assert tab.locator('.checker__emergency a[href="tel:911"]').is_visible()
    assert tab.evaluate("history.state.answers") == {}


def test_each_stage_has_a_name(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    names = {}
    for name, one in tree.nodes.items():
        if not tree.is_outcome(name):
            tab.evaluate("state => dispatchEvent(new PopStateEvent('popstate', { state }))", tree.state(name))
            words = tab.locator("legend span").first.inner_text()
            names.setdefault(one["stage"], set()).add(words.split(":")[0])
            asked, most = (int(word) for word in words.replace("of at most ", "").split(" ")[-2:])
            assert asked == len(tree.ways[name]) + 1 <= most, words
    assert names == {"red-flag": {"Warning signs"}, "gate": {"About you"}, "narrowing": {"About the pain"}}


def test_the_menu_starts_again(context: BrowserContext, server: Server, tree: Tree) -> None:
    """From a result, here or from another page: never an old result."""
    tab = wizard(context, server)
    follow(tab, tree.ways["call-911"])
    tab.locator("header summary").click()
    tab.locator(f'.menu a[href="{PAGE}"]').click()
    tab.get_by_role("button", name="Start").click()
    assert node(tab) == tree.start and ticked(tab) == []
    follow(tab, tree.ways["call-911"])
    tab.locator(".site-footer__links a").first.click()
    tab.wait_for_url(lambda url: PAGE not in url)
    tab.locator(f'main a[href="{PAGE}"]').first.click()
    tab.get_by_role("button", name="Start").click()
    assert node(tab) == tree.start and ticked(tab) == []
    assert not tab.problems


def test_a_result_says_what_was_answered(context: BrowserContext, server: Server, tree: Tree) -> None:
    """All that fitted, in the words of the answers, with the question where those need it; a call comes before it; a time frame is not said twice."""
    tab = wizard(context, server)
    for name in ["call-911", max((one for one in tree.nodes if tree.is_outcome(one)), key=lambda one: len(tree.ways[one]))]:
        tab.evaluate("state => dispatchEvent(new PopStateEvent('popstate', { state }))", tree.state(name))
        said = [
            label if "none" in tree.nodes[question] else f"{tree.nodes[question]['ask']} {label}"
            for question, answer in tree.ways[name]
            if answer != "none"
            for label in [next(choice["label"] for choice in tree.choices(question) if choice["id"] == answer)]
        ]
        assert tab.locator(".because li").all_inner_texts() == said and said
        level = tree.data["careLevels"][tree.nodes[name]["level"]]
        card = tab.locator(".care-card").inner_text().lower()
        assert card.count(level["timeFrame"].lower()) == 1
        if "phone" in level:
            assert card.index(f"call {level['phone']}\n".lower()) < card.index("because you answered")


def test_sharing_passes_on_no_answers(context: BrowserContext, server: Server, tree: Tree) -> None:
    context.add_init_script("navigator.share = async what => { window.shared = what }")
    tab = wizard(context, server)
    follow(tab, tree.ways["call-911"])
    tab.get_by_role("button", name="Share this result").click()
    level = tree.data["careLevels"]["emergency"]
    assert tab.evaluate("window.shared") == {
        "title": f"{tree.data['title']} – RecoverRx Physical Therapy",
        "text": f"{level['heading']}. {level['timeFrame']}.",
        "url": server.origin + PAGE,
    }
    assert not tab.problems


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_printed_result_is_one_sheet(context: BrowserContext, server: Server, tree: Tree, paper: str) -> None:
    """At every level, even after the most questions: what was said and what was denied, the day, the version, the address."""
    context.clock.set_fixed_time(datetime(2026, 11, 28, 12))
    tab = wizard(context, server)
    longest: dict[str, str] = {}
    for name in filter(tree.is_outcome, tree.nodes):
        level = tree.nodes[name]["level"]
        longest[level] = max(name, longest.get(level, name), key=lambda one: len(tree.ways[one]))
    assert longest.keys() == tree.data["careLevels"].keys()
    for name in longest.values():
        tab.evaluate("state => dispatchEvent(new PopStateEvent('popstate', { state }))", tree.state(name))
        sheets = [page.extract_text() for page in PdfReader(io.BytesIO(tab.pdf(format=paper))).pages]
        assert len(sheets) == 1, f"{name} takes {len(sheets)} sheets"
        text = "".join(sheets[0].split())
        wanted = [tree.data["version"], server.origin + PAGE, "November 28, 2026"]
        for question, answer in tree.ways[name]:
            wanted += [tree.nodes[question]["ask"], *(choice["label"] for choice in tree.nodes[question]["answers"] if "none" in tree.nodes[question])]
        missing = [one for one in wanted if "".join(one.split()) not in text]
        assert not missing, f"{name}: {missing}"


def test_a_result_says_why_for_the_signs_ticked(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    follow(tab, [("emergency", "none")])
    tick(tab, "leg-swelling", "rash")
    proceed(tab)
    said = tab.locator(".reasons li").all_inner_texts()
    assert said == [tree.data["flags"]["rf-leg-swelling"], tree.data["flags"]["rf-rash"]]
    assert tab.locator(".reasons h2").inner_text() == "Why, and what to say"


def test_a_result_without_a_sign_gives_no_reasons(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    follow(tab, [("emergency", "none"), ("same-day", "none"), ("age", "implant"), ("implant-bone", "limp")])
    assert node(tab) == "today"
    assert tab.locator(".reasons:visible").count() == 0


def test_where_a_sign_led_there_are_no_lists(tree: Tree) -> None:
    led = {choice["next"] for one in tree.nodes.values() for choice in one.get("answers", []) if "flag" in choice}
    assert len(led) >= 5
    for name in led:
        assert not tree.nodes[name].keys() & {"causes", "stretches"}, name


def test_one_sign_to_a_line(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    label = tree.choices(tree.start)[0]["label"]
    lines = tab.locator(".choice label").first.locator("span").all_text_contents()
    assert len(lines) == label.count("; ") + label.count(": ") + 1 > 1
    assert "".join(lines) == label
    tops = tab.evaluate("[...document.querySelector('.choice label').children].map(line => line.offsetTop)")
    assert len(set(tops)) == len(lines)


def test_nothing_moves_on_a_tick(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    last = list(tree.choices(tree.start))[-1]["id"]
    tick(tab, last)
    assert node(tab) == tree.start
    proceed(tab)
    assert node(tab) != tree.start


def test_error(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    for _ in range(2):
        proceed(tab)
        assert tab.locator(".checker__errors").count() == 1
        assert tab.evaluate("document.activeElement.className") == "checker__errors"
        assert tab.title().startswith("Error: ")
    assert tab.locator(".checker__errors h2").inner_text() == "There is a problem"
    tab.locator(".checker__errors a").click()
    assert tab.evaluate("document.activeElement.id") == f"answer-{tree.choices(tree.start)[0]['id']}"
    assert "#" not in tab.url
    tick(tab, "none")
    proceed(tab)
    assert not tab.title().startswith("Error") and tab.locator(".checker__errors").count() == 0


def test_none_excludes_the_others(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    first, second, *_ = [choice["id"] for choice in tree.choices(tree.start)]
    tab.check(f"#answer-{first}")
    tab.check(f"#answer-{second}")
    assert ticked(tab) == [first, second]
    tab.check("#answer-none")
    assert ticked(tab) == ["none"]
    tab.check(f"#answer-{second}")
    assert ticked(tab) == [second]
    assert tab.locator("form input").last.get_attribute("value") == "none"


def test_back_reload_and_change_keep_answers(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    outcome = max(tree.ways, key=lambda name: len(tree.ways[name]))
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


def test_article_and_back(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    outcome = next(name for name, one in tree.nodes.items() if one.get("causes"))
    follow(tab, tree.ways[outcome])
    tab.locator("section[data-node] .cards a").first.click()
    tab.wait_for_url(lambda url: PAGE not in url)
    tab.go_back()
    tab.wait_for_selector(".checker--wizard")
    assert node(tab) == outcome


def test_clear_forgets_everything(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    outcome = max(tree.ways, key=lambda name: len(tree.ways[name]))
    follow(tab, tree.ways[outcome])
    clear(tab)
    assert node(tab) == ""
    states = tab.evaluate("history.state.answers")
    assert states == {}
    tab.go_forward()
    assert node(tab) == "" and tab.evaluate("history.state.answers") == {}
    tab.go_back()
    assert node(tab) == ""
    assert tab.evaluate("history.state.answers") == {}


def test_who_starts_again_at_once_can_go_back(context: BrowserContext, server: Server, tree: Tree) -> None:
    """Before the browser has gone back in its history: to the start screen, which holds no answers."""
    tab = wizard(context, server)
    follow(tab, tree.ways["call-911"])
    tab.evaluate(
        """() => {
          addEventListener('popstate', () => (window.cleared = true), { once: true });
          const press = (name) => [...document.querySelectorAll('.checker--wizard button')].find((one) => one.textContent.startsWith(name)).click();
          press('Clear my answers');
          press('Start');
        }"""
    )
    tab.wait_for_function("() => window.cleared")
    assert node(tab) == tree.start and ticked(tab) == []
    tab.go_back()
    assert node(tab) == "" and tab.evaluate("history.state.answers") == {}
    tab.go_forward()
    assert node(tab) == tree.start and ticked(tab) == []
    assert not tab.problems


def test_every_outcome(context: BrowserContext, server: Server, tree: Tree) -> None:
    """Each states its urgency, carries print, clear and its safety net; the version and review state stand below."""
    tab = wizard(context, server)
    for name, one in tree.nodes.items():
        if not tree.is_outcome(name):
            continue
        tab.evaluate("state => dispatchEvent(new PopStateEvent('popstate', { state }))", tree.state(name))
        text = tab.locator("main").inner_text()
        level = tree.data["careLevels"][one["level"]]
        assert level["timeFrame"].lower() in text.lower() and tree.data["version"] in text
        assert "Awaiting clinical review" in text or tree.data["review"]["status"] == "approved"
        assert ("What would change this advice" in text) == ("seekCareIf" in one)
        assert "Print this result" in text and "Clear my answers" in text
        if "phone" in level:
            assert tab.locator(f'.care-card a[href="tel:{level["phone"]}"]').count() == 1
        for reference in one.get("causes", []) + one.get("stretches", []):
            assert tree.data["content"][reference]["summary"] in text


def test_body_map(context: BrowserContext, server: Server, tree: Tree) -> None:
    tab = wizard(context, server)
    pictured = [name for name, one in tree.nodes.items() if "picture" in one]
    assert pictured
    for name in pictured:
        tab.evaluate("state => dispatchEvent(new PopStateEvent('popstate', { state }))", tree.state(name))
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


def test_body_map_by_touch(browser: Browser, server: Server, tree: Tree) -> None:
    context = browser.new_context(viewport=SIZES["phone"], has_touch=True)
    tab = wizard(context, server)
    name = next(name for name, one in tree.nodes.items() if "picture" in one)
    tab.evaluate("state => dispatchEvent(new PopStateEvent('popstate', { state }))", tree.state(name))
    region = tab.locator("form [data-answer]").last
    region.locator("path").first.tap()
    # The browser makes a click of a touch when it knows that it was no other gesture.
    expect(region).to_have_attribute("aria-pressed", "true")
    assert ticked(tab) == [region.get_attribute("data-answer")]
    context.close()


def test_small_screen(browser: Browser, server: Server, tree: Tree) -> None:
    """No sideways scrolling at 320 pixels in any state, with a drawing or without, with forced colours too."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, forced_colors="active")
    tab = wizard(context, server)
    for name in tree.nodes:
        tab.evaluate("state => dispatchEvent(new PopStateEvent('popstate', { state }))", tree.state(name))
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320, name
    context.close()


@pytest.mark.parametrize("failure", ["no answer", "not found", "not JSON", "another version", "a missing section"])
def test_plain_page_stays(context: BrowserContext, server: Server, tree: Tree, failure: str) -> None:
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
    context.route(f"**{JSON}", answers.get(failure, lambda route: route.fulfill(status=200, body=json.dumps(data))))
    tab = context.new_page()
    tab.goto(server.origin + PAGE, wait_until="networkidle")
    assert tab.locator(".checker--wizard").count() == 0
    shown = tab.locator("section[data-node]:visible")
    assert shown.get_attribute("data-node") == tree.start
    shown.locator(".answers a").last.click()
    expect(shown).to_have_attribute("data-node", tree.choices(tree.start)[-1]["next"])


def test_anchor_shows_its_place(context: BrowserContext, server: Server) -> None:
    """Who was led to a place in the plain page, or began there before the tree had come, goes on there."""
    tab = context.new_page()
    tab.goto(server.origin + PAGE + "#n2", wait_until="networkidle")
    assert tab.locator("section[data-node]:visible h2").get_attribute("id") == "n2"
