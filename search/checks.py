"""Checks of the configuration and of the indexes; each says how to mend what it finds.

Settings and fields are looked at by every ``manage.py`` command, the outbox and the indexes only
by ``manage.py check --database default`` (and by ``migrate``), since they need the database.
"""

from __future__ import annotations

import difflib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError
from modelsearch.apps import ModelSearchAppConfig
from modelsearch.backends import import_backend
from modelsearch.index import (
    FilterField,
    RelatedFields,
    SearchField,
    get_indexed_models,
)

from .outbox import aliases, followed_backends, is_ours, lag
from .state import Trouble, troubles
from .wishes import COLUMN_WISHES, FALLBACK, TEXT_WISHES

# A change is to be searchable within a second; after a minute something stands in its way.
LAG_SECONDS = 60
# Keywords of other backends and of modelsearch itself, which are none of our business.
_FOREIGN_WISHES = frozenset({"type", "es_extra", "partial_match"})


def register_all() -> None:
    """Register every check; called once, when the app is ready."""
    register(check_settings, Tags.compatibility)
    register(check_fields, Tags.models)
    register(check_indexes, Tags.database)


def check_settings(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Report a backend that cannot work, is readable by others, or is updated too early."""
    app = _modelsearch_app()
    if app is None:
        return [
            Error(
                "The search needs modelsearch's app, and it is not installed.",
                hint='Add "wagtail.search" to INSTALLED_APPS (on a site without Wagtail: '
                '"modelsearch").',
                id="search.E001",
            )
        ]
    found: list[CheckMessage] = []
    seen: dict[Path, str] = {}
    for name, params in app.get_search_backend_config().items():
        if not _is_ours(params.get("BACKEND", "")):
            continue
        where = f'{app.backend_setting_name}["{name}"]'
        if not params.get("PATH"):
            found.append(
                Error(
                    f"{where} has no PATH.",
                    hint='Give it a folder of its own outside MEDIA_ROOT, for example "PATH": '
                    'DATA_DIR / "search".',
                    id="search.E002",
                )
            )
            continue
        path = Path(params["PATH"])
        found += _folder_messages(where, path)
        if path in seen:
            found.append(
                Error(
                    f"{where} and {seen[path]} share the folder {path}.",
                    hint="Give each backend a PATH of its own.",
                    id="search.E006",
                )
            )
        seen[path] = where
        if params.get("AUTO_UPDATE", True) is not False:
            found.append(
                Warning(
                    f"{where} is updated inside the transactions that save objects: what is "
                    "rolled back stays searchable, and a locked index delays the save.",
                    hint='Set "AUTO_UPDATE": False; the search app then brings changes in '
                    "through its outbox, after the commit.",
                    id="search.W001",
                )
            )
    return found


def _modelsearch_app() -> ModelSearchAppConfig | None:
    found = [app for app in apps.get_app_configs() if isinstance(app, ModelSearchAppConfig)]
    return found[0] if found else None


def _is_ours(dotted_path: str) -> bool:
    try:
        return is_ours(import_backend(dotted_path))
    except ImportError:
        return False


def _folder_messages(where: str, path: Path) -> Iterator[CheckMessage]:
    """Look at the folder, or at the nearest one above that would have to hold it."""
    for name in ("MEDIA_ROOT", "STATIC_ROOT"):
        root = getattr(settings, name, None)
        if root and path.resolve().is_relative_to(Path(root).resolve()):
            yield Error(
                f"{where} lies in {name}, which a web server hands out.",
                hint=f"Move PATH out of {root} and run: manage.py rebuild_search",
                id="search.E003",
            )
    if path.exists() and not path.is_dir():
        yield Error(
            f"{where}: {path} is a file, not a folder.",
            hint="Move the file away or choose another PATH.",
            id="search.E004",
        )
        return
    standing = path
    while not standing.exists() and standing != standing.parent:
        standing = standing.parent
    if not os.access(standing, os.W_OK | os.X_OK):
        yield Error(
            f"{where}: {standing} cannot be written to by this process, so that the index can "
            "be neither made nor updated.",
            hint=f"Make it the property of the user that runs the site: chown -R <user> {standing}",
            id="search.E004",
        )
    if path.is_dir():
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            yield Error(
                f"{where}: other users of this machine can reach {path} (mode {mode:04o}). "
                "Drafts are in it.",
                hint=f"Shut it: chmod 700 {path}",
                id="search.E005",
            )


def check_fields(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Report keywords on search fields that nobody reads, with the one that was meant."""
    found: list[CheckMessage] = []
    for model in get_indexed_models():
        for definition in _flat(model.get_search_fields()):
            known = COLUMN_WISHES if isinstance(definition, FilterField) else TEXT_WISHES
            if isinstance(definition, SearchField):
                known = known | {FALLBACK}
            for wish in definition.kwargs.keys() - known - _FOREIGN_WISHES:
                found.append(_unknown_wish(model, definition, wish, known))
    return found


def _unknown_wish(model: Any, definition: Any, wish: str, known: Any) -> CheckMessage:
    kind = type(definition).__name__
    close = difflib.get_close_matches(wish, known, n=1)
    meant = f'Did you mean "{close[0]}"? ' if close else ""
    return Warning(
        f'{model.__name__}.search_fields: {kind}("{definition.field_name}") asks for "{wish}", '
        "which the search does not know.",
        hint=f"{meant}A {kind} may ask for: {', '.join(sorted(known))}.",
        obj=model,
        id="search.W002",
    )


def _flat(definitions: Any) -> Iterator[Any]:
    for definition in definitions:
        if isinstance(definition, RelatedFields):
            yield from _flat(definition.fields)
        else:
            yield definition


def check_indexes(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Report an index that cannot be used, and changes that have waited too long."""
    if not set(databases or ()) & set(aliases()):
        return []
    try:
        found = [_unusable(trouble) for each in followed_backends() for trouble in troubles(each)]
        behind = lag()
    except DatabaseError:
        # The first migrate: there is nothing to look at yet.
        return []
    if behind.seconds > LAG_SECONDS:
        found.append(
            Warning(
                f"{behind.changes} changes are not searchable yet; the oldest has waited "
                f"{behind.seconds:.0f} seconds.",
                hint="See the log for what is in the way (a full disk, a folder that cannot be "
                "written to), then run: manage.py rebuild_search --changes",
                id="search.W005",
            )
        )
    return found


def _unusable(trouble: Trouble) -> CheckMessage:
    what = "has not been built" if trouble.is_missing else f"cannot be used: {trouble.reason}"
    return Warning(
        f"The search index of {trouble.family.label} in {trouble.backend.path} {what}. Until it "
        "is built, the database answers searches, slowly and without pinyin.",
        hint="Build it: manage.py rebuild_search",
        id="search.W003" if trouble.is_missing else "search.W004",
    )
