"""What an honour is called on a page: 平湖好人, 2025年度平湖好人."""

from __future__ import annotations

from typing import Any

from django import template

from archive.models import Honour
from archive.shown import Shown

register = template.Library()


@register.simple_tag(takes_context=True)
def level_title(context: dict[str, Any], honour: Honour) -> Shown:
    """Return the title of the honour's level."""
    return context["chrome"].level_titles.of(honour.level)


@register.simple_tag(takes_context=True)
def honour_title(context: dict[str, Any], honour: Honour) -> str:
    """Return the title with its year."""
    return context["chrome"].level_titles.with_year(honour)
