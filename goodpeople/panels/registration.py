"""What this room adds to others' tables at start: the form panel, grants, the desk."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from goodpeople.accounts.desks import register_desk
from goodpeople.accounts.roles import AUDITOR, OFFICE, grant


def criteria_panel() -> InlinePanel:
    """Return the form panel in which a round's criteria are edited."""
    return InlinePanel(
        "criteria",
        panels=[
            FieldPanel("name"),
            FieldPanel("description"),
            FieldRowPanel([FieldPanel("weight"), FieldPanel("max_points")]),
        ],
        heading=_("Criteria"),
        label=_("Criterion"),
        min_num=1,
    )


def sits_on_a_panel(user: Any) -> bool:
    """Whether ``user`` has a seat on any panel."""
    from goodpeople.panels.models import PanelMember

    return PanelMember.objects.filter(user=user).exists()


def sheets_waiting(user: Any) -> int:
    """Return how many open sheets wait for ``user``."""
    from goodpeople.panels.models import ScoreSheet

    return ScoreSheet.objects.filter(member__user=user, status="open").count()


def register_accounts() -> None:
    """Grant the office and the auditor what the admin asks for, and add the member's desk."""
    models = ("panel", "criterion", "result", "scoresheet")
    grant(AUDITOR, [f"panels.view_{model}" for model in models])
    grant(OFFICE, [f"panels.view_{model}" for model in models])
    grant(
        OFFICE,
        [f"panels.{verb}_{model}" for verb in ("add", "change", "delete") for model in models[:2]],
    )
    register_desk(
        name="panel",
        order=20,
        url_name="panel_desk:index",
        label=_("Score candidates"),
        applies=sits_on_a_panel,
        count=sheets_waiting,
    )
