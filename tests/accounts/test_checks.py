"""A database set up so that writes get lost or files damaged is named, with the cure."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from goodpeople.accounts import checks

SQLITE = "django.db.backends.sqlite3"


@pytest.fixture
def found(monkeypatch):
    """Return a function: the check's message ids for a database with these options."""

    def ids(options: dict, engine: str = SQLITE) -> list[str]:
        databases = {"default": {"ENGINE": engine, "OPTIONS": options}}
        monkeypatch.setattr(checks, "settings", SimpleNamespace(DATABASES=databases))
        return [message.id for message in checks.check_sqlite_options(None)]

    return ids


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"transaction_mode": "IMMEDIATE"}, []),
        ({}, ["accounts.E001"]),
        ({"transaction_mode": "DEFERRED"}, ["accounts.E001"]),
        (
            {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode = WAL;"},
            ["accounts.W001"],
        ),
    ],
)
def test_options(found, monkeypatch, options, expected):
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 40, 1))
    assert found(options) == expected


def test_wal_is_fine_with_a_mended_sqlite(found, monkeypatch):
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 51, 3))
    options = {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL"}
    assert found(options) == []


def test_other_databases_are_not_asked(found):
    assert found({}, engine="django.db.backends.postgresql") == []


@pytest.mark.parametrize(("mode", "expected"), [("wal", ["accounts.W001"]), ("delete", [])])
def test_a_file_left_in_wal_mode_is_found(monkeypatch, mode, expected):
    class Cursor:
        def __enter__(self):
            return self

        def __exit__(self, *exception):
            return False

        def execute(self, statement):
            return self

        def fetchone(self):
            return (mode,)

    class Connection:
        cursor = Cursor

    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr(checks, "connections", {"default": Connection()})
    databases = {"default": {"ENGINE": SQLITE}}
    monkeypatch.setattr(checks, "settings", SimpleNamespace(DATABASES=databases))
    messages = checks.check_sqlite_journal(None, databases=["default"])
    assert [message.id for message in messages] == expected
    assert checks.check_sqlite_journal(None, databases=None) == []
