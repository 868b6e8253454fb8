"""Who works on the archive in these tests, and on what."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from archive.models import HonoreePage
from archive.publishing import HonourFacts
from tests.factories.accounts import UserFactory
from tests.factories.archive import CategoryFactory, HonoreePageFactory, HonourFactory


@pytest.fixture(autouse=True)
def _chinese():
    """Start each test in Chinese: a request in English leaves its language behind."""
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def editor(db):
    """Return someone who completes profiles."""
    return UserFactory(editor=True)


@pytest.fixture
def superuser(db):
    """Return someone whom Wagtail refuses nothing."""
    return UserFactory(superuser=True)


@pytest.fixture
def facts(db):
    """Return what the announcement says of one honour."""

    def make(page: HonoreePage, **changes) -> HonourFacts:
        return HonourFacts(
            **{
                "level": "county",
                "year": 2026,
                "category": CategoryFactory(),
                "place": page.place or HonoreePageFactory().place,
                "announced_on": date(2026, 6, 1),
                **changes,
            }
        )

    return make


@pytest.fixture
def waiting(db):
    """Return a finished draft that waits for its announcement and was never public."""
    return HonoreePageFactory(title="示例待发", awaiting=True)


@pytest.fixture
def waiting_again(db, editor):
    """Return a public honouree whose second honour waits: live, with a marked draft."""
    from archive.publishing import HonoreeRecord, draft_honouree

    honour = HonourFactory(page__title="示例再选", page__citation="旧的一句话。")
    page = honour.page
    draft_honouree(
        HonoreeRecord(
            name=page.title,
            kind="person",
            citation="新的一句话。",
            overview="新的概述。",
            story="新的故事。",
            place=page.place,
            category=CategoryFactory(code="helping-others"),
            year=2026,
            level="county",
        ),
        user=editor,
        existing=page,
    )
    return HonoreePage.objects.get(pk=page.pk)
