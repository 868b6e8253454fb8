"""Photos and evidence of a nomination: private files, never Wagtail images or documents."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from goodpeople.nominations.models.nomination import Nomination


def private_storage():
    """Return the storage outside ``MEDIA_ROOT``; a callable, so that migrations name no path."""
    return storages["private"]


def private_name(instance: PrivateFile, filename: str) -> str:
    """Return a path that says nothing of whom the file is about."""
    extension = filename.rsplit(".", 1)[-1].lower()
    return f"nominations/{instance.nomination_id}/{instance.key.hex}.{extension}"


class PrivateFile(models.Model):
    """A file that only its nomination's readers may fetch, through a view that asks."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(_("file"), storage=private_storage, upload_to=private_name)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.file.name


class Photo(PrivateFile):
    """A picture of the nominee or of the deeds, cleaned of all metadata at upload."""

    class Kind(models.TextChoices):
        PORTRAIT = "portrait", _("Photo of the nominee")
        DEED = "deed", _("Photo of the deeds")

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="photos")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.DEED)
    caption = models.CharField(_("caption"), max_length=120, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-kind", "pk"]


class Evidence(PrivateFile):
    """A consent form or another paper, as PDF or picture."""

    class Kind(models.TextChoices):
        CONSENT = "consent", _("Signed consent")
        PROOF = "proof", _("Proof of the deeds")
        OTHER = "other", _("Other")

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.PROOF)
    title = models.CharField(_("title of the paper"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["pk"]
