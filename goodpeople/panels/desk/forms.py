"""The score sheet as a form made from a round's criteria, and the recusal's reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goodpeople.panels.models import Criterion, ScoreSheet

# Up to here every number is a key to press; beyond, one field to type in.
SCALE_MAX = 10
# ``limit_value`` is what Django's validator calls its limit.
TOO_LONG_TO_KEEP = _("Too long to be kept: %(limit_value)s characters at most here.")
COMMENT_MAX = ScoreSheet._meta.get_field("comment").max_length


def _points_field(criterion: Criterion) -> forms.Field:
    wrong = _("Whole points from 0 to %(most)s, please.") % {"most": criterion.max_points}
    if criterion.max_points <= SCALE_MAX:
        return forms.TypedChoiceField(
            label=criterion.name,
            choices=[(number, str(number)) for number in range(criterion.max_points + 1)],
            coerce=int,
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": wrong},
        )
    return forms.IntegerField(
        label=criterion.name,
        min_value=0,
        max_value=criterion.max_points,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "step": 1}),
        error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
    )


class SheetForm(forms.Form):
    """Points for each criterion, all optional until the sheet is handed in, and a comment."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    comment = forms.CharField(
        label=_("Remark"),
        required=False,
        max_length=COMMENT_MAX,
        error_messages={"max_length": TOO_LONG_TO_KEEP},
        help_text=_("For the office only, read after scoring has closed. Optional."),
        widget=forms.Textarea(attrs={"rows": 3, "data-count": COMMENT_MAX}),
    )

    def __init__(self, *args: Any, criteria: Sequence[Criterion], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for criterion in criteria:
            self.fields[self.name_of(criterion)] = _points_field(criterion)
        # The field sets it by itself; a longer text is to be kept and complained of, not cut.
        del self.fields["comment"].widget.attrs["maxlength"]

    @staticmethod
    def name_of(criterion: Criterion) -> str:
        """Return the name of the criterion's input."""
        return f"points_{criterion.pk}"

    @classmethod
    def of_sheet(cls, sheet: ScoreSheet, criteria: Sequence[Criterion]) -> SheetForm:
        """Return the form that shows ``sheet`` as it is saved."""
        initial: dict[str, Any] = {
            cls.name_of(score.criterion): score.points for score in sheet.scores.all()
        }
        return cls(
            initial={**initial, "comment": sheet.comment, "version": sheet.version},
            criteria=criteria,
        )

    def clean_comment(self) -> str:
        """Return the comment with the line ends that are stored."""
        return self.cleaned_data["comment"].replace("\r\n", "\n").strip()

    def points(self) -> dict[int, int | None]:
        """Return the cleaned points by criterion id; None where there are none."""
        return {c.pk: self.cleaned_data[self.name_of(c)] for c in self.criteria}

    def complain_of_missing(self) -> None:
        """Put an error beside every criterion without points; for handing in."""
        for criterion, points in zip(self.criteria, self.points().values(), strict=True):
            if points is None:
                self.add_error(self.name_of(criterion), _("Please give points before handing in."))


class RecusalForm(forms.Form):
    """Why a member does not score a candidate."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_(
            "For instance: a relative, a colleague or neighbour, a shared interest. The office "
            "reads it and keeps it on record."
        ),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4, "data-count": 500}),
        error_messages={
            "required": _("Please give a reason."),
            "max_length": TOO_LONG_TO_KEEP,
        },
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        # See SheetForm: kept and complained of, not cut.
        del self.fields["reason"].widget.attrs["maxlength"]
