"""What the profile of old Zhu costs a reader on a phone: bytes, requests, shifts, paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.chromium import PHONE

pytestmark = pytest.mark.proof

PROFILE = "/honourees/zhu-yunguan/"
MOST_BYTES = 60 * 1024
MOST_REQUESTS = 6
MOST_SHIFT = 0.01
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@dataclass
class Visit:
    """One opened page and what was fetched for it."""

    window: Page
    fetched: list[Request] = field(default_factory=list)

    def without_photos(self) -> list[Request]:
        """Return the requests but those for pictures."""
        return [request for request in self.fetched if request.resource_type != "image"]


@pytest.fixture(scope="module")
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """The profile, opened on a phone with an empty cache and read to its end."""
    context = browser.new_context(viewport=PHONE, locale="zh-CN")
    visit = Visit(context.new_page())
    visit.window.on("requestfinished", lambda request: visit.fetched.append(request))
    visit.window.goto(site + PROFILE, wait_until="networkidle")
    visit.window.mouse.wheel(0, 20_000)
    visit.window.wait_for_load_state("networkidle")
    yield visit
    context.close()


def test_a_profile_needs_six_requests_at_most(visit: Visit) -> None:
    assert 1 <= len(visit.without_photos()) <= MOST_REQUESTS


def test_a_profile_weighs_sixty_kilobytes_at_most(visit: Visit) -> None:
    """Uncompressed, so that no proxy's setting is needed for it."""
    weights = {r.url: len(r.response().body()) for r in visit.without_photos()}
    assert sum(weights.values()) <= MOST_BYTES, weights


def test_nothing_moves_while_it_loads(visit: Visit) -> None:
    assert visit.window.evaluate(SHIFTS) <= MOST_SHIFT


def test_every_picture_keeps_its_place_before_it_is_there(visit: Visit) -> None:
    loose = "img => !img.getAttribute('width') || !img.getAttribute('height')"
    assert visit.window.eval_on_selector_all("img", f"all => all.filter({loose}).length") == 0


def test_on_paper_the_story_stands_without_navigation(visit: Visit) -> None:
    visit.window.emulate_media(media="print")
    shown = visit.window.locator("body").inner_text()
    visit.window.emulate_media(media="screen")
    assert "朱云观" in shown
    assert "理发" in shown
    for word in ("登录", "大字版"):
        assert word not in shown
