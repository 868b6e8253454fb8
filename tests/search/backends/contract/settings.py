"""modelsearch's own test project with our backend in it; nothing of Wagtail, nothing of ours."""

import os
import tempfile
from pathlib import Path

from modelsearch.test.settings import *  # noqa: F403 - settings modules extend one another

HERE = Path(__file__).resolve().parent
FIXTURE_DIRS = [HERE / "fixtures"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
# The backend is named from outside, so that the harness can be tried on modelsearch's own.
BACKEND = os.environ.get("SEARCH_CONTRACT_BACKEND", "search.backends")
MODELSEARCH_BACKENDS = {"default": {"BACKEND": BACKEND}}
if BACKEND == "search.backends":
    MODELSEARCH_BACKENDS["default"]["PATH"] = tempfile.mkdtemp(prefix="search-contract-")
