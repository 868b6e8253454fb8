"""A browser for the proofs, and the windows it opens."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.proofs.visitor import Visitor

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's own Chromium."""
    # Playwright's event loop runs in this thread, and Django would refuse to work beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


def open_as(browser: Browser, visitor: Visitor, mode: str) -> Page:
    """Return a window of ``visitor``: "light" or "dark" on a desktop, "large" print on a phone."""
    context = browser.new_context(
        viewport=PHONE if mode == "large" else DESKTOP,
        color_scheme="dark" if mode == "dark" else "light",
        locale="zh-CN",
        reduced_motion="reduce",
    )
    context.add_cookies(visitor.cookies())
    if mode == "large":
        context.add_cookies([{"name": "large_print", "value": "1", "url": visitor.site}])
    return context.new_page()
