"""Deletions that the office's screens refuse, with the reason; other rooms may use it too."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages


class RefusedWhileReferredTo:
    """Delete only what nothing refers to; otherwise say what does. For a ``DeleteView``."""

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
