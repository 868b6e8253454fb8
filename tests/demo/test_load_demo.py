"""The samples load once, and every role finds something to do at its first sign-in."""

from __future__ import annotations

import re
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry

from archive.models import Category, HonoreeIndexPage, HonoreePage, Honour, Place
from archive.pictures import STANDARD_SPECS
from goodpeople.accounts.models import User
from goodpeople.demo.loading import studio
from goodpeople.demo.loading.rounds import RoundLoader
from goodpeople.demo.samples import read
from goodpeople.nominations import states as st
from goodpeople.nominations.models import Nomination, Round
from goodpeople.notices.models import Notice, Objection
from goodpeople.panels.models import Result, ScoreSheet
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def _plain_pictures(monkeypatch):
    """Plain colours in place of the drawings, which have tests of their own."""
    monkeypatch.setattr(studio, "draw", lambda key, size: Image.new("RGB", size, (200, 60, 40)))


def load(**options) -> str:
    out = StringIO()
    call_command("load_demo", stdout=out, workers=1, **options)
    return out.getvalue()


@pytest.fixture
def loaded(_plain_pictures) -> str:
    """Return what the loading of the samples has told."""
    return load()


def stored_files() -> list[Path]:
    private = settings.PRIVATE_MEDIA_ROOT
    folders = (Path(settings.MEDIA_ROOT), Path(private))
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


def test_everything_loads_and_a_second_call_changes_nothing(loaded, client):
    counts = [model.objects.count() for model in (User, Round, Nomination, HonoreePage)]
    assert "The samples are loaded." in loaded

    assert "already loaded; nothing was changed" in load()
    assert [model.objects.count() for model in (User, Round, Nomination, HonoreePage)] == counts
    _every_role_finds_something()
    _zhu_is_archive_only()
    _a_closed_round_reads_backwards()
    _samples_are_marked()
    _the_log_is_dated_in_its_year()
    _every_step_was_counted(loaded)
    _no_page_has_to_make_a_picture(client)


def _every_step_was_counted(told: str) -> None:
    steps = re.findall(r"(\d+)/(\d+) ", told)
    assert [int(done) for done, _total in steps] == list(range(1, len(steps) + 1))
    assert {int(total) for _done, total in steps} == {len(steps)}


def _no_page_has_to_make_a_picture(client) -> None:
    rendition = get_image_model().get_rendition_model()
    made = rendition.objects.count()
    pages = HonoreePage.objects.live()
    ready = rendition.objects.filter(image__in=pages.values("portrait"))
    assert ready.count() == pages.count() * len(STANDARD_SPECS)
    years = {honour.year for honour in Honour.objects.all()}
    lists = [reverse(f"archive:{name}") for name in ("years", "places", "names")]
    lists += [reverse("archive:year", args=[year]) for year in years]
    lists += [reverse("archive:category", args=[row.code]) for row in Category.objects.all()]
    lists += [reverse("archive:place", args=[row.slug]) for row in Place.objects.all()]
    index = HonoreeIndexPage.objects.get()
    for url in ["/", index.url, *lists, *(page.url for page in pages)]:
        assert client.get(url).status_code == 200, url
    assert rendition.objects.count() == made


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


@pytest.mark.usefixtures("_plain_pictures")
def test_an_interrupted_load_leaves_no_row_and_no_file(monkeypatch):
    before = stored_files()

    def interrupted(loader):
        assert Nomination.objects.exists()
        assert len(stored_files()) > len(before)
        raise KeyboardInterrupt

    monkeypatch.setattr(RoundLoader, "_play_scoring", interrupted)

    with pytest.raises(KeyboardInterrupt):
        load()

    assert not User.objects.exists()
    assert not Nomination.objects.exists()
    assert stored_files() == before


def test_it_stays_out_of_a_site_that_has_accounts():
    UserFactory()

    with pytest.raises(CommandError, match="has accounts already"):
        load()


def test_it_stays_out_of_a_real_site(settings):
    settings.DEMO_ALLOWED = False

    with pytest.raises(CommandError, match="development settings only"):
        load()
