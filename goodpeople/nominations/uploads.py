"""Uploads made safe: what a file really is, and nothing in it that its owner did not mean.

A photo is decoded and written anew, so that no GPS position, no EXIF and no trailing bytes
survive; a document is looked at by its bytes, never by its name.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pillow_heif
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from goodpeople.nominations.models import Evidence, Nomination, Photo
from goodpeople.nominations.submission import lock_for, touch

# Phones write HEIC; readers and browsers do not take it, so it becomes JPEG here.
pillow_heif.register_heif_opener()

PHOTO_MAX_BYTES = 15 * 1024 * 1024
PHOTO_MAX_PIXELS = 60_000_000
PHOTO_MIN_SIDE = 200
PHOTO_LONG_SIDE = 2400
DOCUMENT_MAX_BYTES = 20 * 1024 * 1024
PHOTOS_MAX = 12
PAPERS_MAX = 10
_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")


@dataclass(frozen=True)
class CleanPhoto:
    """A photo written anew as JPEG, with its size in pixels."""

    content: ContentFile
    width: int
    height: int


def clean_photo(upload: Any) -> CleanPhoto:
    """Return ``upload`` decoded, turned upright and written anew without metadata.

    Raise ``ValidationError`` in the user's language for anything that is not a sound JPEG,
    PNG, WebP or HEIC picture of sensible size.
    """
    if upload.size > PHOTO_MAX_BYTES:
        raise ValidationError(
            _("The photo is larger than %(limit)s MB. Please choose a smaller one.")
            % {"limit": PHOTO_MAX_BYTES // 1024 // 1024},
            code="too_large",
        )
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            # Pillow only warns of a decompression bomb up to twice its limit.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(upload.read()), formats=_FORMATS)
            _check_size(picture)
            picture.load()
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except ValidationError:
        raise
    except Exception:
        raise ValidationError(
            _("This is not a readable photo. Please choose a JPG, PNG, WebP or HEIC picture."),
            code="not_a_photo",
        ) from None
    upright.thumbnail((PHOTO_LONG_SIDE, PHOTO_LONG_SIDE))
    # A fresh picture holds pixels only: no EXIF, no comments, no colour profile.
    plain = Image.new("RGB", upright.size)
    plain.paste(upright)
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=88, optimize=True)
    return CleanPhoto(ContentFile(out.getvalue(), name="photo.jpg"), *plain.size)


def _check_size(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > PHOTO_MAX_PIXELS:
        raise ValidationError(_("The photo has too many pixels."), code="too_large")
    if min(width, height) < PHOTO_MIN_SIDE:
        raise ValidationError(
            _("The photo is too small: each side needs at least %(side)s pixels.")
            % {"side": PHOTO_MIN_SIDE},
            code="too_small",
        )


def clean_document(upload: Any) -> ContentFile:
    """Return a PDF as it is, or a picture cleaned like a photo; else raise ``ValidationError``."""
    if upload.size > DOCUMENT_MAX_BYTES:
        raise ValidationError(
            _("The file is larger than %(limit)s MB.")
            % {"limit": DOCUMENT_MAX_BYTES // 1024 // 1024},
            code="too_large",
        )
    upload.seek(0)
    content = upload.read()
    if content.startswith(b"%PDF-"):
        # The end marker stands in the last kilobyte of every whole PDF.
        if b"%%EOF" not in content[-1024:]:
            raise ValidationError(_("The PDF is incomplete."), code="truncated")
        return ContentFile(content, name="paper.pdf")
    try:
        return clean_photo(upload).content
    except ValidationError as error:
        if error.code != "not_a_photo":
            raise
        raise ValidationError(
            _("This is neither a PDF nor a readable picture."), code="not_a_document"
        ) from None


def add_photo(
    nomination_id: int, user: Any, upload: Any, *, kind: str = "deed", caption: str = ""
) -> Photo:
    """Clean and keep a photo; a new portrait takes the place of the old one.

    Raise ``ValidationError`` for the file, ``NotAllowed`` for the actor.
    """
    clean = clean_photo(upload)
    with transaction.atomic():
        nomination = lock_for("edit", nomination_id, user)
        replaced = list(nomination.photos.filter(kind="portrait")) if kind == "portrait" else []
        if nomination.photos.count() - len(replaced) >= PHOTOS_MAX:
            raise ValidationError(
                _("A nomination holds %(limit)s photos at most.") % {"limit": PHOTOS_MAX},
                code="too_many",
            )
        photo = Photo(
            nomination=nomination,
            kind=kind,
            caption=caption[:120],
            uploaded_by=user,
            width=clean.width,
            height=clean.height,
        )
        photo.file.save(clean.content.name, clean.content, save=False)
        photo.save()
        for old in replaced:
            _delete_with_file(old)
        touch(nomination, user, "add_photo", kind=kind, photo=str(photo.key))
    return photo


def add_evidence(
    nomination_id: int, user: Any, upload: Any, *, kind: str = "proof", title: str = ""
) -> Evidence:
    """Clean and keep a paper. Raise ``ValidationError`` for the file, ``NotAllowed`` else."""
    content = clean_document(upload)
    with transaction.atomic():
        nomination = lock_for("edit", nomination_id, user)
        if nomination.evidence.count() >= PAPERS_MAX:
            raise ValidationError(
                _("A nomination holds %(limit)s papers at most.") % {"limit": PAPERS_MAX},
                code="too_many",
            )
        paper = Evidence(nomination=nomination, kind=kind, title=title[:120], uploaded_by=user)
        paper.file.save(content.name, content, save=False)
        paper.save()
        touch(nomination, user, "add_evidence", kind=kind, paper=str(paper.key))
    return paper


@transaction.atomic
def caption_files(nomination_id: int, user: Any, captions: Mapping[Any, str]) -> None:
    """Write captions of photos, by key; keys of no photo of this nomination are passed over.

    Raise ``NotAllowed`` for the actor.
    """
    nomination = lock_for("edit", nomination_id, user)
    changed = [
        photo
        for photo in nomination.photos.filter(key__in=list(captions))
        if photo.caption != captions[photo.key][:120]
    ]
    for photo in changed:
        photo.caption = captions[photo.key][:120]
        photo.save(update_fields=["caption"])
    if changed:
        touch(nomination, user, "caption_photos", photos=[str(photo.key) for photo in changed])


@transaction.atomic
def remove_file(nomination_id: int, user: Any, key: Any) -> bool:
    """Remove a photo or a paper by its key; return False when there is none such (any more)."""
    nomination = lock_for("edit", nomination_id, user)
    for model, what in ((Photo, "remove_photo"), (Evidence, "remove_evidence")):
        found = model.objects.filter(nomination=nomination, key=key).first()
        if found is not None:
            _delete_with_file(found)
            touch(nomination, user, what, key=str(key))
            return True
    return False


def _delete_with_file(item: Photo | Evidence) -> None:
    """Delete the row now and the file once that is committed."""
    storage, name = item.file.storage, item.file.name
    item.delete()
    transaction.on_commit(lambda: storage.delete(name))


def find_file(key: Any) -> Photo | Evidence | None:
    """Return the photo or paper with ``key``, with its nomination."""
    for model in (Photo, Evidence):
        found = model.objects.select_related("nomination__unit").filter(key=key).first()
        if found is not None:
            return found
    return None


def may_read_file(user: Any, item: Photo | Evidence) -> bool:
    """Whether ``user`` may fetch this file: readers of the nomination; its panel, photos only."""
    from goodpeople.nominations.permissions import allowed

    nomination: Nomination = item.nomination
    if isinstance(item, Evidence):
        return bool(allowed(user, "read_evidence", nomination))
    return bool(allowed(user, "view", nomination) or allowed(user, "view_for_scoring", nomination))
