"""The three ways a password comes to be: made by the office, made anew by it, chosen."""

from __future__ import annotations

import secrets

from django.db import transaction
from wagtail.log_actions import log

from goodpeople.accounts import lockout
from goodpeople.accounts.models import User

# Without 0/o, 1/l/i, 2/z, 5/s, u/v: read aloud on the telephone, written on a slip of paper.
ALPHABET = "abcdefghjkmnpqrtwxy346789"
GROUPS, GROUP_LENGTH = 4, 4


def one_time_password() -> str:
    """Return a readable random password such as ``kfm7-p4tn-w9rc-a3xe`` (74 bits)."""
    return "-".join(
        "".join(secrets.choice(ALPHABET) for _letter in range(GROUP_LENGTH))
        for _group in range(GROUPS)
    )


def give_one_time_password(user: User, *, by: User | None) -> str:
    """Give ``user`` a one-time password, end any rest, log it as done ``by``; return it.

    It is returned once and kept nowhere. Whoever was signed in to the account is signed
    out, since sessions depend on the password. ``by`` is None on the command line.
    """
    password = one_time_password()
    with transaction.atomic():
        user.set_password(password)
        user.must_change_password = True
        user.save(update_fields=["password", "must_change_password"])
        lockout.forget_tries(user)
        log(instance=user, action="accounts.reset_password", user=by)
    return password


def choose_password(user: User, password: str) -> None:
    """Set the password that ``user`` chose (validated by the caller) and log that it changed."""
    with transaction.atomic():
        user.set_password(password)
        user.must_change_password = False
        user.save(update_fields=["password", "must_change_password"])
        log(instance=user, action="accounts.choose_password", user=user)
