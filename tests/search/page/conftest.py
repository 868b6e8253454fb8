"""Two people to find, and a page that our engine answers, or the database where it cannot."""

from __future__ import annotations

import pytest

from search import freshness
from search.page import fruitless
from tests.factories.archive import (
    CategoryFactory,
    HonoreePageFactory,
    HonourFactory,
    PlaceFactory,
    story,
)

DATABASE = {"default": {"BACKEND": "modelsearch.backends.database.fallback"}}


@pytest.fixture
def by_engine(settings, tmp_path, monkeypatch):
    """Let our engine answer, from a folder of its own.

    What the test has written is taken as committed, though its transaction never ends.
    """
    path = tmp_path / "index"
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "search.backends", "PATH": path, "AUTO_UPDATE": False}
    }
    monkeypatch.setattr(freshness, "reads_committed", lambda alias: True)
    return path


@pytest.fixture
def by_database(settings):
    """Let the database answer from its text column."""
    settings.WAGTAILSEARCH_BACKENDS = DATABASE


@pytest.fixture(params=["engine", "database"])
def answered(request):
    """Ask the engine, and once more the database."""
    request.getfixturevalue(f"by_{request.param}")
    return request.param


@pytest.fixture(autouse=True)
def _fresh_pace(monkeypatch):
    """Let no test's fruitless searches count against another's."""
    monkeypatch.setattr(fruitless, "_pace", fruitless._Pace(fruitless.PER_MINUTE))


@pytest.fixture
def barber(db):
    """Return a barber of 双庙村, honoured twice."""
    page = HonoreePageFactory(
        title="钱示理",
        title_en="Sample Barber",
        citation_en="Cuts hair for whoever cannot pay.",
        body=story("那年冬天，他把门外的流浪汉叫进店里，剪了头发，分文不取。"),
    )
    HonourFactory(page=page, year=2025)
    HonourFactory(page=page, year=2023, category=CategoryFactory(code="helping-others"))
    return page


@pytest.fixture
def teacher(db):
    """Return a teacher of 新埭社区."""
    page = HonoreePageFactory(
        title="孙示教",
        citation="教了一辈子书。",
        standfirst="一位乡村教师。",
        place=PlaceFactory.chain("平湖市", "新埭镇", "新埭社区"),
        body=story("她在村里教书，放学以后送孩子过河。"),
    )
    HonourFactory(page=page, year=2025, category=CategoryFactory(code="dedication"))
    return page


@pytest.fixture
def ferry(db):
    """Return a group of ferrymen of 林埭镇, honoured by the province."""
    page = HonoreePageFactory(
        title="示例摆渡班",
        kind="group",
        citation="三代人守一条渡船。",
        standfirst="一个渡口班组。",
        place=PlaceFactory.chain("平湖市", "林埭镇"),
        body=story("涨水的夜里，他们把病人送到对岸。"),
    )
    HonourFactory(page=page, year=2021, level="province")
    return page
