"""What the log's entries of this room say. None holds who objected, nor what they wrote."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter


class RaiseFormatter(LogFormatter):
    """Somebody objected; the reference and nothing of the person."""

    label = gettext_lazy("Object to a candidate")

    def format_message(self, log_entry: Any) -> str:
        """Return the objection's reference in words."""
        return _("Objection %(reference)s came in") % {
            "reference": log_entry.data.get("objection", "")
        }


class RevealFormatter(LogFormatter):
    """Somebody of the office read who objected."""

    label = gettext_lazy("Reveal an objector's name and telephone")

    def format_message(self, log_entry: Any) -> str:
        """Return which objection's objector was read."""
        return _("Name and telephone of the objector of %(reference)s revealed") % {
            "reference": log_entry.data.get("objection", "")
        }


def register_log_actions(actions: Any) -> None:
    """Register what this room's verbs log; unregistered actions cannot be logged."""
    actions.register_action("notices.raise_objection")(RaiseFormatter)
    actions.register_action("notices.reveal_objector")(RevealFormatter)
