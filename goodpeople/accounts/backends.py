"""Sign-in by user name or phone, with a bound on wrong tries."""

from __future__ import annotations

import logging

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from goodpeople.accounts import lockout
from goodpeople.accounts.models import User
from goodpeople.accounts.names import as_mobile, tidy

log = logging.getLogger("goodpeople.accounts.sign_in")


def find_account(typed: str) -> User | None:
    """Return the account that ``typed`` names, by phone where it reads as one, else by name."""
    mobile = as_mobile(typed)
    # A user name never reads as a mobile number (User.clean), so one look-up is enough.
    wanted = {"phone": mobile} if mobile else {"username": tidy(typed)}
    return User.objects.filter(**wanted).first()


def tries_key(typed: str) -> str:
    """Return the key under which tries for ``typed`` are counted."""
    return lockout.key_of(find_account(typed), as_mobile(typed) or tidy(typed))


class NameOrPhoneBackend(ModelBackend):
    """Django's model backend (permissions, groups) with this sign-in in front.

    A wrong password, an unknown name, an account that was closed and one that rests all
    cost one password hash and return None; the form asks ``lockout`` for the message.
    """

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs,
    ) -> User | None:
        """Return the account, or None. Every call counts as a try until one succeeds."""
        if username is None or password is None:
            return None
        user = find_account(username)
        key = lockout.key_of(user, as_mobile(username) or tidy(username))
        if not lockout.may_try(key):
            return _refuse(request, user, "resting after too many tries", password)
        if user is None:
            return _refuse(request, None, "no such account", password)
        if not user.check_password(password):
            return _refuse(request, user, "wrong password")
        if not self.user_can_authenticate(user):
            return _refuse(request, user, "account closed")
        lockout.forget_tries(user)
        return user


def _refuse(
    request: HttpRequest | None, user: User | None, why: str, unchecked: str | None = None
) -> None:
    """Log the refusal, without what was typed, and spend a hash where none was spent yet."""
    if unchecked is not None:
        User().set_password(unchecked)
    address = request.META.get("REMOTE_ADDR", "") if request is not None else ""
    account = f"account {user.pk}" if user is not None else "no account"
    log.warning("Sign-in refused: %s (%s) from %s", why, account, address or "this machine")
