"""A real Chromium against a live server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chromium import chromium
from tests.journeys.people import at_work

PICTURES = Path(__file__).resolve().parents[2] / "test-results"


@pytest.fixture(scope="session", name="chromium")
def browser():
    """The browser, open for the session."""
    with chromium() as opened:
        yield opened


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Leave a picture of every open window of a journey that failed."""
    report = yield
    if report.when == "call" and report.failed:
        PICTURES.mkdir(exist_ok=True)
        for number, person in enumerate(at_work):
            person.page.screenshot(path=PICTURES / f"{item.name}-{number}.png", full_page=True)
    if report.when == "call":
        at_work.clear()
    return report
