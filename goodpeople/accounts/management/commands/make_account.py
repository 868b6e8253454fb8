"""Make an account from the command line: the first one of a new site, or a lost one anew."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from goodpeople.accounts.models import User
from goodpeople.accounts.names import as_mobile
from goodpeople.accounts.passwords import give_one_time_password
from goodpeople.accounts.roles import GROUP_NAMES

SUPERUSER = "superuser"


class Command(BaseCommand):
    """``manage.py make_account wangfang --name 王芳 --phone 13800000000 --role office``."""

    help = (
        "Makes an account with a one-time password, printed once and changed at the first sign-in."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the arguments."""
        parser.add_argument("username")
        parser.add_argument("--name", default="", help="the person's name")
        parser.add_argument("--phone", default="", help="11 digits; can be signed in with")
        parser.add_argument("--role", choices=[*GROUP_NAMES, SUPERUSER], default="office")
        parser.add_argument(
            "--reset",
            action="store_true",
            help="give an existing account a new one-time password; nothing else changes",
        )

    def handle(self, *args, **options) -> None:
        """Make or reset, and print the password; refuse with the reason what cannot be."""
        if options["reset"]:
            user = self._existing(options["username"])
            password = give_one_time_password(user, by=None)
        else:
            user, password = self._made(options)
        self.stdout.write(f"{user.username}  {password}")
        self.stdout.write("The password is shown once and must be changed at the first sign-in.")

    def _existing(self, username: str) -> User:
        try:
            return User.objects.get(username=username)
        except User.DoesNotExist:
            raise CommandError(f"There is no account {username!r}.") from None

    @transaction.atomic
    def _made(self, options: dict) -> tuple[User, str]:
        phone = options["phone"]
        user = User(
            username=options["username"],
            display_name=options["name"],
            phone=as_mobile(phone) or phone or None,
            is_superuser=options["role"] == SUPERUSER,
        )
        try:
            user.full_clean(exclude=["password"])
        except ValidationError as refusal:
            raise CommandError("; ".join(refusal.messages)) from None
        user.save()
        if not user.is_superuser:
            user.groups.add(Group.objects.get(name=GROUP_NAMES[options["role"]]))
        return user, give_one_time_password(user, by=None)
