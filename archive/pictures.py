"""Public pictures: no metadata in the original, and every size made when it is uploaded."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as Pillow
from PIL import ImageOps
from wagtail.images.models import Filter

# The sizes that pages show; "card" and "profile" are upright, at 4:5.
SIZES = {
    "thumb": "fill-240x240",
    "card": "fill-400x500",
    "profile": "fill-800x1000",
    "gallery": "width-1000",
}
_QUALITY = {"webp": 78, "jpeg": 82}
FORMATS = {name: f"format-{name}|{name}quality-{quality}" for name, quality in _QUALITY.items()}
_EXTENSIONS = {"webp": "webp", "jpeg": "jpg"}
# What Pillow is to know of each format beside its quality. WebP's method 4, the usual one, takes
# more than twice as long as 2 for files that are six per cent smaller.
_OPTIONS: dict[str, dict[str, Any]] = {
    "webp": {"method": 2},
    "jpeg": {"optimize": True, "progressive": True},
}


def spec(size: str, file_format: str) -> str:
    """Return Wagtail's filter for one of ``SIZES`` in one of ``FORMATS``."""
    return f"{SIZES[size]}|{FORMATS[file_format]}"


# What Pillow raises for a file that is no picture, is cut short or unpacks to too much.
UNREADABLE = (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError)
STANDARD_SPECS = [spec(size, file_format) for size in SIZES for file_format in FORMATS]


def without_metadata(content: bytes) -> tuple[bytes, str]:
    """Return the picture upright and without EXIF, and its file extension.

    The place where a photograph was taken and the phone that took it are nobody's
    business. PNG and WebP keep their format, all else becomes JPEG. Raises
    one of ``UNREADABLE`` where it is no picture.
    """
    with Pillow.open(io.BytesIO(content)) as opened:
        file_format = opened.format if opened.format in {"PNG", "WEBP"} else "JPEG"
        upright = ImageOps.exif_transpose(opened)
        profile = opened.info.get("icc_profile")
        if file_format == "JPEG" and upright.mode not in {"RGB", "L"}:
            upright = upright.convert("RGB")
        clean = upright.copy()
    clean.info = {}
    out = io.BytesIO()
    options: dict[str, Any] = {"icc_profile": profile} if profile else {}
    if file_format != "PNG":
        options["quality"] = 90
    clean.save(out, format=file_format, **options)
    return out.getvalue(), {"PNG": "png", "WEBP": "webp", "JPEG": "jpg"}[file_format]


class CleanFile(ContentFile):
    """A file that has been through :func:`without_metadata`, not to be packed again."""


def strip_upload(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Before an image is saved: replace a newly uploaded file by one without metadata."""
    file = instance.file
    if not file or getattr(file, "_committed", True):
        return
    file.seek(0)
    content = file.read()
    if not isinstance(file.file, CleanFile):
        content, extension = without_metadata(content)
        stem = file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0] or "picture"
        instance.file = CleanFile(content, name=f"{stem}.{extension}")
        with Pillow.open(io.BytesIO(content)) as opened:
            instance.width, instance.height = opened.size
    instance.file_size = len(content)
    instance.file_hash = hashlib.sha1(content, usedforsecurity=False).hexdigest()


@dataclass(frozen=True)
class Cut:
    """How one of ``SIZES`` is taken from a picture: which part of it, in pixels, and how large."""

    size: str
    part: tuple[int, int, int, int]
    pixels: tuple[int, int]


@dataclass(frozen=True)
class Encoded:
    """The file of a picture in one of ``SIZES`` and ``FORMATS``."""

    size: str
    file_format: str
    pixels: tuple[int, int]
    content: bytes


def cuts(image: Any, pixels: tuple[int, int], sizes: Iterable[str] = SIZES) -> list[Cut]:
    """Return the cuts of ``image``, which measures ``pixels``.

    They follow Wagtail's own rules, which heed the focal point and never enlarge.
    """
    out = []
    for size in sizes:
        transform = Filter(spec=SIZES[size]).get_transform(image, pixels)
        part = transform.get_rect().round()
        out.append(Cut(size, tuple(part), transform.size))
    return out


def encoded(picture: Pillow.Image, wanted: Iterable[Cut]) -> list[Encoded]:
    """Return ``picture`` in the wanted cuts, each in all ``FORMATS``.

    Wagtail's own way opens and scales the picture anew for each of them; here that is done
    once for a size. Nothing but Pillow is touched, so that another process can do it.
    """
    profile = picture.info.get("icc_profile")
    if picture.mode not in {"RGB", "L"}:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    files = []
    for cut in wanted:
        scaled = picture.resize(cut.pixels, Pillow.Resampling.LANCZOS, cut.part, reducing_gap=3)
        for name, quality in _QUALITY.items():
            # JPEG knows no transparency: what lets the page through there stands on white.
            shown = _on_white(scaled) if name == "jpeg" else scaled
            out = io.BytesIO()
            shown.save(out, name, quality=quality, icc_profile=profile, **_OPTIONS[name])
            files.append(Encoded(cut.size, name, scaled.size, out.getvalue()))
    return files


def _on_white(picture: Pillow.Image) -> Pillow.Image:
    if picture.mode != "RGBA":
        return picture
    flat = Pillow.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture.getchannel("A"))
    return flat


def make_standard_renditions(sender: Any, instance: Any, **kwargs: Any) -> None:
    """After an image is saved: keep each size that pages show, so that no request has to make it.

    Sizes that exist for this focal point are kept. The table is asked and not the cache,
    which may still know the files of an image that is gone. Who has made the files already
    (see :func:`encoded`) sets them as ``ready_sizes`` before saving.
    """
    if kwargs.get("raw"):
        return
    made = set(instance.renditions.values_list("filter_spec", "focal_point_key"))
    missing = {
        one for one in STANDARD_SPECS if (one, Filter(spec=one).get_cache_key(instance)) not in made
    }
    if not missing:
        return
    files = getattr(instance, "ready_sizes", None)
    if files is None:
        sizes = [size for size in SIZES if any(spec(size, name) in missing for name in FORMATS)]
        with instance.open_file() as file, Pillow.open(file) as opened:
            upright = ImageOps.exif_transpose(opened)
            files = encoded(upright, cuts(instance, upright.size, sizes))
    _keep_renditions(instance, [one for one in files if spec(one.size, one.file_format) in missing])


def _keep_renditions(image: Any, files: Iterable[Encoded]) -> None:
    """Write the files of ``image``, and their rows in one statement."""
    model = image.get_rendition_model()
    field = model._meta.get_field("file")
    stem = image.file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0][:30]
    rows = []
    for one in files:
        wanted = Filter(spec=spec(one.size, one.file_format))
        key = wanted.get_cache_key(image)
        ending = f"{one.size}.{_EXTENSIONS[one.file_format]}"
        name = field.generate_filename(
            model(image=image), ".".join(part for part in (stem, key, ending) if part)
        )
        width, height = one.pixels
        rows.append(
            model(
                image=image,
                filter_spec=wanted.spec,
                focal_point_key=key,
                # Saved already, and measured: the field would decode the file for that.
                file=field.storage.save(name, ContentFile(one.content)),
                width=width,
                height=height,
            )
        )
    # As in Wagtail: another process may have been quicker, and its file is as good.
    model.objects.bulk_create(rows, ignore_conflicts=True)
