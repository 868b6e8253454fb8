"""My nominations by what is asked of me; the units below; the same queries for 3 and 30 rows."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goodpeople.nominations.desk.overview import overview_for
from goodpeople.nominations.models import Nomination
from tests.factories.accounts import UserFactory
from tests.factories.nominations import (
    RETURN_REASON,
    NominationFactory,
    RoundFactory,
    UnitFactory,
    UnitStaffFactory,
    staff_account,
)
from tests.nominations.desk.conftest import client_of

INDEX = "desk:index"


def page(client, name=INDEX, *args, **query):
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200
    return response


def test_returned_ones_come_first_with_the_reason_in_full(desk, unit):
    round_ = RoundFactory()
    for state in ("draft", "returned", "eligibility", "withdrawn"):
        NominationFactory(round=round_, unit=unit, state=state, name=f"某{state}")
    text = page(desk).content.decode()
    assert RETURN_REASON in text
    places = [text.index(f'id="{key}"') for key in ("returned", "drafts", "under-way", "ended")]
    assert places == sorted(places)
    assert text.index("某returned") < text.index("某draft") < text.index("某eligibility")


def test_a_returned_one_has_a_button_to_mend_it(desk, unit):
    nomination = NominationFactory(unit=unit, returned=True)
    text = page(desk).content.decode()
    way = reverse("desk:resume", args=[nomination.pk])
    assert f'<a class="button button--primary" href="{way}">Correct it<' in text


def test_a_state_is_said_in_words(desk, unit):
    NominationFactory(unit=unit, submitted=True)
    assert "Eligibility check" in page(desk).content.decode()


def test_each_open_round_has_its_button_guidance_and_closing_date(desk, unit):
    one = RoundFactory(title="甲评选", guidance="事迹须真实可查。")
    two = RoundFactory(title="乙评选")
    closed = RoundFactory(title="丙评选", closed=True)
    text = page(desk).content.decode()
    assert "事迹须真实可查。" in text
    assert "30 days left" in text
    for round_, there in ((one, True), (two, True), (closed, False)):
        assert (reverse("desk:begin", args=[round_.pk]) in text) is there


def test_with_no_round_open_the_next_one_is_named(desk):
    RoundFactory(title="下一届评选", upcoming=True)
    text = page(desk).content.decode()
    assert "No round takes nominations at the moment." in text
    assert "下一届评选" in text
    assert "As soon as a round opens, its button stands here." in text


def test_an_empty_desk_says_how_to_begin(desk):
    RoundFactory()
    assert "No nomination yet" in page(desk).content.decode()


def test_a_draft_of_a_closed_round_says_so(desk, unit, draft):
    type(draft.round).objects.filter(pk=draft.round_id).update(closes_on=draft.round.opens_on)
    assert "this draft can no longer be sent" in page(desk).content.decode()


def test_another_units_nomination_is_not_in_my_lists(desk, unit):
    NominationFactory(unit=UnitFactory(), name="外村的人")
    assert "外村的人" not in page(desk).content.decode()


def test_units_are_named_where_there_are_several(desk, unit, nominator, draft):
    second = UnitFactory(name="第二村")
    UnitStaffFactory(unit=second, user=nominator)
    NominationFactory(unit=second, round=draft.round)
    groups = page(desk).context["groups"]
    assert {row.nomination.unit.name for row in groups.drafts} == {unit.name, "第二村"}
    assert page(desk).context["several_units"]


def test_a_town_sees_its_villages_nominations(unit, draft):
    NominationFactory(unit=UnitFactory(), name="外镇的人")
    Nomination.objects.filter(pk=draft.pk).update(name="本镇的人")
    town = client_of(staff_account(unit.parent))
    text = page(town, "desk:below").content.decode()
    assert "本镇的人" in text
    assert "外镇的人" not in text
    assert reverse("desk:below") in page(town).content.decode()


def test_a_village_has_no_list_of_units_below(desk, unit):
    assert reverse("desk:below") not in page(desk).content.decode()


@pytest.mark.parametrize("name", ["desk:index", "desk:below"])
def test_who_works_for_no_unit_is_told_whose_desk_it_is(db, name):
    response = client_of(UserFactory()).get(reverse(name))
    assert response.status_code == 403
    assert "Only the nominating unit&#x27;s staff may do this." in response.content.decode()


@pytest.mark.parametrize("name", ["desk:index", "desk:below"])
def test_signed_out_leads_to_sign_in(client, db, name):
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert response.url == f"{reverse('accounts:sign_in')}?next={reverse(name)}"


def count_queries(client, url) -> int:
    client.get(url)  # Content types and the like are cached by the first request.
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", ["desk:index", "desk:below"])
def test_as_many_queries_for_thirty_rows_as_for_three(unit, name):
    """One of each group against ten of each: no row asks a query of its own."""
    town = unit.parent
    client = client_of(staff_account(town))
    round_ = RoundFactory()
    target = town if name == INDEX else unit

    def add() -> None:
        for state in ("draft", "returned", "eligibility"):
            NominationFactory(round=round_, unit=target, state=state)

    add()
    at_three = count_queries(client, reverse(name))
    for _more in range(9):
        add()
    assert count_queries(client, reverse(name)) == at_three


def test_the_ended_ones_are_paged(desk, unit, nominator):
    round_ = RoundFactory()
    for _number in range(11):
        NominationFactory(round=round_, unit=unit, user=nominator, withdrawn=True)
    assert len(page(desk).context["ended"]) == 10
    assert len(page(desk, page=2).context["ended"]) == 1
    assert len(overview_for(nominator).ended) == 11
