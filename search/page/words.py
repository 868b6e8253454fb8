"""The archive's own words, which the index keeps in one piece: names and places."""

from __future__ import annotations

from collections.abc import Iterator

from archive.models import HonoreePage, Place


def names_and_places() -> Iterator[str]:
    """Yield the names of published honourees and of every place. For ``WORDS`` in the settings."""
    yield from HonoreePage.objects.live().values_list("title", flat=True)
    yield from Place.objects.values_list("name", flat=True)
