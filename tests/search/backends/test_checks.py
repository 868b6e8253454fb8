"""Each misconfiguration is found, and the hint says how to mend it."""

from __future__ import annotations

import os

import pytest
from django.utils import timezone
from modelsearch import index

from archive.models import HonoreePage
from search.backends import EngineSearchBackend, words
from search.checks import check_fields, check_indexes, check_settings
from search.models import PendingChange
from tests.factories.archive import HonoreePageFactory


def said(messages) -> list[str]:
    return [message.id for message in messages]


@pytest.fixture
def configured(settings, tmp_path):
    """Return a function that configures the default backend and says what the check says."""

    def configure(**params):
        entry = {
            "BACKEND": "search.backends",
            "PATH": tmp_path / "search",
            "AUTO_UPDATE": False,
            **params,
        }
        settings.WAGTAILSEARCH_BACKENDS = {"default": entry}
        return check_settings(None)

    return configure


def test_a_sound_configuration_is_passed_over(configured, tmp_path):
    assert configured() == []
    (tmp_path / "search").mkdir(mode=0o700)
    assert configured() == []


def test_other_backends_are_none_of_its_business(configured):
    assert configured(BACKEND="modelsearch.backends.database.fallback", PATH="") == []


def test_a_missing_path(configured):
    (message,) = configured(PATH="")
    assert (message.id, "PATH" in message.hint) == ("search.E002", True)


@pytest.mark.parametrize("name", ["MEDIA_ROOT", "STATIC_ROOT"])
def test_a_folder_that_is_handed_out(configured, settings, tmp_path, name):
    setattr(settings, name, str(tmp_path / "public"))
    (message,) = configured(PATH=tmp_path / "public" / "search")
    assert (message.id, name in message.msg) == ("search.E003", True)


def test_a_file_where_the_folder_should_be(configured, tmp_path):
    (tmp_path / "search").write_text("")
    assert said(configured()) == ["search.E004"]


def test_a_folder_that_cannot_be_written_to(configured, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    (message,) = configured()
    assert (message.id, "chown" in message.hint) == ("search.E004", True)


def test_a_folder_that_others_can_read(configured, tmp_path):
    (tmp_path / "search").mkdir(mode=0o755)
    (tmp_path / "search").chmod(0o755)
    (message,) = configured()
    assert (message.id, "chmod 700" in message.hint) == ("search.E005", True)


def test_two_backends_in_one_folder(settings, tmp_path):
    entry = {"BACKEND": "search.backends", "PATH": tmp_path / "search", "AUTO_UPDATE": False}
    settings.WAGTAILSEARCH_BACKENDS = {"default": entry, "other": dict(entry)}
    assert said(check_settings(None)) == ["search.E006"]


def test_updates_inside_the_transaction(configured):
    (message,) = configured(AUTO_UPDATE=True)
    assert (message.id, "AUTO_UPDATE" in message.hint) == ("search.W001", True)


def test_a_site_without_modelsearch_s_app(monkeypatch):
    monkeypatch.setattr("search.checks._modelsearch_app", lambda: None)
    (message,) = check_settings(None)
    assert (message.id, "wagtail.search" in message.hint) == ("search.E001", True)


def test_a_wish_that_nobody_knows_names_the_one_that_was_meant(monkeypatch):
    wishes = [
        index.SearchField("title", pinyn=True),
        index.SearchField("citation", pinyin=True, es_extra={}),
        index.FilterField("kind", multi=False),
        index.RelatedFields("place", [index.AutocompleteField("name", boost=3)]),
    ]
    monkeypatch.setattr(HonoreePage, "search_fields", wishes)
    messages = check_fields(None)
    assert said(messages) == ["search.W002", "search.W002"]
    assert 'Did you mean "pinyin"?' in messages[0].hint
    assert 'asks for "boost"' in messages[1].msg


@pytest.mark.django_db
@pytest.mark.usefixtures("folder", "settled")
class TestIndexes:
    """What needs the database to be seen."""

    @staticmethod
    def check() -> list[str]:
        return said(check_indexes(None, databases=["default"]))

    def test_nothing_is_asked_without_the_database(self):
        assert check_indexes(None) == []

    def test_a_small_site_needs_no_first_rebuild(self):
        assert self.check() == []

    def test_a_large_index_that_was_never_built(self, monkeypatch):
        monkeypatch.setattr(EngineSearchBackend, "is_small", lambda self, family: False)
        assert set(self.check()) == {"search.W003"}

    def test_changed_fields_ask_for_a_rebuild_where_the_next_search_does_not_build(
        self, backend, monkeypatch
    ):
        HonoreePageFactory()
        HonoreePage.objects.search("示例").count()
        monkeypatch.setattr("search.engine.analysis.chinese.VERSION", 999)
        words.analysis_with.cache_clear()
        assert self.check() == []
        monkeypatch.setattr(EngineSearchBackend, "is_small", lambda self, family: False)
        assert "search.W004" in self.check()
        words.analysis_with.cache_clear()

    def test_a_damaged_index(self, backend, folder):
        HonoreePageFactory()
        HonoreePage.objects.search("示例").count()
        assert self.check() == []
        (folder / "wagtailcore.page" / "contents.json").write_bytes(b"{")
        assert self.check() == ["search.W004"]

    def test_changes_that_have_waited_too_long(self):
        PendingChange.objects.create(
            family="wagtailcore.page",
            object_key="1",
            changed_at=timezone.now() - timezone.timedelta(minutes=5),
        )
        (message,) = check_indexes(None, databases=["default"])
        assert message.id == "search.W005"
        assert "1 changes are not searchable yet; the oldest has waited 300" in message.msg
