"""The outbox: which objects have changed since they were last taken into the index."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PendingChange(models.Model):
    """One save or deletion, written in its own transaction: rolled back with it, or never lost.

    It only says that an object changed. What it is now is read when the row is taken in, so that
    rows may be taken in any number of times and in any order.
    """

    # Label of the model at the root of the index.
    family = models.CharField(max_length=200)
    object_key = models.CharField(max_length=255)
    changed_at = models.DateTimeField(default=timezone.now)
    # Taken into the index that serves, and kept for the one that is being built beside it.
    kept = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("change not yet searchable")
        verbose_name_plural = _("changes not yet searchable")
        indexes = [models.Index(fields=["kept", "id"], name="search_pending_in_order")]

    def __str__(self) -> str:
        return f"{self.family} {self.object_key}"
