"""Settings of a second process that works on a test's database and index: see test_processes."""

import json
import os

from goodpeople.settings.test import *  # noqa: F403 - settings modules extend one another

_given = json.loads(os.environ["SEARCH_TEST_SITE"])
DATABASES["default"]["NAME"] = _given["database"]  # noqa: F405
WAGTAILSEARCH_BACKENDS["default"]["PATH"] = _given["index"]  # noqa: F405
