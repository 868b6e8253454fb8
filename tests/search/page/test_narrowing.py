"""Filters: they combine on one honour, come off one by one, and are counted beforehand."""

from __future__ import annotations

import pytest
from django.utils.http import urlencode

from search.page.facets import OPEN_VALUES
from tests.factories.archive import HonourFactory, PlaceFactory
from tests.search.page.asking import counts, facet, found, search

pytestmark = pytest.mark.usefixtures("answered")


def test_facets_count_people_not_honours(client, barber, teacher):
    response = search(client)

    assert counts(response, "year") == {"2025": 2, "2023": 1}
    assert counts(response, "town") == {"lindaizhen": 1, "xindaizhen": 1}
    assert counts(response, "kind") == {"person": 2}


def test_facets_follow_the_words(client, barber, teacher):
    assert list(facet(search(client, q="教书"), "category")) == ["dedication"]


def test_filters_combine_on_one_honour(client, barber):
    assert found(search(client, year="2023", category="helping-others")) == ["钱示理"]
    assert found(search(client, year="2023", category="honesty")) == []


def test_the_honour_that_was_asked_for_is_the_one_that_is_shown(client, barber):
    (result,) = search(client, year="2023").context["results"]

    assert result.main_honour.year == 2023


def test_filters_combine_with_words(client, barber, teacher):
    assert found(search(client, q="平湖市", town="xindaizhen", year="2025")) == ["孙示教"]


def test_a_village_or_the_whole_city_filters_too(client, barber, teacher, ferry):
    assert found(search(client, town="shuangmiaocun")) == ["钱示理"]
    assert found(search(client, town="pinghushi", level="province")) == ["示例摆渡班"]
    assert found(search(client, town="shuangmiaocun", kind="group")) == []


def test_persons_and_groups(client, barber, ferry):
    response = search(client, kind="group")

    assert found(response) == ["示例摆渡班"]
    assert counts(response, "kind") == {"person": 1, "group": 1}
    assert counts(response, "level") == {"province": 1}


def test_a_group_is_counted_under_the_other_groups_filters(client, barber, teacher, ferry):
    response = search(client, year="2025", category="honesty")

    assert counts(response, "year") == {"2025": 1, "2021": 1}
    assert counts(response, "category") == {"honesty": 1, "dedication": 1}
    assert counts(response, "kind") == {"person": 1}


def test_filters_come_off_one_by_one(client, barber):
    response = search(client, q="流浪", year="2025", category="honesty", sort="name")

    assert [(link["label"], link["url"]) for link in response.context["chosen"]] == [
        ("2025", "/search/?" + urlencode({"q": "流浪", "category": "honesty", "sort": "name"})),
        ("诚实守信", "/search/?" + urlencode({"q": "流浪", "year": "2025", "sort": "name"})),
    ]
    assert facet(response, "year")["2025"].active
    assert facet(response, "year")["2025"].url == response.context["chosen"][0]["url"]
    assert response.context["clear_url"] == "/search/?" + urlencode({"q": "流浪", "sort": "name"})


def test_each_facets_address_gives_as_many_as_it_says(client, barber, teacher, ferry):
    for asked in (
        {},
        {"q": "平湖市"},
        {"year": "2025"},
        {"q": "平湖市", "town": "lindaizhen"},
        {"kind": "person", "level": "county"},
        {"town": "shuangmiaocun", "year": "2023"},
    ):
        response = search(client, **asked)
        for group in response.context["facets"]:
            for value in group.all_values:
                if not value.active:
                    assert client.get(value.url).context["total"] == value.count, value.url


def test_an_address_can_be_shared(client, barber, teacher):
    url = facet(search(client, q="平湖市"), "town")["xindaizhen"].url

    assert found(client.get(url)) == ["孙示教"]


def test_a_revoked_honour_is_no_filter(client, barber):
    HonourFactory(year=2020, status="revoked", page=barber)

    response = search(client, year="2020")
    assert found(response) == []
    assert "2020" not in counts(response, "year")


def test_many_values_are_folded_up_and_the_chosen_one_is_not(client, db):
    for name in "甲乙丙丁戊己庚辛壬癸子丑":
        HonourFactory(page__place=PlaceFactory.chain("平湖市", f"{name}镇"))

    (town,) = [g for g in search(client, town="zizhen").context["facets"] if g.name == "town"]

    # By their addresses; the eleventh of them is chosen.
    assert [value.value for value in town.more] == ["yizhen"]
    assert [value.value for value in town.values if value.active] == ["zizhen"]
    assert len(town.values) == OPEN_VALUES + 1


def test_two_honours_of_one_person_do_not_mix_in_the_counts(client, barber):
    """In 2023 he was honoured for helping others only, in 2025 for honesty only."""
    assert counts(search(client, year="2023"), "category") == {"helping-others": 1}
    assert counts(search(client, category="honesty"), "year") == {"2025": 1}
    both = search(client, year="2023", category="honesty")
    assert counts(both, "level") == {}
    assert counts(both, "category") == {"helping-others": 1}
