"""A clock for the samples, so that a round of 2024 has its log entries in 2024.

Everything that writes a time asks ``django.utils.timezone.now()``; inside ``at()`` that answers
with the moment given, plus the time that has passed since, so that the order of things stays.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from unittest import mock

from django.utils import timezone


def moment(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """Return ``day`` at the given local time, aware."""
    return timezone.make_aware(datetime.combine(day, time_of_day(hour, minute)))


@contextmanager
def at(when: datetime) -> Iterator[None]:
    """Let the current time be ``when`` (aware) while the block runs."""
    began = time.monotonic()

    def now() -> datetime:
        return when + timedelta(seconds=time.monotonic() - began)

    with mock.patch.object(timezone, "now", now):
        yield
