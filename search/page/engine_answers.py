"""Answers by our own engine: one look into the index, and the facets out of the same match."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload

from modelsearch.query import MATCH_ALL

from archive.facets import GROUPS as HONOUR_GROUPS
from archive.facets import joint_key
from archive.found_by import joint_field
from archive.models import HonoreePage, Place
from archive.querysets import HonoreePageQuerySet
from search.backends import EngineSearchBackend
from search.backends.compilers import EngineQueryCompiler
from search.backends.families import Family, family_of
from search.engine import queries as q
from search.engine.analysis.characters import HANZI_RUN, normalise
from search.engine.analysis.query_text import ParsedQuery
from search.engine.match import Match
from search.engine.snapshot import Snapshot
from search.keys import root_of
from search.page.answer import FEW, Answer, near_shown
from search.page.database_answers import honour_counts, narrowed_to_place
from search.page.question import BY_NAME, NEWEST, Filters, Question
from search.page.synonyms import WEIGHT, Alternatives, other_words

ORDERS = {NEWEST: ("-newest_honour", "name_key"), BY_NAME: ("name_key",)}
COLUMNS = {
    "year": "honour_years",
    "category": "honour_categories",
    "town": "honour_towns",
    "level": "honour_levels",
    "kind": "kind",
}
# What near words count beside single characters: all of them, which may be a name, and any.
_ALL_OF_THEM = 4.0
_ANY_OF_THEM = 0.7
# A paraphrase shares characters with a story (卖错秧苗 and 错苗) where it shares no word. Shorter
# questions are names, mostly, and their characters stand everywhere.
_CHARACTERS_FROM = 4
_ENOUGH = 0.4  # of them must stand in a text
_EVERYWHERE = frozenset(
    "的了在是和我你他她它们这那一不有人就都也还个给把被着过到地得之与及或很太最更又再"
)


class EngineAnswers:
    """Asks one state of the index. Every method may raise ``EngineError``."""

    def __init__(self, backend: EngineSearchBackend, public: HonoreePageQuerySet) -> None:
        self._family: Family = family_of(root_of(HonoreePage))
        self._snapshot: Snapshot = backend.snapshot(self._family)
        self._public = EngineQueryCompiler(public, MATCH_ALL).engine_query()

    def answer(self, question: Question, alternatives: Alternatives, place: Place | None) -> Answer:
        """Return who is found, the facets and, where they are few, who is near."""
        query = question.query
        words = self._words(query, alternatives, exact=question.exact)
        in_place = self._in_place(question.filters, place)
        found = self._match(words, question.filters, in_place)
        near = self._near(question, words, alternatives, found, in_place)
        analysis = self._snapshot.analysis
        asked = " ".join((*query.words, *query.phrases))
        others = " ".join(other_words(alternatives))
        return Answer(
            ids=_Ids(found, self._order(question.order)),
            counts=self._counts(words, question.filters, place, in_place),
            runs=analysis.query_runs(f"{asked} {others}"),
            near=near,
            near_runs=(*analysis.fuzzy_runs(asked), *analysis.query_runs(others)) if near else (),
        )

    def suggested(self, text: str, limit: int) -> list[int]:
        """Return the pages whose names begin with ``text``, in hanzi, pinyin or initials."""
        fields = self._family.text_ids(HonoreePage, None, autocomplete=True)
        beginning = q.Filtered(q.Prefix(text, fields), self._public)
        return _numbers(self._snapshot.match(beginning).page(0, limit))

    def _fields(self) -> tuple[str, ...]:
        return self._family.text_ids(HonoreePage, None, autocomplete=False)

    def _column(self, name: str) -> str:
        source = self._family.column(HonoreePage, name)
        assert source is not None, name
        return source.column.name

    def _order(self, order: str) -> tuple[str, ...]:
        names = ORDERS.get(order, ())
        return tuple(
            f"{'-' if name.startswith('-') else ''}{self._column(name.lstrip('-'))}"
            for name in names
        )

    def _words(self, query: ParsedQuery, alternatives: Alternatives, *, exact: bool) -> q.Query:
        """Return the strict question in words: everything where nothing is typed, and nothing
        where what is typed has no word in it."""
        if query.asks_for_nothing:
            return q.Nothing() if query.text else q.All()
        fields = self._fields()
        parts: list[q.Query] = []
        if exact:
            parts += [q.PhraseText(word, fields) for word in query.words]
        else:
            parts += _with_alternatives(query.words, alternatives, fields)
        parts += [q.PhraseText(phrase, fields) for phrase in query.phrases]
        parts += [q.Not(q.PhraseText(word, fields)) for word in query.excluded]
        return parts[0] if len(parts) == 1 else q.And(tuple(parts))

    def _match(self, words: q.Query, filters: Filters, in_place: q.Query | None = None) -> Match:
        tests = [self._public]
        if filters.kind:
            tests.append(q.Equals(self._column("kind"), filters.kind))
        if in_place is not None:
            tests.append(in_place)
        elif filters.of_honour():
            tests.append(self._of_one_honour(filters.of_honour()))
        return self._snapshot.match(q.Filtered(words, q.And(tuple(tests))))

    def _in_place(self, filters: Filters, place: Place | None) -> q.Query | None:
        """Return the honour filters as the database decides them, where the place is no town.

        The index keeps an honour's town; a village or the whole city is asked for rarely.
        """
        if not filters.town or (place is not None and place.kind == Place.Kind.TOWN):
            return None
        pages = narrowed_to_place(filters, place).values_list("page_id", flat=True)
        return q.KeyIn(frozenset(map(str, pages)))

    def _counts(
        self,
        words: q.Query,
        filters: Filters,
        place: Place | None,
        in_place: q.Query | None,
    ) -> dict[str, dict[str, int]]:
        any_honour = Filters(kind=filters.kind)
        base = self._match(words, any_honour)
        if in_place is not None:
            counts = honour_counts(list(map(int, base.keys())), filters, place)
        else:
            counts = {group: self._group(base, group, filters) for group in HONOUR_GROUPS}
        of_any_kind = self._match(words, filters.without("kind"), in_place)
        counts["kind"] = _facet(of_any_kind, self._column("kind"))
        return counts

    def _of_one_honour(self, values: dict[str, str]) -> q.Query:
        """Return the test that one and the same honour has all of ``values``."""
        if len(values) > 1:
            return q.Equals(self._column(joint_field(values)), joint_key(values))
        ((group, value),) = values.items()
        return q.Equals(self._column(COLUMNS[group]), int(value) if group == "year" else value)

    def _group(self, base: Match, group: str, filters: Filters) -> dict[str, int]:
        """Return the counts of ``group`` under the other groups' filters, out of ``base``, which
        no honour filter has narrowed: a page holds each joint key once."""
        others = filters.without(group).of_honour()
        if not others:
            return _facet(base, self._column(COLUMNS[group]))
        together = tuple(each for each in HONOUR_GROUPS if each in others or each == group)
        before, after = joint_key({**others, group: "\n"}).split("\n")
        return {
            key[len(before) : len(key) - len(after)]: number
            for key, number in _facet(base, self._column(joint_field(together))).items()
            if key.startswith(before) and key.endswith(after)
        }

    def _near(
        self,
        question: Question,
        words: q.Query,
        alternatives: Alternatives,
        found: Match,
        in_place: q.Query | None,
    ) -> list[int]:
        if question.query.asks_for_nothing or question.exact or found.total >= FEW:
            return []
        query, fields = question.query, self._fields()
        text = " ".join((*query.words, *query.phrases))
        chars = telling_characters(text)
        by_words = q.Or(
            (
                q.Boosted(q.FuzzyText(text, fields), _ALL_OF_THEM),
                q.Boosted(q.FuzzyText(text, fields, "or"), _ANY_OF_THEM),
                *(q.Words(other, fields) for other in other_words(alternatives)),
            )
        )
        looser = q.Or((by_words, *(q.PhraseText(char, fields) for char in chars)))
        unwanted = (words, *(q.PhraseText(word, fields) for word in query.excluded))
        near = self._match(q.And((looser, q.Not(q.Or(unwanted)))), question.filters, in_place)
        ids = _numbers(near.page(0, near_shown(found.total)))
        return self._not_too_far(ids, by_words, chars) if chars else ids

    def _not_too_far(self, ids: list[int], by_words: q.Query, chars: Sequence[str]) -> list[int]:
        """Return those of ``ids`` that hold a near word, or enough of the characters."""
        those = q.Filtered(by_words, q.KeyIn(frozenset(map(str, ids))))
        kept = set(_numbers(self._snapshot.match(those).page(0, len(ids))))
        rows = HonoreePage.objects.filter(pk__in=ids)
        for pk, told in rows.values_list("pk", "search_text"):
            folded = normalise(told)
            if sum(char in folded for char in chars) >= _ENOUGH * len(chars):
                kept.add(pk)
        return [pk for pk in ids if pk in kept]


def telling_characters(text: str) -> list[str]:
    """Return the hanzi of a longer question that say something, each once; none of a short one."""
    hanzi = "".join(HANZI_RUN.findall(normalise(text)))
    chars = [char for char in dict.fromkeys(hanzi) if char not in _EVERYWHERE]
    return chars if len(chars) >= _CHARACTERS_FROM else []


def _with_alternatives(
    words: Sequence[str], alternatives: Alternatives, fields: tuple[str, ...]
) -> list[q.Query]:
    """Return the words as queries; those without synonyms stay beside their neighbours, since
    together they may be a name in pinyin and are nearer where they stand together."""
    parts: list[q.Query] = []
    plain: list[str] = []
    for word in words:
        others = alternatives.get(word)
        if not others:
            plain.append(word)
            continue
        if plain:
            parts.append(q.Words(" ".join(plain), fields))
            plain = []
        either = (q.Boosted(q.Words(other.text, fields), WEIGHT) for other in others)
        parts.append(q.Or((q.Words(word, fields), *either)))
    if plain:
        parts.append(q.Words(" ".join(plain), fields))
    return parts


def _facet(match: Match, column: str) -> dict[str, int]:
    return {str(value): number for value, number in match.facet(column)}


def _numbers(hits: Iterable) -> list[int]:
    return [int(hit.key) for hit in hits]


class _Ids(Sequence[int]):
    """The pages of a match in an order, fetched as they are asked for."""

    def __init__(self, match: Match, order: tuple[str, ...]) -> None:
        self._match = match
        self._order = order

    def __len__(self) -> int:
        return self._match.total

    @overload
    def __getitem__(self, place: int) -> int: ...

    @overload
    def __getitem__(self, place: slice) -> list[int]: ...

    def __getitem__(self, place: int | slice) -> int | list[int]:
        if isinstance(place, slice):
            start, stop, _step = place.indices(len(self))
            return _numbers(self._match.page(start, stop, self._order))
        return self[place : place + 1][0]
