"""Where people work: each room names its desk, and sign-in leads each person to theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Desk:
    """A place to work: for whom it is, and how many things wait there (None: not counted)."""

    name: str
    order: int
    url_name: str
    label: str | Promise
    applies: Callable[..., bool]
    count: Callable[..., int | None]
    help_text: str | Promise = ""

    @property
    def url(self) -> str:
        """Return the desk's address in the active language."""
        return reverse(self.url_name)


@dataclass(frozen=True)
class DeskForUser:
    """A desk as one person sees it, with what waits for them there."""

    name: str
    url: str
    label: str | Promise
    help_text: str | Promise
    count: int | None


_desks: dict[str, Desk] = {}


def register_desk(
    name: str,
    order: int,
    url_name: str,
    label: str | Promise,
    applies: Callable[..., bool],
    count: Callable[..., int | None] = lambda user: None,
    help_text: str | Promise = "",
) -> None:
    """Name a desk; called in a room's ``ready()``. A second call with ``name`` replaces it."""
    _desks[name] = Desk(name, order, url_name, label, applies, count, help_text)


def desks_of(user) -> list[Desk]:
    """Return the desks that ``user`` works at, in order. One call of ``applies`` per desk."""
    desks = (desk for desk in _desks.values() if desk.applies(user))
    return sorted(desks, key=lambda desk: (desk.order, desk.name))


def desk_at(path: str) -> Desk | None:
    """Return the desk within which the address ``path`` lies, if it lies in one."""
    return next((desk for desk in _desks.values() if path.startswith(desk.url)), None)


def with_counts(desks: list[Desk], user) -> list[DeskForUser]:
    """Return ``desks`` as ``user`` sees them, each with what waits there."""
    return [
        DeskForUser(desk.name, desk.url, desk.label, desk.help_text, desk.count(user))
        for desk in desks
    ]
