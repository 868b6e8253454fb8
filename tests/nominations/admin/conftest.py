"""Fixtures of the office's screens: one of each role, signed in."""

from __future__ import annotations

import pytest

from goodpeople.accounts.roles import sync_role_groups
from tests.factories.accounts import UserFactory
from tests.factories.nominations import NominationFactory, RoundFactory


@pytest.fixture(autouse=True)
def _database(db):
    """Every test here reads accounts; a flushed database has lost the role groups."""
    sync_role_groups()


@pytest.fixture
def office():
    """A clerk of the office."""
    return UserFactory(username="wangfang", display_name="王芳", office=True)


@pytest.fixture
def auditor():
    """Someone who reads everything and changes nothing."""
    return UserFactory(username="jianduyuan", display_name="沈监督", auditor=True)


@pytest.fixture
def editor():
    """Someone who completes profiles."""
    return UserFactory(username="bianji", display_name="陆编辑", editor=True)


@pytest.fixture
def superuser():
    """The one who set the site up."""
    return UserFactory(username="root-of-all", display_name="系统管理员", superuser=True)


@pytest.fixture
def nominator():
    """A person who works for no unit and has no role: as far from the office as one can be."""
    return UserFactory(username="lihua", display_name="李华")


@pytest.fixture
def people(office, auditor, editor, superuser, nominator):
    """Everyone, by role."""
    return {
        "office": office,
        "auditor": auditor,
        "editor": editor,
        "superuser": superuser,
        "nominator": nominator,
    }


@pytest.fixture
def as_office(client, office):
    """A browser in which the office is signed in."""
    client.force_login(office)
    return client


@pytest.fixture
def round_():
    """A round that takes nominations, not frozen."""
    return RoundFactory(title="2026年度平湖好人评选")


@pytest.fixture
def waiting(round_, office):
    """A nomination that waits for the eligibility check."""
    return NominationFactory(submitted=True, round=round_, name="张建国", office=office)
