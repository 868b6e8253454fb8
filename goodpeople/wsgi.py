"""The WSGI entry point; a deployed site starts with the production settings."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goodpeople.settings.production")
application = get_wsgi_application()
