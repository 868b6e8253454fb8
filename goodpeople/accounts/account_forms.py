"""The office's form for an account: no e-mail, no password, and never a superuser."""

from __future__ import annotations

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from goodpeople.accounts.models import User
from goodpeople.accounts.names import as_mobile
from goodpeople.accounts.roles import GROUP_NAMES, OFFICE, label_of_group


def role_groups():
    """Return the three role groups, the only ones that a form can give."""
    return Group.objects.filter(name__in=GROUP_NAMES.values()).order_by("pk")


class RoleLabels:
    """Shows each role by its label; a group's stored name is in two languages."""

    def label_from_instance(self, group: Group) -> str:
        """Return the role's label in the reader's language."""
        return label_of_group(group)


class RolesField(RoleLabels, forms.ModelMultipleChoiceField):
    """Roles to tick."""


class MobileField(forms.CharField):
    """A mobile number as people write it, cleaned to its 11 digits; None when left out."""

    def clean(self, value):
        """Return 11 digits or None; text that is no mobile number is left to the validators."""
        value = super().clean(as_mobile(value or "") or value)
        return value or None


class AccountForm(forms.ModelForm):
    """Make an account. The password is made by the view, after the form."""

    class Meta:
        model = User
        fields = ["username", "display_name", "phone", "groups"]
        field_classes = {"phone": MobileField, "groups": RolesField}
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = _(
            "Letters, digits and . - _ @ +. Used to sign in; Chinese characters are possible."
        )
        self.fields["display_name"].required = True
        self.fields["groups"].queryset = role_groups()
        self.fields["groups"].label = _("Roles")
        self.fields["groups"].help_text = _(
            "Leave all unticked for unit staff and panel members: units and panels name theirs."
        )

    def _save_m2m(self) -> None:
        """Set the roles; groups of another kind, given elsewhere, stay."""
        chosen = self.cleaned_data.pop("groups", None)
        super()._save_m2m()
        if chosen is not None:
            others = self.instance.groups.exclude(name__in=GROUP_NAMES.values())
            self.instance.groups.set([*others, *chosen])


class AccountEditForm(AccountForm):
    """Change an account, or close it."""

    class Meta(AccountForm.Meta):
        fields = [*AccountForm.Meta.fields, "is_active"]

    def __init__(self, *args, editing_self: bool = False, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.editing_self = editing_self
        if editing_self:
            del self.fields["is_active"]
        else:
            self.fields["is_active"].label = _("Can sign in")
            self.fields["is_active"].help_text = _(
                "Untick to close the account: the person is signed out and cannot sign in. "
                "What they did keeps their name."
            )

    def clean_groups(self):
        """Return the roles; refuse to take the office's role from oneself."""
        chosen = self.cleaned_data["groups"]
        own_office = self.editing_self and self.instance.groups.filter(name=GROUP_NAMES[OFFICE])
        if own_office and not any(group.name == GROUP_NAMES[OFFICE] for group in chosen):
            raise ValidationError(
                _("You cannot take the office's role from yourself. Ask a colleague to do it."),
                code="own_office_role",
            )
        return chosen
