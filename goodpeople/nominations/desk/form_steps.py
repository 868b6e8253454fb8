"""The steps of the nomination form, as a table: what each holds and which complaints it mends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goodpeople.nominations import states as st
from goodpeople.nominations.desk.forms import ConsentForm, ContactForm, DeedsForm, StepForm, WhoForm
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.validators import Complaints, missing_for_submission


@dataclass(frozen=True)
class FormStep:
    """One page of the form; ``concerns`` are the keys of complaints that it can mend.

    ``kept`` is whether a browser may keep unsaved text of it: never personal data.
    """

    key: str
    label: Any
    concerns: tuple[str, ...]
    form: type[StepForm] | None = None
    kept: bool = False

    def url(self, nomination: Nomination) -> str:
        """Return the page's address for ``nomination``."""
        return reverse(f"desk:{self.key}", args=[nomination.pk])

    @property
    def template(self) -> str:
        """Return the page's template."""
        return f"nominations/desk/{self.key}.html"


def _fields(form: type[StepForm]) -> tuple[str, ...]:
    return tuple(name for name in form.base_fields if name != "version")


WHO = FormStep("who", _("Who"), _fields(WhoForm), WhoForm, kept=True)
CONTACT = FormStep("contact", _("Contact"), _fields(ContactForm), ContactForm)
DEEDS = FormStep("deeds", _("Deeds"), _fields(DeedsForm), DeedsForm, kept=True)
PHOTOS = FormStep("photos", _("Photos and papers"), ("photos",))
CHECK = FormStep("check", _("Check and send"), ("consent",), ConsentForm)
FORM_STEPS = (WHO, CONTACT, DEEDS, PHOTOS, CHECK)


def neighbours(step: FormStep) -> tuple[FormStep | None, FormStep | None]:
    """Return the steps before and after ``step``."""
    position = FORM_STEPS.index(step)
    before = FORM_STEPS[position - 1] if position else None
    after = FORM_STEPS[position + 1] if position + 1 < len(FORM_STEPS) else None
    return before, after


@dataclass(frozen=True)
class Missing:
    """One thing that keeps a nomination from being sent, and where it is mended."""

    step: FormStep
    field: str
    label: Any
    messages: list[str]
    url: str


# What a complaint's key is called where it is not a field of a form.
_LABELS = {"photos": _("Photos"), "consent": _("Consent")}


def missing_things(nomination: Nomination, complaints: Complaints) -> list[Missing]:
    """Return the complaints in the order of the form, each linked to its step and field."""
    return list(_missing_things(nomination, complaints))


def _missing_things(nomination: Nomination, complaints: Complaints) -> Iterator[Missing]:
    for step in FORM_STEPS:
        form = step.form(nomination=nomination) if step.form else None
        for name in step.concerns:
            if not complaints.get(name):
                continue
            if form is not None and name in form.fields:
                label = _LABELS.get(name) or form.fields[name].label
                anchor = form[name].id_for_label or form[name].auto_id
            else:
                label, anchor = _LABELS.get(name, name), name
            # "check" itself needs no "?missing": it always says what is missing.
            query = "" if step is CHECK else "?missing=1"
            yield Missing(
                step, name, label, complaints[name], f"{step.url(nomination)}{query}#{anchor}"
            )


def stepper(
    nomination: Nomination, current: FormStep, complaints: Complaints
) -> list[dict[str, Any]]:
    """Return the steps as ``components/stepper.html`` takes them.

    A step without a complaint is done; one with a complaint is a problem only once the office
    has returned the nomination, since a draft is simply not finished yet.
    """
    unfinished = "problem" if nomination.state == st.RETURNED else "todo"
    steps = []
    for step in FORM_STEPS:
        if step is current:
            state = "current"
        elif any(complaints.get(name) for name in step.concerns):
            state = unfinished
        else:
            state = "todo" if step is CHECK else "done"
        steps.append({"label": step.label, "url": step.url(nomination), "state": state})
    return steps


def first_unfinished(nomination: Nomination) -> FormStep:
    """Return the first step with something missing; the last one when nothing is."""
    complaints = missing_for_submission(nomination)
    for step in FORM_STEPS:
        if any(complaints.get(name) for name in step.concerns):
            return step
    return CHECK
