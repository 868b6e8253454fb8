"""Who acts in the tests of the nominations' rules; sentences are asserted in English here."""

from __future__ import annotations

import pytest
from django.utils import translation

from tests.factories.accounts import UserFactory


@pytest.fixture
def english():
    """Refusals as their msgids, so that a test states the rule and not its translation."""
    with translation.override("en"):
        yield


@pytest.fixture
def office(db):
    """The organising office."""
    return UserFactory(office=True)
