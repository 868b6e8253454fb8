"""The people who sign in: unit staff, panel members, the office, editors and auditors."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from goodpeople.accounts.names import MOBILE, as_mobile


class User(AbstractUser):
    """An account made by the office; signed in to by user name or phone, without e-mail."""

    # One field for the whole name: a Chinese name is not cut into first and last.
    last_name = None
    REQUIRED_FIELDS = []

    display_name = models.CharField(_("full name"), max_length=60, blank=True)
    phone = models.CharField(
        _("phone"),
        max_length=20,
        blank=True,
        null=True,
        unique=True,
        validators=[RegexValidator(MOBILE, _("Enter an 11-digit mobile number."))],
        help_text=_("Can be used to sign in instead of the user name."),
    )
    must_change_password = models.BooleanField(
        _("must change the password at the next sign-in"), default=True
    )

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return self.get_full_name()

    @property
    def first_name(self) -> str:
        """Return the name: Wagtail's sidebar greets people by ``first_name``."""
        return self.display_name

    def get_full_name(self) -> str:
        """Return the name that colleagues know, or the user name where none was given."""
        return self.display_name or self.username

    def get_short_name(self) -> str:
        """Return the same as :meth:`get_full_name`: Chinese names are not cut."""
        return self.get_full_name()

    def clean(self) -> None:
        """Refuse a user name that reads as a mobile number, with a ``ValidationError``.

        Sign-in takes either; a user name equal to someone's phone would be two accounts.
        """
        super().clean()
        if as_mobile(self.username):
            raise ValidationError(
                {"username": _("A mobile number is not a user name. Enter it as the phone.")}
            )

    def save(self, *args, **kwargs) -> None:
        """Save with no phone as NULL: the empty string would be a phone shared by many."""
        self.phone = self.phone or None
        super().save(*args, **kwargs)


class SignInTries(models.Model):
    """Password tries of one account, or of one typed name that is no account.

    Names that are no account are counted in the same way, so that neither a message
    nor its absence tells which names exist. What was typed is not kept, only a keyed
    digest of it: people type their passwords into the wrong field.
    """

    key = models.CharField(max_length=80, unique=True)
    count = models.PositiveSmallIntegerField(default=0)
    forgotten_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("sign-in tries")
        verbose_name_plural = _("sign-in tries")

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"
