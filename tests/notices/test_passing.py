"""A notice's time passes by date: once, safely repeated, and announcing waits for it."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from archive.models import HonoreePage
from goodpeople.nominations import states as st
from goodpeople.nominations.models import StepRecord
from goodpeople.nominations.rounds import perform, preview
from goodpeople.notices.models import Notice, OfficeContact
from goodpeople.notices.objections import dispose_of
from goodpeople.notices.publication import pass_notices
from tests.factories.accounts import UserFactory
from tests.factories.notices import fresh_round, notice_for, objection_to
from tests.notices.conftest import days_from_now, state_of

pytestmark = pytest.mark.django_db


def runs_until(notice: Notice) -> str:
    return _("the public notice runs until %(date)s") % {
        "date": date_format(notice.ends_on, "DATE_FORMAT")
    }


def finish_profiles(candidates) -> None:
    """Complete every draft profile as an editor does."""
    for nomination in candidates:
        draft = HonoreePage.objects.get(pk=nomination.profile_id).get_latest_revision_as_object()
        draft.profile_ready = True
        draft.portrait_alt, draft.portrait_credit = "示例照片", "示例"
        draft.save_revision()


def test_nobody_passes_while_the_notice_runs(running, office):
    notice, [first, second] = running

    assert pass_notices(office, now=days_from_now(4)) == []

    assert state_of(first) == state_of(second) == st.NOTICE
    assert notice.is_running(notice.ends_on)


def test_passing_twice_is_harmless(running, office):
    _notice, candidates = running

    passed = pass_notices(office, now=days_from_now(5))
    again = pass_notices(office, now=days_from_now(6))

    assert {n.pk for n in passed} == {n.pk for n in candidates}
    assert again == []
    for nomination in candidates:
        states = TaskState.objects.for_instance(nomination).filter(
            task__content_type__model="noticetask"
        )
        assert [state.status for state in states] == [TaskState.STATUS_APPROVED]


def test_a_round_that_has_not_started_its_notice_waits(running, office):
    notice, candidates = running
    notice.delete()

    assert pass_notices(office, now=days_from_now(30)) == []
    assert state_of(candidates[0]) == st.NOTICE


def test_the_notice_starts_once_and_for_the_rounds_days(running, office):
    notice, _candidates = running

    assert (notice.ends_on - notice.starts_on).days + 1 == notice.round.notice_days == notice.days
    again = perform("start_notice", notice.round_id, office)
    assert again.status == "already_done"
    assert Notice.objects.filter(round=notice.round_id).count() == 1


def test_starting_says_when_no_address_for_objections_is_filled_in(running):
    notice, _candidates = running
    StepRecord.objects.filter(round=notice.round_id, step="start_notice").delete()
    hint = _("The notice will name no address for objections: fill it in under Settings.")

    assert hint in preview("start_notice", fresh_round(notice)).notes
    OfficeContact.objects.create(name="示例办公室", phone="0573-00000000")
    assert hint not in preview("start_notice", fresh_round(notice)).notes


def test_announcing_is_blocked_until_the_notice_is_over(running, office):
    notice, candidates = running
    finish_profiles(candidates)

    result = perform("announce", notice.round_id, office)

    assert result.status == "blocked"
    # The same reason for everybody is said once.
    assert len(candidates) > 1
    [reason] = result.reasons
    assert runs_until(notice) in reason
    assert state_of(candidates[0]) == st.NOTICE


def test_an_open_objection_blocks_the_announcement_and_is_named(running, office):
    notice, [first, second] = running
    finish_profiles([first, second])
    objection = objection_to(first)

    result = perform("announce", notice.round_id, office, now=days_from_now(30))

    assert result.status == "blocked"
    [reason] = result.reasons
    assert first.name in reason
    assert objection.reference in reason
    assert state_of(second) == st.NOTICE


def test_announcing_goes_once_all_is_decided(running, office):
    notice, [first, second] = running
    finish_profiles([first, second])
    objection = objection_to(first)
    dispose_of(objection.pk, office, uphold=False, reason="已核实。")

    result = perform("announce", notice.round_id, office, now=days_from_now(30))

    assert (result.status, result.reasons, result.moved) == ("done", [], 2)
    assert state_of(first) == state_of(second) == st.ANNOUNCED
    assert Notice.objects.with_announced().get(pk=notice.pk).phase == Notice.Phase.ANNOUNCED


def test_the_command_prints_who_passed_and_who_waits_why(running, office, capsys):
    notice, [first, second] = running
    objection = objection_to(first)
    Notice.objects.filter(pk=notice.pk).update(
        starts_on=days_from_now(-9).date(), ends_on=days_from_now(-1).date()
    )
    running_notice, [third] = notice_for([{"name": "潘水明"}], office=office)

    call_command("pass_notices", "--as", office.username)

    lines = capsys.readouterr().out.splitlines()
    assert f"{notice.round} · {second}: {_('passed the notice')}" in lines
    [waiting] = [line for line in lines if str(first) in line]
    assert objection.reference in waiting
    [early] = [line for line in lines if str(third) in line]
    assert runs_until(running_notice) in early
    assert lines[-1] == _("%(passed)s passed, %(waiting)s waiting.") % {"passed": 1, "waiting": 2}
    call_command("pass_notices", "--as", office.username)
    assert capsys.readouterr().out.splitlines()[-1] == _(
        "%(passed)s passed, %(waiting)s waiting."
    ) % {"passed": 0, "waiting": 2}


def test_the_command_names_the_option_when_nobody_acts(running):
    with pytest.raises(CommandError) as refused:
        call_command("pass_notices")

    assert str(refused.value) == _("Say who acts: --as USERNAME, an account of the office.")


def test_the_command_refuses_who_is_not_of_the_office(running):
    UserFactory(username="luxiao", editor=True)

    with pytest.raises(CommandError) as unknown:
        call_command("pass_notices", "--as", "nobody")
    with pytest.raises(CommandError) as editor:
        call_command("pass_notices", "--as", "luxiao")

    assert "nobody" in str(unknown.value)
    assert str(editor.value) == _(
        "“%(name)s” is not an active account of the office; give another with --as."
    ) % {"name": "luxiao"}
