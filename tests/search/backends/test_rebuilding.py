"""Building anew beside: nothing is lost meanwhile, and an interrupted rebuild changes nothing."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from archive.models import HonoreePage
from search.backends.families import family_of
from search.backends.index import EngineIndex, EngineRebuilder, every_object, rebuild
from search.draining import drain
from search.engine.errors import IndexLocked
from search.models import PendingChange
from search.outbox import lag
from tests.factories.archive import HonoreePageFactory
from tests.search.backends.conftest import titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder", "settled")]


@pytest.fixture
def index(backend):
    """Return the index of the pages, with two profiles in it."""
    HonoreePageFactory(title="示例甲")
    HonoreePageFactory(title="示例乙")
    index = EngineIndex(backend, family_of(Page))
    assert found() == ["示例乙", "示例甲"]
    return index


def found(words: str = "示例") -> list[str]:
    return titles(HonoreePage.objects.live().search(words))


def test_a_rebuild_holds_what_the_database_holds(index):
    HonoreePage.objects.filter(title="示例甲").update(title="示例改")
    assert found("示例改") == []
    assert rebuild(index) == Page.objects.count()
    assert found("示例改") == ["示例改"]


def test_what_is_saved_and_deleted_meanwhile_is_in_the_new_index(index):
    rebuilder = EngineRebuilder(index)
    beside = rebuilder.start()
    for chunk in every_object(index.family):
        for obj in chunk:
            beside.add_items(type(obj), [obj])
    HonoreePage.objects.get(title="示例甲").delete()
    HonoreePageFactory(title="示例丙")
    changed = HonoreePage.objects.get(title="示例乙")
    changed.title = "示例新乙"
    changed.save()
    assert found() == ["示例丙", "示例新乙"], "the old index is kept fresh meanwhile"
    assert PendingChange.objects.filter(kept=True).exists()
    rebuilder.finish()
    assert found() == ["示例丙", "示例新乙"]
    assert not PendingChange.objects.exists()


def test_what_modelsearch_s_paging_misses_is_put_right(index):
    """Its command reads by offset: a row deleted between two chunks makes it skip another."""
    rebuilder = EngineRebuilder(index)
    beside = rebuilder.start()
    beside.add_items(HonoreePage, HonoreePage.objects.filter(title="示例甲"))
    rebuilder.finish()
    assert found() == ["示例乙", "示例甲"]


def test_an_interrupted_rebuild_changes_nothing(index):
    def stop(count):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(index, stop)
    assert found() == ["示例乙", "示例甲"]
    HonoreePageFactory(title="示例丙")
    assert found() == ["示例丙", "示例乙", "示例甲"]
    assert not PendingChange.objects.exists()
    assert rebuild(index) == Page.objects.count()


def test_two_rebuilds_at_once_are_refused(index):
    rebuilder = EngineRebuilder(index)
    rebuilder.start()
    with pytest.raises(IndexLocked):
        rebuild(index, wait=0)
    rebuilder.abandon()
    assert rebuild(index) == Page.objects.count()


def test_marks_kept_for_a_rebuild_that_died_do_not_count_as_lag(index):
    PendingChange.objects.create(family="wagtailcore.page", object_key="1", kept=True)
    assert lag().changes == 0
    rebuild(index)
    assert not PendingChange.objects.exists()


def test_a_page_is_kept_as_what_it_is_and_once(index):
    keys = [str(obj.pk) for chunk in every_object(index.family) for obj in chunk]
    assert sorted(keys) == sorted(str(pk) for pk in Page.objects.values_list("pk", flat=True))
    kinds = {type(obj) for chunk in every_object(index.family) for obj in chunk}
    assert HonoreePage in kinds


class TestTheCommand:
    """``manage.py rebuild_search``."""

    @staticmethod
    def call(*arguments) -> str:
        out = io.StringIO()
        call_command("rebuild_search", *arguments, stdout=out)
        return out.getvalue()

    def test_it_builds_every_index_and_says_how_much(self, index):
        told = self.call()
        assert f"{Page.objects.count()}/{Page.objects.count()}" in told
        assert "wagtailimages.image" in told

    def test_it_builds_one_family_by_any_of_its_models(self, index):
        assert "wagtailimages" not in self.call("--model", "archive.honoreepage")

    def test_it_says_nothing_when_asked_to_be_quiet(self, index):
        assert self.call("--verbosity", "0") == ""

    def test_an_unknown_model_is_refused(self, index):
        with pytest.raises(CommandError, match="No index holds archive.nobody"):
            self.call("--model", "archive.nobody")

    def test_other_backends_are_refused_with_their_own_command(self, settings):
        settings.WAGTAILSEARCH_BACKENDS = {
            "default": {"BACKEND": "modelsearch.backends.database.fallback"}
        }
        with pytest.raises(CommandError, match="update_index"):
            self.call()

    def test_changes_alone_can_be_taken_in(self, index):
        HonoreePageFactory()
        assert self.call("--changes") == "Every change is searchable.\n"
        assert lag().changes == 0

    def test_update_index_builds_beside_too(self, index):
        HonoreePageFactory(title="示例丙")
        drain("default")
        call_command("update_index", stdout=io.StringIO(), chunk_size=2)
        assert found() == ["示例丙", "示例乙", "示例甲"]
