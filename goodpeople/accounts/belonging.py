"""Where an account belongs beside its roles: each room says what it has put people into.

An account without a role works once a unit or a panel names it. The rooms that know those fill
this table, so that accounts never import them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from goodpeople.accounts.models import User


@dataclass(frozen=True)
class Belonging:
    """One kind of place: whom it holds, in words, and how somebody gets there."""

    name: str
    order: int
    of_accounts: Callable[[Sequence[User]], dict[int, list[Any]]]
    next_step: str | Promise
    url_name: str

    @property
    def url(self) -> str:
        """Return the address at which an account is put there."""
        return reverse(self.url_name)


_kinds: dict[str, Belonging] = {}


def register_belonging(
    name: str,
    order: int,
    of_accounts: Callable[[Sequence[User]], dict[int, list[Any]]],
    next_step: str | Promise,
    url_name: str,
) -> None:
    """Add a kind of place; called in a room's ``ready()``. The same ``name`` replaces it.

    ``of_accounts`` is asked once for a whole list and answers by account id.
    """
    _kinds[name] = Belonging(name, order, of_accounts, next_step, url_name)


def belongings() -> list[Belonging]:
    """Return all kinds in order."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.name))


def where_they_belong(accounts: Sequence[User]) -> dict[int, list[str]]:
    """Return in words where each account belongs, by its id; one call for each kind."""
    found: dict[int, list[str]] = defaultdict(list)
    for kind in belongings():
        for pk, places in kind.of_accounts(accounts).items():
            found[pk] += [str(place) for place in places]
    return found
