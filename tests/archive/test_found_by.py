"""What a page is found, narrowed and sorted by: of valid honours, each honour's facts together."""

from __future__ import annotations

import pytest

from archive.facets import TOGETHER, joint_key
from archive.found_by import joint_field
from archive.models import HonoreePage
from tests.factories.archive import CategoryFactory, HonoreePageFactory, HonourFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    """Return a page with an honour of 2024 for honesty and one of 2021 for helping others."""
    page = HonoreePageFactory(title="示例人", citation="三十年说到做到。")
    HonourFactory(page=page, year=2024)
    HonourFactory(
        page=page,
        year=2021,
        level="city",
        category=CategoryFactory(code="helping-others"),
        place=PlaceFactory.chain("平湖市", "新埭镇", "新埭社区"),
    )
    HonourFactory(page=page, year=2019, status="revoked", revoked_on="2020-01-01")
    return HonoreePage.objects.get(pk=page.pk)


def test_values_of_valid_honours_only(page):
    assert page.honour_years == [2024, 2021]
    assert page.newest_honour == 2024
    assert page.honour_categories == ["honesty", "helping-others"]
    assert page.honour_towns == ["lindaizhen", "xindaizhen"]
    assert page.honour_levels == ["county", "city"]
    assert page.years_in_words == "2024年\n2021年"


def test_one_honours_facts_stand_together_two_honours_do_not_mix(page):
    assert page.honour_year_category == [
        joint_key({"category": "honesty", "year": "2024"}),
        joint_key({"category": "helping-others", "year": "2021"}),
    ]
    assert page.honour_town_level == ["lindaizhen county", "xindaizhen city"]
    assert page.honour_year_category_town_level == [
        "2024 honesty lindaizhen county",
        "2021 helping-others xindaizhen city",
    ]
    # All ways to choose two or more from four groups.
    assert len(TOGETHER) == 11
    assert all(len(getattr(page, joint_field(groups))) == 2 for groups in TOGETHER)


def test_an_honour_of_the_whole_city_has_no_town():
    city = PlaceFactory.chain("平湖市")
    page = HonourFactory(page__place=city).page

    assert page.honour_towns == []
    assert page.honour_year_town == []
    assert page.honour_year_level == ["2025 county"]


def test_places_and_categories_in_words(page):
    assert page.place_names.splitlines() == ["平湖市林埭镇双庙村", "平湖市新埭镇新埭社区"]
    assert "诚实守信" in page.category_names.splitlines()


def test_the_told_part_is_the_story_and_no_keyword(page):
    assert page.told.startswith("三十年说到做到。")
    assert "双庙村" not in page.told


def test_a_page_that_is_not_live_tells_nothing(page):
    page.unpublish()

    assert HonoreePage.objects.get(pk=page.pk).told == ""


def test_indexing_asks_the_same_number_of_queries_for_one_and_for_many(
    page, django_assert_num_queries
):
    def everything():
        for each in HonoreePage.get_indexed_objects():
            assert each.honour_year_category_town_level
            assert each.place_names
            assert each.told

    everything()  # the content type is remembered from here on
    with django_assert_num_queries(2):
        everything()
    for year in (2001, 2002, 2003):
        HonourFactory(year=year)
    with django_assert_num_queries(2):
        everything()
