"""What is never public: a table of its own, encrypted, no revision's child, never indexed."""

from __future__ import annotations

from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils.translation import gettext_lazy as _

from goodpeople.nominations.models.nomination import Nomination


@lru_cache(maxsize=4)
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def cipher() -> MultiFernet:
    """Return the cipher of ``settings.PERSONAL_DATA_KEYS``: the first encrypts, all decrypt."""
    return _cipher(tuple(settings.PERSONAL_DATA_KEYS))


class EncryptedTextField(models.TextField):
    """Text that is a Fernet token in the database and plain in Python; "" stays ""."""

    def get_prep_value(self, value):
        """Encrypt; every write makes a new token, so equal values do not look equal."""
        value = super().get_prep_value(value)
        return cipher().encrypt(value.encode()).decode() if value else value

    def from_db_value(self, value, expression, connection):
        """Decrypt; raise ``ImproperlyConfigured`` when no key of the site fits."""
        if not value:
            return value
        try:
            return cipher().decrypt(value.encode()).decode()
        except InvalidToken:
            raise ImproperlyConfigured(
                "A personal record was encrypted with a key that is not in PERSONAL_DATA_KEYS; "
                "add the older key after the new one."
            ) from None


class PersonalRecord(models.Model):
    """Phone, address, birth date and ID number of one nominee."""

    nomination = models.OneToOneField(Nomination, on_delete=models.CASCADE, related_name="personal")
    phone = EncryptedTextField(_("phone"), blank=True, default="")
    address = EncryptedTextField(_("address"), blank=True, default="")
    # ISO date; text, since it is stored encrypted.
    birth_date = EncryptedTextField(_("date of birth"), blank=True, default="")
    id_number = EncryptedTextField(_("ID number"), blank=True, default="")

    FIELDS = ("phone", "address", "birth_date", "id_number")

    class Meta:
        verbose_name = _("personal record")
        verbose_name_plural = _("personal records")

    def __str__(self) -> str:
        # Never the content: this string reaches logs and error pages.
        return f"personal record of nomination {self.nomination_id}"
