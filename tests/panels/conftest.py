"""Fixtures of the panels' tests. They read in English: the journeys assert the Chinese."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation
from wagtail.users.models import UserProfile


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def as_user(db):
    """Return a function that gives a browser signed in as somebody, reading English."""

    def sign_in(user) -> Client:
        # Desks are English by their address, the admin by the account's own choice.
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
        client = Client()
        client.force_login(user)
        return client

    return sign_in
