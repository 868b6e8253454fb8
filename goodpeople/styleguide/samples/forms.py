"""A form with one field of each shape, as it is first shown and as it comes back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.shown import shown
from goodpeople.nominations.desk.widgets import CountedTextarea


def _counted() -> CountedTextarea:
    widget = CountedTextarea()
    widget.least, widget.most = 20, 60
    return widget


class SampleForm(forms.Form):
    """One field of each shape that the desks use; the words are the desks' own."""

    use_required_attribute = False

    name = forms.CharField(label=gettext_lazy("Full name"), max_length=30)
    headline = forms.CharField(
        label=gettext_lazy("The deed in one line"),
        help_text=gettext_lazy(
            "What happened, when and where, and how it can be checked: the office examines facts."
        ),
        widget=forms.Textarea(attrs={"rows": 3, "data-count": 140}),
    )
    deeds = forms.CharField(label=gettext_lazy("Deeds text"), required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("Who is it?"), widget=forms.RadioSelect, required=False
    )
    place = forms.ChoiceField(label=gettext_lazy("Place"), required=False)
    born = forms.DateField(
        label=gettext_lazy("Date of birth (optional)"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telephone"),
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    photo = forms.FileField(label=gettext_lazy("Choose a photo"), required=False)
    consent = forms.BooleanField(label=gettext_lazy("Consent"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["kind"].choices = [("person", _("Person")), ("group", _("Group of people"))]
        self.fields["place"].choices = [
            ("", "–"),
            ("1", shown("双桥村", "Shuangqiao Village").plain),
        ]
        self.fields["deeds"].widget = _counted()


def context() -> dict[str, Any]:
    """Return the form twice: untouched, and sent with mistakes."""
    long_text = shown("渡船" * 40, "A ferry, and again a ferry, on and on. " * 3).plain
    return {
        "sample_messages": [
            Message(messages.INFO, _("Sample")),
            Message(messages.SUCCESS, _("Your new password is set.")),
            Message(messages.WARNING, _("Not saved yet")),
            Message(messages.ERROR, _("This form is no longer valid, so nothing was saved.")),
        ],
        "fresh_form": SampleForm(auto_id="fresh_%s", initial={"kind": "person"}),
        "wrong_form": SampleForm(
            {"kind": "nobody", "headline": "", "deeds": long_text},
            auto_id="wrong_%s",
        ),
    }
