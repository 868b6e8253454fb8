"""The form of a public picture in the admin: a file that is cut short is refused beside it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from archive.pictures import UNREADABLE, without_metadata


class WholePictureField(WagtailImageField):
    """Wagtail's field, which crashes on a file that breaks off, with an answer for it."""

    def to_python(self, data: Any) -> Any:
        """Return the upload when it can be read to its end, else raise ``ValidationError``."""
        try:
            upload = super().to_python(data)
            if upload is not None:
                upload.seek(0)
                without_metadata(upload.read())
                upload.seek(0)
        except UNREADABLE:
            raise ValidationError(
                _("This picture cannot be read to its end. Please choose another one."),
                code="unreadable",
            ) from None
        return upload


class PictureForm(BaseImageForm):
    """Wagtail's form with a field that looks at the whole file."""

    file = WholePictureField(label=gettext_lazy("Picture file"))
