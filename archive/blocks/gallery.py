"""Pictures, none without caption, credit and words for those who cannot see it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class GalleryImageBlock(blocks.StructBlock):
    """One picture."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Description"),
        max_length=200,
        help_text=_("For readers who cannot see it."),
    )
    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    credit = blocks.CharBlock(label=_("Credit"), max_length=60)


class GalleryBlock(blocks.StructBlock):
    """One picture or several."""

    images = blocks.ListBlock(
        GalleryImageBlock(label=_("Picture")),
        label=_("Pictures"),
        min_num=1,
        max_num=12,
    )

    class Meta:
        icon = "image"
        label = _("Pictures")
        template = "archive/blocks/gallery.html"
