"""What this room adds to the accounts' tables at start: grants, desks, page permissions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from goodpeople.accounts.belonging import register_belonging
from goodpeople.accounts.desks import register_desk
from goodpeople.accounts.roles import AUDITOR, EDITOR, OFFICE, grant

_RULE_MODELS = ("round", "unit", "unitstaff")


def works_for_a_unit(user: Any) -> bool:
    """Whether ``user`` nominates for some unit."""
    from goodpeople.nominations.scoping import own_units

    return bool(own_units(user))


def nominations_waiting(user: Any) -> int:
    """Return how many nominations of the user's own units wait for the nominator."""
    from goodpeople.nominations import states as st
    from goodpeople.nominations.models import Nomination
    from goodpeople.nominations.scoping import own_units

    return Nomination.objects.filter(unit__in=own_units(user)).in_state(st.RETURNED).count()


def units_of(accounts: Sequence[Any]) -> dict[int, list[str]]:
    """Return the names of the units that each account works for, by its id; one query."""
    from goodpeople.nominations.models import UnitStaff

    names: dict[int, list[str]] = defaultdict(list)
    posts = UnitStaff.objects.filter(user__in=accounts).order_by("unit__path")
    for pk, name in posts.values_list("user_id", "unit__name"):
        names[pk].append(name)
    return names


def register_accounts() -> None:
    """Grant the office and the auditor what the admin asks for, and add the nominator's desk."""
    from archive.roles import AUDITOR_PERMISSIONS, EDITOR_PERMISSIONS, OFFICE_PERMISSIONS

    for role in (OFFICE, AUDITOR):
        grant(role, [f"nominations.view_{model}" for model in (*_RULE_MODELS, "nomination")])
    for verb in ("add", "change", "delete"):
        grant(OFFICE, [f"nominations.{verb}_{model}" for model in _RULE_MODELS])
    grant(OFFICE, ["nominations.decide_nomination", "nominations.reveal_personal"])
    # The archive knows no roles, and accounts no archive: this room knows both.
    grant(OFFICE, OFFICE_PERMISSIONS)
    grant(EDITOR, EDITOR_PERMISSIONS)
    grant(AUDITOR, AUDITOR_PERMISSIONS)
    register_desk(
        name="nominations",
        order=10,
        url_name="desk:index",
        label=_("Nominate"),
        applies=works_for_a_unit,
        count=nominations_waiting,
    )
    register_belonging(
        name="units",
        order=10,
        of_accounts=units_of,
        next_step=_("Add this account to a unit"),
        url_name="nominations_unit:index",
    )
