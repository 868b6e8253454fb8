"""Beginning a nomination: the round's terms, the unit, and why it may be refused."""

from __future__ import annotations

from django.urls import reverse

from goodpeople.nominations.models import Nomination
from tests.factories.nominations import RoundFactory, UnitFactory, UnitStaffFactory


def begin_url(round_):
    return reverse("desk:begin", args=[round_.pk])


def test_the_page_says_what_the_round_asks_for(desk, unit):
    round_ = RoundFactory(
        guidance="须为本市居民。", story_min=600, story_max=900, photos_min=3, asks_id_number=True
    )
    text = desk.get(begin_url(round_)).content.decode()
    for said in (
        "须为本市居民。",
        "600 to 900 characters",
        "3 photos at least",
        "this round asks for it",
    ):
        assert said in text


def test_looking_makes_nothing(desk, unit):
    desk.get(begin_url(RoundFactory()))
    assert not Nomination.objects.exists()


def test_the_button_makes_a_draft_and_leads_to_the_first_step(desk, unit, nominator):
    round_ = RoundFactory()
    response = desk.post(begin_url(round_))
    made = Nomination.objects.get()
    assert response.url == reverse("desk:who", args=[made.pk])
    assert (made.round, made.unit, made.created_by) == (round_, unit, nominator)
    assert made.state == "draft"


def test_with_several_units_one_is_chosen(desk, unit, nominator):
    second = UnitStaffFactory(unit=UnitFactory(), user=nominator).unit
    round_ = RoundFactory()
    unchosen = desk.post(begin_url(round_))
    assert "Choose the unit that nominates." in unchosen.content.decode()
    assert not Nomination.objects.exists()
    desk.post(begin_url(round_), {"unit": second.pk})
    assert Nomination.objects.get().unit == second


def test_another_units_number_is_not_taken(desk, unit, nominator):
    UnitStaffFactory(unit=UnitFactory(), user=nominator)
    response = desk.post(begin_url(RoundFactory()), {"unit": UnitFactory().pk})
    assert "Choose the unit that nominates." in response.content.decode()
    assert not Nomination.objects.exists()


def test_a_closed_round_is_refused_with_the_reason(desk, unit):
    round_ = RoundFactory(closed=True)
    for response in (desk.get(begin_url(round_)), desk.post(begin_url(round_))):
        assert response.status_code == 403
        assert "This round does not take nominations now." in response.content.decode()


def test_no_such_round_is_not_found(desk, unit):
    assert desk.get(reverse("desk:begin", args=[987654])).status_code == 404
