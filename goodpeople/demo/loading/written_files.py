"""Files are not part of a transaction: what a failed load has written is taken away here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.core.files.storage import Storage
from django.db.models import FileField


@contextmanager
def removed_on_failure() -> Iterator[list[tuple[Storage, str]]]:
    """Note what is written to any model's storage meanwhile; delete it if an exception passes.

    Only a process that is killed outright leaves files behind, and no row knows them.
    """
    written: list[tuple[Storage, str]] = []
    noted = _storages()
    for storage in noted:
        _note(storage, written)
    try:
        yield written
    except BaseException:
        for storage, name in written:
            storage.delete(name)
        raise
    finally:
        for storage in noted:
            del storage.save


def _storages() -> list[Storage]:
    """Return the storages that models keep their files in, each once."""
    fields = (field for model in apps.get_models() for field in model._meta.get_fields())
    found = {}
    for field in fields:
        if isinstance(field, FileField):
            # The default storage is known by a stand-in; the method knows whose it is.
            storage = field.storage.save.__self__
            found[id(storage)] = storage
    return list(found.values())


def _note(storage: Storage, written: list[tuple[Storage, str]]) -> None:
    """Let this one storage object note what it saves."""
    plain = storage.save

    def save(*args: Any, **kwargs: Any) -> str:
        name = plain(*args, **kwargs)
        written.append((storage, name))
        return name

    storage.save = save
