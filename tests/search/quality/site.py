"""A site of its own in a folder, whatever the environment says."""

from __future__ import annotations

import os
from pathlib import Path


def set_up(folder: Path) -> None:
    """Set Django up for the site in ``folder``, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["GOODPEOPLE_DATA_DIR"] = str(folder.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.search.quality.settings"
    os.environ.pop("GOODPEOPLE_DATABASE_URL", None)
    import django

    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]
