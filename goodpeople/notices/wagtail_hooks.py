"""What this room hangs into Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from goodpeople.nominations.admin.waiting import register_waiting
from goodpeople.nominations.models import Round
from goodpeople.nominations.round_links import register_round_link
from goodpeople.notices.admin.log_actions import register_log_actions
from goodpeople.notices.admin.objections import ObjectionViewSet
from goodpeople.notices.models import Notice, Objection

hooks.register("register_log_actions", register_log_actions)


@hooks.register("register_admin_viewset")
def objections_menu() -> ObjectionViewSet:
    """Register the screens of objections and notices."""
    return ObjectionViewSet()


def has_notice(round_: Round) -> bool:
    """Whether the round's public notice has been started."""
    return Notice.objects.filter(round=round_).exists()


register_round_link(
    40, _("Public notice and objections"), "notices_objection:notice", applies=has_notice
)


def open_objections(user: Any) -> int:
    """Return how many objections are not decided."""
    return Objection.objects.filter(status=Objection.Status.OPEN).count()


def lists_to_announce(user: Any) -> int:
    """Return how many notices are over whose list is not announced."""
    over = Notice.objects.with_announced().filter(ends_on__lt=timezone.localdate())
    return over.filter(announced=False).count()


register_waiting(
    30,
    _("Objections"),
    open_objections,
    lambda: f"{reverse('notices_objection:index')}?status={Objection.Status.OPEN}",
)
register_waiting(
    60, _("Lists to announce"), lists_to_announce, lambda: reverse("nominations_round:index")
)
