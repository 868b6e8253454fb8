"""A round can be read backwards: from the profile to the nomination, and on to its sheets."""

from __future__ import annotations

import pytest
from django.urls import reverse

from archive.models import HonoreePage
from tests.factories.accounts import UserFactory
from tests.factories.notices import notice_for

pytestmark = pytest.mark.django_db


def editor_of(client, page: HonoreePage, **role: bool) -> str:
    """Return the page's screen in the admin as somebody of ``role`` sees it."""
    client.force_login(UserFactory(**role))
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_the_office_finds_the_nomination_behind_a_profile(client):
    _notice, (nomination,) = notice_for(1)
    address = reverse("nominations_nomination:inspect", args=[nomination.pk])

    assert address in editor_of(client, nomination.profile, office=True)


def test_an_editor_completes_the_profile_and_sees_no_way_to_the_nomination(client):
    _notice, (nomination,) = notice_for(1)
    address = reverse("nominations_nomination:inspect", args=[nomination.pk])

    seen = editor_of(client, nomination.profile, editor=True)

    assert address not in seen
    assert str(nomination.round) not in seen
