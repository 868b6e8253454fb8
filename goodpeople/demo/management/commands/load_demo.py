"""``manage.py load_demo``: the samples, once."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from archive.models import HomePage, LevelTitles
from archive.site_tree import ensure_site_tree
from goodpeople.accounts.models import User
from goodpeople.demo.loading.honourees import load_profile, samples_by_slug
from goodpeople.demo.loading.people import PASSWORD, load_accounts, load_places, load_units
from goodpeople.demo.loading.progress import Counter
from goodpeople.demo.loading.rounds import RoundLoader
from goodpeople.demo.loading.studio import Studio, portrait_job
from goodpeople.demo.loading.written_files import removed_on_failure
from goodpeople.demo.samples import read
from goodpeople.nominations.models import Round
from goodpeople.notices.models import OfficeContact
from search.page.synonyms import store as store_synonyms


class Command(BaseCommand):
    """Loads the samples into an empty site; a second call changes nothing."""

    help = "Load the sample people, rounds and profiles; does nothing where they are."

    def add_arguments(self, parser) -> None:
        """Offer ``--accounts``, which only prints who can sign in, and ``--workers``."""
        parser.add_argument("--accounts", action="store_true", help="only print the accounts")
        parser.add_argument(
            "--workers",
            type=int,
            help="how many processes draw the pictures (as many as there are processors)",
        )

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
        # The studio comes first: its processes must not know of the transaction.
        with (
            Studio(options["workers"]) as studio,
            removed_on_failure(),
            transaction.atomic(),
        ):
            self._load(studio)
        self.stdout.write(self.style.SUCCESS("The samples are loaded."))

    def _load(self, studio: Studio) -> None:
        ensure_site_tree()
        places = load_places()
        units = load_units(places)
        users = load_accounts(units)
        self._welcome()
        counter = Counter(self.stdout, 0)
        loaders = [
            RoundLoader(data, users, units, places, studio, counter.step) for data in read("rounds")
        ]
        by_way_of_a_round = {row["honouree"] for loader in loaders for row in loader.rows}
        names = [f"samples/{slug}" for slug in samples_by_slug() if slug not in by_way_of_a_round]
        names.append("zhu_yunguan")
        for loader in loaders:
            studio.order(loader.jobs())
        studio.order(portrait_job(read(name)["illustration"]["key"]) for name in names)
        counter.total = len(names) + sum(len(loader.rows) for loader in loaders) + 1
        for loader in loaders:
            loader.load()
        for name in names:
            counter.step(read(name)["title"])
            load_profile(name, places, studio)
        # They wait for the commit, which follows.
        counter.step("cards for sharing")

    def _welcome(self) -> None:
        site = read("site")
        home = HomePage.objects.get()
        for name, value in site["home"].items():
            setattr(home, name, value)
        home.save_revision().publish()
        OfficeContact.objects.create(**site["office_contact"])
        LevelTitles.objects.create(**site["level_titles"])
        store_synonyms(read("synonyms"))

    def _print_accounts(self) -> None:
        for row in read("accounts"):
            if row["shown"]:
                line = f"  {row['role']:<10} {row['username']:<14} {row['display_name']}"
                self.stdout.write(line)
        self.stdout.write(f"  password of them all: {PASSWORD}")
