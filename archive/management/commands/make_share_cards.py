"""``manage.py make_share_cards``: the share cards that are missing or out of date."""

from __future__ import annotations

from typing import Any

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand

from archive.models import HomePage, HonoreePage
from archive.share_cards import FOLDER, LANGUAGES, in_language, redraw


class Command(BaseCommand):
    """Safe to repeat: what is as it should be is left alone."""

    help = (
        "Draw the share cards that are missing or out of date, for instance after a category, a "
        "place or the title of a level was renamed, and delete files that no page names."
    )

    def add_arguments(self, parser: Any) -> None:
        """Offer ``--all``, which draws every card anew."""
        parser.add_argument("--all", action="store_true", help="draw every card anew")

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through the pages, then through the folder."""
        drawn = 0
        for model in (HomePage, HonoreePage):
            for pk in model.objects.order_by("pk").values_list("pk", flat=True):
                drawn += redraw(model, pk, anew=options["all"])
                if options["verbosity"] > 1:
                    self.stdout.write(f"  · {model.__name__} {pk}")
        self.stdout.write(f"{drawn} cards drawn, {self._sweep()} files deleted.")

    def _sweep(self) -> int:
        """Delete the files that no page names; return how many."""
        named = {
            in_language(name, language)
            for model in (HomePage, HonoreePage)
            for name in model.objects.exclude(share_card="").values_list("share_card", flat=True)
            for language in LANGUAGES
        }
        if not default_storage.exists(FOLDER):
            return 0
        files = [f"{FOLDER}/{file}" for file in default_storage.listdir(FOLDER)[1]]
        strays = [file for file in files if file not in named]
        for file in strays:
            default_storage.delete(file)
        return len(strays)
