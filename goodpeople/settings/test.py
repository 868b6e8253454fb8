"""The test run: a throw-away data folder, fast hashing, nothing that leaves the machine."""

import os
import tempfile

# Set before base is read, so that keys and files of a test run never mix with a site's.
os.environ.setdefault("GOODPEOPLE_DATA_DIR", tempfile.mkdtemp(prefix="goodpeople-test-"))

from goodpeople.settings.base import *  # noqa: E402, F403 - see above

ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = DATA_DIR / "media"  # noqa: F405
SERVE_MEDIA = True
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SECRET_KEY = "tests-only"  # noqa: S105 - signs nothing that outlives a test run
DEMO_ALLOWED = True
STYLEGUIDE_SHOWN = True
# Each worker has a database of its own, and so an index; a test that searches has its own again.
WAGTAILSEARCH_BACKENDS["default"]["PATH"] = (  # noqa: F405
    DATA_DIR / f"search-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"  # noqa: F405
)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    # A file, not memory: threads of the races and the live server need connections of their own.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}  # noqa: F405
