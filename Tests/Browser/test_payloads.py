"""Nothing that a hostile contributor writes runs, loads, leads away or hides an emergency, in Chromium and in Firefox.

Each payload is built into a site of its own, without and with `raw-html`. What the build refuses has to name its place; what it
publishes is visited, with the headers of `_headers` and without. `make test` takes a random tenth; `LIMBER_TEST_ALL=1` takes all.
"""

import os
import random
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import playwright.sync_api as playwright
import pytest
from playwright.sync_api import Browser

import site_server
from attacked_site import Attack, attacks, build, publish_the_same
from firefox import Firefox, FirefoxError
from payloads import KINDS

ALL = os.environ.get("LIMBER_TEST_ALL") == "1"
SEED = int(os.environ.get("LIMBER_SEED") or int.from_bytes(os.urandom(4)))

# Tries whatever waits for somebody in what the payload wrote, then says what is wrong with the page. `%s` is the payload's name.
PROBE = """(async () => {
  const found = [], name = "%s", here = location.href;
  // Only an address that is followed by HTTP may lead somewhere, and not now.
  addEventListener("click", event => {
    const link = event.target.closest?.("[href]");
    if (link && /^https?:/.test(link.href?.baseVal ?? link.href)) event.preventDefault();
  }, true);
  const all = [...document.querySelectorAll("*")];
  for (const one of all) {
    const handlers = one.getAttributeNames().filter(attribute => attribute.startsWith("on"));
    for (const handler of handlers) one.dispatchEvent(new Event(handler.slice(2)));
    const address = one.getAttribute("href") ?? one.getAttribute("xlink:href");
    if (handlers.length || /^[\\s\\x00-\\x1f]*[a-z]+script/i.test(address)) one.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
    if (one.localName === "form" && (one.getAttribute("action") ?? "").includes(name)) { try { HTMLFormElement.prototype.submit.call(one) } catch {} }
    if (one.getAttribute("formaction")?.includes(name)) one.click();
    if (!%s && handlers.length) found.push(`<${one.localName}> has ${handlers}`);
    if (!%s && /^\\s*(javascript|vbscript|data):/i.test(address)) found.push(`<${one.localName}> leads to ${address}`);
  }
  await new Promise(done => setTimeout(done, 60));
  if (window[name] === 1) found.push("a script ran");
  if (document.baseURI.replace(/#.*/, "") !== location.href.replace(/#.*/, "")) found.push(`the base is ${document.baseURI}`);
  const card = document.querySelector(".emergency, .care-card--emergency, .callout--emergency");
  if (card && location.pathname === "/target/") {
    card.scrollIntoView({block: "center", behavior: "instant"});
    const box = card.getBoundingClientRect(), top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!card.checkVisibility({opacityProperty: true, visibilityProperty: true}) || !card.contains(top)) found.push(`the emergency is covered by ${top?.outerHTML.slice(0, 80)}`);
  } else if (location.pathname === "/target/") found.push("the emergency is gone");
  if (location.pathname === "/target/" && document.querySelector('meta[http-equiv="refresh" i]')) found.push("a refresh");
  if (location.href !== here) found.push(`it leads to ${location.href}`);
  return found;
})()"""


class Attacker(BaseHTTPRequestHandler):
    """Another site, which keeps what it was asked for, and runs what it can."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        name = self.path.split("/")[1]
        script = f"top.{name}=1"
        kind, body = "text/html", f"<script>{script}</script>"
        if self.path.endswith(".js"):
            kind, body = "text/javascript", script
        if self.path.endswith(".css"):
            kind, body = "text/css", "*{display:none!important}"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(body.encode())

    do_POST = do_GET

    def log_message(self, *arguments) -> None:
        """Requests are kept, not told."""


class Host(site_server.Handler):
    """Every published site at a name of its own, `s17-0-h.localhost`: the last letter says whether its headers are sent."""

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        name, _, with_headers = self.headers["Host"].split(".")[0].rpartition("-")
        self.directory = str(self.server.folder / name / "Public")
        self.rules = site_server.read_headers(Path(self.directory) / "_headers") if with_headers == "h" else []
        return True


class Server(site_server.Server):
    def handle_error(self, *arguments) -> None:
        """A browser that leaves while it is answered is nobody's news."""


@contextmanager
def serving(handler: Callable, **values: object) -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), handler)
    vars(server).update(values)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@dataclass
class Siege:
    """All attacks, built, and served."""

    attacks: list[Attack]
    # Host names end with it.
    port: int
    # The paths that the attacker was asked for.
    asked: list[str]
    visited: dict[str, int] = field(default_factory=dict)
    breaches: list[str] = field(default_factory=list)

    def visits(self) -> Iterator[tuple[Attack, str]]:
        """What is to be visited: the attack, and an address."""
        chance = random.Random(SEED)
        for attack in self.attacks:
            if attack.published is None or attack.is_same:
                continue
            headers = "hn" if ALL else chance.choice("hn")
            for letter in headers:
                for path in pages(attack):
                    # HTML as a download is the clinic's own wish with `raw-html`; the headers alone hold it.
                    if letter == "n" and attack.place == "download" and attack.token in path:
                        continue
                    yield attack, f"http://s{attack.number}-{int(attack.raw)}-{letter}.localhost:{self.port}{path}"


def pages(attack: Attack) -> list[str]:
    """The page under attack, and up to three other files of its site that hold the payload and that a browser shows."""
    found = []
    for file in sorted(attack.published.rglob("*")):
        path = "/" + file.relative_to(attack.published).as_posix().removesuffix("index.html")
        shown = file.suffix.lower() in {".html", ".svg", ".xml"} or attack.token in file.name
        if shown and path != "/target/" and (attack.token in file.name or attack.token.encode() in file.read_bytes()):
            found.append(path)
    # Where every page has it (the site's name), these differ most.
    found.sort(key=lambda path: (attack.token not in path, path.count("/") == 3, path))
    return ["/target/", *found[: 3 if ALL else 1]]


@pytest.fixture(scope="module")
def siege(limber: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Siege]:
    folder = tmp_path_factory.mktemp("attacked")
    with serving(Attacker, asked=[]) as attacker, serving(lambda *a: Host(*a, rules=[]), folder=folder) as sites:
        chosen = attacks(f"http://127.0.0.1:{attacker.server_port}")
        if not ALL:
            numbers = {attack.number for attack in chosen}
            tenth = set(random.Random(SEED).sample(sorted(numbers), len(numbers) // 10))
            chosen = [attack for attack in chosen if attack.number in tenth]
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(lambda attack: build(limber, attack, folder), chosen))
        for plain, raw in zip(chosen[::2], chosen[1::2]):
            raw.is_same = publish_the_same(plain, raw)
        siege = Siege(chosen, sites.server_port, attacker.asked)
        yield siege
    same = sum(attack.is_same for attack in chosen)
    published = sum(attack.published is not None for attack in chosen)
    visits = ", ".join(f"{count} visits in {name}" for name, count in siege.visited.items())
    print(
        f"\ntest_payloads: seed {SEED}, {len({a.number for a in chosen})} payloads of {sum(len(v) for _, v in KINDS.values())} in "
        f"{len(KINDS)} kinds, without and with raw-html: {len(chosen) - published} refused, {published} published ({same} of them the same with raw-html as without), {visits}, {len(siege.breaches)} executed"
    )


def test_there_are_enough(siege: Siege) -> None:
    numbers = {attack.number for attack in attacks("")}
    assert len(KINDS) >= 40 and len(numbers) >= 400 and all(len(variants) == 10 for _, variants in KINDS.values())
    assert any(attack.published for attack in siege.attacks) and not all(attack.published for attack in siege.attacks)


def judge(siege: Siege, attack: Attack, address: str, found: list[str]) -> None:
    """Adds what went wrong in a visit, requests that reached the attacker among it."""
    found += [f"the attacker was asked for {path}" for path in siege.asked]
    siege.asked.clear()
    siege.breaches += [f"{attack}\n  {address}: {one}" for one in found]


class Visitor:
    """One tab in Chromium, and what it met that no visit should: dialogs and windows."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(accept_downloads=False)
        self.told: list[str] = []
        self.opens = False
        self.context.on("dialog", self.dismiss)
        self.context.on("page", lambda page: self.opens or self.told.append(f"a window: {page.url}"))
        self.tab = self.new_tab()

    def dismiss(self, dialog: playwright.Dialog) -> None:
        self.told.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def new_tab(self) -> playwright.Page:
        self.opens = True
        tab = self.context.new_page()
        self.opens = False
        return tab

    def open(self, address: str) -> None:
        """Opens a page. The page before may still follow the link that was tried on it, which stops this: then a new tab, which follows nothing, takes over."""
        try:
            self.tab.goto(address, wait_until="load")
        except playwright.Error as fault:
            if "interrupted by another navigation" not in str(fault) and "net::ERR_ABORTED" not in str(fault):
                raise
            self.tab.close()
            self.tab = self.new_tab()
            self.tab.goto(address, wait_until="load")


def test_chromium(siege: Siege, browser: Browser) -> None:
    visitor = Visitor(browser)
    siege.visited["Chromium"] = 0
    for attack, address in siege.visits():
        siege.visited["Chromium"] += 1
        try:
            visitor.open(address)
            visitor.told += visitor.tab.evaluate(probe(attack))
        except playwright.Error as fault:
            # A download is no page; what leads away while it is looked at shows in the address.
            if "Download is starting" not in str(fault) and "Execution context was destroyed" not in str(fault):
                raise
        if ".localhost:" not in visitor.tab.url:
            visitor.told.append(f"it leads to {visitor.tab.url}")
        judge(siege, attack, address, visitor.told)
        visitor.told.clear()
    visitor.context.close()
    assert not siege.breaches, f"seed {SEED}\n" + "\n".join(siege.breaches)


def test_firefox(siege: Siege, firefox_browser: Firefox) -> None:
    tab = firefox_browser.new_page()
    windows = len(firefox_browser.tabs())

    def open_page(address: str) -> None:
        """As in Chromium: where a link that was tried on the page before stops this, a new tab takes over."""
        nonlocal tab
        try:
            tab.goto(address)
        except FirefoxError:
            former, tab = tab, firefox_browser.new_page()
            former.close()
            tab.goto(address)

    siege.visited["Firefox"], before = 0, len(siege.breaches)
    firefox_browser.events.clear()
    for attack, address in siege.visits():
        siege.visited["Firefox"] += 1
        told: list[str] = []
        try:
            open_page(address)
            told += tab.evaluate(probe(attack))
        except FirefoxError as fault:
            told += [] if attack.token in address else [str(fault)]
        open_now = firefox_browser.tabs()
        if ".localhost:" not in open_now[tab.context]:
            told.append(f"it leads to {open_now[tab.context]}")
        if len(open_now) != windows:
            told.append("a window")
            windows = len(open_now)
        told += [f"a dialog: {event}" for name, event in firefox_browser.events if name == "browsingContext.userPromptOpened"]
        firefox_browser.events.clear()
        judge(siege, attack, address, told)
    tab.close()
    assert not siege.breaches[before:], f"seed {SEED}\n" + "\n".join(siege.breaches[before:])


def probe(attack: Attack) -> str:
    raw = "true" if attack.raw else "false"
    return PROBE % (attack.token, raw, raw)


def test_breaches_are_seen(siege: Siege, browser: Browser, firefox_browser: Firefox) -> None:
    """A probe that sees nothing would let every payload pass."""
    attack = Attack(1, "none", "body", "", False)
    page = "data:text/html,<script>top.p1z=1</script><p onclick='0'>x</p><a href='javascript:0'>x</a><base href='http://a.example/'>"
    tab = browser.new_page()
    tab.goto(page)
    other = firefox_browser.new_page()
    other.goto(page)
    for found in [tab.evaluate(probe(attack)), other.evaluate(probe(attack))]:
        assert {"a script ran", "<p> has onclick", "<a> leads to javascript:0", "the base is http://a.example/"} <= set(found)
    tab.close()
    other.close()
