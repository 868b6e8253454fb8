"""From a profile back to the nominations that earned its honours, for those who may read them.

The archive knows no nomination, so this room hangs the way back into the page's own menu.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button

from goodpeople.nominations.models import Nomination
from goodpeople.nominations.permissions import reads_everything

# After Wagtail's own actions (10 to 70).
_FIRST_PRIORITY = 80


def nominations_behind(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield a button for each nomination of ``page``; none for editors. One query."""
    if not reads_everything(user):
        return
    found = Nomination.objects.filter(profile_id=page.pk).select_related("round").order_by("-pk")
    for place, nomination in enumerate(found):
        yield Button(
            _("Nomination: %(round)s") % {"round": nomination.round},
            url=reverse("nominations_nomination:inspect", args=[nomination.pk]),
            icon_name="user",
            priority=_FIRST_PRIORITY + place,
        )
