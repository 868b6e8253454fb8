"""Putting the proposed list on the public page, and letting its time pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goodpeople.nominations import states as st
from goodpeople.nominations.decisions import Decision, decide
from goodpeople.nominations.models import Nomination, Round
from goodpeople.nominations.steps import Preview
from goodpeople.notices.models import Notice, OfficeContact

# Surnames of two characters, so that 欧阳修 is masked 欧阳某 and not 欧某某. A name holds no
# spaces when it is looked up, so that two characters are found as a whole surname or not at all.
_TWO_CHARACTER_SURNAMES = (
    "欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 东方 南宫 端木 百里 "
    "呼延 轩辕 钟离 闻人 申屠 独孤 澹台 濮阳 淳于 单于 太史 公冶 宗政 赫连 仲孙 司空 鲜于"
)
_MASK = "某"
# 张某某 is the custom whatever the name's length, and tells less of a long one.
_MASK_MAX = 2
# Marks a made-up person and is part of no name.
_SAMPLE_MARK = "（示例）"


def _parts(name: str) -> tuple[str, str]:
    """Return (surname, given name) without the spaces that forms set between characters."""
    letters = "".join(name.removesuffix(_SAMPLE_MARK).split())
    size = 2 if letters[:2] in _TWO_CHARACTER_SURNAMES and len(letters) > 2 else 1
    return letters[:size], letters[size:]


def mask_name(name: str, kind: str) -> str:
    """Return a person's name with all but the surname masked; a group's name as it is."""
    surname, given = _parts(name)
    if kind == "group" or not given:
        return name
    mark = _SAMPLE_MARK if name.endswith(_SAMPLE_MARK) else ""
    return surname + _MASK * min(len(given), _MASK_MAX) + mark


def mask_in_text(text: str, name: str, kind: str) -> str:
    """Return ``text`` with the person's name masked wherever it stands.

    Spaces between its characters do not hide it, and a given name of two characters or more is
    masked where it stands alone, as in 静华老师. A given name of one character is not: it would
    hit other words.
    """
    surname, given = _parts(name)
    if kind == "group" or not given:
        return text
    masked = _MASK * min(len(given), _MASK_MAX)
    text = re.sub(_spaced(surname + given), surname + masked, text)
    return re.sub(_spaced(given), masked, text) if len(given) > 1 else text


def _spaced(letters: str) -> str:
    return r"\s*".join(re.escape(letter) for letter in letters)


@dataclass(frozen=True)
class NoticeEntry:
    """One line of the public list: nothing else of the nomination reaches the public page."""

    nomination_id: int
    name: str
    kind: str
    category: Any
    place: str
    headline: str
    overview: str
    is_sample: bool = False


def candidates_on(notice: Notice) -> QuerySet[Nomination]:
    """Return the nominations that stand on a notice now: waiting, passed or announced."""
    return (
        Nomination.objects.filter(round=notice.round_id)
        .in_state(st.NOTICE, st.PASSED, st.ANNOUNCED)
        .select_related("category", "place__town", "place__parent")
        .order_by("category__sort_order", "pk")
    )


def entry_of(nomination: Nomination, notice: Notice) -> NoticeEntry:
    """Return what the public may read of ``nomination`` on ``notice``, masked if it masks.

    The place goes down to the township only.
    """
    name, kind = nomination.name, nomination.kind
    shown, headline, overview = name, nomination.headline, nomination.overview
    if notice.masks_names:
        shown = mask_name(name, kind)
        headline = mask_in_text(headline, name, kind)
        overview = mask_in_text(overview, name, kind)
    place = nomination.place.public_text if nomination.place else ""
    return NoticeEntry(
        nomination.pk,
        shown,
        kind,
        nomination.category,
        place,
        headline,
        overview,
        notice.round.is_sample,
    )


def preview_start(round_: Round, now: datetime) -> Preview:
    """Return the list that would become public, and its period."""
    nominations = list(
        round_.nominations.in_state(st.NOTICE)
        .select_related("category")
        .order_by("category__sort_order", "pk")
    )
    first, last = _period(round_, now)
    notes = [
        _("Public from %(first)s to %(last)s.")
        % {
            "first": date_format(first, "DATE_FORMAT"),
            "last": date_format(last, "DATE_FORMAT"),
        },
        _("Names are masked.") if round_.notice_masks_names else _("Names are shown in full."),
    ]
    if not OfficeContact.current().is_complete:
        notes.append(
            _("The notice will name no address for objections: fill it in under Settings.")
        )
    blockers = [] if nominations else [_("There is nobody on the list.")]
    return Preview(moves=nominations, blockers=blockers, notes=notes)


def _period(round_: Round, now: datetime) -> tuple[date, date]:
    """Return the first and the last day of a notice that starts ``now``."""
    first = timezone.localdate(now)
    return first, first + timedelta(days=round_.notice_days - 1)


def perform_start(round_: Round, user: Any, now: datetime, prepared: Any) -> int:
    """Open the notice; return how many candidates stand on it."""
    first, last = _period(round_, now)
    Notice.objects.create(
        round=round_, starts_on=first, ends_on=last, masks_names=round_.notice_masks_names
    )
    return round_.nominations.in_state(st.NOTICE).count()


@dataclass(frozen=True)
class Passing:
    """What became of one candidate when the notices' time was looked at."""

    nomination: Nomination
    decision: Decision


def pass_by_date(user: Any, *, now: datetime | None = None) -> list[Passing]:
    """Ask the gate for every candidate on a notice whether its time has passed; safe to repeat.

    ``user`` acts for the office. The decision says why each of the others still waits.
    """
    now = now or timezone.now()
    waiting = (
        Nomination.objects.in_state(st.NOTICE)
        .select_related("round")
        .order_by("round_id", "category__sort_order", "pk")
    )
    return [
        Passing(nomination, decide(nomination.pk, None, "pass", user, now=now, batch=True))
        for nomination in list(waiting)
    ]


def pass_notices(user: Any, *, now: datetime | None = None) -> list[Nomination]:
    """Pass every candidate whose notice is over and who is not objected to; safe to repeat.

    ``user`` acts for the office. Return those that passed now; the others wait.
    """
    return [passing.nomination for passing in pass_by_date(user, now=now) if passing.decision.done]
