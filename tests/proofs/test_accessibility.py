"""axe-core finds nothing on any page of ours: light, dark and large print, phone and desktop."""

from __future__ import annotations

import urllib.parse
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve
from playwright.sync_api import Browser, Page

from tests.proofs.conftest import WALKS
from tests.proofs.visitor import Answer, Visitor
from tests.proofs.windows import open_as

pytestmark = pytest.mark.proof

# In dark and in large print the same markup stands in other colours and sizes.
LOOKS_ONLY: dict[str, Any] = {"runOnly": ["color-contrast", "target-size"]}
# In the admin, ours is what stands in the main column; the frame around it is Wagtail's.
OURS = {"admin": "main", "page": ":root"}
MODES = ("light", "dark", "large")
# Wagtail's messages fade in, and half-way they are too pale to read.
FADED_IN = """() => Promise.all(
    document.getAnimations()
        .filter(each => each.effect.getComputedTiming().endTime !== Infinity)
        .map(each => each.finished.catch(() => null))
)"""


def is_ours(page: Answer) -> bool:
    """Return whether the page's template is ours: all but Wagtail's own admin views."""
    name = resolve(urllib.parse.urlsplit(page.url).path).view_name
    return not name.startswith("wagtail") or name in {"wagtail_serve", "wagtailadmin_home"}


def one_of_each(pages: list[Answer]) -> list[Answer]:
    """Return one page of each route and kind of page, the first of its kind that is full."""
    chosen: dict[str, Answer] = {}
    for page in pages:
        parts = urllib.parse.urlsplit(page.url)
        match = resolve(parts.path)
        kind = f"{match.view_name} {parts.path.count('/')} {'asked' if parts.query else ''}"
        if kind not in chosen or len(page.body) > len(chosen[kind].body):
            chosen[kind] = page
    return list(chosen.values())


def faults(window: Page, page: Answer, options: dict[str, Any]) -> list[str]:
    """Return what axe finds on ``page`` (rule, element, why), in one line each."""
    window.goto(page.url, wait_until="load")
    window.evaluate(FADED_IN)
    scope = OURS["admin" if page.path.startswith("/admin/") else "page"]
    found = Axe().run(window, context=scope, options=options).response["violations"]
    return [
        f"{page.url} [{violation['id']}] {node['target']}: {node['failureSummary'][:200]}"
        for violation in found
        for node in violation["nodes"]
    ]


def test_axe_finds_a_fault(browser: Browser, site: str) -> None:
    window = browser.new_page()
    window.set_content("<html><body><img src='x'><p style='color:#ddd'>pale</p></body></html>")
    rules = {violation["id"] for violation in Axe().run(window).response["violations"]}
    assert {"image-alt", "color-contrast"} <= rules


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("who", WALKS)
def test_axe_finds_nothing(
    browser: Browser, visitors: dict[str, Visitor], who: str, mode: str
) -> None:
    visitor = visitors[who]
    window = open_as(browser, visitor, mode)
    options = {} if mode == "light" else LOOKS_ONLY
    found = []
    for page in one_of_each([page for page in visitor.pages() if is_ours(page)]):
        found += faults(window, page, options)
    window.context.close()
    assert found == []
