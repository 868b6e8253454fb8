"""The 120 tests that modelsearch holds every backend to."""

from django.conf import settings
from django.test import TestCase
from modelsearch.tests.test_backends import BackendTests


class TestContract(BackendTests, TestCase):
    """Inherits every test; adds and drops none."""

    backend_path = settings.BACKEND
