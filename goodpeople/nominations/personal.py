"""Reading personal data: masked for everyone, in clear as a verb that logs."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from goodpeople.nominations.models import Nomination, PersonalRecord
from goodpeople.nominations.permissions import allowed
from goodpeople.nominations.submission import NotAllowed


def mask(name: str, value: str) -> str:
    """Return ``value`` with only so much left as helps to recognise it.

    A phone keeps 3 + 2 digits, an ID number its first 3, a birth date its year, an address
    at most its first 6 characters and never more than half of it.
    """
    if not value:
        return ""
    if name == "phone":
        return value[:3] + "*" * max(len(value) - 5, 3) + value[-2:]
    if name == "birth_date":
        return value[:4] + "-**-**"
    keep = 3 if name == "id_number" else min(6, len(value) // 2)
    return value[:keep] + "*" * max(len(value) - keep, 3)


def masked_record(nomination: Nomination) -> dict[str, str]:
    """Return the personal fields, masked; {} when there is no record."""
    record = getattr(nomination, "personal", None)
    if record is None:
        return {}
    return {name: mask(name, getattr(record, name)) for name in PersonalRecord.FIELDS}


def own_record(nomination: Nomination, user: Any) -> dict[str, str]:
    """Return the fields in clear for the nominator who is writing, else masked."""
    if not allowed(user, "see_personal", nomination):
        return masked_record(nomination)
    record = getattr(nomination, "personal", None)
    return {name: getattr(record, name, "") for name in PersonalRecord.FIELDS}


@transaction.atomic
def reveal(nomination: Nomination, user: Any, *, why: str = "") -> dict[str, str]:
    """Return the fields in clear to someone with the right, and log that they were read.

    The log says who, when and why, never what. Raise ``NotAllowed`` with the reason.
    """
    verdict = allowed(user, "reveal_personal", nomination)
    if not verdict:
        raise NotAllowed(verdict.reason)
    record, _created = PersonalRecord.objects.get_or_create(nomination=nomination)
    log(
        instance=nomination,
        action="nominations.reveal_personal",
        user=user,
        data={"why": why[:200]},
    )
    return {name: getattr(record, name) for name in PersonalRecord.FIELDS}
