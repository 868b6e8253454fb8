"""Checks that the database is set up so that nothing is lost or damaged."""

from __future__ import annotations

import sqlite3

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

# Before this version a WAL can be damaged when several processes reset it at once.
WAL_SAFE_SINCE = (3, 51, 3)
_WAL_HINT = (
    'Leave journal_mode alone (the rollback journal, "DELETE", with transaction_mode '
    "IMMEDIATE and timeout 20 keeps every write), or install SQLite 3.51.3 or newer."
)


def _sqlite_databases() -> dict[str, dict]:
    return {
        alias: database
        for alias, database in settings.DATABASES.items()
        if database["ENGINE"] == "django.db.backends.sqlite3"
    }


@register(Tags.compatibility)
def check_sqlite_options(app_configs, **kwargs) -> list[CheckMessage]:
    """Report SQLite options under which decisions taken at once lose rows or damage files."""
    found: list[CheckMessage] = []
    for alias, database in _sqlite_databases().items():
        options = database.get("OPTIONS", {})
        if options.get("transaction_mode") != "IMMEDIATE":
            found.append(
                Error(
                    f"Database {alias!r}: SQLite's transaction_mode is not IMMEDIATE.",
                    hint='Set OPTIONS["transaction_mode"] = "IMMEDIATE": otherwise two decisions '
                    "at once read the same state, and writes fail under load.",
                    id="accounts.E001",
                )
            )
        command = options.get("init_command", "").replace(" ", "").lower()
        if "journal_mode=wal" in command and sqlite3.sqlite_version_info < WAL_SAFE_SINCE:
            found.append(_wal_warning(alias, "OPTIONS ask for WAL"))
    return found


@register(Tags.database)
def check_sqlite_journal(app_configs, databases=None, **kwargs) -> list[CheckMessage]:
    """Report a database file that was left in WAL mode, which outlives the settings.

    Reads the database: run by ``migrate`` and by ``check --database default``.
    """
    found: list[CheckMessage] = []
    for alias in set(databases or []) & set(_sqlite_databases()):
        with connections[alias].cursor() as cursor:
            mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        if mode == "wal" and sqlite3.sqlite_version_info < WAL_SAFE_SINCE:
            found.append(_wal_warning(alias, "the file is in WAL mode"))
    return found


def _wal_warning(alias: str, where: str) -> Warning:
    return Warning(
        f"Database {alias!r}: {where}, and SQLite {sqlite3.sqlite_version} can damage a WAL "
        "under several processes.",
        hint=_WAL_HINT,
        id="accounts.W001",
    )
