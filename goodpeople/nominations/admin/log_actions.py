"""What the log's entries of this room say, in words.

Entries hold who did what to which nomination, when, and the reason that was given; never what
a personal record holds. Formatters read an entry's data, which may lack keys that a later
version writes, so each answers something for every entry.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.apps import apps
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogFormatter

from goodpeople.nominations.models import Evidence, Outcome, PersonalRecord, Photo, RoundTask
from goodpeople.nominations.steps import get_step


@cache
def _task_models() -> dict[str, type[RoundTask]]:
    """Return every room's task model by its kind."""
    models = [model for model in apps.get_models() if issubclass(model, RoundTask)]
    return {model.kind: model for model in models}


def task_label(kind: str) -> str:
    """Return a task kind's name in the reader's language; the kind itself when unknown."""
    model = _task_models().get(kind)
    return capfirst(str(model._meta.verbose_name)) if model else kind


def action_label(kind: str, action: str) -> str:
    """Return the label of a task's action; the action's own name when unknown."""
    model = _task_models().get(kind)
    found = model.action(action) if model else None
    return str(found.label) if found else action


class DecideFormatter(LogFormatter):
    """A decision at a task: which, and why."""

    label = gettext_lazy("Decide on a nomination")

    def format_message(self, log_entry: Any) -> str:
        """Return for instance "Verification: Facts confirmed"."""
        kind = log_entry.data.get("task", "")
        action = action_label(kind, log_entry.data.get("action", ""))
        return _("%(task)s: %(action)s") % {"task": task_label(kind), "action": action}

    def format_comment(self, log_entry: Any) -> str:
        """Return the reason."""
        return log_entry.data.get("reason", "")


class CloseFormatter(LogFormatter):
    """A nomination that ended outside its tasks: withdrawn, or closed while returned."""

    label = gettext_lazy("Close a nomination")

    def format_message(self, log_entry: Any) -> str:
        """Return the outcome in words."""
        outcome = log_entry.data.get("outcome", "")
        labels = dict(Outcome.choices)
        return _("Closed: %(outcome)s") % {"outcome": labels.get(outcome, outcome)}

    def format_comment(self, log_entry: Any) -> str:
        """Return the reason."""
        return log_entry.data.get("reason", "")


class EditPersonalFormatter(LogFormatter):
    """Which personal facts changed; what they hold is in no log."""

    label = gettext_lazy("Change personal data")

    def format_message(self, log_entry: Any) -> str:
        """Return the changed fields' names."""
        names = [
            str(PersonalRecord._meta.get_field(name).verbose_name)
            for name in log_entry.data.get("fields", [])
            if name in PersonalRecord.FIELDS
        ]
        return _("Personal data changed: %(fields)s") % {"fields": "、".join(names)}


class RevealPersonalFormatter(LogFormatter):
    """Somebody read personal data in clear, and what for."""

    label = gettext_lazy("Reveal personal data")
    message = gettext_lazy("Personal data revealed")

    def format_comment(self, log_entry: Any) -> str:
        """Return the reason."""
        return log_entry.data.get("why", "")


class StepFormatter(LogFormatter):
    """A step of a round was performed."""

    label = gettext_lazy("Perform a step of a round")

    def format_message(self, log_entry: Any) -> str:
        """Return the step's name and how many nominations it moved."""
        key = log_entry.data.get("step", "")
        moved = log_entry.data.get("moved", 0)
        try:
            name = str(get_step(key).label)
        except KeyError:
            name = key
        return ngettext(
            "%(step)s: %(count)d nomination", "%(step)s: %(count)d nominations", moved
        ) % {"step": name, "count": moved}


def _kind_formatter(name: str, text: str | Promise, kinds: type) -> type[LogFormatter]:
    """Return a formatter that adds the kind of photo or paper where the entry names it."""

    def format_message(self: LogFormatter, log_entry: Any) -> str:
        kind = dict(kinds.choices).get(log_entry.data.get("kind", ""))
        return f"{text} ({kind})" if kind else str(text)

    return type(name, (LogFormatter,), {"label": text, "format_message": format_message})


FORMATTERS: dict[str, type[LogFormatter]] = {
    "nominations.decide": DecideFormatter,
    "nominations.close": CloseFormatter,
    "nominations.edit_personal": EditPersonalFormatter,
    "nominations.reveal_personal": RevealPersonalFormatter,
    "nominations.step": StepFormatter,
    "nominations.add_photo": _kind_formatter("AddPhoto", gettext_lazy("Photo added"), Photo.Kind),
    "nominations.remove_photo": _kind_formatter(
        "RemovePhoto", gettext_lazy("Photo removed"), Photo.Kind
    ),
    "nominations.add_evidence": _kind_formatter(
        "AddEvidence", gettext_lazy("Paper added"), Evidence.Kind
    ),
    "nominations.remove_evidence": _kind_formatter(
        "RemoveEvidence", gettext_lazy("Paper removed"), Evidence.Kind
    ),
}
PLAIN = {
    "nominations.caption_photos": (
        gettext_lazy("Photo captions changed"),
        gettext_lazy("Photo captions changed"),
    ),
    "nominations.draft_profile": (
        gettext_lazy("Draft a profile"),
        gettext_lazy("Draft profile made for the archive"),
    ),
    "nominations.announce": (
        gettext_lazy("Announce a nomination"),
        gettext_lazy("Announced: the profile is public"),
    ),
}


def register_log_actions(actions: Any) -> None:
    """Register every action that this room's verbs log; unregistered ones cannot be logged."""
    for name, formatter in FORMATTERS.items():
        actions.register_action(name)(formatter)
    for name, (label, message) in PLAIN.items():
        actions.register_action(name, label, message)
