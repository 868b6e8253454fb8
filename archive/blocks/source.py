"""Where the story was first told."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SourceBlock(blocks.StructBlock):
    """A publication."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    publisher = blocks.CharBlock(label=_("Publisher"), required=False, max_length=100)
    date = blocks.DateBlock(label=_("Date"), required=False)
    url = blocks.URLBlock(label=_("Web address"), required=False)
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=200)

    class Meta:
        icon = "link-external"
        label = _("Source")
        template = "archive/blocks/source.html"
