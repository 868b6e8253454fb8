"""Fixtures of every room, and translations compiled before the first test asserts a sentence."""

from __future__ import annotations

import pytest


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
