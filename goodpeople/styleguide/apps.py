"""The style page as an app: it has templates and a view, no tables."""

from django.apps import AppConfig


class StyleguideConfig(AppConfig):
    """Shown where ``settings.STYLEGUIDE_SHOWN`` is set: in development and in the demo."""

    name = "goodpeople.styleguide"
    label = "styleguide"
