"""``{% running_notices %}``: the notices that run now, for pages that know no notice."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from goodpeople.notices.models import Notice, OfficeContact

register = template.Library()


@register.inclusion_tag("notices/parts/running.html", takes_context=True)
def running_notices(context: dict[str, Any]) -> dict[str, Any]:
    """Show a line for each running notice; one query a request, however often it is asked."""
    request = context.get("request")
    found = getattr(request, "_running_notices", None)
    if found is None:
        found = list(Notice.objects.running().select_related("round"))
        if request is not None:
            request._running_notices = found
    return {"notices": found}


@register.simple_tag(takes_context=True)
def office_contact(context: dict[str, Any]) -> OfficeContact:
    """Return where the public reaches the office; one query a request."""
    request = context.get("request")
    found = getattr(request, "_office_contact", None) or OfficeContact.current()
    if request is not None:
        request._office_contact = found
    return found


@register.filter
def title_breaks(title: str) -> SafeString:
    """Return a round's title with the places where a narrow heading may break its line.

    After the period of time and before a bracket: 2026年度|平湖好人评选|（示例）. The heading
    keeps everything else together (``word-break: keep-all``).
    """
    escaped = conditional_escape(title)
    marked = re.sub(r"(?<=年度)(?=.)|(?<=季度)(?=.)|(?=（)", "<wbr>", escaped)
    return mark_safe(marked)  # noqa: S308 - escaped above, and only <wbr> is added
