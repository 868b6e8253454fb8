"""With the keyboard alone: every stop is seen, none is hidden under a bar, none is a trap."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.proofs.conftest import site
from tests.proofs.visitor import Visitor
from tests.proofs.windows import browser

__all__ = ["browser", "site"]

pytestmark = pytest.mark.proof

# More stops than any of the pages has: reached only where the focus goes round in a circle.
TOO_MANY = 300
PAGES = {
    "": [
        "/",
        "/honourees/",
        "/names/",
        "/notices/",
        "/search/?q=好人",
        "/nowhere/",
        "/styleguide/",
    ],
    "luxiaofang": ["/desk/", "/desk/nowhere/", "/password/"],
    "zhousuqin": ["/panel/"],
}
# What a press of Tab has led to: how it is marked, and what lies over it.
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const shown = at.matches('.score-input input') ? at.nextElementSibling : at;
  // A link may run over two lines: its first line is where it begins.
  const style = getComputedStyle(shown), box = shown.getClientRects()[0];
  const high = Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 1), innerHeight - 1);
  const over = document.elementFromPoint(
    Math.max(0, box.left + Math.min(box.width, 20) / 2), high);
  const own = over && (shown.contains(over) || over.contains(shown) || at.contains(over)
    || [...(at.labels || [])].some((label) => label.contains(over)));
  return {
    what: `${at.tagName} ${at.className} ${(at.innerText || at.value || '').slice(0, 20)}`,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inView: box.bottom > 0 && box.top < innerHeight,
    under: own ? '' : over ? `${over.tagName} ${over.className}` : 'nothing',
  };
}"""


def stops(window: Page, address: str) -> list[dict[str, Any]]:
    """Return what Tab leads to on a page, in order, until it leaves the page."""
    window.goto(address, wait_until="load")
    window.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    found: list[dict[str, Any]] = []
    while len(found) < TOO_MANY:
        window.keyboard.press("Tab")
        stop = window.evaluate(STOP)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError(f"{address}: Tab does not leave the page")


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("who", PAGES)
def test_every_stop_is_seen(browser: Browser, site: str, who: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, locale="zh-CN", reduced_motion="reduce"
    )
    context.add_cookies(Visitor(site, who).cookies())
    window = context.new_page()
    addresses = [f"{site}{path}" for path in PAGES[who]]
    window.goto(addresses[0])
    # The forms and sheets that this person's first page leads to.
    inside = set(window.locator("main a").evaluate_all("all => all.map((a) => a.href)"))
    addresses += sorted(a for a in inside if "/resume/" in a or "/sheets/" in a)[:2]
    hidden = []
    for address in addresses:
        found = stops(window, address)
        assert "skip-link" in found[0]["what"] or "INPUT" in found[0]["what"]
        hidden += [
            (address, stop)
            for stop in found
            if not stop["ring"] or not stop["inView"] or stop["under"]
        ]
    context.close()
    assert hidden == [], hidden


def test_the_skip_link_leads_past_the_header(browser: Browser, site: str) -> None:
    window = browser.new_page()
    window.goto(f"{site}/honourees/")
    window.keyboard.press("Tab")
    window.keyboard.press("Enter")
    window.keyboard.press("Tab")
    inside = window.evaluate("document.querySelector('main').contains(document.activeElement)")
    window.close()
    assert inside
