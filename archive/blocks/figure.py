"""What came of it, in figures."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class OneFigureBlock(blocks.StructBlock):
    """One figure. ``value`` is text, since a source may say "nearly 3,000"."""

    value = blocks.CharBlock(label=_("Figure"), max_length=20)
    unit = blocks.CharBlock(label=_("Unit of measure"), required=False, max_length=20)
    label = blocks.CharBlock(label=_("What it counts"), max_length=60)


class FigureBlock(blocks.StructBlock):
    """A row of figures."""

    figures = blocks.ListBlock(
        OneFigureBlock(label=_("Figure")), label=_("Figures"), min_num=1, max_num=4
    )

    class Meta:
        icon = "order"
        label = _("Figures")
        template = "archive/blocks/figure.html"
