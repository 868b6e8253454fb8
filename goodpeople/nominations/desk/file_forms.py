"""The photos page as one form of many small parts: a part a file, a part a new file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodpeople.nominations.desk.forms import TOO_LONG_TO_KEEP
from goodpeople.nominations.models import Evidence, Nomination, Photo
from goodpeople.nominations.uploads import (
    PAPERS_MAX,
    PHOTOS_MAX,
    add_evidence,
    add_photo,
    caption_files,
)

# No ``maxlength`` on the inputs: a browser would cut what is pasted without a word.
_FITS = MaxLengthValidator(120, message=TOO_LONG_TO_KEEP)


class CaptionForm(forms.Form):
    """What is written beside a file that is already there."""

    caption = forms.CharField(
        label=gettext_lazy("What the photo shows"), required=False, validators=[_FITS]
    )


class NewPhotoForm(forms.Form):
    """A photo to add."""

    use_required_attribute = False

    file = forms.FileField(
        label=gettext_lazy("Choose a photo"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    caption = forms.CharField(
        label=gettext_lazy("What the photo shows"), required=False, validators=[_FITS]
    )


class NewPaperForm(forms.Form):
    """A paper to add."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"),
        choices=Evidence.Kind.choices,
        initial=Evidence.Kind.CONSENT,
        required=False,
    )
    title = forms.CharField(
        label=gettext_lazy("Title (optional)"), required=False, validators=[_FITS]
    )
    file = forms.FileField(
        label=gettext_lazy("Choose a PDF or a photo of the paper"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/*,application/pdf"}),
    )


@dataclass
class PhotoPart:
    """A photo that is there, and its caption as a form."""

    photo: Photo
    form: CaptionForm


@dataclass(frozen=True)
class Mistake:
    """Something of the page that could not be kept: where, which field, why."""

    section: Any
    label: Any
    anchor: str
    messages: list[str]


class FilesPage:
    """All parts of the page; ``save`` keeps what is sound and says beside the rest why not."""

    def __init__(self, nomination: Nomination, data: Any = None, files: Any = None):
        self.nomination = nomination
        self.parts = [
            PhotoPart(
                photo,
                CaptionForm(data, prefix=photo.key.hex, initial={"caption": photo.caption}),
            )
            for photo in nomination.photos.all()
        ]
        self.papers = list(nomination.evidence.all())
        self.may_add_photo = len(self.parts) < PHOTOS_MAX
        self.may_add_paper = len(self.papers) < PAPERS_MAX
        self.new_portrait = NewPhotoForm(data, files, prefix="portrait")
        self.new_deed = NewPhotoForm(data, files, prefix="deed")
        self.new_paper = NewPaperForm(data, files, prefix="paper")
        previews = {self.new_portrait: "picture-portrait", self.new_deed: "picture-deed"}
        if self.portrait is not None:
            del self.new_portrait.fields["caption"]
            previews[self.new_portrait] = "picture-replacement"
        for form, box in previews.items():
            form.fields["file"].widget.attrs["data-preview"] = box

    @property
    def portrait(self) -> PhotoPart | None:
        """Return the photo of the nominee."""
        return next((p for p in self.parts if p.photo.kind == Photo.Kind.PORTRAIT), None)

    @property
    def deeds(self) -> list[PhotoPart]:
        """Return the photos of the deeds."""
        return [part for part in self.parts if part.photo.kind == Photo.Kind.DEED]

    @property
    def has_errors(self) -> bool:
        """Whether something of what was posted could not be kept."""
        new = (self.new_portrait, self.new_deed, self.new_paper)
        return any(form.errors for form in new) or any(part.form.errors for part in self.parts)

    @property
    def mistakes(self) -> list[Mistake]:
        """Return what could not be kept, in the order of the page, linked to its field.

        Where a file is refused because there is no room for one more, its field is not on the
        page: then the section is linked.
        """
        portrait, deeds, papers = _("Photo of the nominee"), _("Photos of the deeds"), _("Papers")
        parts: list[tuple[Any, forms.Form, str]] = []
        if self.portrait is not None:
            parts.append((portrait, self.portrait.form, ""))
        parts.append((portrait, self.new_portrait, ""))
        parts += [(deeds, part.form, "") for part in self.deeds]
        parts.append((deeds, self.new_deed, "" if self.may_add_photo else "photos"))
        parts.append((papers, self.new_paper, "" if self.may_add_paper else "papers"))
        return [
            Mistake(section, field.label, instead or field.id_for_label, list(field.errors))
            for section, form, instead in parts
            for field in form
            if field.errors
        ]

    def anchor(self, pressed: str) -> str:
        """Return where on the page to come back to."""
        return "papers" if pressed == "add:paper" else "photos"

    def save(self, user: Any, *, pressed: str) -> None:
        """Keep captions and files. Raise ``NotAllowed``; all else is said beside its field."""
        self._save_captions(user)
        pk = self.nomination.pk
        self._add(
            self.new_portrait,
            pressed,
            lambda upload, facts: add_photo(
                pk, user, upload, kind="portrait", caption=facts.get("caption", self._old_caption)
            ),
        )
        self._add(
            self.new_deed,
            pressed,
            lambda upload, facts: add_photo(pk, user, upload, caption=facts.get("caption", "")),
        )
        self._add(
            self.new_paper,
            pressed,
            lambda upload, facts: add_evidence(
                pk,
                user,
                upload,
                kind=facts.get("kind") or Evidence.Kind.OTHER,
                title=facts.get("title", ""),
            ),
        )

    @property
    def _old_caption(self) -> str:
        """Return the caption that a portrait leaves to the one that takes its place."""
        if self.portrait is None:
            return ""
        form = self.portrait.form
        if form.add_prefix("caption") not in form.data or not form.is_valid():
            return self.portrait.photo.caption
        return form.cleaned_data["caption"]

    def _save_captions(self, user: Any) -> None:
        changed = {
            part.photo.key: part.form.cleaned_data["caption"]
            for part in self.parts
            if part.form.add_prefix("caption") in part.form.data
            and part.form.is_valid()
            and part.form.has_changed()
        }
        if changed:
            caption_files(self.nomination.pk, user, changed)

    def _add(self, form: forms.Form, pressed: str, keep: Callable[[Any, dict], Any]) -> None:
        """Keep the part's file if one was chosen; the button without a file is a mistake."""
        form.is_valid()
        upload = form.cleaned_data.get("file")
        if upload is None:
            if pressed == f"add:{form.prefix}" and not form.errors:
                form.add_error("file", _("Choose a file first."))
            return
        if form.errors:
            return
        try:
            keep(upload, form.cleaned_data)
        except ValidationError as refused:
            form.add_error("file", refused)

    def again(self, nomination: Nomination) -> FilesPage:
        """Return the page over the fresh row, with everything that was typed and not kept."""
        page = FilesPage(nomination)
        for name in ("new_portrait", "new_deed", "new_paper"):
            if getattr(self, name).errors:
                setattr(page, name, getattr(self, name))
        refused = {part.photo.key: part.form for part in self.parts if part.form.errors}
        for part in page.parts:
            part.form = refused.get(part.photo.key, part.form)
        return page
