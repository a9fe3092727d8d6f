"""Waiting for the state that says that something is done: how long that takes depends on what else the machine has to do."""

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page

# More than any machine needs, in seconds. Nobody waits that long where all is well. How quick something is, `make bench` says.
PATIENCE = 60

Value = TypeVar("Value")


def until(found: Callable[[], Value], what: str, tab: Page | None = None) -> Value:
    """What `found` gives, once that counts as true. What Playwright tells of a page comes only while that page is asked to wait."""
    end = time.monotonic() + PATIENCE
    while not (value := found()):
        assert time.monotonic() < end, f"not within {PATIENCE} seconds: {what}"
        if tab:
            tab.wait_for_timeout(20)
        else:
            time.sleep(0.02)
    return value
