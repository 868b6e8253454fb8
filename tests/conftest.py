"""Fixtures of every room, and translations compiled before the first test asserts a sentence."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _fresh_index(settings, tmp_path):
    """Give each test a search index of its own.

    Inside a test's transaction nothing is taken into it, since nothing is committed: there the
    database answers.
    """
    default = {**settings.WAGTAILSEARCH_BACKENDS["default"], "PATH": tmp_path / "search"}
    settings.WAGTAILSEARCH_BACKENDS = {"default": default}


@pytest.fixture(autouse=True)
def _fresh_media(settings, tmp_path):
    """Give each test a media and a private folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    private = tmp_path / "private"
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {
            **settings.STORAGES["private"],
            "OPTIONS": {**settings.STORAGES["private"]["OPTIONS"], "location": str(private)},
        },
    }
