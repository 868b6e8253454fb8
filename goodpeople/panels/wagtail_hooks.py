"""What this room hangs into Wagtail's admin; the screens themselves are in ``admin/``."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from goodpeople.nominations.models import Round
from goodpeople.nominations.round_links import register_round_link
from goodpeople.panels.admin.log_actions import register_log_actions
from goodpeople.panels.admin.panels import PanelViewSet

hooks.register("register_log_actions", register_log_actions)


@hooks.register("register_admin_viewset")
def panels_menu() -> PanelViewSet:
    """Register the panels' screens."""
    return PanelViewSet()


@hooks.register("register_admin_urls")
def scoring_urls() -> list[URLPattern | URLResolver]:
    """Register the screens of a round's scoring."""
    return [path("scoring/", include("goodpeople.panels.admin.urls"))]


def has_opened(round_: Round) -> bool:
    """Whether the round's scoring was opened, now or long ago."""
    return any(record.step == "open_scoring" for record in round_.step_records.all())


def has_closed(round_: Round) -> bool:
    """Whether there is a standing."""
    return any(record.step == "close_scoring" for record in round_.step_records.all())


register_round_link(20, _("Scoring progress"), "panels_admin:progress", applies=has_opened)
register_round_link(30, _("Results"), "panels_admin:results", applies=has_closed)
