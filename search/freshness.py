"""What keeps an index in step with the database, seen from the backend.

The backend works without it: then ``add`` and ``delete`` are all there is. The app around it
puts its outbox here, and the backend asks before every search and around every rebuild.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connections

if TYPE_CHECKING:
    from .backends import EngineSearchBackend
    from .backends.families import Family


class Freshness:
    """Nothing follows the index; every method is empty."""

    def before_search(self, backend: EngineSearchBackend) -> None:
        """Bring in what was committed since. Never raises, never waits for another process."""

    @contextmanager
    def while_rebuilding(
        self, backend: EngineSearchBackend, family: Family, wait: float
    ) -> Iterator[None]:
        """Remember what changes until the block ends, for :meth:`changed_meanwhile`.

        ``wait`` is how many seconds to wait for changes that are just being taken in.
        """
        yield

    @contextmanager
    def changed_meanwhile(
        self, backend: EngineSearchBackend, family: Family, wait: float
    ) -> Iterator[frozenset[str]]:
        """Hold back other changes and give the keys of what changed while rebuilding.

        Where the block ends well, they count as taken into the index.
        """
        yield frozenset()


_make: Callable[[], Freshness] = Freshness


def current() -> Freshness:
    """Return what keeps this process's indexes fresh."""
    return _make()


def install(make: Callable[[], Freshness]) -> None:
    """Let what ``make`` returns do it from now on."""
    global _make
    _make = make


def reads_committed(alias: str) -> bool:
    """Return whether what this connection reads is committed: it may go into an index then.

    Inside a transaction it may see its own changes, which could still be rolled back.
    """
    return not connections[alias].in_atomic_block
