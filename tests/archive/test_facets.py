"""Counts are of distinct people over valid honours."""

from __future__ import annotations

import pytest

from archive.facets import facet_counts
from archive.models import Honour, LevelTitles
from tests.factories.archive import (
    CategoryFactory,
    HonoreePageFactory,
    HonourFactory,
    PlaceFactory,
)

pytestmark = pytest.mark.django_db


def counted(honours=None):
    facets = facet_counts(Honour.objects.public() if honours is None else honours)
    return {
        group: {value.value: value.count for value in values} for group, values in facets.items()
    }


def test_a_person_counts_once_in_each_value_however_often_honoured():
    page = HonoreePageFactory()
    for level in ("county", "city", "province"):
        HonourFactory(page=page, level=level, year=2025)
    HonourFactory(page=page, year=2023, category=CategoryFactory(code="filial"))
    HonourFactory(year=2025)

    assert counted() == {
        "year": {"2025": 2, "2023": 1},
        "category": {"honesty": 2, "filial": 1},
        "town": {"lindaizhen": 2},
        "level": {"county": 2, "city": 1, "province": 1},
    }


def test_a_revoked_honour_does_not_count_even_when_it_is_given():
    HonourFactory(year=2025)
    HonourFactory(year=2025, status="revoked")

    assert counted(Honour.objects.all())["year"] == {"2025": 1}


def test_who_is_not_public_does_not_count(waiting_again):
    waiting_again.unpublish()

    assert counted()["year"] == {}


def test_a_page_behind_a_restriction_does_not_count():
    honour = HonourFactory()
    honour.page.view_restrictions.create(restriction_type="login")

    assert counted()["year"] == {}


def test_villages_count_for_their_town_and_the_fullest_town_comes_first():
    for _ in range(2):
        HonourFactory(page__place=PlaceFactory.chain("平湖市", "新埭镇", "新埭社区"))
    HonourFactory()

    values = facet_counts(Honour.objects.public())["town"]

    assert [(value.label, value.count) for value in values] == [("新埭镇", 2), ("林埭镇", 1)]


def test_levels_carry_the_titles_that_the_office_has_set():
    LevelTitles.objects.create(county="平湖好人", city="")
    HonourFactory(level="city")
    HonourFactory(level="county")

    labels = [value.label for value in facet_counts(Honour.objects.public())["level"]]

    assert labels == ["平湖好人", LevelTitles().of("city")]


def test_one_query_a_group(django_assert_num_queries):
    for year in range(2000, 2012):
        HonourFactory(year=year)

    # One more for what the levels are called.
    with django_assert_num_queries(5):
        facet_counts(Honour.objects.valid())
    with django_assert_num_queries(1):
        facet_counts(Honour.objects.valid(), ["year"])
