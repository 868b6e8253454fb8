"""The form of a round: its rules, fixed for everyone once the first nomination has come in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
)

from goodpeople.nominations.models.round import FROZEN_REASON
from goodpeople.nominations.steps import round_panels


class RoundForm(WagtailAdminModelForm):
    """Refuses a changed rule of a frozen round beside the field, whoever asks.

    Frozen fields are disabled, so Django takes their stored value whatever is sent. What a
    tampered request sends is compared here all the same: silence would look like success.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_frozen = bool(self.instance.pk and self.instance.is_frozen)
        if self.is_frozen:
            self._disable()

    def _disable(self) -> None:
        for form, names in self._frozen_parts():
            for name in names:
                form.fields[name].disabled = True
        for formset in self.formsets.values():
            # No row is added in the browser either; a sent one is refused below.
            formset.extra = 0

    def _frozen_parts(self) -> Iterator[tuple[forms.ModelForm, list[str]]]:
        """Yield the form and each stored row's form with the names of their frozen fields."""
        yield self, [name for name in self.instance.FROZEN_FIELDS if name in self.fields]
        for formset in self.formsets.values():
            rules = [name.removesuffix("_id") for name in formset.model.FROZEN_FIELDS]
            for row in formset.initial_forms:
                yield row, [name for name in rules if name in row.fields]

    def is_valid(self) -> bool:
        """Return whether everything may be saved; adds what a frozen round refuses."""
        valid = super().is_valid()
        if not self.is_frozen or not self.is_bound:
            return valid
        refused = [self._refuse_changes(form, names) for form, names in self._frozen_parts()]
        refused += [self._refuse_other_rows(formset) for formset in self.formsets.values()]
        return valid and not any(refused)

    @staticmethod
    def _refuse_changes(form: forms.ModelForm, names: list[str]) -> bool:
        """Add the reason beside each frozen field that was sent with another value."""
        refused = False
        for name in names:
            field, key = form.fields[name], form.add_prefix(name)
            if key not in form.data:
                continue
            sent = field.widget.value_from_datadict(form.data, form.files, key)
            if _differs(field, form.get_initial_for_field(field, name), sent):
                form.add_error(name, FROZEN_REASON)
                refused = True
        return refused

    @staticmethod
    def _refuse_other_rows(formset: Any) -> bool:
        """Refuse rows that were added or taken away."""
        added = [row for row in formset.extra_forms if row.has_changed() and not _is_gone(row)]
        gone = [row for row in formset.initial_forms if _is_gone(row)]
        if not added and not gone:
            return False
        for row in gone:
            # Shown again, so that the reason stands beside rows that are still there.
            row.data = row.data.copy()
            row.data.pop(row.add_prefix(DELETION_FIELD_NAME), None)
        formset._non_form_errors.append(FROZEN_REASON)
        return True

    def add_refusal(self, refusal: ValidationError) -> None:
        """Put a refusal of the model's own, met while saving, beside its fields.

        A round can freeze between the form's check and its saving.
        """
        by_field = getattr(refusal, "error_dict", None) or {NON_FIELD_ERRORS: refusal.error_list}
        for name, errors in by_field.items():
            self.add_error(name if name in self.fields else None, errors)


def _is_gone(row: forms.ModelForm) -> bool:
    """Return whether the request takes this row away."""
    return bool(row.data.get(row.add_prefix(DELETION_FIELD_NAME)))


def _differs(field: forms.Field, stored: Any, sent: Any) -> bool:
    """Return whether ``sent`` means another value than ``stored`` to ``field``."""
    try:
        return field.to_python(sent) != field.to_python(field.prepare_value(stored))
    except ValidationError:
        return True


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


def round_edit_handler() -> ObjectList:
    """Return the form's panels in the order in which an office thinks a round through."""
    panels: list[Panel] = [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                _row("year", "level"),
                _row("opens_on", "closes_on"),
                FieldPanel("guidance"),
            ],
            heading=_("The round"),
        ),
        InlinePanel(
            "categories",
            panels=[_row("category", "quota")],
            heading=_("Categories and quotas"),
            label=_("category"),
            help_text=_("The quota is how many of the category the final list may hold."),
            min_num=1,
        ),
        MultiFieldPanel(
            [
                _row("headline_max", "overview_max", "summary_max"),
                _row("story_min", "story_max", "photos_min"),
                FieldPanel("asks_id_number"),
            ],
            heading=_("What a nomination holds"),
            help_text=_("Lengths are in characters, without spaces."),
        ),
        MultiFieldPanel([FieldPanel("needs_verification")], heading=_("Verification")),
        *round_panels(),
        MultiFieldPanel([_row("notice_days", "notice_masks_names")], heading=_("Public notice")),
    ]
    return ObjectList(panels, base_form_class=RoundForm)
