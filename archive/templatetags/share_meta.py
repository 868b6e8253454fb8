"""``{% share_meta %}``: what a messenger or a network shows of a link to the page."""

from __future__ import annotations

from typing import Any

from django import template

from archive.cards.card import HEIGHT, WIDTH
from archive.models import HomePage
from archive.share_cards import card_url

register = template.Library()


@register.inclusion_tag("archive/parts/share_meta.html", takes_context=True)
def share_meta(
    context: dict[str, Any], title: str, description: str, kind: str = "website"
) -> dict[str, Any]:
    """Return title, description, address and card of the page; addresses are absolute.

    A page without a card of its own shows the home page's, which costs one query.
    """
    request, chrome = context["request"], context["chrome"]
    page = context.get("page")
    card = card_url(page, chrome.language) if hasattr(page, "share_card") else ""
    alt = f"{title} · {description}" if card else chrome.site_name
    if not card:
        home = HomePage.objects.live().only("share_card", "title_en", "intro_en").first()
        card = card_url(home, chrome.language) if home is not None else ""
    return {
        "kind": kind,
        "title": title,
        "description": description,
        "address": request.build_absolute_uri(request.path),
        "site_name": chrome.site_name,
        "locale": "en_GB" if chrome.is_english else "zh_CN",
        "card": request.build_absolute_uri(card) if card else "",
        "alt": alt,
        "width": WIDTH,
        "height": HEIGHT,
    }
