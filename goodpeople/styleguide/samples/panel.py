"""Samples of the panel's desk: candidates in every state, a sheet being scored, its points."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from archive.shown import shown
from goodpeople.panels.desk.forms import SheetForm
from goodpeople.panels.desk.progress import SHEET_LABELS, SHEET_TONES, WAITS
from goodpeople.panels.desk.sheet_page import Row
from goodpeople.panels.models import Criterion
from goodpeople.styleguide.samples.archive import NOWHERE, categories
from goodpeople.styleguide.samples.desk import THEN, nomination, photo


def _criteria() -> list[Criterion]:
    return [
        Criterion(
            pk=NOWHERE,
            name=shown("真实可信", "True and verified").plain,
            description=shown(
                "有人可问，有据可查。", "There are people to ask and papers to see."
            ).plain,
            weight=60,
            max_points=10,
        ),
        Criterion(
            pk=NOWHERE + 1,
            name=shown("持续时间", "How long it has lasted").plain,
            description="",
            weight=40,
            max_points=100,
        ),
    ]


def _sheet(state: str, **changed: Any) -> Any:
    fields = {
        "pk": NOWHERE,
        "status": state,
        "version": 3,
        "comment": shown("两位渡客的话可以互证。", "Two passengers confirm one another.").plain,
        "handed_in_at": THEN,
        "nomination": nomination("scoring"),
    }
    return SimpleNamespace(**{**fields, **changed})


def _form(data: dict[str, str] | None = None) -> SheetForm:
    form = SheetForm(
        data,
        criteria=_criteria(),
        initial={f"points_{NOWHERE}": 8, "version": 3},
        auto_id="sheet_%s",
    )
    if data is not None:
        form.is_valid()
    return form


def context() -> dict[str, Any]:
    """Return what the section on the panel's desk shows."""
    criteria = _criteria()
    form = _form({"version": "3", f"points_{NOWHERE}": "8", f"points_{NOWHERE + 1}": "120"})
    page = SimpleNamespace(
        sheet=_sheet("open"),
        nomination=nomination("scoring"),
        total=48.0,
        saved_at=THEN,
        saved_today=True,
        photos=[photo()],
        writable=True,
    )
    return {
        "candidate_rows": [
            SimpleNamespace(
                sheet=_sheet(state),
                state=state,
                label=SHEET_LABELS[state],
                tone=SHEET_TONES.get(state, ""),
                waits=state in WAITS,
                scored=1,
            )
            for state in SHEET_LABELS
        ],
        "mine": SimpleNamespace(criteria_count=2),
        "panel_category": categories()[3],
        "sheet_page": page,
        "handed_in_page": SimpleNamespace(sheet=_sheet("handed_in"), total=78.0),
        "sheet_form": form,
        "sheet_rows": [
            Row(one, share, None, form[form.name_of(one)])
            for one, share in zip(criteria, (60.0, 40.0), strict=True)
        ],
        "point_rows": [
            Row(one, share, points)
            for one, share, points in zip(criteria, (60.0, 40.0), (8, 75), strict=True)
        ],
    }


def pages() -> dict[str, dict[str, Any]]:
    """Return the contexts of the panel's pages, for the pieces that are cut out of them."""
    shown_here = context()
    round_ = SimpleNamespace(pk=NOWHERE, title="2026年度平湖好人评选（示例）")
    briefing = shown("先读事迹，再打分；每一分都要能说出理由。", "Read first, then score.")
    return {
        "panels/desk/index.html": {
            "rounds": [
                SimpleNamespace(
                    round=round_,
                    stage="open",
                    done=1,
                    total=3,
                    panel=SimpleNamespace(briefing=briefing),
                    groups=[],
                ),
                SimpleNamespace(
                    round=round_, stage="closed", sheets=shown_here["candidate_rows"][3:]
                ),
            ]
        },
        "panels/desk/sheet.html": {
            "page": SimpleNamespace(
                shows_story=False,
                sheet=_sheet("recused", recusal=SimpleNamespace(reason="同村邻居")),
                nomination=nomination("scoring"),
                previous=SimpleNamespace(pk=NOWHERE, nomination="陆巧云"),
                next=SimpleNamespace(pk=NOWHERE, nomination="双桥村夜间巡堤队"),
            )
        },
    }
