"""An objection to one candidate: it holds up that candidate alone until it is disposed of."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodpeople.nominations.models import Nomination
from goodpeople.nominations.models.personal import EncryptedTextField
from goodpeople.notices.models.notice import Notice

# Without 0/O, 1/I/L: read out on the telephone.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_reference() -> str:
    """Return a random reference of eight characters, for the objector to quote."""
    return "".join(secrets.choice(_ALPHABET) for _position in range(8))


class Objection(models.Model):
    """What somebody says against a candidate, and what the office made of it."""

    # In characters; the form counts them the same way.
    TEXT_MAX = 3000

    class Status(models.TextChoices):
        OPEN = "open", _("Waiting for a decision")
        DISMISSED = "dismissed", _("Dismissed")
        UPHELD = "upheld", _("Upheld")
        # The candidate left the list for another reason while this one was open.
        LAPSED = "lapsed", _("Lapsed")

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="objections")
    nomination = models.ForeignKey(
        Nomination,
        verbose_name=_("candidate"),
        on_delete=models.PROTECT,
        related_name="objections",
    )
    reference = models.CharField(
        _("reference"), max_length=12, unique=True, default=new_reference, editable=False
    )
    # Who objects is personal data: encrypted, shown to the office only.
    objector = EncryptedTextField(_("name of the objector"), blank=True, default="")
    contact = EncryptedTextField(_("phone of the objector"), blank=True, default="")
    text = models.TextField(_("objection"), max_length=TEXT_MAX)
    raised_at = models.DateTimeField(_("raised"), auto_now_add=True)
    status = models.CharField(
        _("state"), max_length=10, choices=Status.choices, default=Status.OPEN
    )
    disposal_reason = models.TextField(_("reason of the decision"), blank=True)
    disposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    disposed_at = models.DateTimeField(_("decided"), null=True)

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        ordering = ["-raised_at", "-pk"]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_open(self) -> bool:
        """Whether the office has still to decide."""
        return self.status == self.Status.OPEN

    @property
    def settled_words(self) -> str:
        """Return who decided what and when, for somebody who decides a second time."""
        when = timezone.localtime(self.disposed_at) if self.disposed_at else None
        return gettext(
            "This objection has already been decided on: %(state)s (%(who)s, %(when)s)."
        ) % {
            "state": self.get_status_display(),
            "who": self.disposed_by or gettext("the system"),
            "when": date_format(when, "DATETIME_FORMAT") if when else "",
        }
