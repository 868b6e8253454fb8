"""Settings of every environment. What stands here is safe; only ``dev`` and ``test`` loosen it."""

import os
from pathlib import Path

import dj_database_url

from goodpeople.settings.local_keys import read_or_make_key
from goodpeople.settings.searching import search_backends

BASE_DIR = Path(__file__).resolve().parents[2]
# What a running site keeps for itself: database, private files, generated keys.
DATA_DIR = Path(os.environ.get("GOODPEOPLE_DATA_DIR", BASE_DIR / ".data"))
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)

DEBUG = False
SECRET_KEY = os.environ.get("GOODPEOPLE_SECRET_KEY") or read_or_make_key(DATA_DIR / "secret_key")
# Keys that encrypt personal data, newest first; older ones only decrypt (MultiFernet).
PERSONAL_DATA_KEYS = [
    key for key in os.environ.get("GOODPEOPLE_PERSONAL_DATA_KEYS", "").split(",") if key
] or [read_or_make_key(DATA_DIR / "personal_data_key", fernet=True)]

ALLOWED_HOSTS = [host for host in os.environ.get("GOODPEOPLE_ALLOWED_HOSTS", "").split(",") if host]
CSRF_TRUSTED_ORIGINS = [
    origin for origin in os.environ.get("GOODPEOPLE_CSRF_TRUSTED_ORIGINS", "").split(",") if origin
]

INSTALLED_APPS = [
    "goodpeople.accounts",
    "goodpeople.nominations",
    "goodpeople.panels",
    "goodpeople.notices",
    "goodpeople.demo",
    "goodpeople.styleguide",
    "archive",
    "search",
    "search.page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "goodpeople.accounts.wagtail_users.AccountsUsersAppConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "goodpeople.accounts.request_limits.RequestLimitsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "goodpeople.accounts.middleware.FirstPasswordMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "goodpeople.accounts.plain_answers.PlainAnswersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "goodpeople.urls"
WSGI_APPLICATION = "goodpeople.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "goodpeople" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "archive.context_processors.site_chrome",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("GOODPEOPLE_DATABASE_URL", f"sqlite:///{DATA_DIR / 'goodpeople.sqlite3'}"),
        conn_max_age=60,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock at BEGIN, so that a decision's re-read is of
    # settled rows. WAL is left off: SQLite before 3.51.3 can corrupt a WAL under
    # several processes (see goodpeople.accounts.checks).
    DATABASES["default"]["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["goodpeople.accounts.backends.NameOrPhoneBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "phone")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 8},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "accounts:my_desk"
LOGOUT_REDIRECT_URL = "/"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = [("zh-hans", "简体中文")]
# One page tree, two addresses: see docs/architecture.md, decision of 2026-11-24.
WAGTAIL_I18N_ENABLED = False
LOCALE_PATHS = [BASE_DIR / "goodpeople" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "goodpeople" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(os.environ.get("GOODPEOPLE_MEDIA_DIR", BASE_DIR / "media"))
# Evidence, consent forms and unpublished photographs: outside MEDIA_ROOT, read
# through a view that checks the reader.
PRIVATE_MEDIA_ROOT = DATA_DIR / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": str(PRIVATE_MEDIA_ROOT),
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# A photograph from a phone is 3–12 MB; six of them and a PDF fit one request.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# The largest request at all: twelve photos of 15 MB would be sent one by one.
REQUEST_MAX_BYTES = 120 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o644

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "goodpeople.accounts.views.csrf_failure"

# How long a wrong-password series locks an account, and after how many tries.
SIGN_IN_TRIES = 5
SIGN_IN_LOCKOUT_MINUTES = 15

WAGTAIL_SITE_NAME = "好人 · Good People"
WAGTAILADMIN_BASE_URL = os.environ.get("GOODPEOPLE_BASE_URL", "http://127.0.0.1:8000")
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "goodpeople.nominations.finish.finish_workflow"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILADMIN_LOGIN_URL = "accounts:sign_in"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "archive.picture_form.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = search_backends(DATA_DIR, os.environ)
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

# Shown in the footer once the office has them: the ICP record and the 公安 record.
SITE_REGISTRATIONS = {
    "icp": os.environ.get("GOODPEOPLE_ICP", ""),
    "police": os.environ.get("GOODPEOPLE_POLICE_RECORD", ""),
}
SERVE_MEDIA = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A refused request is the site working, not a fault: no traceback for each 403 and 404.
    "loggers": {"django.request": {"level": "ERROR"}},
}
# The samples come with a password that everybody knows: dev and test only.
DEMO_ALLOWED = False
# /styleguide/ is for those who build the site: dev (which the demo runs on) and test only.
STYLEGUIDE_SHOWN = False
