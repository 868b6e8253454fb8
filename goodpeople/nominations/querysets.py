"""Nominations in the domain's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from goodpeople.nominations.states import state_expression

if TYPE_CHECKING:
    pass


class NominationQuerySet(models.QuerySet["Nomination"]):
    """Nominations, with their states in SQL."""

    def with_state(self) -> NominationQuerySet:
        """Annotate ``state_key``, which ``Nomination.state`` then reads without a query."""
        return self.annotate(state_key=state_expression(self.model))

    def in_state(self, *states: str) -> NominationQuerySet:
        """Return those in one of ``states`` (keys of ``states.STATE_LABELS``)."""
        return self.with_state().filter(state_key__in=states)

    def for_listing(self) -> NominationQuerySet:
        """Add what every list shows, so that rows cost no queries of their own."""
        return self.with_state().select_related(
            "round", "unit", "category", "place", "place__parent", "created_by"
        )
