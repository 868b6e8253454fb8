"""A query tree into a set of documents: bounded first, then bottom-up."""

from __future__ import annotations

import math
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from . import queries as q
from .column_tests import ColumnTest, column_mask
from .errors import QueryInvalid
from .found import Found, both, complement, either, everything, nothing
from .textual import TextSearch

if TYPE_CHECKING:
    from .snapshot import Snapshot

_TEXTS = q.Words | q.Prefix | q.PhraseText | q.FuzzyText | q.Term
_LEAVES = _TEXTS | ColumnTest


def run_query(snapshot: Snapshot, query: q.Query) -> Found:
    """The live documents that match. QueryInvalid if the query does not fit the schema or is
    deeper or larger than allowed."""
    refuse_unbounded(query)
    found = _evaluate(snapshot, TextSearch(snapshot), query)
    return found if snapshot.alive is None else found.only(snapshot.alive)


def refuse_unbounded(query: q.Query) -> None:
    """Without recursion, so that no depth overflows the stack."""
    if not _parts(query):
        return
    waiting: list[tuple[q.Query, int]] = [(query, 1)]
    count = 0
    while waiting:
        node, depth = waiting.pop()
        count += 1
        if depth > q.MAX_DEPTH or count > q.MAX_NODES:
            raise QueryInvalid("the query is nested too deep or has too many parts")
        waiting.extend((part, depth + 1) for part in _parts(node))


def _parts(query: q.Query) -> tuple[q.Query, ...]:
    if isinstance(query, q.And | q.Or):
        return query.parts
    if isinstance(query, q.Not | q.Boosted):
        return (query.part,)
    if isinstance(query, q.Filtered):
        return (query.part, query.test)
    return ()


def _evaluate(snapshot: Snapshot, texts: TextSearch, query: q.Query) -> Found:
    if isinstance(query, _LEAVES):
        found = snapshot.memory.get(query)
        if found is None:
            if isinstance(query, ColumnTest):
                found = Found(snapshot.size, mask=column_mask(snapshot, query))
            else:
                found = _evaluate_text(snapshot, texts, query)
            snapshot.memory.put(query, found)
        return found
    if isinstance(query, q.And):
        return _all_of(snapshot, texts, query.parts)
    if isinstance(query, q.Or):
        parts = [_evaluate(snapshot, texts, part) for part in query.parts]
        return either(parts, snapshot.size)
    if isinstance(query, q.Filtered):
        test = _evaluate(snapshot, texts, query.test)
        found = _evaluate(snapshot, texts, query.part)
        return both(found, test.unscored())
    if isinstance(query, q.Not):
        return complement(_evaluate(snapshot, texts, query.part))
    if isinstance(query, q.Boosted):
        if not math.isfinite(query.factor):
            raise QueryInvalid("a boost must be a finite number")
        return _evaluate(snapshot, texts, query.part).scaled(query.factor)
    if isinstance(query, q.All):
        return everything(snapshot.size, 1.0)
    if isinstance(query, q.Nothing):
        return nothing(snapshot.size)
    if isinstance(query, q.KeyIn):
        numbers = np.array(sorted(map(snapshot.number, query.keys)), dtype=np.intp)
        return Found(snapshot.size, numbers[numbers >= 0])
    raise QueryInvalid(f"{type(query).__name__} is no query")


def _all_of(snapshot: Snapshot, texts: TextSearch, parts: tuple[q.Query, ...]) -> Found:
    """Every part; a part that nothing matches ends it."""
    found: list[Found] = []
    for part in parts:
        each = _evaluate(snapshot, texts, part)
        if not each.is_mask and not len(each.ids):
            return nothing(snapshot.size)
        found.append(each)
    if not found:
        return everything(snapshot.size, 1.0)
    return reduce(both, found)


def _evaluate_text(snapshot: Snapshot, texts: TextSearch, query: _TEXTS) -> Found:
    allowed = snapshot.fields(query.fields)
    analysis = snapshot.analysis
    if isinstance(query, q.Words):
        return texts.runs(analysis.query_runs(query.text), allowed, query.operator)
    if isinstance(query, q.Term):
        return texts.term(query.text, allowed)
    if isinstance(query, q.PhraseText):
        return texts.substring(analysis.normalise(query.text).strip(), allowed)
    if isinstance(query, q.FuzzyText):
        return texts.runs(analysis.fuzzy_runs(query.text), allowed, query.operator)
    offered = frozenset(
        number for number, text in enumerate(snapshot.schema.texts) if text.autocomplete
    )
    allowed = offered if allowed is None else allowed & offered
    return texts.runs(analysis.prefix_runs(query.text), allowed, query.operator)
