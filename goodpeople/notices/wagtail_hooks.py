"""What this room hangs into Wagtail's admin."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from goodpeople.nominations.models import Round
from goodpeople.nominations.round_links import register_round_link
from goodpeople.notices.admin.log_actions import register_log_actions
from goodpeople.notices.admin.objections import ObjectionViewSet
from goodpeople.notices.models import Notice

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
