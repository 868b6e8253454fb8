"""Whole numbers as they come in from a form."""

from __future__ import annotations

# As many digits as a 32-bit column holds for certain.
_DIGITS = 9


def whole_number(typed: str, otherwise: int) -> int:
    """Return ``typed`` as a number, or ``otherwise`` where it is none or absurdly long."""
    if typed.isascii() and typed.isdigit() and len(typed) <= _DIGITS:
        return int(typed)
    return otherwise
