"""The office sees on the admin's front page when the search lags or an index is broken."""

from __future__ import annotations

import pytest
from django.utils import timezone

from archive.models import HonoreePage
from search.backends import EngineSearchBackend
from search.models import PendingChange
from tests.factories.accounts import UserFactory
from tests.factories.archive import HonoreePageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder", "settled")]


@pytest.fixture
def front_page(client):
    """Return a function that gives the office's front page of the admin."""
    client.force_login(UserFactory(office=True))

    def read() -> str:
        return client.get("/admin/").content.decode()

    return read


def test_nothing_is_said_while_all_is_well(front_page):
    HonoreePageFactory()
    HonoreePage.objects.search("示例").count()
    assert "rebuild_search" not in front_page()


def test_waiting_changes_are_counted(front_page):
    PendingChange.objects.create(
        family="wagtailcore.page",
        object_key="1",
        changed_at=timezone.now() - timezone.timedelta(minutes=5),
    )
    page = front_page()
    assert "rebuild_search" in page
    assert PendingChange.objects.count() == 1


def test_a_change_of_this_moment_is_not_mentioned(front_page):
    PendingChange.objects.create(family="wagtailcore.page", object_key="1")
    assert "rebuild_search" not in front_page()


def test_a_broken_index_is_named(front_page, folder):
    HonoreePageFactory()
    HonoreePage.objects.search("示例").count()
    (folder / "wagtailcore.page" / "contents.json").write_bytes(b"{")
    page = front_page()
    assert "rebuild_search" in page
    assert str(HonoreePage._meta.pk.related_model._meta.verbose_name_plural) in page


def test_a_small_site_that_was_never_searched_is_well(front_page, monkeypatch):
    assert "rebuild_search" not in front_page()
    monkeypatch.setattr(EngineSearchBackend, "is_small", lambda self, family: False)
    assert "rebuild_search" in front_page()


def test_a_site_that_searches_elsewhere_is_left_alone(front_page, settings):
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "modelsearch.backends.database.fallback"}
    }
    assert "rebuild_search" not in front_page()
