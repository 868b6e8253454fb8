"""``{% running_notices %}``: the notices that run now, for pages that know no notice."""

from __future__ import annotations

from typing import Any

from django import template

from goodpeople.notices.models import Notice

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
