"""The samples: data files that a person can read and mend, and the commands that load them."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Knows every room; nobody knows it."""

    name = "goodpeople.demo"
    label = "demo"
