"""What waits for the office, as a table that each room adds its own to.

Objections belong to the notices and results to the panels, which this room never imports.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from goodpeople.nominations import states as st

# Where the office's own decision moves a nomination on; scoring waits for the panel, and the
# public notice for its last day.
DECIDED_BY_OFFICE = (st.ELIGIBILITY, st.VERIFICATION)


@dataclass(frozen=True)
class Waiting:
    """How many things of one kind wait, and where they are."""

    label: Any
    count: int
    url: str


@dataclass(frozen=True)
class _Entry:
    order: int
    label: Any
    count: Callable[[Any], int]
    url: Callable[[], str]


_entries: dict[int, _Entry] = {}


def register_waiting(
    order: int, label: Any, count: Callable[[Any], int], url: Callable[[], str]
) -> None:
    """Count a kind of thing on the office's front page; the same ``order`` replaces it.

    ``count`` is given the user and costs a fixed number of queries; ``url`` is asked only where
    something waits. Called in ``ready()`` or in a ``wagtail_hooks`` module.
    """
    _entries[order] = _Entry(order, label, count, url)


def waiting_for(user: Any) -> list[Waiting]:
    """Return what waits for ``user``, in order, without what there is none of."""
    entries = sorted(_entries.values(), key=lambda entry: entry.order)
    counted = [(entry, entry.count(user)) for entry in entries]
    return [Waiting(entry.label, count, entry.url()) for entry, count in counted if count]


def _count_in(state: str) -> Callable[[Any], int]:
    def count(user: Any) -> int:
        from goodpeople.nominations.scoping import nominations_visible_to

        return nominations_visible_to(user).in_state(state).count()

    return count


def _list_of(state: str) -> Callable[[], str]:
    return lambda: f"{reverse('nominations_nomination:list')}?state={state}"


def register_own() -> None:
    """Add the two checks that every nomination passes."""
    for order, state in zip((10, 20), DECIDED_BY_OFFICE, strict=True):
        register_waiting(order, st.STATE_LABELS[state], _count_in(state), _list_of(state))
