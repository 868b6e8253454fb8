"""Public pictures: no metadata in the original, and every size made when it is uploaded."""

from __future__ import annotations

import hashlib
import io
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
FORMATS = {"webp": "format-webp|webpquality-78", "jpeg": "format-jpeg|jpegquality-82"}


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
    if not file or getattr(file, "_committed", True) or isinstance(file.file, CleanFile):
        return
    file.seek(0)
    content, extension = without_metadata(file.read())
    stem = file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0] or "picture"
    instance.file = CleanFile(content, name=f"{stem}.{extension}")
    instance.file_size = len(content)
    instance.file_hash = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    with Pillow.open(io.BytesIO(content)) as opened:
        instance.width, instance.height = opened.size


def make_standard_renditions(sender: Any, instance: Any, **kwargs: Any) -> None:
    """After an image is saved: make each size that pages show, so that no request has to.

    Sizes that exist for this focal point are kept. The table is asked and not the cache,
    which may still know the files of an image that is gone.
    """
    if kwargs.get("raw"):
        return
    made = set(instance.renditions.values_list("filter_spec", "focal_point_key"))
    wanted = [Filter(spec=one) for one in STANDARD_SPECS]
    missing = [one for one in wanted if (one.spec, one.get_cache_key(instance)) not in made]
    if missing:
        instance.create_renditions(*missing)
