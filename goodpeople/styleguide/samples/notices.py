"""Sample public notices, running and over, and an objection being written."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from goodpeople.notices.forms import ObjectionForm
from goodpeople.notices.models import Notice
from goodpeople.styleguide.samples.archive import NOWHERE, categories


def _notice(first: date, days: int, phase: Notice.Phase) -> Any:
    today = timezone.localdate()
    last = first + timedelta(days=days - 1)
    return SimpleNamespace(
        pk=NOWHERE,
        round=SimpleNamespace(title=f"{first.year}年度平湖好人评选（示例）", year=first.year),
        starts_on=first,
        ends_on=last,
        days=days,
        phase=phase,
        day_number=(today - first).days + 1,
        days_left=max((last - today).days + 1, 0),
        candidate_count=3,
        masks_names=True,
    )


def context() -> dict[str, Any]:
    """Return the notices and the office's address."""
    today = timezone.localdate()
    running = _notice(today - timedelta(days=2), 7, Notice.Phase.RUNNING)
    return {
        "running_notices_shown": [running],
        "running_notice": running,
        "over_notice": _notice(today - timedelta(days=40), 7, Notice.Phase.OVER),
        "announced_notice": _notice(today - timedelta(days=400), 7, Notice.Phase.ANNOUNCED),
        "contact": SimpleNamespace(
            is_complete=True,
            name="平湖好人评选办公室（示例）",
            address="示例路1号",
            phone="0573-0000 0000",
            hours="周一至周五 8:30–11:30，14:00–17:00",
        ),
    }


def pages() -> dict[str, dict[str, Any]]:
    """Return the contexts of the notices' pages, for the pieces that are cut out of them."""
    words = context()
    category = categories()[3]
    entry = SimpleNamespace(
        category=category,
        name="沈某根",
        place="示例镇",
        kind="person",
        is_sample=True,
        headline="三十一年守着渡口",
        overview="桥修好以前，过河的人都认得他的竹篙。",
        nomination_id=NOWHERE,
    )
    about = {"notice": words["running_notice"], "contact": words["contact"], "entry": entry}
    return {
        "notices/notice.html": {
            **about,
            "candidate_count": 1,
            "categories": [(category, [entry])],
        },
        "notices/object.html": {
            **about,
            "form": ObjectionForm({"text": ""}, auto_id="objection_%s"),
            "opened": "",
        },
        "notices/received.html": {
            **about,
            "objection": SimpleNamespace(reference="YY-4040-404", raised_at=timezone.now()),
        },
    }
