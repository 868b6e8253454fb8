"""The photos page: bad files are told beside their field, and everything typed is kept."""

from __future__ import annotations

import io

import piexif
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from goodpeople.nominations import uploads
from goodpeople.nominations.desk import file_forms
from goodpeople.nominations.models import Nomination
from tests.factories.nominations import NominationFactory, photo_upload, picture_bytes

NOT_A_PHOTO = "This is not a readable photo. Please choose a JPG, PNG, WebP or HEIC picture."
NOT_A_PAPER = "This is neither a PDF nor a readable picture."
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def url(nomination):
    return reverse("desk:photos", args=[nomination.pk])


def post(client, nomination, go, **data):
    return client.post(url(nomination), {"go": go, **data})


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def gps_photo() -> bytes:
    """Return a JPEG that says where it was taken."""
    place = {
        piexif.GPSIFD.GPSLatitudeRef: b"N",
        piexif.GPSIFD.GPSLatitude: ((30, 1), (42, 1), (0, 1)),
        piexif.GPSIFD.GPSLongitudeRef: b"E",
        piexif.GPSIFD.GPSLongitude: ((121, 1), (1, 1), (0, 1)),
    }
    tags = piexif.dump({"0th": {piexif.ImageIFD.Make: b"Secret phone"}, "GPS": place})
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "navy").save(out, "JPEG", exif=tags)
    return out.getvalue()


def test_a_portrait_a_photo_and_a_paper_are_added_one_by_one(desk, draft):
    post(desk, draft, "add:portrait", **{"portrait-file": photo_upload()})
    post(desk, draft, "add:deed", **{"deed-file": photo_upload(), "deed-caption": "修车"})
    post(
        desk,
        draft,
        "add:paper",
        **{
            "paper-file": upload("同意书.pdf", PDF),
            "paper-kind": "consent",
            "paper-title": "同意书",
        },
    )
    assert list(draft.photos.values_list("kind", "caption")) == [("portrait", ""), ("deed", "修车")]
    paper = draft.evidence.get()
    assert (paper.kind, paper.title) == ("consent", "同意书")
    text = desk.get(url(draft)).content.decode()
    for item in (*draft.photos.all(), paper):
        assert reverse("desk:file", args=[item.key]) in text


@pytest.mark.parametrize(
    ("slot", "name", "content", "reason"),
    [
        ("portrait", "照片.jpg", b"just a text", NOT_A_PHOTO),
        ("deed", "照片.jpg", picture_bytes()[:600], NOT_A_PHOTO),
        ("deed", "图.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', NOT_A_PHOTO),
        ("deed", "empty.jpg", b"", NOT_A_PHOTO),
        ("deed", "小.png", picture_bytes((120, 120), "PNG"), "each side needs at least 200 pixels"),
        ("paper", "证明.pdf", b"<html><script>alert(1)</script></html>", NOT_A_PAPER),
        ("paper", "证明.pdf", b"%PDF-1.4 cut short", "The PDF is incomplete."),
    ],
)
def test_a_bad_file_is_told_beside_its_field(desk, draft, slot, name, content, reason):
    response = post(desk, draft, f"add:{slot}", **{f"{slot}-file": upload(name, content)})
    assert response.status_code == 200
    form = getattr(response.context["page"], f"new_{slot}")
    assert reason in form.errors["file"][0]
    text = response.content.decode()
    assert f'id="id_{slot}-file_error"' in text
    # On top as well, read first: below, a phone's screen and its bar of buttons hide it.
    summary = text.partition("data-focus-first")[2].partition("</ul>")[0]
    assert f'href="#id_{slot}-file"' in summary
    assert reason in summary
    assert not draft.photos.exists()
    assert not draft.evidence.exists()


def test_a_far_too_large_file_is_told_beside_its_field(desk, draft, monkeypatch):
    monkeypatch.setattr(uploads, "PHOTO_MAX_BYTES", 1024 * 1024)
    content = picture_bytes() + b"\0" * (1024 * 1024)
    response = post(desk, draft, "add:deed", **{"deed-file": upload("大.jpg", content)})
    assert response.context["page"].new_deed.errors["file"] == [
        "The photo is larger than 1 MB. Please choose a smaller one."
    ]


def test_everything_typed_is_kept_when_a_file_fails(desk, complete):
    portrait = complete.photos.get()
    response = post(
        desk,
        complete,
        "add:deed",
        **{
            f"{portrait.key.hex}-caption": "在修车铺门口",
            "deed-file": upload("照片.jpg", b"text"),
            "deed-caption": "给学生补胎",
            "paper-title": "村里的证明",
        },
    )
    page = response.context["page"]
    assert page.new_deed["caption"].value() == "给学生补胎"
    portrait.refresh_from_db()
    assert portrait.caption == "在修车铺门口"
    assert NOT_A_PHOTO in response.content.decode()


def test_one_bad_file_does_not_take_a_good_one_with_it(desk, draft):
    response = post(
        desk,
        draft,
        "next",
        **{"portrait-file": photo_upload(), "deed-file": upload("照片.jpg", b"text")},
    )
    assert response.status_code == 200
    assert draft.photos.get().kind == "portrait"
    assert not response.context["page"].new_portrait.errors
    assert NOT_A_PHOTO in response.content.decode()


def test_going_on_takes_chosen_files_along(desk, draft):
    response = post(desk, draft, "next", **{"portrait-file": photo_upload()})
    assert response.url == reverse("desk:check", args=[draft.pk])
    assert draft.photos.count() == 1


def test_the_button_without_a_file_says_so(desk, draft):
    response = post(desk, draft, "add:deed", **{"deed-caption": "还没选"})
    page = response.context["page"]
    assert page.new_deed.errors["file"] == ["Choose a file first."]
    assert page.new_deed["caption"].value() == "还没选"


def test_a_new_portrait_takes_the_old_ones_place_and_its_caption(desk, complete):
    old = complete.photos.get()
    post(desk, complete, "add:portrait", **{"portrait-file": photo_upload(size=(500, 400))})
    new = complete.photos.get()
    assert new.key != old.key
    assert (new.width, new.caption) == (500, "示例照片")


def test_captions_are_saved_by_any_button_and_cleared_when_emptied(desk, complete):
    photo = complete.photos.get()
    for typed in ("新的说明", ""):
        post(desk, complete, "back", **{f"{photo.key.hex}-caption": typed})
        photo.refresh_from_db()
        assert photo.caption == typed


def test_a_caption_that_was_not_sent_stays(desk, complete):
    post(desk, complete, "next")
    assert complete.photos.get().caption == "示例照片"


def test_a_file_is_removed(desk, complete, django_capture_on_commit_callbacks):
    photo = complete.photos.get()
    with django_capture_on_commit_callbacks(execute=True):
        response = post(desk, complete, f"remove:{photo.key}")
    assert response.status_code == 302
    assert not complete.photos.exists()
    assert not photo.file.storage.exists(photo.file.name)


@pytest.mark.parametrize("key", ["", "nonsense", "00000000-0000-4000-8000-000000000000"])
def test_removing_what_is_not_there_is_harmless(desk, complete, key):
    assert post(desk, complete, f"remove:{key}").status_code == 302
    assert complete.photos.count() == 1


def test_another_nominations_file_is_not_removed_or_captioned(desk, draft, complete):
    photo = complete.photos.get()
    post(desk, draft, f"remove:{photo.key}", **{f"{photo.key.hex}-caption": "别人的"})
    photo.refresh_from_db()
    assert photo.caption == "示例照片"


def test_the_most_photos_are_told(desk, draft, monkeypatch):
    for rule in (uploads, file_forms):
        monkeypatch.setattr(rule, "PHOTOS_MAX", 1)
    post(desk, draft, "add:deed", **{"deed-file": photo_upload()})
    response = post(desk, draft, "add:deed", **{"deed-file": photo_upload()})
    assert "A nomination holds 1 photos at most." in response.content.decode()
    # The field is not on the page then: the summary leads to its section.
    (mistake,) = response.context["page"].mistakes
    assert (mistake.anchor, mistake.messages) == (
        "photos",
        ["A nomination holds 1 photos at most."],
    )
    assert draft.photos.count() == 1


def test_no_gps_in_the_file_that_is_fetched(desk, draft):
    content = gps_photo()
    assert b"Secret phone" in content
    post(desk, draft, "add:deed", **{"deed-file": upload("拍照.jpg", content)})
    photo = Nomination.objects.get(pk=draft.pk).photos.get()
    for query in ({}, {"small": ""}):
        fetched = desk.get(reverse("desk:file", args=[photo.key]), query).getvalue()
        assert b"Secret phone" not in fetched
        picture = Image.open(io.BytesIO(fetched))
        assert not picture.getexif()
        assert "exif" not in picture.info


def test_a_phones_heic_becomes_a_jpeg(desk, draft):
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "navy").save(out, "HEIF")
    post(desk, draft, "add:portrait", **{"portrait-file": upload("IMG_1.HEIC", out.getvalue())})
    fetched = desk.get(reverse("desk:file", args=[draft.photos.get().key]))
    assert Image.open(io.BytesIO(fetched.getvalue())).format == "JPEG"


def test_photos_of_a_sent_nomination_stay(desk, unit):
    nomination = NominationFactory(unit=unit, submitted=True)
    response = post(desk, nomination, f"remove:{nomination.photos.get().key}")
    assert response.status_code == 403
    assert nomination.photos.count() == 1
