"""Putting the proposed list on the public page, and letting its time pass."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from goodpeople.nominations import states as st
from goodpeople.nominations.decisions import decide
from goodpeople.nominations.models import Nomination, Round
from goodpeople.nominations.steps import Preview
from goodpeople.notices.models import Notice

# Surnames of two characters, so that 欧阳修 is masked 欧阳某 and not 欧某某.
_TWO_CHARACTER_SURNAMES = frozenset(
    ["欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "东方", "南宫", "端木", "百里", "呼延", "轩辕", "钟离", "闻人", "申屠", "独孤", "澹台", "濮阳", "淳于", "单于", "太史", "公冶", "宗政", "赫连", "仲孙", "司空", "鲜于"]
)
_MASK = "某"


def mask_name(name: str, kind: str) -> str:
    """Return a person's name with all but the surname masked; a group's name as it is."""
    if kind == "group" or len(name) < 2:
        return name
    surname = name[:2] if name[:2] in _TWO_CHARACTER_SURNAMES and len(name) > 2 else name[:1]
    return surname + _MASK * (len(name) - len(surname))


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
    under_objection: bool = False


def candidates_on(notice: Notice) -> QuerySet[Nomination]:
    """Return the nominations that stand on a notice now: waiting, passed or announced."""
    return (
        Nomination.objects.filter(round=notice.round)
        .in_state(st.NOTICE, st.PASSED, st.ANNOUNCED)
        .select_related("category", "place", "place__parent")
        .order_by("category__sort_order", "pk")
    )


def entry_of(nomination: Nomination, notice: Notice) -> NoticeEntry:
    """Return what the public may read of ``nomination`` on ``notice``, masked if it masks.

    The place goes down to the township only.
    """
    name = nomination.name
    shown = mask_name(name, nomination.kind) if notice.masks_names else name
    return NoticeEntry(
        nomination.pk,
        shown,
        nomination.kind,
        nomination.category,
        nomination.place.public_text if nomination.place else "",
        nomination.headline.replace(name, shown),
        nomination.overview.replace(name, shown),
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
        _("Public from %(first)s to %(last)s.") % {"first": first, "last": last},
        _("Names are masked.") if round_.notice_masks_names else _("Names are shown in full."),
    ]
    blockers = [] if nominations else [_("There is nobody on the list.")]
    return Preview(moves=nominations, blockers=blockers, notes=notes)


def _period(round_: Round, now: datetime):
    first = timezone.localdate(now)
    return first, first + timedelta(days=round_.notice_days - 1)


def perform_start(round_: Round, user: Any, now: datetime, prepared: Any) -> int:
    """Open the notice; return how many candidates stand on it."""
    first, last = _period(round_, now)
    Notice.objects.create(
        round=round_, starts_on=first, ends_on=last, masks_names=round_.notice_masks_names
    )
    return round_.nominations.in_state(st.NOTICE).count()


def pass_notices(user: Any, *, now: datetime | None = None) -> list[Nomination]:
    """Pass every candidate whose notice is over and who is not objected to; safe to repeat.

    ``user`` acts for the office. Return those that passed now; the others wait.
    """
    now = now or timezone.now()
    passed = []
    for notice in Notice.objects.filter(ends_on__lt=timezone.localdate(now)):
        for nomination in notice.round.nominations.in_state(st.NOTICE):
            if decide(nomination.pk, None, "pass", user, now=now, batch=True).done:
                passed.append(nomination)
    return passed
