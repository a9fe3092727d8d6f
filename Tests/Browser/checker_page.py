"""A symptom checker as the tests meet it: its tree, its page, and how visitors go through it with mouse and keys."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page

import site_server
from editions import Edition
from site_server import Handler, read_headers

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


class Tree:
    """The published JSON."""

    def __init__(self, file: Path) -> None:
        self.site = next(folder for folder in file.parents if (folder / "sitemap.xml").exists())
        self.data = json.loads(file.read_text(encoding="utf-8"))
        self.nodes: dict[str, dict] = self.data["nodes"]
        self.start: str = self.data["start"]

    def choices(self, node: str) -> list[dict]:
        one = self.nodes[node]
        return one.get("answers", []) + ([one["none"]] if "none" in one else [])

    def is_drawn(self, name: str) -> bool:
        """Whether the page of an exercise has a drawing of it."""
        page = self.site / self.data["content"][name]["url"].lstrip("/") / "index.html"
        return 'class="exercise__figure"' in page.read_text("utf-8")

    @property
    def emergency(self) -> str:
        """The outcome that says to call at once, nearest to the first question."""
        return self.nearest(lambda one: one.get("level") == "emergency")

    @property
    def farthest(self) -> str:
        """The outcome after the most questions."""
        return max(filter(self.is_outcome, self.nodes), key=lambda name: len(self.ways[name]))

    def nearest(self, fits: Callable[[dict], object]) -> str:
        """The first node that fits, by a shortest way."""
        return next(name for name in self.ways if fits(self.nodes[name]))

    def is_outcome(self, node: str) -> bool:
        return self.nodes[node]["kind"] == "outcome"

    def heading(self, node: str) -> str:
        one = self.nodes[node]
        return self.data["careLevels"][one["level"]]["heading"] if self.is_outcome(node) else one["ask"]

    @cached_property
    def ways(self) -> dict[str, list[tuple[str, str]]]:
        """A shortest way to each node: questions with the answer to each."""
        return self.ways_by(lambda choice: True)

    def ways_by(self, may: Callable[[dict], bool]) -> dict[str, list[tuple[str, str]]]:
        """The same by such choices alone."""
        ways: dict[str, list[tuple[str, str]]] = {self.start: []}
        waiting = [self.start]
        for node in waiting:
            for choice in self.choices(node):
                if may(choice) and choice["next"] not in ways:
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


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Where a site is served, and what the server has heard since."""
    log: list[str] = []
    # Two policies hold both: this one also where the site's own is laxer.
    rules = read_headers(folder / "_headers") + [("*", [("Content-Security-Policy", POLICY)])]
    server = site_server.Server(("127.0.0.1", 0), partial(LoggingHandler, directory=str(folder), rules=rules, log=log))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", log
    server.shutdown()
    thread.join()


@dataclass
class Checker:
    """A checker of an edition, served by a server that writes down what it hears."""

    edition: Edition
    origin: str
    log: list[str]

    @property
    def page(self) -> str:
        return self.edition.prefix + self.edition.checker[0]

    @property
    def json(self) -> str:
        return "/" + self.edition.checker[1].relative_to(self.edition.site.folder).as_posix()

    @property
    def address(self) -> str:
        return self.origin + self.page

    @property
    def say(self) -> Callable[..., str]:
        return self.edition.say


def wizard(context: BrowserContext, checker: Checker) -> Page:
    """The page, once it asks one question at a time. A breach of the policy, or any error, fails the test."""
    tab = context.new_page()
    tab.problems = []
    tab.on("console", lambda message: message.type in {"error", "warning"} and tab.problems.append(message.text))
    tab.on("pageerror", lambda error: tab.problems.append(str(error)))
    tab.goto(checker.address)
    tab.wait_for_selector(".checker--wizard")
    begin(tab, checker).click()
    return tab


def begin(tab: Page, checker: Checker) -> Locator:
    return tab.get_by_role("button", name=checker.say("checker-begin"), exact=True)


def show(tab: Page, tree: Tree, name: str) -> None:
    """What a visitor who has come to a node by a shortest way has before them."""
    tab.evaluate("state => dispatchEvent(new PopStateEvent('popstate', { state }))", tree.state(name))


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


def back_by_keyboard(tab: Page, checker: Checker) -> None:
    """Focus is on the heading; the Back link stands before it."""
    tab.keyboard.press("Shift+Tab")
    while tab.evaluate("document.activeElement.textContent") != checker.say("checker-back"):
        tab.keyboard.press("Shift+Tab")
    before = tab.evaluate("history.state.trail.length")
    tab.keyboard.press("Enter")
    tab.wait_for_function("before => history.state.trail.length < before", arg=before)


def clear(tab: Page, checker: Checker) -> None:
    """Forgets all answers. What the browser's history holds goes later than what the page shows."""
    tab.evaluate("() => { window.cleared = false; addEventListener('popstate', () => (window.cleared = true), { once: true }) }")
    tab.get_by_role("button", name=checker.say("checker-clear")).focus()
    tab.keyboard.press("Enter")
    # As a function: what is an expression would be read again and again, which the policy forbids.
    tab.wait_for_function("() => window.cleared")
    assert tab.evaluate("history.state.trail") == []


def check_plans(seen: dict, outcome: dict, tree: Tree) -> None:
    """Exercises that are drawn have pictures, and where there are any, causes lead to their plans; never where exercises do not fit."""
    causes = [tree.data["content"][name]["url"] for name in outcome.get("causes", [])]
    stretches = outcome.get("stretches", [])
    drawn = [name for name in stretches if tree.is_drawn(name)]
    assert seen["pictures"] == len(drawn)
    assert drawn or not stretches
    assert bool(seen["plans"]) == bool(stretches)
    assert set(seen["plans"]) <= {f"{url}programme/" for url in causes}


def check_view(tab: Page, checker: Checker, tree: Tree, expected: str) -> None:
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
        assert seen["h1"] == [f"{checker.say('answers-suggest')} {tree.heading(expected)}"]
        names = one.get("causes", []) + one.get("stretches", [])
        assert seen["cards"] == [tree.data["content"][name]["url"] for name in names]
        check_plans(seen, one, tree)
        assert seen["title"].startswith(checker.say("checker-result"))
    else:
        assert seen["h1"] == [one["ask"]]
        assert seen["title"].startswith(one["ask"])


