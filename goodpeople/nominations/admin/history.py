"""The log of a nomination or a round, as people read it: who, when, what, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry

from goodpeople.nominations.models import Nomination

# What Wagtail logs beside our own entries. Its entries on tasks repeat our decisions and are
# left out; its words speak of drafts and publishing, which nominations do not have.
_WAGTAILS = {
    "wagtail.create": _("Created"),
    "wagtail.edit": _("Changed"),
    "wagtail.workflow.start": _("Sent to the office"),
    "wagtail.workflow.resume": _("Submitted again"),
}
# Begun, since it is far from complete: its nominator writes on.
_WAGTAILS_OF_A_NOMINATION = {**_WAGTAILS, "wagtail.create": _("Started")}


@dataclass(frozen=True)
class Happening:
    """One line of the history. ``times`` counts like entries in a row, told as one."""

    when: datetime
    who: str
    what: str
    why: str
    times: int = 1


def history_of(instance: models.Model) -> list[Happening]:
    """Return what happened to ``instance``, newest first; two queries for any length."""
    entries = (
        registry.get_logs_for_instance(instance)
        .select_related("user")
        .order_by("-timestamp", "-pk")
    )
    words = _WAGTAILS_OF_A_NOMINATION if isinstance(instance, Nomination) else _WAGTAILS
    told: list[Happening] = []
    for entry in entries:
        line = _line(entry, words)
        if line is None:
            continue
        last = told[-1] if told else None
        if last and not line.why and (last.who, last.what, last.why) == (line.who, line.what, ""):
            told[-1] = Happening(last.when, last.who, last.what, "", last.times + 1)
        else:
            told.append(line)
    return told


def _line(entry: Any, words: dict[str, Any]) -> Happening | None:
    """Return an entry in words, or None for one that says nothing of its own."""
    if entry.action.startswith("wagtail."):
        what, why = words.get(entry.action, ""), ""
    else:
        formatter = entry.formatter
        what = formatter.format_message(entry) if formatter else ""
        why = formatter.format_comment(entry) if formatter else ""
    if not what:
        return None
    return Happening(entry.timestamp, entry.user_display_name, str(what), str(why))
