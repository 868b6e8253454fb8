"""A deployed site. It refuses to start rather than run unsafely."""

import os

from django.core.exceptions import ImproperlyConfigured

from goodpeople.settings.base import *  # noqa: F403 - settings modules extend one another

if os.environ.get("GOODPEOPLE_DEBUG", "0") not in {"", "0"}:
    raise ImproperlyConfigured(
        "GOODPEOPLE_DEBUG is set: production never runs with DEBUG. Unset it."
    )
_secret = os.environ.get("GOODPEOPLE_SECRET_KEY", "")
if len(_secret) < 50 or len(set(_secret)) < 5 or _secret.startswith("django-insecure"):
    raise ImproperlyConfigured(
        "GOODPEOPLE_SECRET_KEY must be a random string of 50 characters or more. Make one with: "
        'python -c "import secrets; print(secrets.token_urlsafe(64))"'
    )
if not ALLOWED_HOSTS or any("*" in host for host in ALLOWED_HOSTS):  # noqa: F405
    raise ImproperlyConfigured(
        "GOODPEOPLE_ALLOWED_HOSTS must name the site's hosts, separated by commas, "
        "without a wildcard."
    )

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = os.environ.get("GOODPEOPLE_SSL_REDIRECT", "1") == "1"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 30
