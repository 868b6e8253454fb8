"""Who answers a question: our engine, the engine that the settings name, or the database."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

from modelsearch.backends import get_search_backend
from modelsearch.backends.database.fallback import DatabaseSearchBackend
from modelsearch.query import Phrase, PlainText, SearchQuery

from archive.models import HonoreePage, Place
from archive.querysets import HonoreePageQuerySet
from search.backends import EngineSearchBackend
from search.engine.analysis.query_text import ParsedQuery
from search.engine.errors import EngineError
from search.page import database_answers
from search.page.answer import Answer
from search.page.engine_answers import EngineAnswers
from search.page.question import Question
from search.page.synonyms import Alternatives

logger = logging.getLogger(__name__)
Cut = TypeVar("Cut")


def ask(
    question: Question,
    alternatives: Alternatives,
    place: Place | None,
    public: HonoreePageQuerySet,
    cut: Callable[[Sequence[int]], Cut],
) -> tuple[Answer, Cut]:
    """Return the answer, out of the pages ``public``: those that anyone may read; and what
    ``cut`` makes of its ids, since an engine reads those only as they are asked for.

    Where an engine fails in either, the database answers, and the log says so.
    """
    backend = get_search_backend()
    if isinstance(backend, EngineSearchBackend):
        try:
            answer = EngineAnswers(backend, public).answer(question, alternatives, place)
            return answer, cut(answer.ids)
        except EngineError as error:
            _report(backend, error)
    elif not isinstance(backend, DatabaseSearchBackend):
        try:
            answer = database_answers.answer(
                question, alternatives, place, public, find=_by_other_engine
            )
            return answer, cut(answer.ids)
        # Whatever a foreign engine's client raises: no reader sees it.
        except Exception:
            logger.exception("Search: the engine failed; the database answers.")
    answer = database_answers.answer(question, alternatives, place, public)
    return answer, cut(answer.ids)


def suggest(text: str, limit: int, public: HonoreePageQuerySet) -> list[int]:
    """Return at most ``limit`` of the ``public`` pages whose names begin with ``text``."""
    backend = get_search_backend()
    if isinstance(backend, EngineSearchBackend):
        try:
            return EngineAnswers(backend, public).suggested(text, limit)
        except EngineError as error:
            _report(backend, error)
    return database_answers.suggested(text, limit, public)


def _report(backend: EngineSearchBackend, error: EngineError) -> None:
    from search.backends.families import family_of
    from search.keys import root_of

    backend.report(family_of(root_of(HonoreePage)), error)


def _by_other_engine(
    query: ParsedQuery, alternatives: Alternatives, public: HonoreePageQuerySet
) -> Sequence[int]:
    """Return the pages that another modelsearch backend finds."""
    asked: list[SearchQuery] = [_either(word, alternatives) for word in query.words]
    asked += [Phrase(phrase) for phrase in query.phrases]
    asked += [~Phrase(word) for word in query.excluded]
    whole = asked[0]
    for part in asked[1:]:
        whole = whole & part
    pages = public.only("pk").search(whole)
    return [page.pk for page in pages[: database_answers.MAX_HITS]]


def _either(word: str, alternatives: Alternatives) -> SearchQuery:
    either: SearchQuery = PlainText(word, operator="and")
    for other in alternatives.get(word, ()):
        either = either | PlainText(other.text, operator="and")
    return either
