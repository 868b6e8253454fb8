"""Taking the outbox into the index: after a commit and before a search, one process at a time.

What takes longer than a request should, a long list or the merging of segments, is left to one
thread of the process.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import DatabaseError, connections
from django.db.models import QuerySet

from . import freshness
from .backends import EngineSearchBackend
from .backends.families import Family, families
from .backends.index import EngineIndex, objects_with
from .backends.locks import Busy, held, is_held
from .engine.documents import Document
from .engine.errors import EngineError, IndexLocked
from .keys import key_of
from .models import PendingChange
from .outbox import aliases, followed_backends

if TYPE_CHECKING:
    from .engine.index import Index

logger = logging.getLogger(__name__)

# Rows of one commit to the index: small enough that a search waits little for it.
BATCH = 100
# How long a request goes on taking changes in before it leaves the rest to a thread.
REQUEST_SECONDS = 0.3
DRAIN_LOCK = "draining.lock"
# An index of more segments than this is merged in the background.
MANY_SEGMENTS = 6


class AfterCommit:
    """The callback of a transaction that changed something: drains a little, then in a thread."""

    def __init__(self, using: str) -> None:
        self.using = using
        # Django names a callback that failed by this.
        self.__qualname__ = type(self).__qualname__

    def __call__(self) -> None:
        """Take the changes in; where there are many, a thread goes on."""
        if freshness.reads_committed(self.using):
            drain_in_request(self.using)


def drain_in_request(using: str) -> None:
    """Take changes in for a moment; leave long lists and merging to a thread."""
    if drain(using, seconds=REQUEST_SECONDS) or _untidy():
        _in_background(using)


def drain(using: str, *, seconds: float | None = None) -> bool:
    """Take committed changes into the indexes; return whether any are left.

    Stops after ``seconds``, never inside a batch. Returns at once where another process drains:
    it will find these rows too. Whatever goes wrong with an index or its folder is logged, and
    the rows wait.
    """
    backends = followed_backends()
    deadline = None if seconds is None else time.monotonic() + seconds
    stuck: set[str] = set()
    try:
        while backends:
            with _all_drain_locks(backends):
                while rows := list(_waiting(using).exclude(family__in=stuck)[:BATCH]):
                    stuck |= _take_in(backends, using, rows)
                    if deadline is not None and time.monotonic() > deadline:
                        return _waiting(using).exclude(family__in=stuck).exists()
            # A row that came after the last look, while others still saw the lock as ours.
            if not _waiting(using).exclude(family__in=stuck).exists():
                return False
    except Busy:
        return False
    except (OSError, DatabaseError) as error:
        logger.warning("Search: changes could not be taken in, they wait: %s", error)
    return False


def _waiting(using: str) -> QuerySet[PendingChange]:
    return PendingChange.objects.using(using).filter(kept=False).order_by("pk")


def _take_in(
    backends: list[EngineSearchBackend], using: str, rows: list[PendingChange]
) -> set[str]:
    """Take in one batch and delete its rows; return the labels of families whose rows must wait."""
    known = {family.label: family for family in families()}
    by_family: dict[str, list[PendingChange]] = defaultdict(list)
    for row in rows:
        by_family[row.family].append(row)
    stuck = set()
    for label, some in by_family.items():
        family = known.get(label)
        done = family is None or _write(backends, family, {row.object_key for row in some})
        if not done:
            stuck.add(label)
            continue
        own = PendingChange.objects.using(using).filter(pk__in=[row.pk for row in some])
        if family is not None and any(is_held(_rebuild_lock(b, family)) for b in backends):
            own.update(kept=True)
        else:
            own.delete()
    return stuck


def _write(backends: list[EngineSearchBackend], family: Family, keys: set[str]) -> bool:
    """Bring the objects with these keys up to date in every index; return whether that is done.

    An index that was never built needs nothing: a rebuild reads what stands then.
    """
    indexes = [EngineIndex(backend, family) for backend in backends]
    built = [index for index in indexes if index.engine.exists()]
    if not built:
        return True
    documents, gone = _documents(family, keys)
    for index in built:
        try:
            index.write(documents, gone, wait=0.0)
        except IndexLocked:
            return False
        except (EngineError, OSError) as error:
            index.backend.report(family, error)
            return False
    return True


def _documents(family: Family, keys: set[str]) -> tuple[list[Document], set[str]]:
    """Return what the index is to hold of these keys, and which of them it is to lose.

    An object that cannot be read is logged and left as the index has it: one bad row must not
    hold up the others.
    """
    documents, seen = [], set()
    for obj in objects_with(family, keys):
        seen.add(key_of(obj.pk))
        try:
            documents.append(family.document(obj))
        except Exception:
            logger.exception("Search: %s %s cannot be read", obj._meta.label, obj.pk)
    return documents, keys - seen


@contextmanager
def _all_drain_locks(backends: list[EngineSearchBackend], *, wait: float = 0.0) -> Iterator[None]:
    with ExitStack() as stack:
        for path in sorted({backend.path for backend in backends}):
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            stack.enter_context(held(path / DRAIN_LOCK, wait=wait))
        yield


def _rebuild_lock(backend: EngineSearchBackend, family: Family) -> Path:
    return backend.path / f"{family.label}.rebuilding.lock"


_background = threading.Lock()


def _in_background(using: str) -> None:
    """Drain to the end and merge in a thread of this process; one thread at most."""
    if _background.acquire(blocking=False):
        threading.Thread(target=_drain_and_merge, args=(using,), daemon=True).start()


def _drain_and_merge(using: str) -> None:
    try:
        drain(using)
        for index in _untidy():
            try:
                index.merge()
            except EngineError as error:
                logger.warning("Search: %s was not merged: %s", index.folder, error)
        # What was saved while the merge held the index.
        drain(using)
    finally:
        _background.release()
        connections.close_all()


def _untidy() -> list[Index]:
    """Return the indexes that have come apart into many segments."""
    found = []
    for backend in followed_backends():
        for family in families():
            index = backend.engine_index(family)
            try:
                if index.status().segments > MANY_SEGMENTS:
                    found.append(index)
            except EngineError:
                continue
    return found


def _rows(using: str, family: Family) -> QuerySet[PendingChange]:
    return PendingChange.objects.using(using).filter(family=family.label)


def _drop_kept(family: Family) -> None:
    """Forget what was kept for a rebuild: it is in the index that serves."""
    for using in aliases():
        _rows(using, family).filter(kept=True).delete()


class OutboxFreshness(freshness.Freshness):
    """Keeps the indexes in step through the outbox."""

    def before_search(self, backend: EngineSearchBackend) -> None:
        """Take in what is committed, for a moment; a thread goes on where there is much."""
        if backend.params.get("AUTO_UPDATE", True) is not False:
            return
        for using in aliases():
            try:
                if not freshness.reads_committed(using) or not _waiting(using).exists():
                    continue
            except DatabaseError as error:
                logger.warning("Search: the outbox cannot be read: %s", error)
                continue
            drain_in_request(using)

    @contextmanager
    def while_rebuilding(
        self, backend: EngineSearchBackend, family: Family, wait: float
    ) -> Iterator[None]:
        """Keep the rows of what is taken in from now on. Raises IndexLocked."""
        with ExitStack() as stack:
            try:
                with _all_drain_locks([backend], wait=wait):
                    stack.enter_context(held(_rebuild_lock(backend, family)))
            except Busy as error:
                raise IndexLocked(f"{family.label} is being rebuilt or drained") from error
            _drop_kept(family)
            try:
                yield
            finally:
                _drop_kept(family)

    @contextmanager
    def changed_meanwhile(
        self, backend: EngineSearchBackend, family: Family, wait: float
    ) -> Iterator[frozenset[str]]:
        """Give the keys of all rows, kept and waiting, and delete them where the block ends well.

        Raises IndexLocked where a drain does not end.
        """
        try:
            with _all_drain_locks([backend], wait=wait):
                rows = [row for using in aliases() for row in _rows(using, family)]
                yield frozenset(row.object_key for row in rows)
                # One by one: a row with a smaller number may be committed meanwhile.
                for row in rows:
                    row.delete()
        except Busy as error:
            raise IndexLocked("a drain does not end") from error
