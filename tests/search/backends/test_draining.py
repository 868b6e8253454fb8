"""From the outbox into the index: found at once, rolled back never, and no save ever fails."""

from __future__ import annotations

import logging
import threading

import pytest
from django.db import connection, transaction
from wagtail.models import Page

from archive.models import HonoreePage
from search import draining
from search.backends.families import Family, family_of
from search.backends.locks import held
from search.draining import DRAIN_LOCK, drain
from search.models import PendingChange
from search.outbox import lag
from tests.factories.archive import HonoreePageFactory
from tests.search.backends.conftest import titles


def found(words: str) -> list[str]:
    return titles(HonoreePage.objects.live().public().search(words))


class Refused(Exception):
    """What a verb raises to undo its transaction."""


def rename_and_refuse(page: HonoreePage, title: str) -> None:
    with transaction.atomic():
        page.title = title
        page.save()
        assert found(title) == []
        raise Refused


class TestAfterACommit:
    """Real transactions: what a commit and a rollback do to the index."""

    pytestmark = [
        pytest.mark.race,
        pytest.mark.django_db(transaction=True),
        pytest.mark.usefixtures("folder"),
    ]

    def test_a_committed_save_is_found_by_the_next_search(self):
        HonoreePageFactory(title="示例渔民")
        assert found("示例渔民") == ["示例渔民"]
        assert lag().changes == 0

    def test_a_rolled_back_save_is_never_found(self):
        page = HonoreePageFactory(title="示例渔民")
        assert found("示例渔民") == ["示例渔民"]
        with pytest.raises(Refused):
            rename_and_refuse(page, "示例船工")
        assert found("示例船工") == []
        assert found("示例渔民") == ["示例渔民"]

    def test_a_rolled_back_savepoint_does_not_hold_up_what_is_committed(self):
        page = HonoreePageFactory(title="示例渔民")
        assert found("示例渔民") == ["示例渔民"]
        with transaction.atomic():
            with pytest.raises(Refused):
                rename_and_refuse(page, "示例船工")
            HonoreePageFactory(title="示例木匠")
        assert lag().changes == 0
        assert found("示例船工") == []
        assert found("示例木匠") == ["示例木匠"]

    def test_a_list_of_saves_in_one_transaction_is_drained_once(self, monkeypatch):
        drains = []
        monkeypatch.setattr(draining, "drain", lambda *a, **k: drains.append(a))
        with transaction.atomic():
            HonoreePageFactory()
            HonoreePageFactory()
        assert drains == [("default",)]

    def test_unpublished_and_deleted_pages_are_found_no_more(self):
        first, second = HonoreePageFactory(title="示例甲"), HonoreePageFactory(title="示例乙")
        assert found("示例") == ["示例乙", "示例甲"]
        first.unpublish()
        assert found("示例") == ["示例乙"]
        second.delete()
        assert found("示例") == []

    def test_another_thread_that_drains_is_not_waited_for(self, folder):
        HonoreePageFactory(title="示例甲")
        found("示例甲")
        with held(folder / DRAIN_LOCK):
            HonoreePageFactory(title="示例乙")
            assert found("示例") == ["示例甲"]
            assert lag().changes > 0
        assert found("示例") == ["示例乙", "示例甲"]

    def test_saves_of_several_threads_all_arrive(self):
        pages = [HonoreePageFactory(title=f"示例{n}号") for n in range(4)]

        def save(page):
            try:
                for turn in range(3):
                    page.standfirst = f"第{turn}次修改。"
                    page.save()
            finally:
                connection.close()

        threads = [threading.Thread(target=save, args=(page,)) for page in pages]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found("第2次修改")) == 4
        assert lag().changes == 0


@pytest.fixture
def page(db, settled, folder):
    """Return a published profile that is in the index."""
    page = HonoreePageFactory(title="示例渔民")
    assert found("示例渔民") == ["示例渔民"]
    return page


def test_a_folder_that_cannot_be_written_to_fails_no_save(db, settled, folder, caplog):
    folder.write_text("a file where the folder should be")
    HonoreePageFactory(title="示例渔民")
    assert found("示例渔民") == ["示例渔民"]
    assert lag().changes > 0
    assert "cannot be used" in caplog.text or "could not be taken in" in caplog.text


def test_an_object_that_cannot_be_read_holds_up_no_other(page, monkeypatch, caplog):
    other = HonoreePageFactory(title="示例木匠")
    real = Family.document

    def broken(self, obj):
        if obj.pk == page.pk:
            raise ValueError("bad row")
        return real(self, obj)

    monkeypatch.setattr(Family, "document", broken)
    page.save()
    other.title = "示例瓦匠"
    other.save()
    assert found("示例瓦匠") == ["示例瓦匠"]
    assert lag().changes == 0
    assert f"archive.HonoreePage {page.pk} cannot be read" in caplog.text


def test_marks_of_a_model_that_is_gone_are_dropped(page):
    PendingChange.objects.create(family="removed.model", object_key="1")
    drain("default")
    assert lag().changes == 0


def test_an_expired_drain_says_that_changes_are_left(page, monkeypatch):
    monkeypatch.setattr(draining, "BATCH", 1)
    for _ in range(3):
        HonoreePageFactory()
    assert drain("default", seconds=0) is True
    assert lag().changes > 0
    assert drain("default") is False
    assert lag().changes == 0


def test_a_drain_asks_as_many_questions_for_30_pages_as_for_3(page, django_assert_num_queries):
    from django.test.utils import CaptureQueriesContext

    def cost(count):
        for _ in range(count):
            HonoreePageFactory()
        with CaptureQueriesContext(connection) as queries:
            drain("default")
        return len(queries)

    cost(1)
    assert cost(3) == cost(30)


def test_the_log_says_once_what_is_wrong(page, folder, caplog):
    contents = next(folder.glob("wagtailcore.page/*.json"))
    contents.write_bytes(b"{")
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            HonoreePage.objects.live().search("示例渔民").count()
    assert caplog.text.count("the index of wagtailcore.page cannot be used") <= 1


def test_many_segments_are_merged_by_a_thread_and_nothing_is_lost(page, backend, monkeypatch):
    """A thread of its own would not see the test's transaction: run it here, at once."""

    class AtOnce:
        def __init__(self, target, args, daemon):
            self.run = lambda: target(*args)

        def start(self):
            self.run()

    index = backend.engine_index(family_of(Page))
    monkeypatch.setattr("search.engine.writer.to_merge_now", lambda parts: [])
    monkeypatch.setattr(draining, "MANY_SEGMENTS", 3)
    monkeypatch.setattr(draining.connections, "close_all", lambda: None)
    monkeypatch.setattr(draining.threading, "Thread", AtOnce)
    segments = []
    for number in range(8):
        HonoreePageFactory(title=f"示例木匠{number}")
        draining.drain_in_request("default")
        segments.append(index.status().segments)
    assert max(segments) == 3
    assert len(found("示例木匠")) == 8
    assert len(found("示例渔民")) == 1
