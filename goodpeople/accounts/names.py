"""What a person types to say who they are: a user name or a mobile number."""

from __future__ import annotations

import re
import unicodedata

MOBILE = r"^1[0-9]{10}$"


def tidy(typed: str) -> str:
    """Return ``typed`` in compatibility form (full-width digits become plain), trimmed."""
    return unicodedata.normalize("NFKC", typed).strip()


def as_mobile(typed: str) -> str | None:
    """Return the 11 digits where ``typed`` is a mobile number, else None.

    Spaces, hyphens and the country prefix +86 are forgiven: phones offer them.
    """
    digits = re.sub(r"[\s-]", "", tidy(typed))
    digits = re.sub(r"^(\+|00)86", "", digits)
    return digits if re.match(MOBILE, digits) else None
