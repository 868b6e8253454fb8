"""The announcement: the whole list or none of it, once, and nothing before its time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry

from archive.models import HonoreePage, Honour
from goodpeople.nominations import announcement, rounds
from goodpeople.nominations.models import Nomination
from tests.factories.accounts import UserFactory
from tests.factories.archive import HonoreePageFactory
from tests.factories.notices import notice_for, objection_to
from tests.races.rounds import round_on_the_eve

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def states(nominations) -> set[str]:
    """Return the states as stored."""
    return {Nomination.objects.get(pk=n.pk).state for n in nominations}


def test_one_press_publishes_every_profile_and_writes_every_honour(office):
    round_, nominations = round_on_the_eve(2)

    result = rounds.perform("announce", round_.pk, office)

    assert (result.status, result.moved) == ("done", 2)
    assert states(nominations) == {"announced"}
    for nomination in Nomination.objects.select_related("profile", "honour"):
        assert nomination.profile.live
        assert not nomination.profile.awaiting_honour
        assert nomination.honour.page_id == nomination.profile_id
        assert nomination.honour.year == round_.year
        assert nomination.profile.portrait is not None


def test_a_second_press_is_told_so_and_changes_nothing(office):
    round_, _nominations = round_on_the_eve(1)
    rounds.perform("announce", round_.pk, office)

    result = rounds.perform("announce", round_.pk, office)

    assert result.status == "already_done"
    assert Honour.objects.count() == 1
    assert ModelLogEntry.objects.filter(action="nominations.announce").count() == 1


def test_an_unfinished_draft_blocks_the_list_and_is_named(office):
    round_, nominations = round_on_the_eve(2)
    draft = nominations[1].profile.get_latest_revision_as_object()
    draft.profile_ready = False
    draft.save_revision()

    result = rounds.perform("announce", round_.pk, office)

    assert result.status == "blocked"
    assert [r for r in result.reasons if r.startswith(f"{nominations[1].name}: ")]
    assert not [r for r in result.reasons if r.startswith(f"{nominations[0].name}: ")]
    assert not HonoreePage.objects.live().exists()
    assert states(nominations) == {"notice"}


def test_nothing_is_announced_while_the_notice_runs(office):
    notice, nominations = notice_for(1)

    result = rounds.perform("announce", notice.round_id, office)

    assert result.status == "blocked"
    assert any("the public notice runs until" in reason for reason in result.reasons)
    assert states(nominations) == {"notice"}


def test_an_open_objection_blocks_by_its_reference(office):
    notice, nominations = notice_for(2)
    objection = objection_to(nominations[0])
    later = timezone.now() + timedelta(days=30)

    reasons = rounds.perform("announce", notice.round_id, office, now=later).reasons

    assert f"{nominations[0].name}: the objection {objection.reference} is open" in reasons
    assert not any(nominations[1].name in reason and "objection" in reason for reason in reasons)


def test_a_failure_in_the_middle_undoes_all_of_it_and_leaves_no_picture(office, monkeypatch):
    round_, nominations = round_on_the_eve(2)
    publish = announcement.publish_honouree
    calls = []

    def fail_the_second(*args, **kwargs):
        calls.append(1)
        if len(calls) == 2:
            raise OSError("the disk is full")
        return publish(*args, **kwargs)

    monkeypatch.setattr(announcement, "publish_honouree", fail_the_second)
    with pytest.raises(OSError, match="the disk is full"):
        rounds.perform("announce", round_.pk, office)

    assert states(nominations) == {"notice"}
    assert not Honour.objects.exists()
    assert not HonoreePage.objects.live().exists()
    assert not get_image_model().objects.exists()
    assert not round_.step_records.filter(step="announce").exists()


@pytest.mark.parametrize("who", [{}, {"editor": True}, {"auditor": True}])
def test_only_the_office_performs_a_step(who):
    round_, nominations = round_on_the_eve(1)

    result = rounds.perform("announce", round_.pk, UserFactory(**who))

    assert result.status == "refused"
    assert "Only the organising office" in result.reasons[0]
    assert states(nominations) == {"notice"}


def test_steps_go_in_their_order(office):
    round_, _nominations = round_on_the_eve(1)
    round_.step_records.filter(step="start_notice").delete()

    result = rounds.perform("announce", round_.pk, office)

    assert result.status == "blocked"
    assert result.reasons == ["First: Start the public notice."]


def test_the_record_that_reaches_the_archive_has_no_field_for_anything_private():
    fields = set(announcement.HonoreeRecord.__dataclass_fields__)

    assert fields == {
        "name",
        "kind",
        "citation",
        "overview",
        "story",
        "place",
        "category",
        "year",
        "level",
        "is_sample",
    }


def test_an_existing_honouree_keeps_the_page_and_gains_an_honour(office):
    page = HonoreePageFactory(title="示例张0三")
    notice, nominations = notice_for(1, now=timezone.now() - timedelta(days=20))
    nomination = nominations[0]
    announcement.drop_profile(nomination.pk, office)
    Nomination.objects.filter(pk=nomination.pk).update(profile=page, honouree_choice="existing")
    announcement.draft_profile(nomination.pk, office)
    draft = HonoreePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.profile_ready = True
    draft.save_revision()

    assert rounds.perform("announce", notice.round_id, office).status == "done"
    assert HonoreePage.objects.count() == 1
    assert page.honours.count() == 1


def test_what_holds_up_everyone_is_said_once(office):
    notice, nominations = notice_for(3)
    draft = nominations[0].profile.get_latest_revision_as_object()
    draft.profile_ready = True
    draft.save_revision()

    reasons = rounds.perform("announce", notice.round_id, office).reasons

    shared = [reason for reason in reasons if "the public notice runs until" in reason]
    assert len(shared) == 1
    assert shared[0].startswith("Everyone on the list: ")
    # What holds up only some still names each of them.
    unticked = [reason for reason in reasons if "has not ticked" in reason]
    assert [reason.split(":")[0] for reason in unticked] == [n.name for n in nominations[1:]]


def test_an_unreadable_photo_blocks_and_says_whose_and_what_to_do(office):
    round_, nominations = round_on_the_eve(2)
    photo = nominations[1].photos.get()
    photo.file.storage.delete(photo.file.name)

    result = rounds.perform("announce", round_.pk, office)

    assert result.status == "blocked"
    assert result.reasons[0].startswith(f"{nominations[1].name}: the photo of the nomination")
    assert not get_image_model().objects.exists()
    assert states(nominations) == {"notice"}
