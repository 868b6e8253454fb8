"""The office's two decisions on an objection, each with its reason."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput


class DisposalForm(forms.Form):
    """A reason. Whether it may be empty is for the verb to say, so that every way refuses it."""

    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        widget=AdminAutoHeightTextInput(attrs={"rows": 4}),
    )
