"""What the office's forms refuse, with the reason: to whom, and which deletions."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import PermissionDenied
from django.db import models, router
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages

from goodpeople.nominations.permissions import allowed_on_rounds


class OfficeOnly:
    """Send readers who may not change rounds back to the list with the reason.

    Wagtail's own answer would only say that they lack a permission. Whoever may not even read
    gets that answer all the same.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the view, or lead back with the reason."""
        verdict = allowed_on_rounds(request.user, "edit_round")
        if verdict:
            return super().dispatch(request, *args, **kwargs)
        if not allowed_on_rounds(request.user, "read_rounds"):
            raise PermissionDenied(verdict.reason)
        messages.error(request, verdict.reason)
        return redirect(self.index_url_name)


class RefusedWhileReferredTo:
    """Delete only what nothing refers to; otherwise say what does."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead back with the reason where rows refer to this one."""
        protectors = what_protects(self.object)
        if protectors and self.user_has_permission("delete"):
            messages.error(
                request,
                _("“%(name)s” cannot be deleted, other records refer to it: %(what)s.")
                % {"name": self.object, "what": in_words(protectors)},
            )
            return redirect(self.index_url_name)
        return super().dispatch(request, *args, **kwargs)


def what_protects(instance: models.Model) -> list[tuple[str, int]]:
    """Return the kinds of rows that keep ``instance`` from being deleted, and how many each."""
    collector = NestedObjects(using=router.db_for_write(type(instance)))
    collector.collect([instance])
    names: Counter[Any] = Counter(
        type(row)._meta.verbose_name_plural for row in collector.protected
    )
    return [(capfirst(str(name)), count) for name, count in names.items()]


def in_words(protectors: list[tuple[str, int]]) -> str:
    """Return for instance "Nominations (3), Panels (1)"."""
    return "、".join(f"{name} ({count})" for name, count in protectors)
