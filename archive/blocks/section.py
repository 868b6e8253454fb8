"""A stretch of the story under a heading."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SectionBlock(blocks.StructBlock):
    """Running text; an opening section may go without a heading."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=60)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ol", "ul"])

    class Meta:
        icon = "pilcrow"
        label = _("Section")
        template = "archive/blocks/section.html"
