"""What this room hangs into Wagtail's admin; the screens themselves are in ``admin/``."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from goodpeople.nominations.admin.waiting import register_waiting
from goodpeople.nominations.models import Round
from goodpeople.nominations.round_links import register_round_link
from goodpeople.panels.admin.log_actions import register_log_actions
from goodpeople.panels.admin.panels import PanelViewSet
from goodpeople.panels.models import Result

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


def _rounds_to_confirm() -> Any:
    closed = Round.objects.filter(step_records__step="close_scoring")
    return closed.exclude(step_records__step="confirm_results")


def undecided_results(user: Any) -> int:
    """Return how many results the office has to decide, since the scores could not."""
    return Result.objects.filter(round__in=_rounds_to_confirm(), decision="").count()


def results_to_confirm(user: Any) -> int:
    """Return how many rounds have a standing that is not confirmed."""
    return _rounds_to_confirm().count()


def _undecided_url() -> str:
    # The oldest round first; its page leads back, and the next press finds the next one.
    result = Result.objects.filter(round__in=_rounds_to_confirm(), decision="").order_by("pk")
    return reverse("panels_admin:results", args=[result[0].round_id])


def _unconfirmed_url() -> str:
    return reverse("panels_admin:results", args=[_rounds_to_confirm().order_by("pk")[0].pk])


register_waiting(40, _("Results to decide"), undecided_results, _undecided_url)
register_waiting(50, _("Rounds with results to confirm"), results_to_confirm, _unconfirmed_url)
