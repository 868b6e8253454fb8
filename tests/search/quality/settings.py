"""The development settings with a folder of their own and Wagtail's SQLite search beside ours."""

import os

from goodpeople.settings.dev import *  # noqa: F403 - settings modules extend one another

DEBUG = False
MEDIA_ROOT = DATA_DIR / "media"  # noqa: F405
WAGTAILSEARCH_BACKENDS = {
    **WAGTAILSEARCH_BACKENDS,  # noqa: F405
    "sqlite": {"BACKEND": "modelsearch.backends.database.sqlite.sqlite", "AUTO_UPDATE": False},
}
os.environ.setdefault("GOODPEOPLE_DEBUG", "0")
