"""What no request may hold is answered at once, and never by a crash."""

from __future__ import annotations

import pytest

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_a_body_larger_than_any_screen_sends_is_refused_unread(client, settings):
    settings.REQUEST_MAX_BYTES = 1000

    answer = client.post("/sign-in/", {"username": "x" * 2000})

    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["-1", "abc", "9" * 30])
def test_a_length_that_is_no_number_is_refused(client, length):
    assert client.generic("POST", "/sign-in/", b"", CONTENT_LENGTH=length).status_code == 413


def test_a_form_with_a_nul_is_refused(client):
    assert client.post("/sign-in/", {"username": "a\x00b"}).status_code == 400


@pytest.mark.parametrize(
    "address",
    ["/admin/objections/notice/9223372036854775808/", "/desk/9223372036854775808/"],
)
def test_a_number_beyond_the_database_is_not_found(client, address):
    client.force_login(UserFactory(office=True))

    assert client.get(address).status_code == 404
