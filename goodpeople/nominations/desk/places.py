"""Where a nominee may be from: the places around the unit, grouped by town."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.forms.models import ModelChoiceIterator, ModelChoiceIteratorValue
from django.utils.translation import gettext_lazy as _

from archive.models import Place
from goodpeople.nominations.models import Nomination


def places_to_choose_from(nomination: Nomination) -> QuerySet[Place]:
    """Return the places in the unit's town, or below the unit where it stands above towns.

    The place that a nomination already has is always among them.
    """
    home = nomination.unit.place
    root = home.town or home
    return (
        Place.objects.filter(
            Q(path__startswith=root.path) | Q(pk=nomination.place_id), ~Q(kind=Place.Kind.CITY)
        )
        .select_related("town")
        .order_by("town__path", "path")
    )


class GroupedIterator(ModelChoiceIterator):
    """Villages under their towns: ``(town, [(value, label), …])``."""

    def __iter__(self) -> Iterator[Any]:
        yield ("", self.field.empty_label)
        for town, places in groupby(self.queryset.all(), key=lambda place: place.town):
            options = [
                (ModelChoiceIteratorValue(place.pk, place), place.shown_name.plain)
                for place in places
            ]
            if town is None:
                yield from options
            else:
                yield (town.shown_name.plain, options)


class GroupedPlaceField(forms.ModelChoiceField):
    """A place, chosen from an ordinary select, which a phone shows as a list of its own."""

    iterator = GroupedIterator

    def __init__(self, **kwargs: Any):
        super().__init__(
            queryset=Place.objects.none(), required=False, empty_label=_("Please choose"), **kwargs
        )
