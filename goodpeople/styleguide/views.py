"""The style page: one view for what the public and the desks use, one for the office's pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from goodpeople.styleguide import palette
from goodpeople.styleguide.samples import NOWHERE, sample_context
from goodpeople.styleguide.shown import OFFICE, PAGE, Section

_ADDRESS = re.compile(rf'\b(href|src|srcset|action|data-address)="[^"]*{NOWHERE}[^"]*"')


# A sample form may be sent; the page comes back as it was.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show what readers, nominators and panel members see."""
    return _show(request, "styleguide/page.html", PAGE)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def office(request: HttpRequest) -> HttpResponse:
    """Show what the office's own pages add to Wagtail's admin."""
    return _show(request, "styleguide/office.html", OFFICE)


def _show(request: HttpRequest, template: str, sections: Sequence[Section]) -> HttpResponse:
    if not settings.STYLEGUIDE_SHOWN:
        raise Http404
    context = {
        "sections": sections,
        "sheets": sorted({sheet for section in sections for sheet in section.sheets}),
        "modes": palette.MODES.values(),
        "pairs": list(zip(*(palette.pairs(mode) for mode in palette.MODES), strict=True)),
        "text_sizes": palette.measures("text"),
        "spaces": palette.measures("space"),
        **sample_context(),
    }
    return HttpResponse(at_rest(render_to_string(template, context, request)))


def at_rest(html: str) -> str:
    """Return the page with no address that leads nowhere and nothing that takes the focus.

    A sample has no page and no file of its own: its links lead to the top of this page and its
    pictures are the sample picture.
    """
    picture = static("img/sample.svg")
    stands_for = {"src": picture, "srcset": picture}
    html = _ADDRESS.sub(lambda found: f'{found[1]}="{stands_for.get(found[1], "#main")}"', html)
    return html.replace(" data-focus-first", "").replace(" autofocus", "")
