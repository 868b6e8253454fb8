"""Places know their chain, their town and what lies in them."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import translation

from archive.models import Place
from tests.factories.archive import HonourFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def village():
    return PlaceFactory.chain("平湖市", "林埭镇", "双庙村")


def test_the_chain_runs_from_the_city_to_the_place(village, django_assert_num_queries):
    village = Place.objects.get(pk=village.pk)

    with django_assert_num_queries(1):
        names = [place.name for place in village.chain]

    assert names == ["平湖市", "林埭镇", "双庙村"]
    assert village.chain_text == "平湖市林埭镇双庙村"


def test_the_public_text_stops_at_the_town(village):
    assert village.public_text == "林埭镇"
    assert village.parent.public_text == "林埭镇"
    assert village.parent.parent.public_text == "平湖市"


def test_a_village_without_a_town_is_not_named_in_public():
    city = PlaceFactory(is_city=True, name="平湖市")

    assert PlaceFactory(name="示例村", parent=city).public_text == "平湖市"


def test_english_wants_every_name_of_the_chain(village):
    with translation.override("en"):
        assert village.shown_chain == "平湖市林埭镇双庙村"
        assert village.shown_chain.lang == "zh-Hans"
        for place, name in zip(
            village.chain, ["Pinghu", "Lindai Town", "Shuangmiao Village"], strict=True
        ):
            place.name_en = name
            place.save()
        village = Place.objects.get(pk=village.pk)
        assert village.shown_chain == "Shuangmiao Village, Lindai Town, Pinghu"


def test_under_a_town_lie_itself_and_its_villages(village):
    PlaceFactory.chain("平湖市", "新埭镇", "新埭社区")
    town = village.parent

    assert set(Place.objects.under(town)) == {town, village}


def test_renaming_and_moving_a_town_reach_its_villages(village):
    town = village.parent
    town.name = "新林埭镇"
    town.save()
    assert Place.objects.get(pk=village.pk).chain_text == "平湖市新林埭镇双庙村"

    town.parent = PlaceFactory(is_city=True, name="邻市")
    town.save()
    moved = Place.objects.get(pk=village.pk)
    assert moved.chain_text == "邻市新林埭镇双庙村"
    assert moved.path.startswith(town.parent.path)
    assert moved.town == town


def test_a_place_cannot_lie_in_itself(village):
    town = village.parent
    town.parent = village

    with pytest.raises(ValidationError) as refusal:
        town.full_clean()

    assert "parent" in refusal.value.message_dict


def test_addresses_are_made_from_names_and_differ(village):
    twin = PlaceFactory(name="双庙村", parent=village.parent)

    assert (village.slug, twin.slug) == ("shuangmiaocun", "shuangmiaocun-2")


def test_a_place_with_honours_stays():
    honour = HonourFactory()

    with pytest.raises(ProtectedError):
        honour.place.delete()
