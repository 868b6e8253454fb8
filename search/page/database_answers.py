"""Answers by the database alone: the plain text column, and facets counted in SQL.

For a site whose search engine is another than ours, for a village or city as a filter, and for
the time in which the index is broken. Coarser: words as they are written, no slips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import add, and_, or_

from django.db.models import Case, Count, F, IntegerField, Max, Q, Value, When
from django.db.models.functions import Replace

from archive.facets import GROUPS, facet_counts
from archive.models import HonoreePage, Honour, Place
from archive.querysets import HonoreePageQuerySet, HonourQuerySet
from search.engine.analysing import Run
from search.engine.analysis.characters import normalise, plain
from search.engine.analysis.query_text import ParsedQuery
from search.engine.analysis.traditional import in_simplified
from search.page.answer import FEW, Answer, near_shown
from search.page.question import BY_NAME, NEWEST, RELEVANCE, Filters, Question
from search.page.synonyms import Alternatives

# How many hits are counted at most: far above any county's archive, below SQLite's limit.
MAX_HITS = 20_000
# The finder of another engine: the pages that hold all that is asked for.
Finder = Callable[[ParsedQuery, Alternatives, HonoreePageQuerySet], Sequence[int]]


def answer(
    question: Question,
    alternatives: Alternatives,
    place: Place | None,
    public: HonoreePageQuerySet,
    find: Finder | None = None,
) -> Answer:
    """Return who is found, the facets and, where they are few, who is near. Never raises for
    what was asked. ``find`` is another engine's; without it the text column is read."""
    query, filters = question.query, question.filters
    found = None
    if query.text:
        found = []
        if not query.asks_for_nothing:
            found = list((find or by_text)(query, alternatives, public))
    pages = public if found is None else HonoreePage.objects.filter(pk__in=found)
    narrowed = _narrowed(pages, filters, place)
    ids = list(_in_order(narrowed, question, alternatives).values_list("pk", flat=True))
    near: list[int] = []
    if found is not None and not question.exact and len(ids) < FEW:
        near = _near(question, alternatives, ids, place, public)
    return Answer(
        ids=ids,
        counts=_counts(found, pages, filters, place),
        runs=_runs(query, alternatives),
        near=near,
        near_runs=_runs(query, alternatives) if near else (),
    )


def by_text(
    query: ParsedQuery, alternatives: Alternatives, public: HonoreePageQuerySet
) -> list[int]:
    """Return the public pages whose text holds every word and phrase, none of the excluded."""
    wanted = [_any_of(_spellings(word, alternatives)) for word in query.words]
    wanted += [_any_of(_spellings(phrase, {})) for phrase in query.phrases]
    unwanted = [~_any_of(_spellings(word, {})) for word in query.excluded]
    pages = public.filter(reduce(and_, [*wanted, *unwanted]))
    return list(pages.order_by().values_list("pk", flat=True)[:MAX_HITS])


def suggested(text: str, limit: int, public: HonoreePageQuerySet) -> list[int]:
    """Return the public pages whose name or its reading begins with ``text``, or holds it."""
    joined = text.replace(" ", "")
    begins = Q(title__startswith=text) | Q(title_en__istartswith=text)
    begins |= Q(name_key__startswith=text.lower()) | Q(joined_key__startswith=joined.lower())
    rows = (
        public.annotate(joined_key=Replace(F("name_key"), Value(" "), Value("")))
        .filter(begins | Q(title__contains=text))
        .annotate(place_of_name=Case(When(begins, then=0), default=1, output_field=IntegerField()))
        .order_by("place_of_name", "name_key", "pk")
    )
    return list(rows.values_list("pk", flat=True)[:limit])


def honour_counts(
    found: Sequence[int] | None, filters: Filters, place: Place | None
) -> dict[str, dict[str, int]]:
    """Return the counts of the groups that are an honour's, each under the others' filters."""
    honours = _honours(found)
    if filters.kind:
        honours = honours.filter(page__kind=filters.kind)
    counts = {}
    for group in GROUPS:
        others = _met(honours, filters.without(group), place)
        counts[group] = {value.value: value.count for value in facet_counts(others, [group])[group]}
    return counts


def narrowed_to_place(filters: Filters, place: Place | None) -> HonourQuerySet:
    """Return the public honours that meet the filters, whatever the page's kind."""
    return _met(Honour.objects.public(), filters, place)


def _honours(found: Sequence[int] | None) -> HonourQuerySet:
    if found is None:
        return Honour.objects.public()
    return Honour.objects.valid().filter(page_id__in=found)


def _met(honours: HonourQuerySet, filters: Filters, place: Place | None) -> HonourQuerySet:
    """Return the honours that meet every filter; one honour must meet them all."""
    if filters.year:
        honours = honours.filter(year=int(filters.year))
    if filters.category:
        honours = honours.filter(category__code=filters.category)
    if filters.level:
        honours = honours.filter(level=filters.level)
    if filters.town:
        honours = honours.at(place) if place is not None else honours.none()
    return honours


def _narrowed(
    pages: HonoreePageQuerySet, filters: Filters, place: Place | None
) -> HonoreePageQuerySet:
    if filters.kind:
        pages = pages.filter(kind=filters.kind)
    if filters.of_honour():
        met = _met(Honour.objects.valid(), filters, place)
        pages = pages.filter(pk__in=met.values("page_id"))
    return pages


def _counts(
    found: Sequence[int] | None,
    pages: HonoreePageQuerySet,
    filters: Filters,
    place: Place | None,
) -> dict[str, dict[str, int]]:
    counts = honour_counts(found, filters, place)
    of_any_kind = _narrowed(pages, filters.without("kind"), place)
    kinds = of_any_kind.order_by().values_list("kind").annotate(people=Count("pk"))
    counts["kind"] = dict(kinds)
    return counts


def _in_order(
    pages: HonoreePageQuerySet, question: Question, alternatives: Alternatives
) -> HonoreePageQuerySet:
    """Return the pages in the order that is asked for; relevance is where the words were hit."""
    valid = Q(honours__status=Honour.Status.VALID)
    pages = pages.annotate(newest=Max("honours__year", filter=valid))
    if question.order == NEWEST:
        return pages.order_by(F("newest").desc(nulls_last=True), "name_key", "pk")
    if question.order == BY_NAME:
        return pages.order_by("name_key", "pk")
    assert question.order == RELEVANCE
    in_name, in_citation = Q(), Q()
    for word in (*question.query.words, *question.query.phrases):
        for text in _spellings(word, alternatives):
            in_name |= Q(title__icontains=text) | Q(title_en__icontains=text)
            in_citation |= Q(citation__icontains=text)
    whens = [When(in_name, then=Value(0)), When(in_citation, then=Value(1))] if in_name else []
    rank = Case(*whens, default=Value(2), output_field=IntegerField())
    return pages.annotate(rank=rank).order_by(
        "rank", F("newest").desc(nulls_last=True), "name_key", "pk"
    )


def _near(
    question: Question,
    alternatives: Alternatives,
    strict: Sequence[int],
    place: Place | None,
    public: HonoreePageQuerySet,
) -> list[int]:
    """Return the pages that hold some of the words, those with the most of them first."""
    query = question.query
    wanted = [_any_of(_spellings(word, alternatives)) for word in (*query.words, *query.phrases)]
    if not wanted:
        return []
    pages = public.filter(reduce(or_, wanted)).exclude(pk__in=strict)
    for word in query.excluded:
        pages = pages.exclude(_any_of(_spellings(word, {})))
    held = [Case(When(one, then=1), default=0, output_field=IntegerField()) for one in wanted]
    pages = _narrowed(pages, question.filters, place).annotate(held=reduce(add, held))
    nearest = pages.order_by("-held", "name_key", "pk").values_list("pk", flat=True)
    return list(nearest[: near_shown(len(strict))])


def _spellings(word: str, alternatives: Alternatives) -> list[str]:
    """Return ``word`` as it may be written: as it is, simplified, as one of its synonyms."""
    written = plain(word)
    others = [other.text for other in alternatives.get(word, ())]
    return list(dict.fromkeys([word, in_simplified(written), *others]))


def _any_of(texts: Iterable[str]) -> Q:
    return reduce(or_, (Q(search_text__icontains=text) for text in texts))


def _runs(query: ParsedQuery, alternatives: Alternatives) -> list[Run]:
    """Return what to mark: the words as they were looked for."""
    asked = (*query.words, *query.phrases)
    return [Run(normalise(text)) for word in asked for text in _spellings(word, alternatives)]
