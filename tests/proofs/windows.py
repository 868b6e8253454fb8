"""A browser for the proofs, and the windows it opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import DESKTOP, PHONE, chromium
from tests.proofs.visitor import Visitor


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser, open for a module."""
    with chromium() as opened:
        yield opened


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
