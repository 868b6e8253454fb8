"""What editors put before the results of certain words: Wagtail's promoted results.

Read only: Wagtail's own tag writes down every question that is asked, and this site does not.
"""

from __future__ import annotations

from dataclasses import dataclass

from modelsearch.utils import normalise_query_string
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page

from archive.models import HonoreePage
from archive.querysets import standard_renditions
from archive.shown import Shown
from search.engine.analysis.query_text import ParsedQuery


@dataclass(frozen=True)
class Promoted:
    """One promoted page or address; ``page`` is an honouree where it is one."""

    label: str | Shown
    url: str
    description: str
    page: HonoreePage | None = None


def promoted_for(query: ParsedQuery) -> list[Promoted]:
    """Return what is promoted for just these words, in the editors' order; public pages only.

    One query where nothing is, five at most.
    """
    if not query.text:
        return []
    asked = {normalise_query_string(text) for text in (query.text, query.simplified)}
    picks = list(
        SearchPromotion.objects.filter(query__query_string__in=asked).order_by("sort_order", "pk")
    )
    chosen = [pick.page_id for pick in picks if pick.page_id]
    rows = Page.objects.live().public().filter(pk__in=chosen) if chosen else ()
    pages = {page.pk: page for page in rows}
    honourees = {page.pk: page for page in _honourees(chosen)} if pages else {}
    shown = []
    for pick in picks:
        if not pick.page_id:
            url = pick.external_link_url
            shown.append(Promoted(pick.external_link_text or url, url, pick.description))
        elif pick.page_id in pages:
            page = honourees.get(pick.page_id)
            label = page.shown_title if page is not None else Shown(pages[pick.page_id].title)
            url = pages[pick.page_id].url or ""
            description = pick.description or (page.shown_citation if page is not None else "")
            shown.append(Promoted(label, url, description, page))
    return shown


def _honourees(ids: list[int]) -> list[HonoreePage]:
    rows = HonoreePage.objects.filter(pk__in=ids).select_related("portrait").defer("body")
    return list(rows.prefetch_related(standard_renditions("portrait")))
