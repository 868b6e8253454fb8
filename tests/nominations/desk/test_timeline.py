"""A nomination's way so far: states and what the office wrote to the nominator, nothing else."""

from __future__ import annotations

from django.urls import reverse

from goodpeople.nominations.decisions import decide
from goodpeople.nominations.desk.timeline import timeline
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.submission import submit
from tests.factories.nominations import PERSONAL, RETURN_REASON, NominationFactory, bring_on


def told(nomination) -> list[tuple[str, str]]:
    found = Nomination.objects.get(pk=nomination.pk)
    return [(event.what, event.reason) for event in timeline(found)]


def test_a_draft_has_begun(draft):
    assert told(draft) == [("Draft started", ""), ("Draft", "")]


def test_returned_mended_and_on_its_way(unit, nominator, office):
    nomination = NominationFactory(unit=unit, user=nominator, office=office, returned=True)
    submit(nomination.pk, nominator)
    bring_on(nomination.pk, "scoring", office)
    assert told(nomination) == [
        ("Draft started", ""),
        ("Sent to the office", ""),
        ("Returned for changes", RETURN_REASON),
        ("Sent again", ""),
        ("Eligibility check passed", ""),
        ("Facts verified", ""),
        ("Panel scoring", ""),
    ]


def test_how_the_facts_were_checked_is_not_told(desk, unit, office):
    nomination = NominationFactory(unit=unit, verification=True)
    decide(nomination.pk, None, "approve", office, reason="派出所和邻居都说属实。")
    text = desk.get(reverse("desk:nomination", args=[nomination.pk])).content.decode()
    assert "Facts verified" in text
    assert "派出所" not in text


def test_an_end_is_told_with_its_reason(desk, unit, office):
    nomination = NominationFactory(unit=unit, submitted=True)
    decide(nomination.pk, None, "refuse", office, reason="事迹发生在五年以前。")
    assert told(nomination)[-1] == ("Not eligible", "事迹发生在五年以前。")


def test_personal_data_is_in_clear_until_it_is_sent_and_masked_after(desk, complete, nominator):
    page = reverse("desk:nomination", args=[complete.pk])
    assert PERSONAL["phone"] in desk.get(page).content.decode()
    submit(complete.pk, nominator)
    text = desk.get(page).content.decode()
    assert PERSONAL["phone"] not in text
    assert "138******01" in text
    assert PERSONAL["address"] not in text
    assert PERSONAL["birth_date"] not in text
