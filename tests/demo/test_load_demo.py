"""The samples load once, and every role finds something to do at its first sign-in."""

from __future__ import annotations

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from PIL import Image
from wagtail.models import ModelLogEntry

from archive.models import HonoreePage
from goodpeople.accounts.models import User
from goodpeople.demo.loading import honourees
from goodpeople.demo.samples import read
from goodpeople.nominations import states as st
from goodpeople.nominations.models import Nomination, Round
from goodpeople.notices.models import Notice, Objection
from goodpeople.panels.models import Result, ScoreSheet
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(monkeypatch):
    """The samples, with plain colours in place of the drawings (which have tests of their own)."""
    monkeypatch.setattr(
        honourees, "draw", lambda key, size=(1600, 1200): Image.new("RGB", size, (200, 60, 40))
    )
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def test_everything_loads_and_a_second_call_changes_nothing(loaded):
    counts = [model.objects.count() for model in (User, Round, Nomination, HonoreePage)]
    assert "The samples are loaded." in loaded

    out = StringIO()
    call_command("load_demo", stdout=out)

    assert "already loaded; nothing was changed" in out.getvalue()
    assert [model.objects.count() for model in (User, Round, Nomination, HonoreePage)] == counts
    _every_role_finds_something()
    _zhu_is_archive_only()
    _a_closed_round_reads_backwards()
    _samples_are_marked()
    _the_log_is_dated_in_its_year()


def _every_role_finds_something() -> None:
    running = Round.objects.get(year=2026, title__contains="年度")
    states = Counter(n.state for n in running.nominations.with_state())
    assert {st.DRAFT, st.RETURNED, st.ELIGIBILITY, st.VERIFICATION, st.SCORING} <= set(states)
    shown = [row["username"] for row in read("accounts") if row["shown"]]
    for user in User.objects.filter(username__in=shown, panel_seats__isnull=False).distinct():
        assert ScoreSheet.objects.filter(member__user=user, status="open").exists(), user
    assert Notice.objects.running().count() == 1
    assert Objection.objects.filter(status="open").count() == 1
    waiting = HonoreePage.objects.filter(awaiting_honour=True)
    assert [p for p in waiting if not p.get_latest_revision_as_object().profile_ready]


def _zhu_is_archive_only() -> None:
    zhu = HonoreePage.objects.get(slug="zhu-yunguan")
    assert zhu.live
    assert not zhu.is_sample
    assert not Nomination.objects.filter(profile=zhu).exists()
    assert not Nomination.objects.filter(name__contains="朱云观").exists()
    for word in ("理发", "朱云观", "双庙村"):
        assert zhu.pk in {hit.pk for hit in HonoreePage.objects.live().public().search(word)}


def _a_closed_round_reads_backwards() -> None:
    page = HonoreePage.objects.live().filter(honours__year=2024, is_sample=True).first()
    nomination = Nomination.objects.get(profile=page)
    assert nomination.honour in page.honours.all()
    assert Result.objects.get(nomination=nomination).decision == "selected"
    assert nomination.sheets.filter(status="handed_in").count() >= 4


def _samples_are_marked() -> None:
    unmarked = HonoreePage.objects.filter(is_sample=False)
    assert [page.slug for page in unmarked] == ["zhu-yunguan"]
    assert not Round.objects.filter(is_sample=False).exists()


def _the_log_is_dated_in_its_year() -> None:
    nomination = Nomination.objects.filter(round__year=2024).first()
    entries = ModelLogEntry.objects.filter(object_id=str(nomination.pk), action__contains="decide")
    assert {entry.timestamp.year for entry in entries} == {2024}


def test_it_stays_out_of_a_site_that_has_accounts():
    UserFactory()

    with pytest.raises(CommandError, match="has accounts already"):
        call_command("load_demo", stdout=StringIO())


def test_it_stays_out_of_a_real_site(settings):
    settings.DEMO_ALLOWED = False

    with pytest.raises(CommandError, match="development settings only"):
        call_command("load_demo", stdout=StringIO())
