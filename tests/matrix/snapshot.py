"""Whether a request changed the database: its writing statements, then the tables they name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection

# Rows that a mere look leaves, and that nobody's work depends on.
HARMLESS = frozenset(
    {
        "django_session",
        "wagtailadmin_editingsession",  # "somebody else has this page open"
        "wagtailusers_userprofile",  # made empty when the account page is first opened
        "wagtailcore_pagesubscription",  # made, switched off, when the page editor is opened
        "wagtailcore_referenceindex",  # found again from the rows themselves
        "wagtailimages_rendition",  # made when a size is first shown
    }
)
_WRITES = re.compile(r'^\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"(\w+)"', re.I)


class Snapshot:
    """The tables as the world left them."""

    def __init__(self) -> None:
        self._before = {
            table: _fingerprint(table)
            for table in connection.introspection.django_table_names(only_existing=True)
            if table not in HARMLESS
        }

    @contextmanager
    def watching(self) -> Iterator[set[str]]:
        """Yield a set that holds, after the block, each table that was changed in it."""
        written: set[str] = set()

        def note(execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
            found = _WRITES.match(sql)
            if found:
                written.add(found[1])
            return execute(sql, params, many, context)

        changed: set[str] = set()
        with connection.execute_wrapper(note):
            yield changed
        changed.update(
            table for table in written - HARMLESS if _fingerprint(table) != self._before.get(table)
        )


def _fingerprint(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own tables
        rows = sorted(map(repr, cursor.fetchall()))
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def room_of(table: str) -> str:
    """Return the app whose table it is."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table == table:
            return model._meta.app_label
    return ""
