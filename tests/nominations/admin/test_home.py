"""The office's front page: what waits for it stands first, and rounds say their stage."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from goodpeople.nominations.admin.standing_of_rounds import counts_by_state, whereabouts
from goodpeople.nominations.admin.waiting import waiting_for
from goodpeople.nominations.models import StepRecord
from goodpeople.nominations.steps import steps
from tests.factories.nominations import NominationFactory
from tests.factories.notices import notice_for, objection_to
from tests.nominations.admin.asking import said, text_of

HOME = "wagtailadmin_home"


def waits(user) -> dict[str, int]:
    return {str(entry.label): entry.count for entry in waiting_for(user)}


def test_what_waits_for_the_office_stands_first_with_its_way(as_office, waiting, round_, office):
    NominationFactory(verification=True, round=round_, name="李四", office=office)
    NominationFactory(round=round_)

    text = text_of(as_office.get(reverse(HOME)))

    assert text.index(said("Waiting for you")) < text.index(said("Running rounds"))
    for state in ("eligibility", "verification"):
        assert f'href="{reverse("nominations_nomination:list")}?state={state}"' in text
    assert waits(office) == {said("Eligibility check"): 1, said("Verification"): 1}


def test_open_objections_and_undecided_results_wait_too(as_office, office):
    notice, nominations = notice_for(1, office=office)
    objection_to(nominations[0])
    assert waits(office) == {said("Objections"): 1}

    text = text_of(as_office.get(reverse(HOME)))

    assert f"{reverse('notices_objection:index')}?status=open" in text


def test_a_list_whose_notice_is_over_waits_to_be_announced(office):
    notice_for(1, office=office, now=timezone.now() - timedelta(days=30))

    assert waits(office) == {said("Lists to announce"): 1}


def test_a_standing_waits_to_be_confirmed(as_office, round_, office):
    for step in ("open_scoring", "close_scoring"):
        StepRecord.objects.create(round=round_, step=step, performed_by=office)

    assert waits(office) == {said("Rounds with results to confirm"): 1}
    text = text_of(as_office.get(reverse(HOME)))
    assert f'href="{reverse("panels_admin:results", args=[round_.pk])}"' in text


def test_nothing_waits_is_said_and_readers_are_asked_nothing(as_office, auditor):
    assert said("Nothing is waiting for you.") in text_of(as_office.get(reverse(HOME)))
    as_office.force_login(auditor)
    assert said("Waiting for you") not in text_of(as_office.get(reverse(HOME)))


STAGES = {
    "open_scoring": "Scoring",
    "close_scoring": "Results to confirm",
    "confirm_results": "Public notice to start",
    "start_notice": "On public notice",
    "announce": "Announced",
}


def test_a_round_says_the_stage_that_its_last_step_led_to(round_, office):
    assert [step.key for step in steps()] == list(STAGES)
    for step, stage in STAGES.items():
        StepRecord.objects.create(round=round_, step=step, performed_by=office)
        assert whereabouts(round_).label == said(stage)
    assert whereabouts(round_).tone == "good"


@pytest.mark.parametrize("page", ["index", "page"])
def test_the_list_and_the_page_say_the_same_stage(as_office, round_, office, page):
    StepRecord.objects.create(round=round_, step="close_scoring", performed_by=office)
    args = [] if page == "index" else [round_.pk]

    text = text_of(as_office.get(reverse(f"nominations_round:{page}", args=args)))

    assert said("Results to confirm") in text


def test_drafts_are_counted_quietly(waiting, round_):
    NominationFactory(round=round_)

    counts = {count.key: count.quiet for count in counts_by_state([round_])[round_.pk]}

    assert counts == {"draft": True, "eligibility": False}


def test_a_round_to_come_shows_its_dates_and_not_how_long_ago(as_office, round_):
    text = text_of(as_office.get(reverse("nominations_round:index")))

    assert round_.opens_on.isoformat() in text
    assert round_.closes_on.isoformat() in text
