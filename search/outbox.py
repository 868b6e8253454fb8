"""Writing to the outbox, and reading how far the index lags behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connections, router
from django.db.models import Model
from django.db.models.aggregates import Count, Min
from django.utils import timezone
from modelsearch.backends import get_search_backend, import_backend
from modelsearch.conf import get_app_config

from .keys import key_of, root_of
from .models import PendingChange

if TYPE_CHECKING:
    from .backends import EngineSearchBackend

ROWS_AT_ONCE = 500


def followed_backends() -> list[EngineSearchBackend]:
    """Return the configured backends that the outbox feeds: ours, with ``AUTO_UPDATE`` off."""
    found = []
    for name, params in get_app_config().get_search_backend_config().items():
        if params.get("AUTO_UPDATE", True) is not False or not params.get("PATH"):
            continue
        if is_ours(import_backend(params["BACKEND"])):
            found.append(get_search_backend(name))
    return found


def is_ours(backend: Any) -> bool:
    """Return whether a backend's class is ours, without loading the engine to find out."""
    return bool(getattr(backend, "is_fed_by_outbox", False))


def aliases() -> list[str]:
    """Return the databases that have an outbox."""
    return [alias for alias in connections if router.allow_migrate_model(alias, PendingChange)]


def mark(model: type[Model], pks: Iterable[Any], using: str) -> None:
    """Write down that these objects changed, in the transaction that changes them.

    Without a backend to feed, nothing is written. They are taken into the index once the
    transaction is committed.
    """
    if not followed_backends() or not router.allow_migrate_model(using, PendingChange):
        return
    family = root_of(model)._meta.label_lower
    rows = [PendingChange(family=family, object_key=key_of(pk)) for pk in pks if pk is not None]
    if rows:
        PendingChange.objects.using(using).bulk_create(rows, batch_size=ROWS_AT_ONCE)
        _drain_on_commit(using)


def _drain_on_commit(using: str) -> None:
    """Ask for one drain when the transaction is committed, however many rows it wrote."""
    from . import draining

    connection = connections[using]
    waiting = (entry[1] for entry in reversed(connection.run_on_commit))
    if any(isinstance(callback, draining.AfterCommit) for callback in waiting):
        return
    connection.on_commit(draining.AfterCommit(using), robust=True)


@dataclass(frozen=True)
class Lag:
    """How many changes are committed and not yet searchable, and since when the oldest waits."""

    changes: int
    since: dt.datetime | None

    @property
    def seconds(self) -> float:
        """How long the oldest change has waited; 0 where none waits."""
        return (timezone.now() - self.since).total_seconds() if self.since else 0.0


def lag() -> Lag:
    """Return how far the index lags behind, over all databases: one query for each."""
    changes, since = 0, None
    for alias in aliases():
        row = (
            PendingChange.objects.using(alias)
            .filter(kept=False)
            .aggregate(changes=Count("pk"), since=Min("changed_at"))
        )
        changes += row["changes"]
        since = min(filter(None, (since, row["since"])), default=None)
    return Lag(changes, since)
