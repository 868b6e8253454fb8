"""A whole nomination to read: before it is sent, and afterwards as the unit's own copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from goodpeople.nominations import states as st
from goodpeople.nominations.desk.form_steps import DEEDS, WHO, Missing
from goodpeople.nominations.models import Evidence, Nomination, PersonalRecord, Photo
from goodpeople.nominations.models.nomination import NomineeKind
from goodpeople.nominations.personal import own_record
from goodpeople.nominations.validators import count_characters

_OF_A_PERSON = ("sex", "ethnicity", "native_place", "political_status", "education")


@dataclass(frozen=True)
class Line:
    """One field: its label, what it says, and how it is read."""

    name: str
    label: str
    value: Any
    is_long: bool = False
    characters: int = 0
    # While it can still be mended: what keeps this field from being sent.
    missing: Missing | None = None


@dataclass
class Review:
    """What the nomination holds, by the steps in which it was filled in."""

    who: list[Line]
    contact: list[Line]
    deeds: list[Line]
    portrait: Photo | None
    photos: list[Photo]
    papers: list[Evidence]
    is_masked: bool


def review_of(nomination: Nomination, user: Any, missing: Iterable[Missing] = ()) -> Review:
    """Return everything there is to read; personal data in clear only for who is writing it.

    ``missing`` is put beside the fields that it is about.
    """
    beside = {thing.field: thing for thing in missing}

    def marked(lines: list[Line]) -> list[Line]:
        return [replace(line, missing=beside.get(line.name)) for line in lines]

    photos = list(nomination.photos.all())
    return Review(
        who=marked(_who(nomination)),
        contact=[
            replace(line, missing=beside.get(line.name)) for line in _contact(nomination, user)
        ],
        deeds=marked(_deeds(nomination)),
        portrait=next((photo for photo in photos if photo.kind == Photo.Kind.PORTRAIT), None),
        photos=[photo for photo in photos if photo.kind != Photo.Kind.PORTRAIT],
        papers=list(nomination.evidence.all()),
        is_masked=nomination.state not in st.WITH_NOMINATOR,
    )


def _label(model: type, name: str) -> str:
    return capfirst(str(model._meta.get_field(name).verbose_name))


def _who(nomination: Nomination) -> list[Line]:
    is_group = nomination.kind == NomineeKind.GROUP
    lines = []
    for name in WHO.concerns:
        value = getattr(nomination, name)
        if (name in _OF_A_PERSON and is_group) or (name == "group_size" and not is_group):
            continue
        if name in {"kind", "sex", "source"}:
            value = getattr(nomination, f"get_{name}_display")()
        elif name == "category" and value:
            value = value.label
        elif name == "place" and value:
            value = value.shown_chain
        lines.append(Line(name, _label(Nomination, name), value, is_long=name == "past_honours"))
    return lines


def _contact(nomination: Nomination, user: Any) -> list[Line]:
    facts = own_record(nomination, user)
    lines = []
    for name in PersonalRecord.FIELDS:
        value = facts.get(name, "")
        asked = name != "id_number" or nomination.round.asks_id_number
        if nomination.kind == NomineeKind.GROUP and name in {"birth_date", "id_number"}:
            asked = False
        if not asked and not value:
            continue
        born = parse_date(value) if name == "birth_date" and "*" not in value else None
        label = _("Contact phone") if name == "phone" else _label(PersonalRecord, name)
        lines.append(Line(name, label, date_format(born) if born else value))
    return lines


def _deeds(nomination: Nomination) -> list[Line]:
    return [
        Line(
            name,
            _label(Nomination, name),
            getattr(nomination, name),
            is_long=True,
            characters=count_characters(getattr(nomination, name)),
        )
        for name in DEEDS.concerns
    ]
