"""Fixtures of the notices' tests."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from goodpeople.accounts.roles import sync_role_groups
from goodpeople.nominations.models import Nomination
from tests.factories.accounts import UserFactory
from tests.factories.notices import notice_for


@pytest.fixture
def office(db):
    """A clerk of the office; a flushed database has lost the role groups."""
    sync_role_groups()
    return UserFactory(username="gumin", display_name="顾敏", office=True)


@pytest.fixture
def running(office):
    """A notice of seven days that started the day before yesterday, with two candidates."""
    notice, candidates = notice_for(
        [{"name": "贝阿毛"}, {"name": "龚敏"}], office=office, now=days_from_now(-2)
    )
    return notice, candidates


def days_from_now(days: int) -> datetime:
    """Return noon of the local day that lies ``days`` from today: never near midnight."""
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(12)))


def state_of(nomination: Nomination) -> str:
    """Return the state that the database holds now."""
    return Nomination.objects.get(pk=nomination.pk).state
