"""The world and the asker, made once for all tests of this folder and taken back at the end."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import override_settings

from tests.matrix.asking import Asker, undone
from tests.matrix.world import World


@pytest.fixture(autouse=True)
def _fresh_media() -> None:
    """Keep the world's own folders: here, files outlive a test."""


@pytest.fixture(scope="package")
def db(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Stand in for pytest-django's ``db``: one transaction for the folder, not one a test."""
    folder = tmp_path_factory.mktemp("matrix")
    private = settings.STORAGES["private"]
    options = {**private["OPTIONS"], "location": str(folder / "private")}
    storages = {**settings.STORAGES, "private": {**private, "OPTIONS": options}}
    with (
        override_settings(STORAGES=storages, OBJECTION_MIN_SECONDS=0),
        django_db_blocker.unblock(),
        undone(),
    ):
        # What others have remembered of their own database, such as where the site's root is.
        cache.clear()
        # Thousands of refusals are expected here; a crash shows in the answer's word.
        log = logging.getLogger("django.request")
        log.disabled = True
        yield
        log.disabled = False
        cache.clear()


@pytest.fixture(scope="package")
def asker(db: None) -> Iterator[Asker]:
    """Return the asker over the one world."""
    asker = Asker(World())
    # Thousands of requests: looking again and again through what stays costs a sixth of them.
    gc.collect()
    gc.freeze()
    yield asker
    gc.unfreeze()
