"""The nomination form's steps: a plain form each, with nothing but its own fields.

Every field may be left empty: a draft may be incomplete, and what is missing is said when it is
to be sent. A form hands on only what was posted and is sound, so that neither a partial POST
nor one mistake takes anything else away.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from archive.models import Category
from goodpeople.nominations.desk.places import GroupedPlaceField, places_to_choose_from
from goodpeople.nominations.desk.widgets import CountedTextarea
from goodpeople.nominations.models import Nomination, PersonalRecord, RoundCategory
from goodpeople.nominations.models.nomination import NomineeKind, Sex, Source
from goodpeople.nominations.personal import own_record
from goodpeople.nominations.validators import (
    Complaints,
    validate_birth_date,
    validate_id_number,
    validate_phone,
)
from goodpeople.nominations.whole_numbers import whole_number

# ``limit_value`` is what Django's validator calls its limit.
TOO_LONG_TO_KEEP = _("Too long to be kept: %(limit_value)s characters at most here.")
# Sent instead of a version that cannot be read: never a real one, so it counts as out of date.
NO_VERSION = -1


class StepBoundField(forms.BoundField):
    """A field that knows what somebody else saved meanwhile."""

    @property
    def newer(self) -> str | None:
        """Return the saved value where it differs from what was typed, in a conflict."""
        return self.form.newer.get(self.name)


class StepForm(forms.Form):
    """One step of the nomination form; without a ``user`` it holds no saved values."""

    use_required_attribute = False
    bound_field_class = StepBoundField
    # Which of the fields belong to the personal record and not to the nomination.
    personal_fields: ClassVar[tuple[str, ...]] = ()

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, nomination: Nomination, user: Any = None):
        self.nomination = nomination
        self.newer: dict[str, str] = {}
        saved = self._saved_values(nomination, user) if user is not None else {}
        super().__init__(data, initial=saved, label_suffix="")
        self.prepare(nomination)

    def prepare(self, nomination: Nomination) -> None:
        """Fit the fields to the round and the nominee; for subclasses."""

    def _saved_values(self, nomination: Nomination, user: Any) -> dict[str, Any]:
        saved: dict[str, Any] = {"version": nomination.version}
        if self.personal_fields:
            saved.update(own_record(nomination, user))
        for name in self.base_fields:
            if name != "version" and name not in self.personal_fields:
                saved[name] = getattr(nomination, name)
        return saved

    @property
    def opened_version(self) -> int:
        """Return the version that the form was opened with."""
        typed = str(self.data.get("version", ""))
        return whole_number(typed, NO_VERSION)

    def _given(self) -> dict[str, Any]:
        """Return the cleaned values of the fields that were posted at all and are sound."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "version"
            and not self.fields[name].widget.value_omitted_from_data(
                self.data, self.files, self.add_prefix(name)
            )
        }

    def texts(self) -> dict[str, Any]:
        """Return what ``submission.save_draft`` takes as texts."""
        return {k: v for k, v in self._given().items() if k not in self.personal_fields}

    def personal(self) -> dict[str, str]:
        """Return what ``submission.save_draft`` takes as the personal part."""
        return {k: v for k, v in self._given().items() if k in self.personal_fields}

    def say(self, complaints: Complaints) -> bool:
        """Put complaints about saved values beside their fields; return whether there was one."""
        said = False
        for name in self.fields:
            for message in complaints.get(name, []):
                self.errors.setdefault(name, self.error_class()).append(message)
                said = True
        return said

    def take_version(self, version: int) -> None:
        """Make the form, with everything typed in it, one that was opened at ``version``."""
        self.data = self.data.copy()
        self.data["version"] = str(version)

    def compare(self, saved: Nomination, user: Any) -> None:
        """Note, in a conflict, each saved value that differs from what was typed."""
        values = self._saved_values(saved, user)
        for name, field in self.fields.items():
            if name == "version" or field.widget.value_omitted_from_data(
                self.data, self.files, name
            ):
                continue
            now = field.prepare_value(values.get(name))
            if isinstance(now, bool):
                continue  # A tick can be set again; it is no text to lose.
            now = "" if now is None else now
            typed = field.widget.value_from_datadict(self.data, self.files, name)
            if str(now) != _newlines(str(typed or "")).strip():
                choices = _flat(getattr(field, "choices", ()))
                self.newer[name] = choices.get(str(now), str(now))


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _flat(choices: Any) -> dict[str, str]:
    flat: dict[str, str] = {}
    for value, label in choices:
        if isinstance(label, list | tuple):
            flat.update(_flat(label))
        else:
            flat[str(value)] = str(label)
    return flat


class TextField(forms.CharField):
    """Text up to its column's length, unix newlines; longer text is refused, never cut.

    No ``maxlength`` is rendered: a browser would cut what is pasted without a word.
    """

    def __init__(self, column: str, **kwargs: Any):
        kwargs.setdefault("required", False)
        super().__init__(error_messages={"max_length": TOO_LONG_TO_KEEP}, **kwargs)
        self.column_most = Nomination._meta.get_field(column).max_length
        self.validators.append(MaxLengthValidator(self.column_most))

    def name_round_limit(self, most: int) -> None:
        """Name the round's limit first where text is longer than even the column holds."""
        self.error_messages["max_length"] = _(
            "Too long: this round allows %(most)s characters at most. More than %(limit)s "
            "cannot be kept; until you shorten it, it stands on this page only."
        ) % {"most": most, "limit": self.column_most}

    def to_python(self, value: Any) -> str:
        """Return the text with newlines as the database keeps them."""
        return super().to_python(_newlines(value) if isinstance(value, str) else value)


class PlainLabelChoiceField(forms.ModelChoiceField):
    """Choices by their plain label: mark-up has no place inside a form control."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the label in the reader's language."""
        return obj.label.plain


class WhoForm(StepForm):
    """Who is nominated, and for what."""

    kind = forms.ChoiceField(
        label=_("Who is it?"), choices=NomineeKind.choices, required=False, widget=forms.RadioSelect
    )
    name = TextField("name", label=_("Full name"), help_text=_("A group: its full name."))
    category = PlainLabelChoiceField(
        label=_("Category"), queryset=Category.objects.none(), required=False, blank=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    place = GroupedPlaceField(label=_("Village or community"))
    sex = forms.ChoiceField(
        label=_("Sex"), choices=Sex.choices, required=False, widget=forms.RadioSelect
    )
    ethnicity = TextField("ethnicity", label=_("Ethnicity"), help_text=_("For example: Han"))
    native_place = TextField(
        "native_place",
        label=_("Native place"),
        help_text=_("Province and city or county, for example: Pinghu, Zhejiang"),
    )
    employer_post = TextField(
        "employer_post",
        label=_("Employer and post"),
        help_text=_("What the nominee does; “farmer” or “retired” will do."),
    )
    group_size = forms.IntegerField(
        label=_("Number of members"), required=False, min_value=2, max_value=30000
    )
    political_status = TextField("political_status", label=_("Political status (optional)"))
    education = TextField("education", label=_("Education (optional)"))
    past_honours = TextField(
        "past_honours",
        label=_("Past honours (optional)"),
        help_text=_("One a line: year, name, who gave it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.ChoiceField(
        label=_("How did the name come in?"),
        choices=Source.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def prepare(self, nomination: Nomination) -> None:
        """Offer the round's own categories and the places around the unit."""
        self.fields["category"].queryset = Category.objects.filter(
            pk__in=RoundCategory.objects.filter(round_id=nomination.round_id).values("category_id")
        )
        self.fields["place"].queryset = places_to_choose_from(nomination)

    def clean_kind(self) -> str:
        """Return the kind; one of the two is always chosen."""
        return self.cleaned_data["kind"] or self.nomination.kind

    def clean_source(self) -> str:
        """Return how the name came in; one of the ways is always chosen."""
        return self.cleaned_data["source"] or self.nomination.source


class ContactForm(StepForm):
    """The personal record: encrypted, shown in clear to whoever fills it in, to nobody else."""

    personal_fields = PersonalRecord.FIELDS

    phone = forms.CharField(
        label=_("Contact phone"),
        required=False,
        validators=[validate_phone],
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    address = forms.CharField(
        label=_("Address (optional)"),
        required=False,
        validators=[MaxLengthValidator(200)],
        error_messages={"max_length": TOO_LONG_TO_KEEP},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    birth_date = forms.CharField(
        label=_("Date of birth (optional)"),
        required=False,
        validators=[validate_birth_date],
        widget=forms.TextInput(attrs={"type": "date", "autocomplete": "off"}),
    )
    id_number = forms.CharField(
        label=_("ID number"),
        required=False,
        validators=[validate_id_number],
        help_text=_("18 characters. This round asks for it to check each nominee's identity."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def prepare(self, nomination: Nomination) -> None:
        """Ask for nothing that the round or the kind of nominee does not need."""
        if nomination.kind == NomineeKind.GROUP:
            self.fields["phone"].label = _("Phone of the group's contact person")
            self.fields["address"].label = _("Address of the group (optional)")
            del self.fields["birth_date"]
        if nomination.kind == NomineeKind.GROUP or not nomination.round.asks_id_number:
            del self.fields["id_number"]

    def clean_id_number(self) -> str:
        """Return the number with its check letter in capitals."""
        return self.cleaned_data["id_number"].upper()


class DeedsForm(StepForm):
    """The story, from one line to the full text, with the round's lengths counted live."""

    headline = TextField(
        "headline",
        label=_("The deed in one line"),
        help_text=_("Who did what, in one sentence."),
        widget=CountedTextarea(rows=2),
    )
    overview = TextField(
        "overview",
        label=_("Overview"),
        help_text=_("Two or three sentences for the list: how long, for whom, with what effect."),
        widget=CountedTextarea(rows=4),
    )
    summary = TextField(
        "summary",
        label=_("Deeds summary"),
        help_text=_("The deeds in short, with years, places and figures."),
        widget=CountedTextarea(rows=8),
    )
    story = TextField(
        "story",
        label=_("Deeds text"),
        help_text=_(
            "The whole story in plain words: what happened, when and where, who saw it. "
            "Leave an empty line between paragraphs."
        ),
        widget=CountedTextarea(rows=18),
    )

    def prepare(self, nomination: Nomination) -> None:
        """Give each text the round's length."""
        round_ = nomination.round
        for name in ("headline", "overview", "summary", "story"):
            most = getattr(round_, f"{name}_max")
            self.fields[name].widget.most = most
            self.fields[name].name_round_limit(most)
        self.fields["story"].widget.least = round_.story_min


class ConsentForm(StepForm):
    """The last step's only field."""

    consent = forms.BooleanField(
        label=_("The nominee agrees to be nominated and, if chosen, to be named in public."),
        required=False,
        help_text=_("Ask in person first. Without consent the nomination cannot be sent."),
    )


class WithdrawForm(forms.Form):
    """Why a nomination is taken back, for the unit's own record."""

    reason = forms.CharField(
        label=_("Reason (optional)"),
        required=False,
        max_length=500,
        error_messages={"max_length": TOO_LONG_TO_KEEP},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
