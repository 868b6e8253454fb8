"""The whole way of one nomination, through the verbs alone."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from archive.models import HonoreePage
from goodpeople.nominations.models import Nomination, Round

pytestmark = pytest.mark.django_db


def test_the_walk_goes_all_the_way_and_leaves_nothing():
    out = StringIO()

    call_command("walk_round", stdout=out)

    said = out.getvalue()
    assert "the public: finds 钟阿炳" in said
    assert "office: presses again; already_done" in said
    assert not Round.objects.exists()
    assert not Nomination.objects.exists()


def test_a_kept_walk_leaves_the_profile_live():
    call_command("walk_round", "--keep", stdout=StringIO())

    page = HonoreePage.objects.get(title="钟阿炳")
    assert page.live
    assert not page.awaiting_honour
    assert page.honours.get().category.code == "dedication"
