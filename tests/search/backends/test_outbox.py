"""What is written to the outbox: every change of an indexed object, in its own transaction."""

from __future__ import annotations

import pytest
from django.db import transaction

from archive.models import HonoreePage
from search.models import PendingChange
from search.outbox import lag
from tests.factories.archive import CategoryFactory, HonoreePageFactory, HonourFactory, image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]


def marked() -> set[tuple[str, str]]:
    return set(PendingChange.objects.values_list("family", "object_key"))


def forget() -> None:
    PendingChange.objects.all().delete()


@pytest.fixture
def page():
    """Return a published profile that nobody waits for."""
    page = HonoreePageFactory()
    forget()
    return page


def test_saving_a_page_marks_it_under_the_root_of_its_index(page):
    page.save()
    assert marked() == {("wagtailcore.page", str(page.pk))}


def test_publishing_marks_the_page(page):
    page.save_revision().publish()
    assert ("wagtailcore.page", str(page.pk)) in marked()


def test_unpublishing_marks_the_page(page):
    page.unpublish()
    assert ("wagtailcore.page", str(page.pk)) in marked()


def test_deleting_marks_the_page(page):
    pk = page.pk
    page.delete()
    assert ("wagtailcore.page", str(pk)) in marked()


def test_an_honour_and_a_category_mark_the_pages_they_change(page):
    honour = HonourFactory(page=page)
    assert ("wagtailcore.page", str(page.pk)) in marked()
    forget()
    honour.category.name = "另一类"
    honour.category.save()
    assert ("wagtailcore.page", str(page.pk)) in marked()


def test_a_model_without_search_fields_marks_nothing(page):
    CategoryFactory(code="unused-elsewhere")
    assert marked() == set()


def test_tagging_marks_the_picture():
    picture = image()
    forget()
    picture.tags.add("老街")
    assert marked() == {("wagtailimages.image", str(picture.pk))}


def test_moving_a_page_marks_every_page_that_the_move_shifts():
    first, second, third = (HonoreePageFactory() for _ in range(3))
    forget()
    third.move(second, "left")
    assert {key for _, key in marked()} == {str(second.pk), str(third.pk)}
    assert first.pk not in marked()


def test_moving_a_page_marks_inside_the_move_s_own_transaction(page, monkeypatch):
    other = HonoreePageFactory()
    forget()

    def crash(*args, **kwargs):
        raise RuntimeError("the process dies before the move is announced")

    monkeypatch.setattr("wagtail.actions.move_page.post_page_move.send", crash)
    with pytest.raises(RuntimeError):
        other.move(page, "left")
    assert {key for _, key in marked()} == {str(page.pk), str(other.pk)}


def test_nothing_is_written_where_no_backend_of_ours_is_fed(page, settings):
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "modelsearch.backends.database.fallback"}
    }
    page.save()
    assert marked() == set()


def test_the_lag_counts_changes_and_says_since_when(page):
    assert (lag().changes, lag().seconds) == (0, 0.0)
    page.save()
    page.save()
    assert lag().changes == 2
    assert lag().since == PendingChange.objects.earliest("changed_at").changed_at


class Refused(Exception):
    """What a verb raises to undo its transaction."""


def rename_and_refuse(page, title: str) -> None:
    with transaction.atomic():
        page.title = title
        page.save()
        raise Refused


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_leaves_no_mark(page):
    with pytest.raises(Refused):
        rename_and_refuse(page, "不会发生")
    assert marked() == set()
    assert not HonoreePage.objects.filter(title="不会发生").exists()
