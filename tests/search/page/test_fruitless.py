"""Searches that found nothing: what is kept of them, and what never is."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError
from django.urls import reverse
from wagtail.models import ModelLogEntry

from goodpeople.accounts.roles import AUDITOR, EDITOR, OFFICE, sync_role_groups
from search.engine.analysis.query_text import read_query
from search.page import fruitless
from search.page.models import FruitlessSearch
from tests.factories.accounts import UserFactory
from tests.search.page.asking import search

pytestmark = pytest.mark.django_db


def kept() -> dict[str, int]:
    return dict(FruitlessSearch.objects.values_list("words", "times"))


@pytest.mark.usefixtures("answered")
def test_words_and_how_often_and_the_day(client, barber):
    for _ in range(2):
        search(client, q="没有的词")

    (row,) = FruitlessSearch.objects.all()
    assert (row.words, row.times) == ("没有的词", 2)
    assert isinstance(row.last_day, date)
    assert {field.name for field in row._meta.get_fields()} == {"id", "words", "times", "last_day"}


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "流浪"},
        {"q": ""},
        {"q": "？！"},
        {"q": "没有的词", "year": "2025"},
        {"q": "没有的词", "exact": "1"},
        {"q": "13857301234"},
        {"q": "138 5730 1234"},
        {"q": "１３８５７３０１２３４"},
        {"q": "电话13857301234谁的"},
        {"q": "330482196601011234"},
        {"q": "somebody@example.org"},
        {"q": "很" * 41},
    ],
    ids=str,
)
def test_not_kept(asked, client, barber):
    search(client, **asked)

    assert kept() == {}


def test_a_look_without_reading_is_not_kept(client, barber):
    client.head("/search/", {"q": "没有的词"})

    assert kept() == {}


def test_the_table_is_bounded_and_what_is_oldest_goes(monkeypatch):
    monkeypatch.setattr(fruitless, "MOST_ROWS", 3)
    for number, day in enumerate((5, 1, 9)):
        FruitlessSearch.objects.create(words=f"词{number}", last_day=date(2026, 1, day))

    fruitless.note(read_query("新词"))

    assert set(kept()) == {"词0", "词2", "新词"}


def test_the_rate_is_bounded(monkeypatch):
    monkeypatch.setattr(fruitless, "_pace", fruitless._Pace(2))

    assert [fruitless.note(read_query(f"词{n}")) for n in "甲乙丙"] == [True, True, False]
    assert set(kept()) == {"词甲", "词乙"}


def test_a_busy_database_costs_the_note_and_not_the_answer(client, barber, monkeypatch):
    def busy(words):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(fruitless, "_count", busy)

    assert search(client, q="没有的词").context["total"] == 0


@pytest.fixture
def people():
    """Return somebody of each role."""
    sync_role_groups()
    return {role: UserFactory(roles=[role]) for role in (OFFICE, EDITOR, AUDITOR)}


@pytest.fixture
def report(client, people):
    """Return a function that opens the report as somebody of ``role``."""
    FruitlessSearch.objects.create(words="没有的词", times=7, last_day=date(2026, 3, 4))
    FruitlessSearch.objects.create(words="别的词", times=1, last_day=date(2026, 3, 5))

    def act(role, query=""):
        client.force_login(people[role])
        return client.get(reverse("search_page:fruitless") + query)

    return act


def test_the_office_reads_the_most_frequent_first(report):
    html = report(OFFICE).content.decode()

    assert html.index("没有的词") < html.index("别的词")
    assert "2026-03-04" in html


def test_the_office_downloads_it(report):
    lines = b"".join(report(OFFICE, "?export=csv").streaming_content).decode().splitlines()

    assert lines[1:] == ["没有的词,7,2026-03-04", "别的词,1,2026-03-05"]


def test_the_office_clears_it_and_the_log_says_so_without_the_words(report, client, people):
    report(OFFICE)
    url = reverse("search_page:clear_fruitless")

    assert "2" in client.get(url).content.decode()
    client.post(url)

    assert kept() == {}
    (entry,) = ModelLogEntry.objects.filter(action="search_page.clear_fruitless")
    assert entry.user == people[OFFICE]
    assert "词" not in entry.label.replace("搜索词", "")


def test_the_list_asks_the_same_number_of_queries_at_3_and_at_30_rows(
    report, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    report(OFFICE)
    with CaptureQueriesContext(connection) as few:
        report(OFFICE)
    for number in range(30):
        FruitlessSearch.objects.create(words=f"第{number}", last_day=date(2026, 1, 1))
    with django_assert_num_queries(len(few)):
        report(OFFICE)
