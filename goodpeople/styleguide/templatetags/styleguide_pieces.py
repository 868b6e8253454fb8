"""``{% piece %}``: a component cut out of the page that has it, filled with the samples."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import make_context
from django.template.loader import get_template
from django.template.loader_tags import ExtendsNode
from django.utils.safestring import SafeString, mark_safe

from goodpeople.styleguide.pieces import cut

register = template.Library()

# Where a page's own part stands: ours in base.html, Wagtail's in its generic base.
MAIN_BLOCKS = ("main", "main_content")


@register.simple_tag(takes_context=True)
def piece(context: dict[str, Any], page: str, wanted: str) -> SafeString:
    """Return the element with the class ``wanted`` of the template ``page``.

    ``page`` may end in ``#`` and a word that tells two samples of one template apart. The
    template gets what the samples' ``pages()`` have for it; each is rendered once a request.
    """
    request = context["request"]
    kept: dict[str, str] = request.__dict__.setdefault("_styleguide_pages", {})
    if page not in kept:
        kept[page] = main_part(page.partition("#")[0], context["pages"][page], request)
    return mark_safe(cut(kept[page], wanted))  # noqa: S308 - a part of what a template escaped


def main_part(name: str, values: dict[str, Any], request: HttpRequest) -> str:
    """Return what stands between header and footer, where the template says it itself.

    A page of the admin cannot be rendered whole: its frame asks for a member of staff.
    """
    page = get_template(name)
    for parent in page.template.nodelist.get_nodes_by_type(ExtendsNode):
        for block in MAIN_BLOCKS:
            if block in parent.blocks:
                filled = make_context(values, request)
                with filled.bind_template(page.template):
                    return parent.blocks[block].render(filled)
    return page.render(values, request)
