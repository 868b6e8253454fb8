"""The search page, its suggestions, and a story by chance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from archive.models import HonoreePage, Place
from archive.paging import paged
from archive.querysets import HonoreePageQuerySet
from search.engine.analysis.query_text import MAX_CHARACTERS, MAX_WORDS
from search.engine.analysis.spelling import nearest_name
from search.page import fruitless
from search.page.answer import Answer
from search.page.asking import ask
from search.page.facets import Labels, chosen_links, facet_groups
from search.page.promotions import promoted_for
from search.page.question import BY_NAME, NEWEST, RELEVANCE, Filters, Question, read_question
from search.page.results import Result, results
from search.page.suggest import suggestions
from search.page.synonyms import Alternatives, alternatives_for, other_words
from search.page.ways_on import random_page, ways_on

PER_PAGE = 20


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Answer a shareable GET address; whatever is typed, the answer is a page."""
    question = read_question(request.GET)
    query, filters = question.query, question.filters
    place = Place.objects.filter(slug=filters.town).first() if filters.town else None
    alternatives = {} if question.exact else alternatives_for(query)
    # One and the same, so that the database is asked once which pages are restricted.
    public = HonoreePage.objects.live().public()

    def cut(ids: Sequence[int]) -> dict[str, Any]:
        return paged(request, ids if question.asks else [], per_page=PER_PAGE)

    answer, pages = ask(question, alternatives, place, public, cut)
    labels = Labels(answer.counts, place)
    is_first = pages["page_obj"].number == 1
    shown = partial(results, filters=filters, titles=labels.titles, public=public)
    near = shown(answer.near, answer.near_runs) if is_first else []
    total = pages["paginator"].count
    facets = facet_groups(question, answer.counts, labels, request.path)
    context: dict[str, Any] = {
        "question": question,
        "query": query.text,
        "asked": question.asks,
        "notices": _notices(question),
        "said": _said(question, alternatives, near if not total else [], request.path),
        "chosen": chosen_links(question, labels, request.path),
        "clear_url": question.address(request.path, filters=Filters()),
        "sorts": _sorts(question, request.path) if total > 1 else [],
        "hidden": question.hidden(),
        "facets": facets,
        "can_narrow": any(group.values for group in facets),
        "promoted": promoted_for(query) if is_first and not filters.chosen() else [],
        "results": shown(pages["page_obj"].object_list, answer.runs),
        "near": near,
        "total": total,
        "canonical": request.build_absolute_uri(question.address(request.path)),
        **pages,
    }
    if question.asks and not total:
        context |= _nothing_found(request, question, answer, public)
    return render(request, "search_page/page.html", context)


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Answer with the names that begin with ``q``, for the list under the search box."""
    response = JsonResponse(
        {"names": suggestions(request.GET.get("q", ""))}, json_dumps_params={"ensure_ascii": False}
    )
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@never_cache
def random_story(request: HttpRequest) -> HttpResponse:
    """Lead to somebody's story, anybody's."""
    page = random_page()
    return HttpResponseRedirect(page.get_url(request) if page else reverse("search:page"))


def _nothing_found(
    request: HttpRequest, question: Question, answer: Answer, public: HonoreePageQuerySet
) -> dict[str, Any]:
    """Note the words for the office, and return the ways on where nothing is near either."""
    is_whole_question = not question.filters.chosen() and not question.exact
    if is_whole_question and request.method == "GET":
        fruitless.note(question.query)
    return {} if answer.near else ways_on(question.query, public)


def _notices(question: Question) -> list[str]:
    notices = []
    query = question.query
    if query.text and query.asks_for_nothing:
        notices.append(_("There is no word in your search to look for."))
    if query.was_cut:
        notices.append(
            _(
                "Your question was shortened: at most %(words)d words and %(characters)d "
                "characters are looked for."
            )
            % {"words": MAX_WORDS, "characters": MAX_CHARACTERS}
        )
    return notices


def _said(
    question: Question, alternatives: Alternatives, near: list[Result], path: str
) -> list[dict[str, str]]:
    """Return what was done with the words beside looking for them, each with the way to undo it."""
    query = question.query
    said = []
    if query.simplified != query.text and not question.exact:
        said.append({"text": _("Traditional and simplified characters are taken as the same.")})
    others = other_words(alternatives)
    if others:
        text = ngettext("Also looked for: %(words)s", "Also looked for: %(words)s", len(others)) % {
            "words": "、".join(others)
        }
        label = _("Search for exactly “%(query)s”") % {"query": query.text}
        url = question.address(path, exact=True)
        said.append({"text": text, "label": label, "url": url})
    if question.exact:
        text = _("Only what is written exactly so was looked for.")
        label = _("Search for similar words too")
        said.append({"text": text, "label": label, "url": question.address(path, exact=False)})
    meant = nearest_name(query.text, [row.page.title for row in near]) if near else None
    if meant:
        text = _("Did you mean:")
        said.append({"text": text, "label": meant, "url": question.address(path, text=meant)})
    return said


def _sorts(question: Question, path: str) -> list[dict[str, Any]]:
    """Return the orders that can be chosen, with their addresses."""
    labels = {RELEVANCE: _("Most relevant"), NEWEST: _("Newest"), BY_NAME: _("By name")}
    if question.query.asks_for_nothing:
        del labels[RELEVANCE]
    return [
        {"label": label, "url": question.address(path, sort=sort), "active": sort == question.order}
        for sort, label in labels.items()
    ]
