"""What the office reads of one nomination, in reading order; nothing here asks who reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from archive.models import HonoreePage
from goodpeople.nominations.duplicates import (
    honourees_of_the_same_name,
    nominations_of_the_same_name,
)
from goodpeople.nominations.models import Nomination, PersonalRecord
from goodpeople.nominations.personal import masked_record
from goodpeople.nominations.validators import count_characters

_FACTS_OF_A_PERSON = (
    "sex",
    "ethnicity",
    "native_place",
    "political_status",
    "education",
    "employer_post",
)
_FACTS_OF_A_GROUP = ("group_size", "employer_post")
_TEXTS = (
    ("overview", "overview_max"),
    ("summary", "summary_max"),
    ("story", "story_max"),
    ("past_honours", ""),
)


@dataclass(frozen=True)
class Fact:
    """A label and what the nominator gave; an empty value is shown as not given."""

    label: str
    value: Any


@dataclass(frozen=True)
class Passage:
    """A longer text with its length in characters and the most the round allows (0: none)."""

    label: str
    text: str
    length: int
    most: int


def label_of(model: type, name: str) -> str:
    """Return a model field's name as a heading."""
    return capfirst(str(model._meta.get_field(name).verbose_name))


def facts_of(nomination: Nomination) -> list[Fact]:
    """Return the short facts about the nominee, then how the name came in."""
    names = _FACTS_OF_A_PERSON if nomination.kind == "person" else _FACTS_OF_A_GROUP
    facts = [Fact(_("Kind"), nomination.get_kind_display())]
    facts += [Fact(label_of(Nomination, name), _shown(nomination, name)) for name in names]
    place = nomination.place.chain_text if nomination.place else ""
    return [
        *facts,
        Fact(label_of(Nomination, "place"), place),
        Fact(label_of(Nomination, "source"), nomination.get_source_display()),
        Fact(_("Consent"), _("given") if nomination.consent else ""),
    ]


def _shown(nomination: Nomination, name: str) -> Any:
    display = getattr(nomination, f"get_{name}_display", None)
    return display() if display else getattr(nomination, name)


def passages_of(nomination: Nomination) -> list[Passage]:
    """Return the longer texts in reading order."""
    return [
        Passage(
            label_of(Nomination, name),
            getattr(nomination, name),
            count_characters(getattr(nomination, name)),
            getattr(nomination.round, limit) if limit else 0,
        )
        for name, limit in _TEXTS
    ]


def personal_facts(values: dict[str, str]) -> list[Fact]:
    """Return personal values, masked or revealed, with their labels."""
    return [Fact(label_of(PersonalRecord, name), values[name]) for name in values]


def masked_facts(nomination: Nomination) -> list[Fact]:
    """Return the personal record masked; [] when there is none."""
    return personal_facts(masked_record(nomination))


@dataclass(frozen=True)
class Namesake:
    """An honouree of the archive with the nominee's name, to be set beside the nominee."""

    page: HonoreePage
    place: str
    honours: list[str]

    @property
    def key(self) -> str:
        """Return the page's id as the form sends it."""
        return str(self.page.pk)


def namesakes_of(nomination: Nomination) -> list[Namesake]:
    """Return the archive's honourees of the same name, with their honours in words."""
    return [
        Namesake(
            page,
            page.place.chain_text if page.place else "",
            [
                f"{honour.year} · {honour.category.label} · {honour.get_level_display()}"
                for honour in page.honours.all()
            ],
        )
        for page in honourees_of_the_same_name(nomination)
    ]


def other_nominations(nomination: Nomination) -> list[Nomination]:
    """Return the round's other nominations of the same name."""
    return list(nominations_of_the_same_name(nomination))
