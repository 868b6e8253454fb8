"""Names while somebody types: by hanzi, by pinyin, by initials."""

from __future__ import annotations

from typing import TypedDict

from django.urls import reverse

from archive.models import HonoreePage
from search.engine.analysis.query_text import read_query
from search.page.asking import suggest

LONGEST = 40  # characters: nobody's name, nor its pinyin, has more
SHOWN = 8


class Suggestion(TypedDict):
    """One name: all a list of suggestions says, in the reader's language."""

    name: str
    reading: str
    year: str
    place: str
    url: str


def suggestions(raw: str) -> list[Suggestion]:
    """Return at most eight public names that begin with what is typed; four queries at most."""
    if len(raw) > LONGEST:
        return []
    text = read_query(raw).text
    if not text:
        return []
    public = HonoreePage.objects.live().public()
    ids = suggest(text, SHOWN, public)
    rows = public.filter(pk__in=ids).with_honours_only()
    found = {page.pk: page for page in rows}
    return [_suggestion(found[pk]) for pk in ids if pk in found]


def _suggestion(page: HonoreePage) -> Suggestion:
    honour = page.public_honours[0] if page.public_honours else None
    return {
        "name": page.shown_title.plain,
        "reading": page.shown_pinyin,
        "year": str(honour.year) if honour else "",
        "place": honour.place.public_text.plain if honour else "",
        "url": page.url or reverse("search:page"),
    }
