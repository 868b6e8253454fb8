"""How this room's log entries read in a history.

An entry may be read while the panel still scores, so none of the members' entries holds points.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from goodpeople.panels.models import Result

NAMES_JOINED_BY = "、"


def register_log_actions(actions: Any) -> None:
    """Register this room's actions; Wagtail refuses to log any other."""

    @actions.register_action("panels.assign")
    class Assign(LogFormatter):
        label = gettext_lazy("Hand out score sheets")

        def format_message(self, entry: Any) -> str:
            members = NAMES_JOINED_BY.join(entry.data.get("members", []))
            return _("Score sheets for %(members)s") % {"members": members}

    @actions.register_action("panels.save_scores")
    class SaveScores(LogFormatter):
        label = gettext_lazy("Save points")

        def format_message(self, entry: Any) -> str:
            names = NAMES_JOINED_BY.join(entry.data.get("criteria", []))
            return _("Points saved for %(criteria)s") % {"criteria": names}

    @actions.register_action("panels.result")
    class Standing(LogFormatter):
        label = gettext_lazy("Standing")

        def format_message(self, entry: Any) -> str:
            return _("Rank %(rank)s, score %(score).2f, %(sheets)s sheets counted") % {
                "rank": entry.data["rank"],
                "score": entry.data["score"],
                "sheets": entry.data["sheets"],
            }

    @actions.register_action("panels.decide_result")
    class DecideResult(LogFormatter):
        label = gettext_lazy("Decide on the result")

        def format_message(self, entry: Any) -> str:
            decision = Result.Decision(entry.data["decision"]).label
            if reason := entry.data.get("reason"):
                return _("Decision: %(decision)s. Reason: %(reason)s") % {
                    "decision": decision,
                    "reason": reason,
                }
            return _("Decision: %(decision)s") % {"decision": decision}
