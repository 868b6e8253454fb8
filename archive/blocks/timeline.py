"""A life or a deed in dates."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TimelineEntryBlock(blocks.StructBlock):
    """One date; ``when`` is short text, since sources say "1990" or "at 16"."""

    when = blocks.CharBlock(label=_("When"), max_length=20)
    what = blocks.TextBlock(label=_("What happened"), rows=2, max_length=200)


class TimelineBlock(blocks.StructBlock):
    """Dates in order."""

    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=60)
    entries = blocks.ListBlock(TimelineEntryBlock(label=_("Date")), label=_("Dates"), min_num=1)

    class Meta:
        icon = "date"
        label = _("Timeline")
        template = "archive/blocks/timeline.html"
