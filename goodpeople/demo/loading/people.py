"""Places, units and accounts of the samples."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from archive.models import Place
from goodpeople.accounts.models import User
from goodpeople.accounts.roles import GROUP_NAMES
from goodpeople.demo.samples import read
from goodpeople.nominations.models import Unit, UnitStaff

# Known to everyone who reads the README: load_demo refuses to run on a real site.
PASSWORD = "haoren-2026"  # noqa: S105 - see above


def load_places() -> dict[str, Place]:
    """Make the tree of places; return them by slug."""
    places: dict[str, Place] = {}

    def make(rows: list[dict[str, Any]], parent: Place | None) -> None:
        for row in rows:
            place = Place.objects.create(
                slug=row["slug"],
                kind=row["kind"],
                name=row["name"],
                name_en=row["name_en"],
                is_sample=row.get("is_sample", False),
                parent=parent,
            )
            places[place.slug] = place
            make(row.get("children", []), place)

    make(read("places"), None)
    return places


def load_units(places: dict[str, Place]) -> dict[str, Unit]:
    """Make a unit for every place, in the same tree; return them by the place's slug."""
    units: dict[str, Unit] = {}
    for place in sorted(places.values(), key=lambda place: place.path):
        parent = units.get(place.parent.slug) if place.parent else None
        units[place.slug] = Unit.objects.create(name=place.name, parent=parent, place=place)
    return units


def load_accounts(units: dict[str, Unit]) -> dict[str, User]:
    """Make the sample accounts with their roles; return them by user name."""
    users: dict[str, User] = {}
    # Hashing is slow on purpose, and these all share one password that is no secret.
    hashed = make_password(PASSWORD)
    for row in read("accounts"):
        superuser = row["role"] == "superuser"
        user = User.objects.create(
            username=row["username"],
            password=hashed,
            display_name=row["display_name"],
            must_change_password=False,
            is_superuser=superuser,
            is_staff=superuser,
        )
        if row["role"] in GROUP_NAMES:
            user.groups.add(Group.objects.get(name=GROUP_NAMES[row["role"]]))
        if row["role"] == "nominator":
            UnitStaff.objects.create(unit=units[row["unit"]], user=user)
        users[user.username] = user
    return users
