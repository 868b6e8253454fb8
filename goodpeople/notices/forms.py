"""The public's objection form, and the two small walls against machines before it.

Neither wall keeps an address: a field that people do not see, and the time at which the form
was opened, signed so that it cannot be made up.
"""

from __future__ import annotations

import time
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from goodpeople.notices.models import Objection

_SALT = "notices.objection.opened"
# A person needs longer than this to write one sentence; a machine does not wait. The setting
# OBJECTION_MIN_SECONDS overrides it, for a test that clicks through in no time.
MIN_SECONDS = 2


def opened_now() -> str:
    """Return the present moment, signed, for the form's hidden field."""
    return signing.dumps(int(time.time()), salt=_SALT)


def seconds_open(stamp: str) -> float | None:
    """Return how long ago ``stamp`` was made; None when this site did not make it."""
    try:
        return time.time() - signing.loads(stamp, salt=_SALT)
    except signing.BadSignature:
        return None


class ObjectionForm(forms.Form):
    """What is objected to, and by whom if they wish to say."""

    text = forms.CharField(
        label=_("What do you object to?"),
        help_text=_(
            "What happened, when and where, and how it can be checked: the office examines facts."
        ),
        # data-count and not maxlength: text over the limit is kept and counted, not cut off.
        widget=forms.Textarea(attrs={"rows": 9, "data-count": Objection.TEXT_MAX}),
        error_messages={"required": _("Please say what you object to.")},
    )
    objector = forms.CharField(
        label=_("Your name"),
        required=False,
        # A validator and not max_length, which would cut what is pasted and count letters.
        validators=[MaxLengthValidator(60)],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("May be left empty."),
    )
    contact = forms.CharField(
        label=_("Your telephone"),
        required=False,
        validators=[MaxLengthValidator(40)],
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
        help_text=_("May be left empty; it helps the office to ask you."),
    )
    # No person sees this field; programs that fill in every form do.
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        """Refuse what is longer than the column, in the characters that the page counts."""
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        if len(text) > Objection.TEXT_MAX:
            raise forms.ValidationError(
                _("%(length)s characters; %(limit)s at most."),
                params={"length": len(text), "limit": Objection.TEXT_MAX},
            )
        return text

    def clean_contact(self) -> str:
        """Refuse what can be no telephone number, so that a slip is noticed here."""
        contact = self.cleaned_data["contact"]
        digits = sum(character.isdigit() for character in contact)
        if contact and not 7 <= digits <= 20:
            raise forms.ValidationError(_("This does not look like a telephone number."))
        return contact

    def clean(self) -> dict[str, Any]:
        """Send back what a machine seems to have sent; a person presses once more."""
        cleaned = super().clean() or {}
        if cleaned.get("website"):
            self.add_error(
                None, _("A field that must stay empty was filled in. Please send it once more.")
            )
            return cleaned
        age = seconds_open(cleaned.get("opened") or "")
        if age is None or age < getattr(settings, "OBJECTION_MIN_SECONDS", MIN_SECONDS):
            self.add_error(
                None,
                _("The form came back within a moment of being opened. Please send it once more."),
            )
        return cleaned
