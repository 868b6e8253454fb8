"""Words that someone said."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuoteBlock(blocks.StructBlock):
    """A quotation, who said it and when."""

    text = blocks.TextBlock(label=_("Words"), rows=3, max_length=300)
    speaker = blocks.CharBlock(label=_("Who said it"), required=False, max_length=60)
    context = blocks.CharBlock(label=_("On what occasion"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "archive/blocks/quote.html"
