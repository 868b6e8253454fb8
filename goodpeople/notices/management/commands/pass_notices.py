"""Pass the candidates whose public notice is over; for a daily timer, safe to repeat."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from goodpeople.nominations.permissions import is_office
from goodpeople.notices.publication import pass_by_date


class Command(BaseCommand):
    """``manage.py pass_notices --as USERNAME``."""

    help = "Pass every candidate whose public notice is over and who is not objected to."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the account that acts: the log names it."""
        parser.add_argument(
            "--as",
            dest="username",
            metavar="USERNAME",
            help="the office's account that acts; it stands in the log",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each candidate that passed, and each that waits with the reason."""
        user = self._acting(options["username"])
        passings = pass_by_date(user)
        for passing in passings:
            words = _("passed the notice") if passing.decision.done else passing.decision.reason
            self.stdout.write(f"{passing.nomination.round} · {passing.nomination}: {words}")
        done = sum(passing.decision.done for passing in passings)
        self.stdout.write(
            _("%(passed)s passed, %(waiting)s waiting.")
            % {"passed": done, "waiting": len(passings) - done}
        )

    @staticmethod
    def _acting(username: str | None) -> Any:
        if not username:
            raise CommandError(_("Say who acts: --as USERNAME, an account of the office."))
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(_("There is no account “%(name)s”.") % {"name": username})
        if not is_office(user):
            raise CommandError(
                _("“%(name)s” is not an active account of the office; give another with --as.")
                % {"name": username}
            )
        return user
