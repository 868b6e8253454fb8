"""Wagtail's bulk actions on users, closed: they ask about the model and never the row."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.users.views.bulk_actions import (
    AssignRoleBulkAction,
    DeleteBulkAction,
    SetActiveStateBulkAction,
)


class _Closed:
    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Refuse, to superusers as well."""
        raise PermissionDenied(_("Accounts are changed one at a time."))


class ClosedAssignRole(_Closed, AssignRoleBulkAction):
    """Would give any group, the office's included, to any account, a superuser's included."""


class ClosedDelete(_Closed, DeleteBulkAction):
    """Would delete accounts, and with them who did what."""


class ClosedSetActiveState(_Closed, SetActiveStateBulkAction):
    """Would close superusers' accounts for anybody who may change accounts."""


CLOSED = [ClosedAssignRole, ClosedDelete, ClosedSetActiveState]
