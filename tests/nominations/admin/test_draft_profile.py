"""The draft profile to read, from the nomination's page."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories.notices import notice_for
from tests.nominations.admin.asking import said, text_of


def address(nomination) -> str:
    return reverse("nominations_nomination:draft_profile", args=[nomination.pk])


@pytest.fixture
def candidate(office):
    """A candidate on notice, whose draft profile waits."""
    _notice, [nomination] = notice_for(1, office=office)
    return nomination


@pytest.mark.parametrize("role", ["office", "auditor", "superuser"])
def test_readers_of_everything_read_the_latest_draft(client, people, candidate, role):
    draft = candidate.profile.get_latest_revision_as_object()
    draft.citation = "修车铺前的打气筒谁都能用"
    draft.save_revision()
    client.force_login(people[role])

    page = client.get(reverse("nominations_nomination:inspect", args=[candidate.pk]))
    response = client.get(address(candidate))

    assert address(candidate) in text_of(page)
    assert response.status_code == 200
    assert "修车铺前的打气筒谁都能用" in text_of(response)
    assert response["Cache-Control"].startswith("no-store, private")


@pytest.mark.parametrize("role", ["editor", "nominator"])
def test_others_read_no_draft_here(client, people, candidate, role):
    client.force_login(people[role])

    response = client.get(address(candidate))

    assert response.status_code in {302, 403}
    assert candidate.headline not in text_of(response)


def test_without_a_draft_there_is_neither_page_nor_link(as_office, waiting):
    page = as_office.get(reverse("nominations_nomination:inspect", args=[waiting.pk]))

    assert said("See the draft profile") not in text_of(page)
    assert as_office.get(address(waiting)).status_code == 404
