"""The one address at which a private file is read: by whom, and how it is sent."""

from __future__ import annotations

import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from goodpeople.nominations.uploads import add_evidence, add_photo
from tests.factories.accounts import UserFactory
from tests.factories.nominations import UnitFactory, photo_upload, staff_account
from tests.nominations.desk.conftest import client_of

PDF = b"%PDF-1.4\n%%EOF\n"


def url(item) -> str:
    return reverse("desk:file", args=[item.key])


@pytest.fixture
def photo(complete):
    return complete.photos.get()


@pytest.fixture
def paper(complete, nominator):
    return add_evidence(complete.pk, nominator, SimpleUploadedFile("a.pdf", PDF), title="证明")


def test_a_picture_is_shown_in_the_page(desk, photo):
    response = desk.get(url(photo))
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Disposition"].startswith("inline")
    assert Image.open(io.BytesIO(response.getvalue())).size == (320, 240)


def test_a_pdf_is_saved_and_never_opened_here(desk, paper):
    response = desk.get(url(paper))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment")
    assert response.getvalue() == PDF


def test_a_paper_that_is_a_picture_is_shown(desk, complete, nominator):
    item = add_evidence(complete.pk, nominator, photo_upload("同意书.jpg"))
    assert desk.get(url(item))["Content-Disposition"].startswith("inline")


def test_headers_keep_it_private_and_inert(desk, photo, paper):
    for item in (photo, paper):
        response = desk.get(url(item))
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert response["Cache-Control"] == "private, no-store"


def test_a_small_copy_for_lists(desk, draft, nominator):
    item = add_photo(draft.pk, nominator, photo_upload(size=(2000, 1500)))
    response = desk.get(url(item), {"small": ""})
    assert max(Image.open(io.BytesIO(response.getvalue())).size) == 640


def test_who_reads(unit, photo, paper, office, nominator):
    """A file that may not be read does not exist."""
    readers = {
        "nominator": (nominator, 200, 200),
        "unit above": (staff_account(unit.parent), 200, 200),
        "another unit": (staff_account(UnitFactory()), 404, 404),
        "office": (office, 200, 200),
        "auditor": (UserFactory(auditor=True), 200, 200),
        "editor": (UserFactory(editor=True), 404, 404),
        "nobody in particular": (UserFactory(), 404, 404),
    }
    found = {
        role: (user, client_of(user).get(url(photo)).status_code,
               client_of(user).get(url(paper)).status_code)
        for role, (user, *_expected) in readers.items()
    }  # fmt: skip
    assert found == readers


def test_signed_out_leads_to_sign_in(client, photo):
    response = client.get(url(photo))
    assert response.status_code == 302
    assert reverse("accounts:sign_in") in response.url


def test_no_such_file(desk):
    assert desk.get(reverse("desk:file", args=[uuid.uuid4()])).status_code == 404


def test_a_file_that_is_gone_from_the_disk_is_not_found(desk, photo):
    photo.file.storage.delete(photo.file.name)
    assert desk.get(url(photo)).status_code == 404


def test_only_reading(desk, photo):
    assert desk.post(url(photo)).status_code == 405
