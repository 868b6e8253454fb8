"""Builds the search indexes anew, beside the ones that serve, and puts them in their place."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from modelsearch.backends import get_search_backend
from modelsearch.conf import get_app_config

from ...backends import EngineSearchBackend
from ...backends.families import Family, families
from ...backends.index import EngineIndex, rebuild
from ...draining import drain
from ...engine.errors import EngineError, IndexLocked
from ...outbox import aliases, lag

BAR = 30


class Command(BaseCommand):
    """Safe at any time: searches go on in the old index, saves go on in the outbox."""

    help = (
        "Builds the search indexes anew beside the old ones and swaps them in. Interrupted, the "
        "old ones serve on. With --changes, only takes in what has changed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add what to build, and the short way."""
        parser.add_argument("--backend", help="Only this backend of the settings.")
        parser.add_argument(
            "--model",
            metavar="APP.MODEL",
            help="Only the index of this model's family.",
        )
        parser.add_argument(
            "--changes", action="store_true", help="Only take in the changes that wait."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Build every index that was asked for; say what could not be built."""
        if options["changes"]:
            self._take_changes_in()
            return
        backends = self._backends(options["backend"])
        chosen = [f for f in families() if options["model"] in (None, *_labels(f))]
        if not chosen:
            raise CommandError(f"No index holds {options['model']}.")
        for backend in backends:
            for family in chosen:
                self._rebuild(EngineIndex(backend, family), options["verbosity"])

    def _backends(self, name: str | None) -> list[EngineSearchBackend]:
        names = [name] if name else list(get_app_config().get_search_backend_config())
        backends = [get_search_backend(each) for each in names]
        ours = [backend for backend in backends if isinstance(backend, EngineSearchBackend)]
        if not ours:
            raise CommandError(
                "No backend of this kind is configured. Other backends are rebuilt by: "
                "manage.py update_index"
            )
        return ours

    def _rebuild(self, index: EngineIndex, verbosity: int) -> None:
        total = sum(member.get_indexed_objects().count() for member in index.family.members)

        def show(done: int) -> None:
            if verbosity:
                self._bar(str(index), done, max(total, done))

        show(0)
        try:
            written = rebuild(index, show)
        except IndexLocked as error:
            raise CommandError(f"{index}: another process is writing it ({error}).") from error
        except (EngineError, OSError) as error:
            raise CommandError(f"{index} could not be built: {error}") from error
        if verbosity:
            self._bar(str(index), written, written, end="\n")

    def _bar(self, label: str, done: int, total: int, end: str = "") -> None:
        filled = BAR * done // total if total else BAR
        bar = "█" * filled + "·" * (BAR - filled)
        start = "\r" if self.stdout.isatty() or end else ""
        if start:
            self.stdout.write(f"{start}{label:<28} {bar} {done}/{total}", ending=end)
            self.stdout.flush()

    def _take_changes_in(self) -> None:
        for using in aliases():
            drain(using)
        waiting = lag().changes
        if waiting:
            raise CommandError(f"{waiting} changes still wait; the log says what is in the way.")
        self.stdout.write("Every change is searchable.")


def _labels(family: Family) -> list[str]:
    return [model._meta.label_lower for model in (family.root, *family.members)]
