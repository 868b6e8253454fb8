"""The search: an engine, the backend on it, the outbox that keeps it fresh, and the page.

All but the page is of use to any Wagtail site: see README.md. Imports are relative, so that the
folder can be installed under another name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .freshness import Freshness


class SearchConfig(AppConfig):
    """Connects the outbox to the models, and the backend to the outbox."""

    name = __name__.rpartition(".")[0]
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow every indexed model; register the checks."""
        from . import checks, freshness, signals

        checks.register_all()
        signals.connect()
        freshness.install(_outbox_freshness)


def _outbox_freshness() -> Freshness:
    # Loaded with the first search or rebuild: a site that searches elsewhere loads no engine.
    from .draining import OutboxFreshness

    return OutboxFreshness()
