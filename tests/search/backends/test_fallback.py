"""Without a usable index the database answers, says so in the log, and never raises."""

from __future__ import annotations

import logging
import shutil

import pytest
from modelsearch.query import MATCH_ALL, And, Boost, Fuzzy, Not, Or, Phrase, PlainText

from archive.models import HonoreePage
from search.backends import EngineSearchBackend
from search.engine import index as opened
from tests.factories.archive import HonoreePageFactory, story
from tests.search.backends.conftest import titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder", "settled")]


@pytest.fixture(autouse=True)
def pages():
    """Return a barber and a ferryman."""
    return [
        HonoreePageFactory(title="朱云观", standfirst="", body=story("他免费给老人理发。")),
        HonoreePageFactory(
            title="沈桂根", standfirst="", kind="group", body=story("他们在渡口接送老人。")
        ),
    ]


@pytest.fixture
def no_index(monkeypatch):
    """Let no index be built: the family is too large for that."""
    monkeypatch.setattr(EngineSearchBackend, "is_small", lambda self, family: False)


@pytest.mark.usefixtures("no_index")
class TestWithoutAnIndex:
    """Everything that is asked of results, answered by LIKE."""

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("理发", ["朱云观"]),
            ("老人 渡口", ["沈桂根"]),
            (PlainText("理发 渡口", operator="or"), ["朱云观", "沈桂根"]),
            (Phrase("给老人理"), ["朱云观"]),
            (Fuzzy("理发"), ["朱云观"]),
            (Boost(PlainText("理发"), 2), ["朱云观"]),
            (And([PlainText("老人"), Not(PlainText("理发"))]), ["沈桂根"]),
            (Or([PlainText("渡口"), PlainText("剪刀")]), ["沈桂根"]),
            (MATCH_ALL, ["朱云观", "沈桂根"]),
            (Not(MATCH_ALL), []),
            (Not(Not(MATCH_ALL)), ["朱云观", "沈桂根"]),
            (PlainText("理发") & MATCH_ALL, ["朱云观"]),
            (PlainText("理发") & Not(MATCH_ALL), []),
            (PlainText("理发") | MATCH_ALL, ["朱云观", "沈桂根"]),
            (PlainText("理发") | Not(MATCH_ALL), ["朱云观"]),
            (Or([]), []),
            (And([]), ["朱云观", "沈桂根"]),
        ],
        ids=str,
    )
    def test_queries_of_every_kind(self, backend, query, expected):
        results = backend.search(query, HonoreePage.objects.live())
        assert titles(results) == sorted(expected)
        assert results.count() == len(expected)

    @pytest.mark.parametrize("text", ["\x00", "　", "%_\\", "ǂ " * 5_000, "人" * 65_536])
    def test_whatever_is_typed_is_answered(self, backend, text):
        assert list(backend.search(text, HonoreePage)) == []

    def test_facets_scores_and_orders(self, backend):
        results = backend.search("老人", HonoreePage.objects.live())
        assert results.facet("kind") == {"person": 1, "group": 1}
        assert [page._score for page in results.annotate_score("_score")] == [0.0, 0.0]
        by_title = backend.search(
            "老人", HonoreePage.objects.order_by("-title"), order_by_relevance=False
        )
        assert [page.title for page in by_title] == ["沈桂根", "朱云观"]

    def test_the_log_names_the_cure_and_says_it_once(self, backend, caplog):
        with caplog.at_level(logging.ERROR):
            for _ in range(3):
                backend.search("理发", HonoreePage).count()
        assert caplog.text.count("manage.py rebuild_search") == 1
        assert "IndexMissing" in caplog.text


def damage(folder, how) -> None:
    """Damage every segment, or the contents, of the pages' index, as a new process meets it."""
    opened._indexes.clear()
    if how == "the folder is gone":
        shutil.rmtree(folder / "wagtailcore.page")
        return
    pattern = "contents.json" if how == "bad contents" else "segments*/*"
    files = [path for path in (folder / "wagtailcore.page").glob(pattern) if path.is_file()]
    assert files
    for path in files:
        if how == "a file is gone":
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[: 100 if how == "too short" else 0])


DAMAGES = ["bad contents", "a file is gone", "too short", "emptied", "the folder is gone"]


@pytest.mark.parametrize("how", DAMAGES)
def test_a_small_damaged_index_is_built_anew_on_the_spot(backend, folder, how):
    assert titles(backend.search("理发", HonoreePage)) == ["朱云观"]
    damage(folder, how)
    assert titles(backend.search("理发", HonoreePage)) == ["朱云观"]
    assert titles(backend.search("lifa", HonoreePage)) == []
    backend.engine_index(_pages()).verify()


@pytest.mark.parametrize("how", DAMAGES)
def test_a_large_damaged_index_is_answered_for_by_the_database(
    backend, folder, how, monkeypatch, caplog
):
    assert titles(backend.search("理发", HonoreePage)) == ["朱云观"]
    monkeypatch.setattr(EngineSearchBackend, "is_small", lambda self, family: False)
    damage(folder, how)
    assert titles(backend.search("理发", HonoreePage)) == ["朱云观"]
    assert backend.search("老人", HonoreePage).facet("kind") == {"person": 1, "group": 1}
    assert "the database answers" in caplog.text


def _pages():
    from wagtail.models import Page

    from search.backends.families import family_of

    return family_of(Page)
