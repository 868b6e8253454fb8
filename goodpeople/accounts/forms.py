"""Forms of signing in and of choosing a password."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.contrib.auth.forms import (
    AuthenticationForm,
    PasswordChangeForm,
    SetPasswordForm,
)
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from goodpeople.accounts import lockout
from goodpeople.accounts.backends import tries_key
from goodpeople.accounts.passwords import choose_password

# Longer ones cost hashing time and help nobody.
MAX_PASSWORD_LENGTH = 128


def bound_length(field: forms.Field) -> None:
    """Refuse more than :data:`MAX_PASSWORD_LENGTH` characters in a password field."""
    field.validators.append(MaxLengthValidator(MAX_PASSWORD_LENGTH))


class SignInForm(AuthenticationForm):
    """User name or phone, and password. One message for every wrong pair, known or not."""

    error_messages = {
        "invalid_login": _(
            "The user name or phone and the password do not match. "
            "After %(tries)s wrong tries, signing in pauses for %(minutes)s minutes."
        ),
        "locked": _(
            "Too many wrong tries. Wait %(minutes)s minutes, or ask the office for a new password."
        ),
    }

    def __init__(self, request=None, *args, **kwargs) -> None:
        super().__init__(request, *args, **kwargs)
        name, password = self.fields["username"], self.fields["password"]
        name.label = _("User name or phone")
        name.widget.attrs.update(autocomplete="username", autocapitalize="none", spellcheck="false")
        # Enforced by the field; in the widget it would be shown as a limit to count towards.
        name.widget.attrs.pop("maxlength", None)
        bound_length(password)

    def get_invalid_login_error(self) -> ValidationError:
        """Return the refusal: the same for known and unknown names at the same try."""
        code = "invalid_login"
        if lockout.is_locked(tries_key(self.cleaned_data["username"])):
            code = "locked"
        return ValidationError(
            self.error_messages[code],
            code=code,
            params={
                "tries": settings.SIGN_IN_TRIES,
                "minutes": settings.SIGN_IN_LOCKOUT_MINUTES,
            },
        )


class _NewPasswordMixin:
    """A new password that differs from the present one, set by the verb that logs it."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            bound_length(field)

    def clean_new_password1(self) -> str:
        """Return the new password; refuse the one in use, so that a one-time one ends."""
        password = self.cleaned_data["new_password1"]
        if self.user.check_password(password):
            raise ValidationError(
                _("This is the password you have now. Choose another one."), code="same_password"
            )
        return password

    def save(self, commit: bool = True):
        """Set the password. There is no unsaved form of it: ``commit`` False is an error."""
        if not commit:
            raise ValueError("A password is chosen and saved in one step.")
        choose_password(self.user, self.cleaned_data["new_password1"])
        return self.user


class FirstPasswordForm(_NewPasswordMixin, SetPasswordForm):
    """The first change: the one-time password was typed a moment ago and is not asked again."""


class ChangePasswordForm(_NewPasswordMixin, PasswordChangeForm):
    """A change at any later time, with the present password first."""

    field_order = ["old_password", "new_password1", "new_password2"]
