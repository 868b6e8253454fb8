"""An objection holds up its own candidate alone, until the office disposes of it with a reason."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils.translation import gettext as _
from wagtail.log_actions import registry

from archive.models import HonoreePage
from goodpeople.nominations import states as st
from goodpeople.nominations.decisions import decide
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.submission import NotAllowed
from goodpeople.notices.models import Objection
from goodpeople.notices.objections import (
    OPEN_AN_HOUR,
    dispose_of,
    masked_objector,
    raise_objection,
    reveal_objector,
)
from goodpeople.notices.publication import candidates_on, pass_by_date
from tests.factories.accounts import UserFactory
from tests.factories.notices import notice_for, objection_to
from tests.notices.conftest import days_from_now, state_of

pytestmark = pytest.mark.django_db

OVER = "This public notice is over; objections are no longer taken here."
ELSEWHERE = "That candidate is not on this notice."


def test_an_objection_holds_up_its_own_candidate_only(running, office):
    _notice, [first, second] = running
    objection = objection_to(first)

    passings = pass_by_date(office, now=days_from_now(30))

    reasons = {p.nomination.pk: p.decision.reason for p in passings}
    assert state_of(first) == st.NOTICE
    assert reasons[first.pk] == _("the objection %(reference)s is open") % {
        "reference": objection.reference
    }
    assert state_of(second) == st.PASSED


def test_a_dismissed_objection_lets_the_candidate_pass(running, office):
    _notice, [first, _second] = running
    objection = objection_to(first)

    assert dispose_of(objection.pk, office, uphold=False, reason="查无此事。").done

    objection.refresh_from_db()
    assert (objection.status, objection.disposal_reason) == ("dismissed", "查无此事。")
    assert (objection.disposed_by, objection.disposed_at is not None) == (office, True)
    pass_by_date(office, now=days_from_now(30))
    assert state_of(first) == st.PASSED


def test_an_upheld_objection_takes_the_candidate_off_for_good(running, office):
    notice, [first, second] = running
    page = first.profile
    objection = objection_to(first)

    assert dispose_of(objection.pk, office, uphold=True, reason="事迹不实。").done

    first = Nomination.objects.get(pk=first.pk)
    assert (first.state, first.outcome_reason) == (st.OBJECTION_UPHELD, "事迹不实。")
    assert first.profile is None
    assert not HonoreePage.objects.filter(pk=page.pk).exists()
    assert [n.pk for n in candidates_on(notice)] == [second.pk]


def test_holding_over_takes_the_candidate_and_the_draft_off(running, office):
    notice, [first, second] = running
    page = first.profile

    assert decide(first.pk, None, "hold", office, reason="留待下届。").done

    assert state_of(first) == st.HELD
    assert not HonoreePage.objects.filter(pk=page.pk).exists()
    assert [n.pk for n in candidates_on(notice)] == [second.pk]


@pytest.mark.parametrize("way", ["uphold", "hold"])
def test_what_is_open_when_the_candidate_leaves_lapses(running, office, way):
    """Else it would stay open for good: nothing is left to decide on."""
    _notice, [first, second] = running
    objection, other = objection_to(first), objection_to(second)
    sibling = objection_to(first, text="另一条：照片不是本人。")

    if way == "uphold":
        dispose_of(objection.pk, office, uphold=True, reason="事迹不实。")
    else:
        decide(first.pk, None, "hold", office, reason="事迹不实。")

    sibling.refresh_from_db()
    other.refresh_from_db()
    assert (sibling.status, sibling.disposal_reason) == ("lapsed", "事迹不实。")
    assert sibling.disposed_by == office
    assert other.status == "open"


@pytest.mark.parametrize("uphold", [True, False])
def test_a_decision_needs_a_reason(running, office, uphold):
    _notice, [first, _second] = running
    objection = objection_to(first)

    decision = dispose_of(objection.pk, office, uphold=uphold, reason="  ")

    assert (decision.status, decision.field) == ("refused", "reason")
    assert decision.reason == _("Please give a reason.")
    objection.refresh_from_db()
    assert objection.status == "open"


@pytest.mark.parametrize("first_uphold", [True, False])
def test_a_second_decision_is_told_who_decided_what(running, office, first_uphold):
    _notice, [first, _second] = running
    objection = objection_to(first)
    dispose_of(objection.pk, office, uphold=first_uphold, reason="核查。")

    decision = dispose_of(objection.pk, office, uphold=not first_uphold, reason="再来。")

    objection.refresh_from_db()
    assert decision.status == "already_done"
    assert decision.reason == objection.settled_words
    assert str(office) in decision.reason
    assert objection.disposal_reason == "核查。"


@pytest.mark.parametrize("role", ["editor", "auditor"])
def test_only_the_office_decides(running, role):
    _notice, [first, _second] = running
    objection = objection_to(first)

    decision = dispose_of(objection.pk, UserFactory(**{role: True}), uphold=True, reason="不实。")

    assert decision.status == "refused"
    assert _("the organising office") in decision.reason
    assert state_of(first) == st.NOTICE


def test_one_objection_cannot_be_decided_through_another_candidate(running, office):
    _notice, [first, second] = running
    objection = objection_to(first)

    decision = decide(
        second.pk,
        None,
        "dismiss_objection",
        office,
        reason="核查。",
        data={"objection": objection.pk},
        batch=True,
    )

    assert decision.reason == _("That objection is about another candidate.")
    objection.refresh_from_db()
    assert objection.status == "open"


def test_after_the_period_an_objection_is_refused(running):
    notice, [first, _second] = running

    with pytest.raises(NotAllowed) as refused:
        raise_objection(notice, first.pk, text="不实。", now=days_from_now(5))

    assert refused.value.reason == _(OVER)
    assert not Objection.objects.exists()


def test_the_last_day_belongs_to_the_period(running):
    notice, [first, _second] = running

    assert raise_objection(notice, first.pk, text="不实。", now=days_from_now(4)).is_open


def test_a_candidate_of_another_notice_is_refused(running, office):
    notice, _candidates = running
    _other, [stranger] = notice_for([{"name": "潘水明"}], office=office)

    with pytest.raises(NotAllowed) as refused:
        raise_objection(notice, stranger.pk, text="不实。")

    assert refused.value.reason == _(ELSEWHERE)


def test_a_candidate_who_left_the_list_is_refused(running, office):
    notice, [first, _second] = running
    decide(first.pk, None, "hold", office, reason="留待下届。")

    with pytest.raises(NotAllowed) as refused:
        raise_objection(notice, first.pk, text="不实。")

    assert refused.value.reason == _(ELSEWHERE)


def test_an_objection_without_words_is_refused(running):
    notice, [first, _second] = running

    with pytest.raises(NotAllowed) as refused:
        raise_objection(notice, first.pk, text=" \n ")

    assert refused.value.reason == _("Please say what you object to.")


def test_who_objects_is_encrypted_in_the_database(running):
    _notice, [first, _second] = running
    objection = objection_to(first, objector="陈建国", contact="13900001234")

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT objector, contact FROM notices_objection WHERE id = %s", [objection.pk]
        )
        stored = cursor.fetchone()

    assert all(value.startswith("gAAAA") for value in stored)
    assert "陈建国" not in str(stored)
    assert "13900001234" not in str(stored)
    read = Objection.objects.get(pk=objection.pk)
    assert (read.objector, read.contact) == ("陈建国", "13900001234")
    assert masked_objector(read) == {"objector": "陈某某", "contact": "139******34"}


def test_the_log_holds_neither_the_objector_nor_the_words(running, office):
    _notice, [first, _second] = running
    objection = objection_to(first, text="时间不对", objector="陈建国", contact="13900001234")
    reveal_objector(objection.pk, office)
    dispose_of(objection.pk, office, uphold=False, reason="已核实。")

    entries = list(registry.get_logs_for_instance(first).filter(action__startswith="notices."))

    assert [entry.action for entry in entries] == [
        "notices.reveal_objector",
        "notices.raise_objection",
    ]
    assert entries[1].user is None
    for entry in registry.get_logs_for_instance(first):
        told = f"{entry.data} {entry.label} {entry.formatter and entry.message}"
        assert not any(secret in told for secret in ("陈建国", "13900001234", "时间不对"))
    assert objection.reference in entries[1].message


def test_a_look_at_the_objector_is_logged_and_names_who_looked(running, office):
    _notice, [first, _second] = running
    objection = objection_to(first, objector="陈建国", contact="13900001234")

    assert reveal_objector(objection.pk, office) == {
        "objector": "陈建国",
        "contact": "13900001234",
    }

    [entry] = registry.get_logs_for_instance(first).filter(action="notices.reveal_objector")
    assert (entry.user, entry.data) == (office, {"objection": objection.reference})


@pytest.mark.parametrize("role", ["editor", "auditor"])
def test_nobody_else_reads_who_objected(running, role):
    _notice, [first, _second] = running
    objection = objection_to(first, objector="陈建国")

    with pytest.raises(NotAllowed) as refused:
        reveal_objector(objection.pk, UserFactory(**{role: True}))

    assert _("the organising office") in refused.value.reason
    assert not registry.get_logs_for_instance(first).filter(action="notices.reveal_objector")


def test_the_same_words_twice_are_one_objection():
    _notice, (nomination,) = notice_for(1)

    first, second = (
        objection_to(nomination, text="日期不对"),
        objection_to(nomination, text="日期不对 "),
    )

    assert first.pk == second.pk
    assert Objection.objects.count() == 1


def test_a_flood_of_objections_to_one_candidate_is_stemmed():
    _notice, (nomination, other) = notice_for(2)
    for number in range(OPEN_AN_HOUR):
        objection_to(nomination, text=f"第{number}条")

    with pytest.raises(NotAllowed):
        objection_to(nomination, text="再来一条")
    assert objection_to(other, text="另一位")
