"""Where a browser of this machine is; Playwright's own downloads are not needed."""

import shutil

CHROMIUM = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]
FIREFOX = ["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"]


def chromium() -> str | None:
    """The program of Chromium or Chrome, if there is one."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def firefox() -> str | None:
    """The program of Firefox, if there is one."""
    return next(filter(None, map(shutil.which, FIREFOX)), None)
