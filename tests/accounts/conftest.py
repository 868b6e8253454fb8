"""Fixtures of the accounts' tests."""

from __future__ import annotations

import pytest

from goodpeople.accounts import desks
from goodpeople.accounts.roles import sync_role_groups
from tests.factories.accounts import UserFactory


@pytest.fixture(autouse=True)
def _database(db):
    """Every test here reads accounts; a flushed database has lost the role groups."""
    sync_role_groups()


@pytest.fixture
def person():
    """A person without any role."""
    return UserFactory(username="lihua", display_name="李华", phone="13800000001")


@pytest.fixture
def office():
    """A clerk of the office."""
    return UserFactory(username="wangfang", display_name="王芳", office=True)


@pytest.fixture
def superuser():
    """The one who set the site up."""
    return UserFactory(username="root-of-all", display_name="系统管理员", superuser=True)


@pytest.fixture
def only_desks(monkeypatch):
    """An empty list of desks, for a test to register its own."""
    monkeypatch.setattr(desks, "_desks", {})
    return desks
