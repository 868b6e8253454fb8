"""Samples of the office's pages inside Wagtail's admin."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext as _

from archive.shown import shown
from goodpeople.nominations.admin.decision_forms import ActionForm, DecisionPanel
from goodpeople.nominations.admin.history import Happening
from goodpeople.nominations.admin.standing_of_rounds import StateCount, Whereabouts
from goodpeople.nominations.states import STATE_LABELS, STATE_TONES, STATES
from goodpeople.panels.admin.results_screens import CategoryRows, ResultRow
from goodpeople.panels.admin.tags import sheet_tag
from goodpeople.panels.desk.forms import RecusalForm
from goodpeople.panels.desk.progress import WAITS, SheetState
from goodpeople.panels.models import Result
from goodpeople.styleguide.samples.archive import NOWHERE, categories, person, place
from goodpeople.styleguide.samples.desk import THEN, nomination, photo, reason


class SampleNomination(SimpleNamespace):
    """A nomination that reads as its nominee's name, as the model does."""

    def __str__(self) -> str:
        return self.name


class SampleMember(SimpleNamespace):
    """A panel member that reads as their name, as the model does."""

    def __str__(self) -> str:
        return "周素琴"


def _nomination(state: str) -> SampleNomination:
    return SampleNomination(
        **vars(nomination(state)), portrait=photo(), outcome_reason="", honour_id=None
    )


def _counts() -> list[StateCount]:
    return [
        StateCount(
            state,
            STATE_LABELS[state],
            STATE_TONES.get(state, "neutral"),
            2 * position + 1,
            f"?{NOWHERE}",
            position == 0,
        )
        for position, state in enumerate(STATES)
    ]


def _history() -> list[Happening]:
    return [
        Happening(THEN, "汪晨", STATE_LABELS["returned"], reason()),
        Happening(THEN, "陆晓芳", _("Sent to the office"), ""),
        Happening(THEN, "陆晓芳", _("Changed"), "", times=4),
    ]


def _steps() -> list[Any]:
    def view(key: str, label: str, **changed: Any) -> Any:
        fields: dict[str, Any] = {
            "step": SimpleNamespace(key=key, label=label, explanation=""),
            "done": False,
            "preview": None,
            "waits_for": [],
            "ready": False,
            "record": None,
        }
        return SimpleNamespace(**{**fields, **changed})

    open_, close, confirm = (
        shown("开始评分", "Open the scoring"),
        shown("结束评分", "Close the scoring"),
        shown("确认结果", "Confirm the results"),
    )
    blocked = SimpleNamespace(
        moves=[],
        notes=[],
        blockers=[shown("周素琴还有2份评分表没有交。", "Zhou Suqin has 2 sheets to hand in.")],
    )
    moving = SimpleNamespace(
        moves=[_nomination("scoring"), _nomination("scoring")],
        notes=[shown("公示从提交当天开始。", "The notice begins on the same day.")],
        blockers=[],
    )
    record = SimpleNamespace(performed_at=THEN, performed_by="汪晨", moved=9)
    return [
        view("open", open_, done=True, record=record),
        view("close", close, preview=blocked),
        view("confirm", confirm, preview=moving, ready=True),
        view(
            "later",
            shown("发布名单", "Announce the list"),
            waits_for=[SimpleNamespace(label=confirm)],
        ),
    ]


def _decision() -> DecisionPanel:
    wrong = ActionForm(
        "return",
        shown("退回修改", "Return it"),
        "warn",
        needs_reason=True,
        help_text=shown("理由会原样给推荐单位看。", "The unit reads the reason word for word."),
        errors={"reason": _("Please give a reason.")},
    )
    return DecisionPanel(
        shown("资格审核", "Check of eligibility"),
        NOWHERE,
        [
            ActionForm("approve", shown("通过", "Pass it"), "good", needs_reason=False),
            wrong,
            ActionForm("reject", shown("不予通过", "Turn it down"), "bad", needs_reason=True),
        ],
    )


def _result(
    rank: int, score: float, *, proposed: bool | None, tied: bool = False, **decided: Any
) -> Any:
    fields = {
        "rank": rank,
        "score": score,
        "tied": tied,
        "proposed": proposed,
        "sheets_counted": 5,
        "nomination_id": NOWHERE + rank,
        "nomination": "沈水根" if rank == 1 else "陆巧云",
        "decision": "",
        "departs": False,
        "reason": "",
        "decided_by": "汪晨",
        "decided_at": None,
    }
    return SimpleNamespace(**{**fields, **decided})


def _standing(*, decided: bool) -> CategoryRows:
    category = categories()[2 if decided else 3]
    first = ResultRow(
        _result(1, 91.5, proposed=True, decision="selected" if decided else "", decided_at=THEN),
        "selected" if decided else "",
        "",
        cut_below=True,
    )
    second = ResultRow(
        _result(
            2,
            88.25,
            proposed=False,
            tied=True,
            decision="held" if decided else "",
            departs=decided,
            reason=reason() if decided else "",
            decided_at=THEN,
        ),
        "" if not decided else "held",
        reason() if decided else "",
        error="" if decided else _("Please give a reason."),
    )
    return CategoryRows(category, 1, [first, second])


def context() -> dict[str, Any]:
    """Return what the office's sections show."""
    return {
        **_of_a_nomination(),
        **_of_the_front_page(),
        "round_steps": _steps(),
        "names_shown": 12,
        "may_run": True,
        "round": SimpleNamespace(pk=NOWHERE, title="2026年度平湖好人评选（示例）"),
        "undecided": _standing(decided=False),
        "decided": _standing(decided=True),
        "decisions": Result.Decision.choices,
        "recused": [
            SimpleNamespace(
                member=SimpleNamespace(user_id=1),
                nomination="沈水根",
                recusal=SimpleNamespace(
                    declared_by_id=2, declared_by="汪晨", declared_at=THEN, reason=reason()
                ),
            )
        ],
    }


def _of_a_nomination() -> dict[str, Any]:
    """Return what the office reads of one nomination, and where it decides."""
    standfirst = person().page.standfirst
    namesake = SimpleNamespace(
        page=SimpleNamespace(title="沈水根", standfirst=standfirst, citation="", live=False),
        place=place().shown_chain,
        honours=["2019 · 助人为乐"],
        key="1",
    )
    return {
        "history": _history(),
        "nomination": _nomination("eligibility"),
        "facts": [
            SimpleNamespace(label=_("Full name"), value="沈水根"),
            SimpleNamespace(label=_("Place"), value=place().shown_chain),
            SimpleNamespace(label=_("Education (optional)"), value=""),
        ],
        "passages": [
            SimpleNamespace(label=_("Deeds text"), text=nomination().story, length=33, most=1500),
            SimpleNamespace(label=_("Overview"), text="", length=0, most=120),
        ],
        "photos": [photo()],
        "papers": [],
        "personal": [
            SimpleNamespace(label=_("Telephone"), value="138****0000"),
            SimpleNamespace(label=_("Address"), value=""),
        ],
        "may_reveal": True,
        "reveal_error": _("Please give a reason."),
        "namesakes": [namesake],
        "others": [SampleNomination(**vars(nomination("verification")))],
        "panel": _decision(),
        "return_reason": reason(),
        "returned_by": "汪晨",
        "returned_at": THEN,
    }


def _of_the_front_page() -> dict[str, Any]:
    """Return what waits for the office and how its rounds stand."""
    a_round = SimpleNamespace(
        round=SimpleNamespace(pk=NOWHERE, title="2026年度平湖好人评选（示例）"),
        whereabouts=Whereabouts(_("closed"), "info"),
        counts=_counts()[:4],
        links=[],
    )

    def draft(name: str, lacks: list[str]) -> Any:
        page = SimpleNamespace(title=name, place=place())
        return SimpleNamespace(url=f"/{NOWHERE}/", page=page, lacks=lacks)

    return {
        "state_counts": _counts(),
        "waiting": [SimpleNamespace(url=f"?{NOWHERE}", count=3, label=STATE_LABELS["eligibility"])],
        "home_rounds": [a_round],
        "drafts": [draft("沈水根", [_("The portrait has no credit.")]), draft("陆巧云", [])],
    }


def pages() -> dict[str, dict[str, Any]]:
    """Return the contexts of the office's pages, for the pieces that are cut out of them."""
    round_ = SimpleNamespace(pk=NOWHERE, title="2026年度平湖好人评选（示例）")
    candidate = SampleNomination(**vars(nomination("scoring")))
    member = SampleMember(pk=1, user_id=1, user=SimpleNamespace(is_active=False))
    states: tuple[SheetState, ...] = ("handed_in", "begun", "to_score", "recused")
    cells = [
        SimpleNamespace(
            sheet=SimpleNamespace(pk=NOWHERE, member=member),
            tag=sheet_tag(state),
            waits=state in WAITS,
        )
        for state in states
    ]
    sheet = SimpleNamespace(member=member, comment=reason())
    form = RecusalForm({"reason": ""}, auto_id="excuse_%s")
    return {
        "panels/admin/progress.html": {
            "round": round_,
            "is_open": True,
            "done": 7,
            "total": 12,
            "missing": [(member, 3)],
            "members": [member] * len(cells),
            "may_excuse": True,
            "groups": [
                (categories()[3], [SimpleNamespace(nomination=candidate, cells=[*cells, None])])
            ],
        },
        "panels/admin/sheets.html": {
            "round": round_,
            "nomination": candidate,
            "columns": [SimpleNamespace(sheet=sheet, total=88.25)],
            "lines": [(SimpleNamespace(name="真实可信", max_points=10), 60.0, [8])],
        },
        "panels/admin/excuse.html": {
            "round": round_,
            "form": form,
            "sheet": SimpleNamespace(pk=NOWHERE, member=member, nomination=candidate),
            "back_url": f"/{NOWHERE}/",
        },
        "panels/admin/results.html": {
            "round": round_,
            "is_closed": True,
            "writable": True,
            "complaints": True,
            "categories": [_standing(decided=False)],
        },
        "panels/admin/panel_page.html": {
            "panel": SimpleNamespace(round_id=NOWHERE, round=round_, briefing=""),
            "stage": SimpleNamespace(label="", tone="info"),
            "members": [member],
        },
    }
