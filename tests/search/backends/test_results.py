"""Results: matched once, sliced, counted, scored; facets over all of them."""

from __future__ import annotations

import pytest
from modelsearch.query import And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery
from wagtail.models import Page

from archive.models import HonoreePage
from tests.factories.archive import HonoreePageFactory, story
from tests.search.backends.conftest import titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder", "settled")]


@pytest.fixture(autouse=True)
def pages():
    """Return a barber, a ferryman and a group."""
    stories = [
        {"title": "朱云观", "body": story("那年冬天，他免费给老人理发。")},
        {"title": "沈桂根", "body": story("他在渡口摆渡三十年，没收过老人一分钱。")},
        {"title": "夜班电工组", "kind": "group", "body": story("台风夜里抢修线路。")},
    ]
    return [HonoreePageFactory(standfirst="一段概述。", **each) for each in stories]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("理发", ["朱云观"]),
        ("费给老", ["朱云观"]),
        ("老人 渡口", ["沈桂根"]),
        (PlainText("理发 渡口", operator="or"), ["朱云观", "沈桂根"]),
        (Phrase("三十年，没收"), ["沈桂根"]),
        (And([PlainText("老人"), Not(PlainText("理发"))]), ["沈桂根"]),
        (Or([PlainText("台风"), PlainText("摆渡")]), ["夜班电工组", "沈桂根"]),
        (~(PlainText("老人") | PlainText("台风")), []),
        (Fuzzy("朱云官"), ["朱云观"]),
        ("朱雲觀", ["朱云观"]),
    ],
    ids=str,
)
def test_queries_of_every_kind(backend, query, expected):
    results = backend.search(query, HonoreePage.objects.live())
    assert titles(results) == sorted(expected)
    assert results.count() == len(expected)


def test_a_boost_brings_its_part_to_the_front(backend):
    barber, ferry = PlainText("理发"), PlainText("摆渡")
    first = backend.search(Boost(barber, 9) | ferry, HonoreePage)
    assert [page.title for page in first] == ["朱云观", "沈桂根"]
    second = backend.search(barber | Boost(ferry, 9), HonoreePage)
    assert [page.title for page in second] == ["沈桂根", "朱云观"]


def test_a_search_on_the_parent_gives_instances_of_the_parent(backend):
    (page,) = backend.search("理发", Page)
    assert type(page) is Page


def test_fields_narrow_the_search(backend):
    assert titles(backend.search("老人", HonoreePage, fields=["title"])) == []
    assert titles(backend.search("朱云观", HonoreePage, fields=["title"])) == ["朱云观"]


def test_autocomplete_completes_what_was_begun(backend):
    assert titles(backend.autocomplete("朱云", HonoreePage)) == ["朱云观"]


def test_facets_count_all_results_and_not_only_the_slice(backend):
    results = backend.search("人", HonoreePage.objects.live())
    everyone = backend.search(PlainText("老人 台风", operator="or"), HonoreePage)
    assert everyone[:1].facet("kind") == {"person": 2, "group": 1}
    assert list(everyone.facet("kind")) == ["person", "group"]
    assert results.facet("is_sample").keys() <= {False}


def test_count_page_and_facets_ask_the_engine_once(backend, monkeypatch):
    from search.engine.snapshot import Snapshot

    real, asked = Snapshot.match, []
    monkeypatch.setattr(
        Snapshot, "match", lambda self, query: asked.append(query) or real(self, query)
    )
    results = backend.search("老人", HonoreePage)
    assert results.count() == 2
    assert len(results[:1]) == 1
    assert len(results[1:]) == 1
    assert results.facet("kind") == {"person": 2}
    assert len(asked) == 1


def test_a_search_costs_two_questions_to_the_database(backend, django_assert_num_queries):
    list(backend.search("老人", HonoreePage))
    with django_assert_num_queries(2):  # the outbox, the pages
        list(backend.search("老人", HonoreePage.objects.live().filter(kind="person")))


def test_scores_are_floats_and_fall(backend):
    results = backend.search("老人", HonoreePage).annotate_score("_score")
    scores = [page._score for page in results]
    assert all(isinstance(score, float) for score in scores)
    assert scores == sorted(scores, reverse=True)


def test_a_query_of_no_known_kind_is_a_programmer_s_mistake(backend):
    class Strange(SearchQuery):
        def __repr__(self):
            return "<Strange>"

    with pytest.raises(TypeError, match="Strange is not a query that this backend knows"):
        backend.search(Strange(), HonoreePage).count()


def test_a_query_nested_too_deep_finds_nothing(backend, caplog):
    query: SearchQuery = PlainText("老人")
    for _ in range(150):
        query = Not(query)
    assert backend.search(query, HonoreePage).count() == 0
    assert "a query was refused" in caplog.text


@pytest.mark.parametrize(
    "text",
    ["\x00", "　", " ", '"', "“”", "*", "a" * 65_536, "人" * 65_536, "NOT " * 300, "(((", "-"],
    ids=lambda text: repr(text[:8]),
)
def test_whatever_is_typed_is_answered(backend, text):
    for results in (backend.search(text, HonoreePage), backend.autocomplete(text, HonoreePage)):
        assert results.count() == len(list(results))
