"""The site's own words: frozen with the index, changed by a rebuild."""

from __future__ import annotations

import pytest
from modelsearch.backends import get_search_backend
from wagtail.models import Page

from archive.models import HonoreePage
from search.backends import words
from search.backends.families import family_of
from search.backends.index import EngineIndex, rebuild
from tests.factories.archive import HonoreePageFactory
from tests.search.backends.conftest import titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("settled")]
PAGES = family_of(Page)


@pytest.fixture
def backend(folder, settings):
    """Return the default backend, given the archive's names and places."""
    entry = settings.WAGTAILSEARCH_BACKENDS["default"]
    entry["WORDS"] = "search.page.words.names_and_places"
    return get_search_backend()


def in_use(folder) -> tuple[str, ...]:
    return words.words_in_use(folder, PAGES.label)


def found(text: str) -> list[str]:
    return titles(HonoreePage.objects.live().search(text))


def test_the_first_build_takes_the_words_of_that_day(backend, folder):
    HonoreePageFactory(title="朱云观")
    assert found("朱云观") == ["朱云观"]
    assert "朱云观" in in_use(folder)
    assert "双庙村" in in_use(folder)


def test_a_new_name_is_found_without_being_a_word_yet(backend, folder):
    found("朱云观")
    HonoreePageFactory(title="濮阳巧云")
    assert found("濮阳巧云") == found("阳巧") == ["濮阳巧云"]
    assert "濮阳巧云" not in in_use(folder)


def test_a_rebuild_takes_the_words_of_today(backend, folder):
    found("朱云观")
    HonoreePageFactory(title="濮阳巧云")
    rebuild(EngineIndex(backend, PAGES))
    assert "濮阳巧云" in in_use(folder)
    assert found("濮阳巧云") == ["濮阳巧云"]


def test_a_rebuild_that_died_before_its_words_were_in_use_is_finished(backend, folder, monkeypatch):
    found("朱云观")
    HonoreePageFactory(title="濮阳巧云")

    def die(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("search.backends.index.use_prepared_words", die)
        with pytest.raises(KeyboardInterrupt):
            rebuild(EngineIndex(backend, PAGES))
    assert "濮阳巧云" not in in_use(folder)
    monkeypatch.setattr(type(backend), "is_small", lambda self, family: False)
    assert found("濮阳巧云") == ["濮阳巧云"]
    assert "濮阳巧云" in in_use(folder)


def test_an_interrupted_rebuild_leaves_the_words_alone(backend, folder):
    found("朱云观")
    HonoreePageFactory(title="濮阳巧云")
    before = in_use(folder)

    def stop(count):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(EngineIndex(backend, PAGES), stop)
    assert in_use(folder) == before
    assert found("濮阳巧云") == ["濮阳巧云"]


def test_an_unreadable_file_of_words_is_mended_by_a_rebuild(backend, folder, caplog):
    HonoreePageFactory(title="朱云观")
    found("朱云观")
    words.words_file(folder, PAGES.label).write_text("[")
    assert found("朱云观") == ["朱云观"]
    assert "朱云观" in in_use(folder)
    assert "words.json cannot be read" in caplog.text
