"""Links from a round's page to other rooms' screens, as a table that each room adds its own to.

The same links stand beside a nomination, so that a candidate in scoring leads to the panel's
progress and one on notice to its objections.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

if TYPE_CHECKING:
    from goodpeople.nominations.models import Round


@dataclass(frozen=True)
class RoundLink:
    """One screen of a round: its label and its address."""

    label: Any
    url: str


@dataclass(frozen=True)
class _Entry:
    order: int
    label: Any
    url_name: str
    applies: Callable[[Round], bool]


_entries: dict[str, _Entry] = {}


def register_round_link(
    order: int, label: Any, url_name: str, applies: Callable[[Round], bool] = lambda round_: True
) -> None:
    """Add a link to every round that it ``applies`` to; the same ``url_name`` replaces it.

    ``url_name`` is reversed with the round's id as its only argument. Called in ``ready()`` or
    in a ``wagtail_hooks`` module.
    """
    _entries[url_name] = _Entry(order, label, url_name, applies)


def round_links(round_: Round) -> list[RoundLink]:
    """Return the links that apply to ``round_`` now, in order."""
    entries = sorted(_entries.values(), key=lambda entry: entry.order)
    return [
        RoundLink(entry.label, reverse(entry.url_name, args=[round_.pk]))
        for entry in entries
        if entry.applies(round_)
    ]
