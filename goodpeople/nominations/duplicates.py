"""Who might be the same person: shown side by side at eligibility, decided by the office."""

from __future__ import annotations

from django.db.models import QuerySet

from archive.models import HonoreePage
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.querysets import NominationQuerySet


def honourees_of_the_same_name(nomination: Nomination) -> QuerySet[HonoreePage]:
    """Return honourees of the archive who bear the nominee's name; two people may share one."""
    if not nomination.name.strip():
        return HonoreePage.objects.none()
    return (
        HonoreePage.objects.filter(title=nomination.name.strip())
        .select_related("place", "place__parent")
        .prefetch_related("honours__category")
        .order_by("pk")
    )


def nominations_of_the_same_name(nomination: Nomination) -> NominationQuerySet:
    """Return the other nominations of the round with the same name."""
    return (
        Nomination.objects.filter(round_id=nomination.round_id, name=nomination.name)
        .exclude(pk=nomination.pk)
        .exclude(name="")
        .for_listing()
    )
