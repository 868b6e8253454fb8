"""A backend of its own for each test, in a folder of its own."""

from __future__ import annotations

import pytest
from modelsearch.backends import get_search_backend

from search import freshness


@pytest.fixture
def folder(settings, tmp_path):
    """Return the folder of the default backend's indexes; it does not exist yet."""
    path = tmp_path / "search"
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "search.backends", "PATH": path, "AUTO_UPDATE": False}
    }
    return path


@pytest.fixture
def backend(folder):
    """Return the default backend."""
    return get_search_backend()


@pytest.fixture
def settled(monkeypatch):
    """Take what the test has written as committed, though its transaction never ends."""
    monkeypatch.setattr(freshness, "reads_committed", lambda alias: True)


def titles(results) -> list[str]:
    """Return the titles of what was found, sorted."""
    return sorted(page.title for page in results)
