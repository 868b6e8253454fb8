"""What was searched for and not found, noted for the office without anything of who asked."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from search.engine.analysis.query_text import ParsedQuery
from search.page.models import FruitlessSearch

MOST_ROWS = 1_000
PER_MINUTE = 30  # notes that one process takes; the rest is not kept
BUSY_MILLISECONDS = 50  # that a reader waits for the note, where somebody else is writing
# A phone number, an identity number or an account has as many figures. A date may, too; so be it.
_TELLING_FIGURES = 6
_NO_FIGURE = re.compile(r"[^0-9]")


def note(query: ParsedQuery) -> bool:
    """Note that ``query`` found nothing; return whether that was kept.

    Not kept: what may be a phone or identity number or an address of a mailbox, long texts, what
    comes too fast, and anything at all while the database is busy: no reader waits for this.
    """
    words = _kept_words(query)
    if not words or not _pace.allows():
        return False
    try:
        with _not_waiting(), transaction.atomic():
            _count(words)
    except DatabaseError:
        return False
    return True


def clear() -> int:
    """Forget everything that was noted; return how many rows it was."""
    gone, _by_model = FruitlessSearch.objects.all().delete()
    return gone


def _kept_words(query: ParsedQuery) -> str:
    words = " ".join((*query.words, *query.phrases))
    figures = len(_NO_FIGURE.sub("", words))
    if len(words) > FruitlessSearch.LONGEST or figures >= _TELLING_FIGURES or "@" in query.text:
        return ""
    return words


def _count(words: str) -> None:
    today = timezone.localdate()
    row, is_new = FruitlessSearch.objects.get_or_create(words=words, defaults={"last_day": today})
    if not is_new:
        FruitlessSearch.objects.filter(pk=row.pk).update(times=F("times") + 1, last_day=today)
        return
    surplus = FruitlessSearch.objects.count() - MOST_ROWS
    if surplus > 0:
        oldest = FruitlessSearch.objects.exclude(pk=row.pk).order_by("last_day", "times", "pk")
        FruitlessSearch.objects.filter(
            pk__in=list(oldest.values_list("pk", flat=True)[:surplus])
        ).delete()


@contextmanager
def _not_waiting() -> Iterator[None]:
    """Give up soon where another process is writing; SQLite would wait for many seconds."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = int(cursor.fetchone()[0])
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")


class _Pace:
    """Allows so many in each minute of this process."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._lock = threading.Lock()
        self._begun = 0.0
        self._taken = 0

    def allows(self) -> bool:
        """Return whether one more is allowed now, and count it."""
        with self._lock:
            now = time.monotonic()
            if now - self._begun >= 60:
                self._begun, self._taken = now, 0
            self._taken += 1
            return self._taken <= self._per_minute


_pace = _Pace(PER_MINUTE)
