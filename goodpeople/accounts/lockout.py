"""How many passwords may be tried: SIGN_IN_TRIES, then a rest of SIGN_IN_LOCKOUT_MINUTES.

Two decisions, with their reasons:

* A try is counted *before* its password is checked. Counting afterwards lets a hundred
  requests at once all pass the check before the first is counted. One conditional
  UPDATE both counts and answers, so no try is lost and no more than SIGN_IN_TRIES
  passwords are ever checked in one series.
* A name that is no account is counted too. "Too many tries" is a useful sentence for a
  clerk who mistyped, and says nothing to a stranger if every name, real or invented,
  leads to it after the same number of tries.

A rest is not made longer by tries during it: otherwise a stranger could keep an account
shut for good. The office can end it at once by resetting the password.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from goodpeople.accounts.models import SignInTries, User


def key_of(user: User | None, typed: str) -> str:
    """Return the counter's key: the account's own (by name or by phone alike), or a digest."""
    if user is not None:
        return f"account:{user.pk}"
    return (
        "name:" + salted_hmac("goodpeople.accounts.lockout", typed, algorithm="sha256").hexdigest()
    )


def may_try(key: str) -> bool:
    """Count one try for ``key`` and return whether it is allowed."""
    now = timezone.now()
    SignInTries.objects.filter(forgotten_at__lte=now).delete()
    until = now + timedelta(minutes=settings.SIGN_IN_LOCKOUT_MINUTES)
    SignInTries.objects.get_or_create(key=key, defaults={"forgotten_at": until})
    counted = SignInTries.objects.filter(key=key, count__lt=settings.SIGN_IN_TRIES).update(
        count=F("count") + 1, forgotten_at=until
    )
    return counted == 1


def is_locked(key: str) -> bool:
    """Return whether ``key`` has used up its tries and still rests."""
    return SignInTries.objects.filter(
        key=key, count__gte=settings.SIGN_IN_TRIES, forgotten_at__gt=timezone.now()
    ).exists()


def forget_tries(user: User) -> None:
    """Forget the tries of ``user``: after a good sign-in and after a reset.

    The row stays until it is swept: a double click signs in twice at once, and the second
    must find the row that it is about to count in.
    """
    SignInTries.objects.filter(key=key_of(user, "")).update(count=0)
