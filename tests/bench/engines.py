"""The engines under one interface: build from profiles, answer ids, total and three facets."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from search.engine import queries as q
from search.engine.analysing import Run
from search.engine.documents import Document
from search.engine.index import Index
from search.engine.match import Match
from search.engine.schema import Column, ColumnKind, Schema, TextField

from .answers import FACETS, Answer
from .people import Profile
from .questions import Question
from .sqlite_engines import Fts5, Fts5Numbers, Like, Trigram


class GivenTokens:
    """An analysis that is told the tokens: a profile's texts carry them along."""

    stamp = "given"

    def __init__(self) -> None:
        self.tokens: dict[str, list[str]] = {}

    def know(self, profile: Profile) -> None:
        """Take the tokens of the profile that comes next."""
        self.tokens = {profile.name: profile.name_tokens, profile.body: profile.tokens}

    def normalise(self, text: str) -> str:
        return text

    def index_terms(self, text: str, field: TextField) -> Sequence[str]:
        return self.tokens[text]

    def query_runs(self, text: str) -> Sequence[Run]:
        return [Run(text=word, words=(word,)) for word in text.split(" ")]

    prefix_runs = query_runs
    fuzzy_runs = query_runs


SCHEMA = Schema(
    texts=(TextField("name", boost=3.0, autocomplete=True), TextField("body", stored=True)),
    columns=(
        Column("year", ColumnKind.INT),
        Column("category", ColumnKind.STR),
        Column("town", ColumnKind.STR),
        Column("levels", ColumnKind.STR, multi=True),
    ),
)


class Ours:
    """search.engine."""

    name = "ours"

    def build(self, folder: str, archive: Iterable[Profile]) -> float:
        analysis = GivenTokens()
        index = Index(folder, SCHEMA, analysis)
        spent = 0.0
        with index.rebuild() as rebuild:
            for profile in archive:
                analysis.know(profile)
                start = time.process_time()
                rebuild.add(document_of(profile))
                spent += time.process_time() - start
            start = time.process_time()
            rebuild.swap()
            return spent + time.process_time() - start

    def open(self, folder: str) -> None:
        self.given = GivenTokens()
        self.index = Index(folder, SCHEMA, self.given)
        self.index.snapshot()

    def query(self, question: Question) -> q.Query:
        query: q.Query = q.PhraseText(question.text) if question.phrase else q.Words(question.text)
        if question.category:
            query = q.Filtered(query, q.Equals("category", question.category))
        return query

    def answer(self, question: Question) -> Answer:
        return answer_of(self.index.snapshot().match(self.query(question)))


def answer_of(match: Match) -> Answer:
    """The first 20 ids, the exact total and the three facets."""
    ids = [int(hit.key) for hit in match.page(0, 20)]
    return Answer(ids, match.total, {name: dict(match.facet(name)) for name in FACETS})


def document_of(profile: Profile) -> Document:
    return Document(
        key=str(profile.number),
        texts={"name": profile.name, "body": profile.body},
        columns={
            "year": profile.year,
            "category": profile.category,
            "town": profile.town,
            "levels": profile.levels,
        },
        rank=profile.number,
    )


class Tantivy:
    """tantivy, the same tokens, texts stored, fast fields for ids and facets, one segment."""

    name = "tantivy"

    def __init__(self) -> None:
        import tantivy

        self.module = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("name", tokenizer_name="whitespace")
        builder.add_text_field("body", stored=True, tokenizer_name="whitespace")
        builder.add_integer_field("number", fast=True)
        builder.add_integer_field("year", fast=True)
        builder.add_text_field("category", fast=True, tokenizer_name="raw")
        builder.add_text_field("town", fast=True, tokenizer_name="raw")
        self.schema = builder.build()

    def build(self, folder: str, archive: Iterable[Profile]) -> float:
        os.makedirs(folder)
        index = self.module.Index(self.schema, path=folder)
        writer = index.writer(heap_size=1_000_000_000, num_threads=1)
        start = time.process_time()
        for profile in archive:
            document = self.module.Document()
            document.add_text("name", " ".join(profile.name_tokens))
            document.add_text("body", " ".join(profile.tokens))
            document.add_integer("number", profile.number)
            document.add_integer("year", profile.year)
            document.add_text("category", profile.category)
            document.add_text("town", profile.town)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        return time.process_time() - start

    def open(self, folder: str) -> None:
        self.index = self.module.Index.open(folder)
        self.schema = self.index.schema
        self.searcher = self.index.searcher()

    def query(self, question: Question):
        query, occur, schema = self.module.Query, self.module.Occur, self.schema
        if question.phrase and len(question.words) > 1:
            words = list(question.words)
            return query.boolean_query(
                [
                    (occur.Should, query.phrase_query(schema, "name", words)),
                    (occur.Should, query.phrase_query(schema, "body", words)),
                ]
            )
        parts = []
        for word in question.words:
            either = query.boolean_query(
                [
                    (
                        occur.Should,
                        query.boost_query(query.term_query(schema, "name", word, "freq"), 3.0),
                    ),
                    (occur.Should, query.term_query(schema, "body", word, "freq")),
                ]
            )
            parts.append((occur.Must, either))
        if question.category:
            test = query.term_query(schema, "category", question.category, "basic")
            parts.append((occur.Must, query.const_score_query(test, 0.0)))
        return parts[0][1] if len(parts) == 1 else query.boolean_query(parts)

    def answer(self, question: Question) -> Answer:
        query = self.query(question)
        return self.answer_of(query, self.searcher.search(query, 20))

    def answer_of(self, query: Any, result: Any) -> Answer:
        """Ids and total out of what was found, and the facets by a second search."""
        ids = self.searcher.fast_field_values("number", [each for _, each in result.hits])
        asked = {name: {"terms": {"field": name, "size": 100}} for name in FACETS}
        counted = self.searcher.aggregate(query, asked)
        facets = {
            name: {each["key"]: each["doc_count"] for each in counted[name]["buckets"]}
            for name in FACETS
        }
        return Answer(list(ids), result.count, facets)


class StockWhoosh:
    """Whoosh as it comes, one searcher kept open, facets by `groupedby`."""

    name = "whoosh"

    def build(self, folder: str, archive: Iterable[Profile]) -> float:
        from whoosh import fields
        from whoosh.analysis import RegexTokenizer
        from whoosh.index import create_in

        os.makedirs(folder)
        words = RegexTokenizer(r"\S+")
        schema = fields.Schema(
            number=fields.STORED,
            name=fields.TEXT(analyzer=words, field_boost=3.0),
            body=fields.TEXT(analyzer=words),
            year=fields.NUMERIC(sortable=True),
            category=fields.ID(sortable=True),
            town=fields.ID(sortable=True),
        )
        writer = create_in(folder, schema).writer(limitmb=512)
        start = time.process_time()
        for profile in archive:
            writer.add_document(
                number=profile.number,
                name=profile.name,
                body=" ".join(profile.tokens),
                year=profile.year,
                category=profile.category,
                town=profile.town,
            )
        writer.commit()
        return time.process_time() - start

    def open(self, folder: str) -> None:
        from whoosh.index import open_dir

        self.searcher = open_dir(folder).searcher()

    def answer(self, question: Question) -> Answer:
        from whoosh import query as w

        words = list(question.words)
        if question.phrase:
            query: Any = w.Or([w.Phrase("name", words), w.Phrase("body", words)])
        else:
            query = w.And([w.Or([w.Term("name", word), w.Term("body", word)]) for word in words])
        only = w.Term("category", question.category) if question.category else None
        result = self.searcher.search(query, limit=20, groupedby=list(FACETS), filter=only)
        facets = {
            name: dict(Counter({key: len(ids) for key, ids in result.groups(name).items()}))
            for name in FACETS
        }
        return Answer([hit["number"] for hit in result], len(result), facets)


class OursFirst(Ours):
    """search.engine asked for the first time: nothing that was found before is remembered."""

    name = "ours first"

    def answer(self, question: Question) -> Answer:
        snapshot = self.index.snapshot()
        snapshot.memory.forget()
        return answer_of(snapshot.match(self.query(question)))


_ALL = (Ours, OursFirst, Tantivy, Fts5, Fts5Numbers, StockWhoosh, Trigram, Like)
ENGINES: dict[str, type[Any]] = {each.name: each for each in _ALL}
