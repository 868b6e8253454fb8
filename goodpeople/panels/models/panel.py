"""The panel of a round and its members."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from goodpeople.nominations.models import Round


class Panel(ClusterableModel):
    """Those who score the candidates of one round."""

    round = models.OneToOneField(
        Round, verbose_name=_("round"), on_delete=models.PROTECT, related_name="panel"
    )
    briefing = models.TextField(
        _("briefing"), blank=True, help_text=_("Shown to the members above their candidates.")
    )

    class Meta:
        verbose_name = _("panel")
        verbose_name_plural = _("panels")
        ordering = ["-round__year", "-pk"]

    def __str__(self) -> str:
        return str(_("Panel of %(round)s") % {"round": self.round})


class PanelMember(models.Model):
    """An account that sits on a panel."""

    panel = ParentalKey(Panel, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.PROTECT,
        related_name="panel_seats",
    )

    class Meta:
        verbose_name = _("panel member")
        verbose_name_plural = _("panel members")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["panel", "user"], name="one_seat_a_panel_and_account")
        ]

    def __str__(self) -> str:
        return str(self.user)
