"""Whole numbers as they come in from a form."""

from __future__ import annotations

from typing import TypeVar

Other = TypeVar("Other", int, None)

# As many digits as the columns hold for certain: 32 bits for a version, 64 for an id.
VERSION_DIGITS = 9
ID_DIGITS = 18


def whole_number(typed: str, otherwise: Other, *, digits: int = VERSION_DIGITS) -> int | Other:
    """Return ``typed`` as a number, or ``otherwise`` where it is none or absurdly long."""
    if typed.isascii() and typed.isdigit() and len(typed) <= digits:
        return int(typed)
    return otherwise
