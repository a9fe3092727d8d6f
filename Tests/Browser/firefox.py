"""The distribution's Firefox, driven over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks by itself.

Playwright drives only a Firefox of its own making. What tests need here is small, and named as Playwright names it.
"""

import base64
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from websockets.sync.client import ClientConnection, connect

from waiting import PATIENCE, until

# Nothing is asked of anybody else, and nothing is shown that no page asked for.
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.download.open_pdf_attachments_inline": True,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.prefetch-next": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
EVENTS = [
    "browsingContext.contextCreated",
    "browsingContext.downloadWillBegin",
    "browsingContext.navigationStarted",
    "browsingContext.userPromptOpened",
    "log.entryAdded",
    "network.beforeRequestSent",
]
# The keys of WebDriver (https://w3c.github.io/webdriver/#keyboard-actions) that have no character of their own.
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Shift": "\ue008", "Escape": "\ue00c", "ArrowUp": "\ue013", "ArrowDown": "\ue015"}


class FirefoxError(Exception):
    """What Firefox answered instead of doing it."""


class Tab:
    """One tab. Its context is told in every event."""

    def __init__(self, browser: "Firefox", context: str) -> None:
        self._browser = browser
        self.context = context

    @property
    def url(self) -> str:
        tree = self._browser.command("browsingContext.getTree", root=self.context, maxDepth=0)
        return tree["contexts"][0]["url"]

    def goto(self, url: str, wait_until: str = "complete") -> None:
        """Opens an address, and waits for its document to be `complete` (or only `interactive`)."""
        try:
            self._browser.command("browsingContext.navigate", context=self.context, url=url, wait=wait_until)
        except TimeoutError:
            # On a busy machine, Firefox sometimes does not say that a page is there. One that keeps it waiting does so again.
            self._browser.command("browsingContext.navigate", context=self.context, url=url, wait=wait_until)

    def evaluate(self, expression: str) -> object:
        """The value of an expression, a promise's included, as JSON can carry it. The page's own policy does not hinder it."""
        text = f"(async () => JSON.stringify(await ({expression})) ?? null)()"
        answer = self._browser.command(
            "script.evaluate", target={"context": self.context}, expression=text, awaitPromise=True, userActivation=True
        )
        if answer["type"] == "exception":
            raise FirefoxError(answer["exceptionDetails"]["text"])
        value = answer["result"].get("value")
        return None if value is None else json.loads(value)

    def add_script(self, file: Path) -> None:
        """Runs the JavaScript of a file in the page: axe, for instance."""
        text = f"{file.read_text('utf-8')}\n;null"
        self._browser.command("script.evaluate", target={"context": self.context}, expression=text, awaitPromise=False)

    def until(self, expression: str) -> None:
        """Waits until an expression is true in the page. Firefox does not say when a page has done what a key stands for."""
        until(lambda: self.evaluate(expression), f"{expression} at {self.url}")

    def press(self, keys: str) -> None:
        """Presses a key, or several at once: `Tab`, `Shift+Tab`."""
        values = [KEYS.get(key, key) for key in keys.split("+")]
        actions = [{"type": "keyDown", "value": value} for value in values]
        actions += [{"type": "keyUp", "value": value} for value in reversed(values)]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self._browser.command("input.performActions", context=self.context, actions=[source])

    def set_viewport(self, width: int, height: int, density: int = 1) -> None:
        """Sizes are in CSS pixels, of which each is as many of the screen's as `density` says, in both directions."""
        size = {"width": width, "height": height}
        self._browser.command(
            "browsingContext.setViewport", context=self.context, viewport=size, devicePixelRatio=float(density)
        )

    def screenshot(self) -> bytes:
        """What the viewport shows, as PNG."""
        return base64.b64decode(self._browser.command("browsingContext.captureScreenshot", context=self.context)["data"])

    def close(self) -> None:
        self._browser.command("browsingContext.close", context=self.context)


class Firefox:
    """A running Firefox. `events` has what it told since it was last emptied: pairs of an event's name and its parameters."""

    def __init__(self, socket: ClientConnection) -> None:
        self.events: list[tuple[str, dict]] = []
        self._socket = socket
        self._sent = 0
        # A dialog that nobody closes would stop every test behind it.
        wanted = {"unhandledPromptBehavior": {"default": "dismiss"}}
        self.version = self.command("session.new", capabilities={"alwaysMatch": wanted})["capabilities"]["browserVersion"]
        self.command("session.subscribe", events=EVENTS)

    def command(self, method: str, **parameters: object) -> dict:
        """Sends a command, and waits for what comes of it."""
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        end = time.monotonic() + PATIENCE
        while True:
            message = json.loads(self._socket.recv(timeout=max(0, end - time.monotonic())))
            if message["type"] == "event":
                self.events.append((message["method"], message["params"]))
            elif message.get("id") == self._sent:
                if message["type"] == "error":
                    raise FirefoxError(f"{method}: {message['message']}")
                return message["result"]

    def new_page(self) -> Tab:
        return Tab(self, self.command("browsingContext.create", type="tab")["context"])

    def tabs(self) -> dict[str, str]:
        """The addresses of all open tabs and windows, by their contexts."""
        return {one["context"]: one["url"] for one in self.command("browsingContext.getTree", maxDepth=0)["contexts"]}

    def take_events(self) -> list[tuple[str, dict]]:
        """What was told up to now; `events` is empty then."""
        self.tabs()
        taken, self.events = self.events, []
        return taken


@contextmanager
def running(program: str, **preferences: object) -> Iterator[Firefox]:
    """Starts Firefox with a profile of its own, and ends it. `preferences` are those of about:config, `.` written `__`."""
    profile = Path(tempfile.mkdtemp(prefix="firefox-"))
    wanted = PREFERENCES | {name.replace("__", "."): value for name, value in preferences.items()}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
    (profile / "user.js").write_text("\n".join(lines))
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        # A Firefox that is busy with a page answers no pings, and is no worse for it.
        with connect(_address(process, profile) + "/session", max_size=None, proxy=None, open_timeout=PATIENCE, ping_interval=None) as socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(profile, ignore_errors=True)


def _address(process: subprocess.Popen, profile: Path) -> str:
    """Where Firefox listens, once it does: it writes that into its profile."""
    file = profile / "WebDriverBiDiServer.json"

    def place() -> dict | None:
        if process.poll() is not None:
            raise FirefoxError(f"Firefox ended with status {process.returncode} before it listened.")
        try:
            return json.loads(file.read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return None

    found = until(place, "Firefox listens")
    return f"ws://{found['ws_host']}:{found['ws_port']}"
