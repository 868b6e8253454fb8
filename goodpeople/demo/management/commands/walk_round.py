"""``manage.py walk_round``: one nomination's whole journey, printed step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone, translation
from wagtail.images import get_image_model

from goodpeople.demo.walking import StepFailed, Walk
from goodpeople.nominations.models import Photo


class Command(BaseCommand):
    """Walks through a small round of its own and leaves nothing behind, unless told to."""

    help = "Play one nomination's whole journey through the verbs that the screens call."

    def add_arguments(self, parser) -> None:
        """Offer ``--keep``."""
        parser.add_argument("--keep", action="store_true", help="keep the round and its profile")

    def handle(self, *args: Any, **options: Any) -> None:
        """Walk in one transaction; without ``--keep`` undo it and remove its files."""
        if options["keep"] and not settings.DEMO_ALLOWED:
            raise CommandError("Samples are kept with the development settings only.")
        try:
            with transaction.atomic(), translation.override("zh-hans"):
                walk = Walk(timezone.localdate())
                for number, told in enumerate(walk.steps(), start=1):
                    self.stdout.write(f"{number:>2}. {told.who}: {told.what}")
                if not options["keep"]:
                    self._remove_files(walk)
                    transaction.set_rollback(True)
        except StepFailed as failed:
            raise CommandError(f"The walk stopped: {failed}") from failed
        end = "kept" if options["keep"] else "undone: nothing of it is left"
        self.stdout.write(self.style.SUCCESS(f"The whole way was walked, and {end}."))

    def _remove_files(self, walk: Walk) -> None:
        for photo in Photo.objects.filter(nomination=walk.nomination):
            photo.file.storage.delete(photo.file.name)
        portrait = walk.profile().portrait_id
        for image in get_image_model().objects.filter(pk=portrait):
            for rendition in image.renditions.all():
                Path(rendition.file.path).unlink(missing_ok=True)
            Path(image.file.path).unlink(missing_ok=True)
