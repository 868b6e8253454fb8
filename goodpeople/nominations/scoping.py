"""Whose rows a user may see: asked by every list and every view of a nomination."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404

from goodpeople.nominations.models import Nomination, Unit
from goodpeople.nominations.permissions import reads_everything
from goodpeople.nominations.querysets import NominationQuerySet


def own_units(user: Any) -> list[Unit]:
    """Return the active units that ``user`` works for; cached on the user object."""
    if not user.is_authenticated or not user.is_active:
        return []
    cached = getattr(user, "_own_units", None)
    if cached is None:
        cached = list(Unit.objects.filter(staff__user=user, active=True).order_by("path"))
        user._own_units = cached
    return cached


def nominations_visible_to(user: Any) -> NominationQuerySet:
    """Return all nominations for the office and the auditor, else those of the user's subtree.

    A panel member sees candidates through score sheets, never through this list.
    """
    if not user.is_authenticated or not user.is_active:
        return Nomination.objects.none()
    if reads_everything(user):
        return Nomination.objects.all()
    units = own_units(user)
    if not units:
        return Nomination.objects.none()
    return Nomination.objects.filter(unit__in=Unit.objects.under(units))


def get_visible_nomination(user: Any, pk: int) -> Nomination:
    """Return one nomination that ``user`` may see; anything else is a 404, not a 403.

    Another unit's nomination must not even be known to exist.
    """
    return get_object_or_404(nominations_visible_to(user).for_listing(), pk=pk)


def is_staff_of_its_unit(user: Any, nomination: Nomination) -> bool:
    """Whether ``user`` works for the nominating unit itself."""
    return any(unit.pk == nomination.unit_id for unit in own_units(user))


def is_staff_above(user: Any, nomination: Nomination) -> bool:
    """Whether ``user`` works for a unit that stands above the nominating one."""
    path = nomination.unit.path
    return any(
        path.startswith(unit.path) and unit.pk != nomination.unit_id for unit in own_units(user)
    )
