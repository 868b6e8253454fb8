"""The page as a whole: ways on, addresses, what it costs, and what happens without an index."""

from __future__ import annotations

import shutil

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.page.synonyms import store
from tests.factories.archive import HonoreePageFactory, HonourFactory
from tests.search.page.asking import counts, facet, found, near, search


@pytest.mark.usefixtures("answered")
def test_nothing_asked_is_no_result_but_ways_in(client, barber):
    response = search(client)

    assert response.context["asked"] is False
    assert found(response) == []
    assert facet(response, "year")
    assert "/search/random/" in response.content.decode()


@pytest.mark.usefixtures("answered")
def test_nothing_found_is_ways_on(client, barber, teacher):
    response = search(client, q="钱大明")
    if not near(response):
        assert [page.title for page in response.context["names_alike"]] == ["钱示理"]
        assert [label for label, _url, _count in response.context["years"]] == ["2025", "2023"]
    html = search(client, q="鑫焱").content.decode()
    for address in ("/categories/honesty/", "/years/2025/", "/search/random/", "/honourees/"):
        assert f'href="{address}"' in html


@pytest.mark.usefixtures("answered")
def test_a_story_by_chance(client, barber):
    HonoreePageFactory(title="示例待发", awaiting=True)
    HonourFactory(page__title="示例下线").page.unpublish()

    for _ in range(5):
        response = client.get("/search/random/")
        assert (response.status_code, response["Location"]) == (302, barber.get_url())
        assert "no-cache" in response["Cache-Control"]


def test_a_story_by_chance_where_there_is_none(client, db):
    assert client.get("/search/random/")["Location"] == "/search/"


@pytest.mark.usefixtures("answered")
def test_it_is_not_indexed_by_others_and_has_one_address(client, barber):
    response = client.get("/search/?sort=evil&q=%E6%B5%81%E6%B5%AA&page=1&utm_source=x")

    html = response.content.decode()
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="http://testserver/search/?q=%E6%B5%81%E6%B5%AA">' in html


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize(
    "asked",
    [
        {"q": "平湖市"},
        {"q": "平湖市", "year": "2024", "town": "lindaizhen"},
        {"town": "shuangmiaocun"},
        {"q": "小店 没有的词"},
    ],
    ids=str,
)
def test_as_many_queries_for_a_few_as_for_many(asked, client, barber):
    def make(number: int) -> None:
        for _ in range(number):
            HonourFactory(year=2024, page__citation="小店主。")

    def asked_for() -> int:
        search(client, **asked)
        with CaptureQueriesContext(connection) as captured:
            search(client, **asked)
        return len(captured)

    make(6)  # fewer than five would ask for near ones too
    few = asked_for()
    make(15)
    assert asked_for() == few


@pytest.mark.usefixtures("by_engine")
def test_an_ordinary_answer_takes_a_dozen_queries(client, barber, django_assert_max_num_queries):
    store([["剃头", "剪了头发"]])
    search(client, q="剃头")
    with django_assert_max_num_queries(13):
        search(client, q="剃头")


def test_without_an_index_the_database_answers(client, barber, teacher, by_engine, monkeypatch):
    from search.backends import EngineSearchBackend

    monkeypatch.setattr(EngineSearchBackend, "build_if_small", lambda self, family: False)
    response = search(client, q="流浪", kind="person")

    assert found(response) == ["钱示理"]
    assert counts(response, "year") == {"2025": 1, "2023": 1}
    assert not by_engine.exists() or not list(by_engine.glob("wagtailcore.page/contents.json"))


def test_with_a_broken_index_the_database_answers(client, barber, teacher, by_engine, monkeypatch):
    from search.backends import EngineSearchBackend

    assert found(search(client, q="流浪")) == ["钱示理"]
    monkeypatch.setattr(EngineSearchBackend, "build_if_small", lambda self, family: False)
    folder = by_engine / "wagtailcore.page"
    for inside in folder.iterdir():
        if inside.is_dir():
            shutil.rmtree(inside)
    (folder / "contents.json").write_text("{", encoding="utf-8")

    assert found(search(client, q="流浪")) == ["钱示理"]
    assert client.get("/search/suggest/?q=钱").json()["names"][0]["name"] == "钱示理"


def test_damage_that_is_met_only_while_the_page_is_cut_costs_no_answer(
    client, barber, by_engine, monkeypatch
):
    """The engine reads keys and order when the list is cut, after facets and total."""
    from search.engine.errors import IndexDamaged
    from search.engine.match import Match

    def damaged(*args, **kwargs):
        raise IndexDamaged("a block fails its checksum")

    assert found(search(client, q="流浪")) == ["钱示理"]
    monkeypatch.setattr(Match, "page", damaged)

    assert found(search(client, q="流浪")) == ["钱示理"]


def test_an_engine_that_lags_shows_nobody_who_was_taken_down(
    client, barber, by_engine, monkeypatch
):
    assert found(search(client, q="流浪")) == ["钱示理"]
    # The index is not told: another process may be holding it.
    monkeypatch.setattr("search.draining.OutboxFreshness.before_search", lambda *args: None)
    barber.unpublish()

    assert found(search(client, q="流浪")) == []


def test_another_engine_answers_through_modelsearch(client, barber, teacher, settings):
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "tests.search.page.another_engine", "AUTO_UPDATE": False}
    }
    response = search(client, q="教书 -流浪", year="2025")

    assert found(response) == ["孙示教"]
    assert counts(response, "category") == {"dedication": 1}


def test_another_engine_that_fails_costs_no_answer(client, barber, settings):
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "tests.search.page.another_engine", "FAILS": True}
    }
    assert found(search(client, q="流浪")) == ["钱示理"]
