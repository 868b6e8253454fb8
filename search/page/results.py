"""The rows of a page of results: who, which honour, and a passage with the words marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from archive.models import HonoreePage, Honour, LevelTitles
from archive.querysets import HonoreePageQuerySet
from archive.shown import CHINESE, reader_is_english
from search.engine.analysing import Run
from search.engine.analysis.passages import Highlighter, Passage
from search.page.question import Filters


@dataclass(frozen=True)
class Result:
    """One person or group as they stand in the list; ``name`` and ``excerpt`` are safe HTML.

    ``excerpt_lang`` is blank where the passage is in the page's own language.
    """

    page: HonoreePage
    name: SafeString
    main_honour: Honour | None
    honour_title: str
    honours: list[Honour]
    excerpt: SafeString
    excerpt_lang: str


def results(
    ids: Sequence[int],
    runs: Sequence[Run],
    filters: Filters,
    titles: LevelTitles,
    public: HonoreePageQuerySet,
) -> list[Result]:
    """Return the rows of the pages ``ids`` in this order, in three queries.

    A page that is no longer public is left out, whatever the index says.
    """
    if not ids:
        return []
    rows = public.filter(pk__in=ids).with_public_honours()
    found = {page.pk: page for page in rows}
    highlighter = Highlighter(runs)
    return [_result(found[pk], highlighter, filters, titles) for pk in ids if pk in found]


def _result(
    page: HonoreePage, highlighter: Highlighter, filters: Filters, titles: LevelTitles
) -> Result:
    honours = page.public_honours
    met = next((honour for honour in honours if _meets(honour, filters)), None)
    main = met or (honours[0] if honours else None)
    passage, lang = _passage(page, highlighter)
    return Result(
        page=page,
        name=_marked_name(page, highlighter),
        main_honour=main,
        honour_title=titles.with_year(main) if main else "",
        honours=honours,
        excerpt=as_html(passage),
        excerpt_lang=lang,
    )


def _meets(honour: Honour, filters: Filters) -> bool:
    """Return whether ``honour`` is the one that the filters found; a place may be any in it."""
    town = honour.place.town
    return (
        filters.year in ("", str(honour.year))
        and filters.category in ("", honour.category.code)
        and filters.level in ("", honour.level)
        and filters.town in ("", honour.place.slug, town.slug if town is not None else "")
    )


def _passage(page: HonoreePage, highlighter: Highlighter) -> tuple[Passage, str]:
    """Return the passage of the story around the hits, and its language where it is another.

    A reader of English gets one of the English texts where the hits are there, or nowhere.
    """
    passage = highlighter.passage(page.told, names=(page.title,))
    if not reader_is_english():
        return passage, ""
    english = " ".join(text for text in (page.citation_en, page.standfirst_en) if text)
    in_english = highlighter.passage(english)
    if english and (in_english.has_hits or not passage.has_hits):
        return in_english, ""
    return passage, CHINESE


def _marked_name(page: HonoreePage, highlighter: Highlighter) -> SafeString:
    shown = page.shown_title
    marked = as_html(highlighter.marked(shown.plain))
    return format_html('<span lang="{}">{}</span>', shown.lang, marked) if shown.lang else marked


def as_html(passage: Passage) -> SafeString:
    """Return a passage as HTML: hits in ``<mark>``, all else escaped, dots where it was cut."""
    pieces = format_html_join(
        "",
        "{}",
        (
            (format_html("<mark>{}</mark>", text) if is_hit else escape(text),)
            for text, is_hit in passage.pieces
        ),
    )
    before, after = ("…" if cut else "" for cut in (passage.cut_before, passage.cut_after))
    return format_html("{}{}{}", before, pieces, after)
