"""States of objections and notices as tags for the office's pages: a word and its tone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from goodpeople.notices.models import Notice, Objection

_OBJECTION_TONES = {
    Objection.Status.OPEN: "warn",
    Objection.Status.UPHELD: "bad",
    Objection.Status.DISMISSED: "good",
}
_NOTICE_TONES = {Notice.Phase.RUNNING: "info", Notice.Phase.ANNOUNCED: "good"}


@dataclass(frozen=True)
class Tag:
    """A state in words and its tone."""

    label: Any
    tone: str


def objection_tag(objection: Objection) -> Tag:
    """Return an objection's state as a tag."""
    status = Objection.Status(objection.status)
    return Tag(status.label, _OBJECTION_TONES.get(status, "neutral"))


def notice_tag(notice: Notice) -> Tag:
    """Return where a notice stands as a tag."""
    return Tag(notice.phase.label, _NOTICE_TONES.get(notice.phase, "neutral"))
