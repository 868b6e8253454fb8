"""What pages with a share card have in common."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.models import Page

from archive import share_cards


class CarriesCard(Page):
    """A page whose share card is drawn again after each commit that may have changed it."""

    # Outside revisions: the card's file in public media, of what is published; blank without one.
    share_card = models.CharField(max_length=80, default="", blank=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; the card follows once what it shows is settled."""
        super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None:
            share_cards.redraw_after_commit(type(self), self.pk)

    def with_content_json(self, content: Any) -> Any:
        """Return the revision as a page; the card is that of what is published."""
        page = super().with_content_json(content)
        page.share_card = self.share_card
        return page
