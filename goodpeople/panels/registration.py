"""What this room adds to others' tables at start: the form panel, grants, the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.permissions import register_permission_policy

from goodpeople.accounts.belonging import register_belonging
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
    """Return how many open sheets wait for ``user``; an ended candidate's waits for nobody."""
    from goodpeople.nominations import states as st
    from goodpeople.nominations.models import Nomination

    open_sheets = Q(sheets__member__user=user, sheets__status="open")
    return Nomination.objects.filter(open_sheets).in_state(st.SCORING).count()


def members_among(accounts: Sequence[Any]) -> dict[int, list[Any]]:
    """Return "panel member" for each account that has a seat, by its id; one query."""
    from goodpeople.panels.models import PanelMember

    seats = PanelMember.objects.filter(user__in=accounts)
    return {pk: [_("panel member")] for pk in seats.values_list("user_id", flat=True)}


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
    register_belonging(
        name="panels",
        order=20,
        of_accounts=members_among,
        next_step=_("Add this account to a panel"),
        url_name="panels_panel:index",
    )


def register_policies() -> None:
    """Let the office change panels and the auditor read them, through Wagtail's own views too."""
    from goodpeople.nominations.admin.policies import OfficeRules
    from goodpeople.panels.models import Panel

    register_permission_policy(Panel, OfficeRules(Panel))
