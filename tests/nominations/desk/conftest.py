"""What the desk's tests share: English addresses, and a nominator who is signed in."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation

from tests.factories.accounts import UserFactory
from tests.factories.nominations import NominationFactory, UnitFactory, staff_account


@pytest.fixture(autouse=True)
def _english():
    """Let ``reverse`` give ``/en/…``: sentences are asserted as they stand in the code."""
    with translation.override("en"):
        yield


def client_of(user) -> Client:
    """Return a client signed in as ``user``."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def unit(db):
    """The nominating unit, under a town's."""
    return UnitFactory(parent=UnitFactory())


@pytest.fixture
def nominator(unit):
    """The unit's account."""
    return staff_account(unit)


@pytest.fixture
def desk(nominator) -> Client:
    """The nominator's browser."""
    return client_of(nominator)


@pytest.fixture
def draft(unit, nominator):
    """An empty draft of the unit."""
    return NominationFactory(unit=unit, user=nominator)


@pytest.fixture
def complete(unit, nominator):
    """A draft that may be sent."""
    return NominationFactory(unit=unit, user=nominator, complete=True)


@pytest.fixture
def office(db):
    """An account of the office."""
    return UserFactory(office=True)
