"""A developer's machine and ``make demo``: local hosts, media served by Django itself."""

import os

from goodpeople.settings.base import *  # noqa: F403 - settings modules extend one another

# ``make demo`` turns this off so that a visitor meets the site's own error pages.
DEBUG = os.environ.get("GOODPEOPLE_DEBUG", "1") == "1"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
SERVE_MEDIA = True
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
DEMO_ALLOWED = True
STYLEGUIDE_SHOWN = True
