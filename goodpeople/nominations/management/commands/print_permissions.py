"""Print who may do what in which state into ``docs/permissions.md``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from goodpeople.nominations.permissions import ROLE_LABELS, ROUND_ACTIONS, RULES, Rule
from goodpeople.nominations.states import STATE_LABELS, STATES

TARGET = Path(settings.BASE_DIR) / "docs" / "permissions.md"
_INTRODUCTION = """\
# Who may do what

Printed by `manage.py print_permissions` from `goodpeople/nominations/permissions.py`, which is
what the site obeys; a test compares this file with it. Change the table there, then print it
again.

A role is held everywhere (the office, editors, the auditor, the superuser) or towards one
nomination (its unit's staff, the unit above, a panel member with a sheet of it). Whoever may not
read a nomination is not told that it exists: its address answers 404.
"""


def permissions_as_markdown() -> str:
    """Return the whole document, in English, ending in a line break."""
    with translation.override("en"):
        return "\n".join([_INTRODUCTION, *_about_nominations(), "", *_about_rounds(), ""])


def _about_nominations() -> list[str]:
    roles = list(ROLE_LABELS)
    heads = ["May", *[str(ROLE_LABELS[role]) for role in roles], "while it is in"]
    rows = [[str(rule.label), *_ticks(rule.roles, roles), _states_in_words(rule)] for rule in RULES]
    return ["## With a nomination", "", *_table(heads, rows)]


def _about_rounds() -> list[str]:
    roles = list(ROLE_LABELS)
    heads = ["May", *[str(ROLE_LABELS[role]) for role in roles]]
    rows = [[str(label), *_ticks(held_by, roles)] for label, held_by in ROUND_ACTIONS.values()]
    return ["## With a round, whatever its nominations' states", "", *_table(heads, rows)]


def _ticks(held_by: frozenset[str], roles: list[str]) -> list[str]:
    return ["✓" if role in held_by else "" for role in roles]


def _states_in_words(rule: Rule) -> str:
    """Return the states, or which few are left out where that is shorter to read."""
    left_out = [state for state in STATES if state not in rule.states]
    if not left_out:
        return "any state"
    if len(left_out) <= 2:
        return "any state but " + ", ".join(_name(state) for state in left_out)
    return ", ".join(_name(state) for state in STATES if state in rule.states)


def _name(state: str) -> str:
    return str(STATE_LABELS[state]).lower()


def _table(heads: list[str], rows: list[list[str]]) -> list[str]:
    lines = [heads, ["---"] * len(heads), *rows]
    return ["| " + " | ".join(cells) + " |" for cells in lines]


class Command(BaseCommand):
    """Write the document where it belongs, or print it."""

    help = "Write docs/permissions.md from the permission tables."

    def add_arguments(self, parser: Any) -> None:
        """Offer to print instead of writing."""
        parser.add_argument("--print", action="store_true", help="print it, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file and name it, or print the text."""
        if options["print"]:
            self.stdout.write(permissions_as_markdown(), ending="")
            return
        TARGET.write_text(permissions_as_markdown(), encoding="utf-8")
        self.stdout.write(f"written: {TARGET.relative_to(settings.BASE_DIR)}")
