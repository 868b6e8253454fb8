"""``manage.py load_demo``: the samples, once."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from archive.models import HomePage
from archive.site_tree import ensure_site_tree
from goodpeople.accounts.models import User
from goodpeople.demo.loading.honourees import load_profile, samples_by_slug
from goodpeople.demo.loading.people import PASSWORD, load_accounts, load_places, load_units
from goodpeople.demo.loading.rounds import RoundLoader
from goodpeople.demo.samples import read
from goodpeople.nominations.models import Round
from goodpeople.notices.models import OfficeContact


class Command(BaseCommand):
    """Loads the samples into an empty site; a second call changes nothing."""

    help = "Load the sample people, rounds and profiles; does nothing where they are."

    def add_arguments(self, parser) -> None:
        """Offer ``--accounts``, which only prints who can sign in."""
        parser.add_argument("--accounts", action="store_true", help="only print the accounts")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load in one transaction, so that an interrupted load leaves nothing half."""
        if not settings.DEMO_ALLOWED:
            raise CommandError(
                "The samples come with a password that everybody knows; they are loaded with "
                "the development settings only."
            )
        if options["accounts"]:
            self._print_accounts()
            return
        if Round.objects.filter(title=read("rounds")[0]["title"]).exists():
            self.stdout.write("The samples are already loaded; nothing was changed.")
            return
        if User.objects.exists():
            raise CommandError("This site has accounts already; the samples want an empty one.")
        with transaction.atomic():
            self._load()
        self.stdout.write(self.style.SUCCESS("The samples are loaded."))

    def _load(self) -> None:
        ensure_site_tree()
        self._tell("places, units, accounts")
        places = load_places()
        units = load_units(places)
        users = load_accounts(units)
        rounds = read("rounds")
        self._welcome()
        by_way_of_a_round = set()
        for data in rounds:
            loader = RoundLoader(data, users, units, places, self._tell)
            by_way_of_a_round |= {row["honouree"] for row in loader.rows}
            loader.load()
        for slug in samples_by_slug():
            if slug not in by_way_of_a_round:
                self._tell(f"profile {slug}")
                load_profile(f"samples/{slug}", places)
        self._tell("profile zhu-yunguan")
        load_profile("zhu_yunguan", places)

    def _welcome(self) -> None:
        site = read("site")
        home = HomePage.objects.get()
        for name, value in site["home"].items():
            setattr(home, name, value)
        home.save_revision().publish()
        OfficeContact.objects.create(**site["office_contact"])

    def _tell(self, what: str) -> None:
        self.stdout.write(f"  · {what}")
        self.stdout.flush()

    def _print_accounts(self) -> None:
        for row in read("accounts"):
            if row["shown"]:
                line = f"  {row['role']:<10} {row['username']:<14} {row['display_name']}"
                self.stdout.write(line)
        self.stdout.write(f"  password of them all: {PASSWORD}")
