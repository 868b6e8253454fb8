"""The register of names by the first letter of their reading, surnames read as surnames."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase

from django.db.models import Count, QuerySet
from django.db.models.functions import Substr, Upper

from archive.models.honour import Honour
from archive.models.pages import HonoreePage
from archive.querysets import HonoreePageQuerySet

# Where names stand that begin with no letter: figures, signs.
OTHER = "#"


@dataclass(frozen=True)
class Letter:
    """One letter of the register and how many people stand under it."""

    letter: str
    count: int

    @property
    def value(self) -> str:
        """The letter as it stands in an address."""
        return "other" if self.letter == OTHER else self.letter.lower()


def people() -> HonoreePageQuerySet:
    """Return the pages with a valid honour that anyone may read, with their first letter."""
    public = Honour.objects.public().values("page_id")
    return HonoreePage.objects.filter(pk__in=public).annotate(first=Upper(Substr("name_key", 1, 1)))


def letters() -> list[Letter]:
    """Return A to Z, empty ones too, and ``OTHER`` where somebody stands there; one query."""
    rows: QuerySet = people().order_by().values("first").annotate(number=Count("pk"))
    counts: dict[str, int] = {}
    for row in rows:
        letter = row["first"] if row["first"] in set(ascii_uppercase) else OTHER
        counts[letter] = counts.get(letter, 0) + row["number"]
    found = [Letter(letter, counts.get(letter, 0)) for letter in ascii_uppercase]
    return [*found, Letter(OTHER, counts[OTHER])] if OTHER in counts else found


def under(letter: str) -> HonoreePageQuerySet:
    """Return the people under ``letter`` ("z", "other"), of all letters for a blank one.

    In the order of their reading, with their valid honours as ``public_honours``.
    """
    found = people()
    if letter == "other":
        found = found.exclude(first__in=list(ascii_uppercase))
    elif letter:
        found = found.filter(first=letter.upper())
    return found.order_by("name_key", "title", "pk").with_honours_only()


def by_letter(pages: Iterable[HonoreePage]) -> list[tuple[str, list[HonoreePage]]]:
    """Return ``pages``, which come in the order of their reading, parted by their letter."""

    def letter(page: HonoreePage) -> str:
        return page.first if page.first in set(ascii_uppercase) else OTHER

    return [(first, list(same)) for first, same in groupby(pages, key=letter)]
