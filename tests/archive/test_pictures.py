"""Public pictures carry no metadata, and every size is there before a reader asks."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import piexif
import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.template import Context, Template
from PIL import Image as Pillow
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.images.rect import Rect

from archive.pictures import SIZES, STANDARD_SPECS
from archive.publishing import PortraitFile, PublishingRefused, make_portrait
from tests.factories.archive import HonoreePageFactory, image, jpeg

pytestmark = pytest.mark.django_db


def tagged(orientation: int = 1) -> bytes:
    exif = piexif.dump(
        {
            "0th": {
                piexif.ImageIFD.Make: b"PHONEMAKER",
                piexif.ImageIFD.Orientation: orientation,
            },
            "GPS": {
                piexif.GPSIFD.GPSLatitudeRef: b"N",
                piexif.GPSIFD.GPSLatitude: ((30, 1), (42, 1), (0, 1)),
            },
        }
    )
    return jpeg(1200, 900, exif=exif)


def public_files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_no_file_that_can_be_fetched_holds_a_place_or_a_phone():
    image(content=tagged())

    files = public_files()
    assert len(files) == 1 + len(STANDARD_SPECS)
    for path in files:
        content = path.read_bytes()
        assert b"PHONEMAKER" not in content, path
        with Pillow.open(io.BytesIO(content)) as opened:
            assert not opened.getexif(), path


def test_a_picture_taken_sideways_is_turned_upright():
    turned = image(content=tagged(orientation=6))

    assert (turned.width, turned.height) == (900, 1200)


def test_a_replaced_file_is_cleaned_too():
    replaced = image()
    replaced.file = ContentFile(tagged(), name="new.jpg")
    replaced.save()

    with replaced.file.storage.open(replaced.file.name) as file:
        assert b"PHONEMAKER" not in file.read()


def test_every_size_is_made_at_upload():
    made = image()

    assert {r.filter_spec for r in made.renditions.all()} == set(STANDARD_SPECS)


@pytest.mark.parametrize("focus", [None, Rect(20, 40, 160, 200)])
def test_the_sizes_are_cut_as_wagtail_would_cut_them(focus):
    with_focus = image()
    with_focus.set_focal_point(focus)
    with_focus.save()

    for one in map(Filter, STANDARD_SPECS):
        row = with_focus.renditions.get(
            filter_spec=one.spec, focal_point_key=one.get_cache_key(with_focus)
        )
        cut = one.get_transform(with_focus)
        assert (row.width, row.height) == cut.size
        with row.file.open() as file, Pillow.open(file) as opened:
            assert opened.size == cut.size


def test_a_new_focal_point_makes_the_upright_sizes_anew():
    made = image()
    made.set_focal_point(Rect(20, 40, 160, 200))
    made.save()

    kept = Counter(row.filter_spec for row in made.renditions.all())
    assert kept == {one: 2 if one.startswith("fill-") else 1 for one in STANDARD_SPECS}


def test_what_is_transparent_stands_on_white_where_the_format_knows_no_transparency():
    out = io.BytesIO()
    Pillow.new("RGBA", (500, 625), (0, 0, 0, 0)).save(out, "PNG")
    clear = image(content=out.getvalue())

    seen = {}
    for row in clear.renditions.filter(filter_spec__startswith=SIZES["card"]):
        with row.file.open() as file, Pillow.open(file) as opened:
            seen[opened.format] = opened.convert("RGBA").getpixel((200, 250))
    assert seen["JPEG"] == (255, 255, 255, 255)
    assert seen["WEBP"][3] == 0


def test_a_portrait_is_made_from_a_handed_in_file(editor):
    portrait = make_portrait(
        PortraitFile("照片.JPG", tagged(), caption="在店里", credit="示例 摄"),
        title="示例甲",
        user=editor,
    )

    assert portrait.uploaded_by_user == editor
    assert portrait.description == "在店里"
    assert portrait.renditions.count() == len(STANDARD_SPECS)


@pytest.mark.parametrize("content", [b"", b"not a picture", jpeg()[:400]])
def test_a_file_that_is_no_picture_is_refused_with_the_name(content, editor):
    with pytest.raises(PublishingRefused) as refusal:
        make_portrait(PortraitFile("a.jpg", content), title="示例甲", user=editor)

    assert "示例甲" in refusal.value.reason
    assert public_files() == []


def render(source: str, **context) -> str:
    return Template("{% load archive_pictures %}" + source).render(Context(context))


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_offers_webp_and_falls_back_to_jpeg(size):
    made = image()

    html = render("{% picture made size alt=alt %}", made=made, size=size, alt="一把<剪刀>")

    assert '<source type="image/webp"' in html
    assert ".jpg" in html
    assert 'alt="一把&lt;剪刀&gt;"' in html
    assert 'width="' in html


def test_no_portrait_is_no_markup():
    page = HonoreePageFactory()

    assert render('{% portrait page "card" as p %}[{{ p }}]', page=page) == "[]"


def test_a_lost_file_does_not_break_the_page():
    made = image()
    made.renditions.all().delete()
    caches["default"].clear()
    Path(made.file.path).unlink()
    lost = get_image_model().objects.get(pk=made.pk)

    assert render('[{% picture lost "card" %}]', lost=lost) == "[]"
