"""Samples of the nominator's desk: cards, steps, a nomination read through, its way so far."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext as _

from archive.shown import shown
from goodpeople.nominations.desk.file_forms import CaptionForm, NewPaperForm, NewPhotoForm
from goodpeople.nominations.desk.form_steps import FORM_STEPS
from goodpeople.nominations.desk.overview import Returned
from goodpeople.nominations.desk.review import Line, Review
from goodpeople.nominations.desk.timeline import Event
from goodpeople.nominations.models import Evidence, Photo
from goodpeople.nominations.states import STATE_LABELS, STATE_TONES, STATES
from goodpeople.styleguide.samples.archive import NOWHERE, categories, place
from goodpeople.styleguide.samples.forms import SampleForm

# A working day, so that the samples read the same on every day.
THEN = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
# The key of a private file that is not there.
KEY = f"00000000-0000-0000-0000-{NOWHERE:012d}"
STEP_STATES = ("done", "done", "problem", "current", "todo")


def reason() -> str:
    """Return what the office wrote on a returned nomination."""
    return shown(
        "事迹正文里渡口停航的年份和简述不一致，请核对后改正。",
        "The year the ferry stopped differs between the story and the summary. "
        "Please check and correct it.",
    ).plain


def nomination(state: str = "draft", **changed: Any) -> Any:
    """Return a nomination in ``state``, as the lists and the forms read it."""
    fields = {
        "pk": NOWHERE,
        "name": "沈水根",
        "kind": "person",
        "get_kind_display": _("Person"),
        "headline": "三十一年守着渡口",
        "overview": "桥修好以前，过河的人都认得他的竹篙。",
        "summary": "",
        "story": "天没亮，第一班过河的是卖菜的人。他收一角钱，菜农给一把青菜，他也收。",
        "employer_post": "双桥渡口船工",
        "group_size": None,
        "category": categories()[3],
        "place": place(),
        "unit": SimpleNamespace(name="示例镇人民政府"),
        "round": SimpleNamespace(title="2026年度平湖好人评选（示例）", asks_id_number=True),
        "state": state,
        "state_label": STATE_LABELS[state],
        "updated_at": THEN,
    }
    return SimpleNamespace(**{**fields, **changed})


def _row(state: str, *, returned: Returned | None = None, too_late: bool = False) -> Any:
    return SimpleNamespace(
        nomination=nomination(state),
        tone=STATE_TONES.get(state, "neutral"),
        returned=returned,
        too_late=too_late,
    )


def _steps() -> list[dict[str, Any]]:
    return [
        {"label": step.label, "url": f"/{NOWHERE}/", "state": state}
        for step, state in zip(FORM_STEPS, STEP_STATES, strict=True)
    ]


def _events() -> list[Event]:
    return [
        Event(THEN - timedelta(days=9), _("Draft started")),
        Event(THEN - timedelta(days=5), _("Sent to the office")),
        Event(THEN - timedelta(days=1), STATE_LABELS["returned"], reason(), tone="warn"),
        Event(None, _("Please correct it and send it again."), tone="good", is_now=True),
    ]


def photo() -> Photo:
    """Return a photo without a file; its address is replaced by the sample picture."""
    caption = shown("停航以后的渡口", "The landing after the last crossing").plain
    return Photo(key=KEY, caption=caption, width=400, height=500)


def _review() -> Review:
    missing = SimpleNamespace(url=f"/{NOWHERE}/", messages=[_("This is not a telephone number.")])
    return Review(
        who=[
            Line("name", _("Full name"), "沈水根"),
            Line("employer_post", _("Employer and post"), "双桥渡口船工"),
        ],
        contact=[
            Line("phone", _("Telephone"), "", missing=missing),
            Line("address", _("Address"), "平湖市****"),
        ],
        deeds=[
            Line("headline", _("The deed in one line"), "三十一年守着渡口", characters=8),
            Line("story", _("Deeds text"), nomination().story, is_long=True, characters=33),
        ],
        portrait=None,
        photos=[photo()],
        papers=[Evidence(key=KEY, kind=Evidence.Kind.CONSENT)],
        is_masked=True,
    )


def context() -> dict[str, Any]:
    """Return what the section on the desks shows."""
    conflict = SampleForm({"name": "沈水根"}, auto_id="conflict_%s")["name"]
    conflict.newer = "沈水根（双桥）"
    return {
        "conflict_field": conflict,
        "steps": _steps(),
        "rows": [
            _row("returned", returned=Returned(reason(), THEN)),
            _row("draft", too_late=True),
            _row("scoring"),
        ],
        "states": [(STATE_LABELS[state], STATE_TONES.get(state, "neutral")) for state in STATES],
        "events": _events(),
        "review": _review(),
        "draft": nomination(),
        "returned": Returned(reason(), THEN),
        "photo_part": SimpleNamespace(photo=photo(), form=CaptionForm(auto_id="photo_%s")),
    }


def pages() -> dict[str, dict[str, Any]]:
    """Return the contexts of the desk's pages, for the pieces that are cut out of them."""
    today = THEN.date()
    round_ = SimpleNamespace(
        pk=NOWHERE,
        title="2026年度平湖好人评选（示例）",
        closes_on=today,
        guidance=shown(
            "请写清时间、地点和可以核实的事。", "Say when and where, and what can be checked."
        ),
        story_min=300,
        story_max=1500,
        photos_min=1,
        asks_id_number=True,
    )
    return {
        "nominations/desk/index.html": {
            "units": [],
            "groups": SimpleNamespace(),
            "open_rounds": [{"round": round_, "days_left": 6}],
        },
        "nominations/desk/begin.html": {
            "round": round_,
            "categories": [],
            "units": [],
            "chosen": SimpleNamespace(name="示例镇人民政府"),
        },
        "nominations/desk/photos.html": _photos_page(
            SimpleNamespace(photo=photo(), form=CaptionForm(prefix="portrait"))
        ),
        "nominations/desk/photos.html#none": _photos_page(None),
    }


def _photos_page(portrait: Any) -> dict[str, Any]:
    name = "with" if portrait else "without"
    return {
        "step": SimpleNamespace(label=""),
        "nomination": nomination(),
        "page": SimpleNamespace(
            portrait=portrait,
            new_portrait=NewPhotoForm(prefix=name),
            new_deed=NewPhotoForm(prefix=f"{name}-deed"),
            new_paper=NewPaperForm(prefix=f"{name}-paper"),
            deeds=[],
            papers=[],
            may_add_photo=True,
            may_add_paper=True,
            mistakes=[],
        ),
    }
