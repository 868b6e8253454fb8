"""Opening a nomination for a view of the desk: 404 for others' rows, 403 with the reason."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from goodpeople.nominations.models import Nomination, Unit
from goodpeople.nominations.permissions import NOMINATOR, ROLE_LABELS, allowed
from goodpeople.nominations.scoping import get_visible_nomination, own_units


def units_of(request: HttpRequest) -> list[Unit]:
    """Return the user's units; raise ``PermissionDenied`` where there is none."""
    units = own_units(request.user)
    if not units:
        raise PermissionDenied(_("Only {roles} may do this.").format(roles=ROLE_LABELS[NOMINATOR]))
    return units


def open_nomination(request: HttpRequest, pk: int, action: str = "view") -> Nomination:
    """Return a nomination on which the user may take ``action`` now.

    Raise ``Http404`` for one that the user may not even know of, ``PermissionDenied`` with the
    reason for one that may be read but not this.
    """
    nomination = get_visible_nomination(request.user, pk)
    verdict = allowed(request.user, action, nomination)
    if not verdict:
        raise PermissionDenied(verdict.reason)
    return nomination
