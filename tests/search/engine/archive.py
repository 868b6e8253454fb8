"""Small made-up archives, and what brute force finds in them."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

from search.engine import queries as q
from search.engine.documents import Document
from search.engine.index import Index
from search.engine.schema import Column, ColumnKind, Schema, TextField

from .plain_analysis import PlainAnalysis

HANZI = "甲乙丙丁戊己庚辛𠀀"
SCHEMA = Schema(
    texts=(
        TextField("name", boost=3.0, autocomplete=True),
        TextField("body", stored=True),
        TextField("note", substrings=False),
    ),
    columns=(
        Column("year", ColumnKind.INT),
        Column("town", ColumnKind.STR),
        Column("tags", ColumnKind.STR, multi=True),
        Column("rated", ColumnKind.FLOAT),
    ),
)


def new_index(folder: Path, files=None, schema: Schema = SCHEMA) -> Index:
    return Index(str(folder / "index"), schema, PlainAnalysis(), files)


def made_up(chance: random.Random, key: str) -> Document:
    def run(longest: int) -> str:
        return "".join(chance.choices(HANZI + ",", k=chance.randrange(longest)))

    words = " ".join(chance.choices(("brave", "kind", "kinder", "steady"), k=chance.randrange(4)))
    return Document(
        key=key,
        texts={
            "name": "".join(chance.choices(HANZI, k=chance.randrange(2, 4))),
            "body": [run(60), f"{run(30)} {words}"],
            "note": words,
        },
        columns={
            "year": chance.choice((None, 1998, 2003, 2011)),
            "town": chance.choice((None, "东镇", "西镇", "South")),
            "tags": chance.sample(("a", "b", "好", "z"), chance.randrange(3)),
            "rated": chance.choice((None, -0.5, 0.0, 2.25)),
        },
        rank=chance.randrange(3),
    )


def archive(seed: int, count: int) -> dict[str, Document]:
    chance = random.Random(seed)
    return {f"p{number}": made_up(chance, f"p{number}") for number in range(count)}


def put(index: Index, documents: Iterable[Document], commits: int = 1) -> None:
    """The documents in so many commits."""
    waiting = list(documents)
    size = -(-len(waiting) // commits) if waiting else 1
    for start in range(0, max(len(waiting), 1), size):
        with index.writer() as writer:
            for document in waiting[start : start + size]:
                writer.add(document)
            writer.commit()


def texts_of(document: Document, field: str) -> list[str]:
    text = document.texts.get(field, ())
    return [text] if isinstance(text, str) else list(text)


def holds(document: Document, text: str, fields: Iterable[str] | None = None) -> bool:
    """Whether a field with substrings holds the text, by looking."""
    wanted = PlainAnalysis().normalise(text)
    names = [field.name for field in SCHEMA.texts if field.substrings]
    return any(
        wanted in PlainAnalysis().normalise(part)
        for name in names
        if fields is None or name in fields
        for part in texts_of(document, name)
    )


def has_term(document: Document, term: str, fields: Iterable[str] | None = None) -> bool:
    analysis = PlainAnalysis()
    return any(
        term in analysis.index_terms(part, field)
        for field in SCHEMA.texts
        if fields is None or field.name in fields
        for part in texts_of(document, field.name)
    )


def values_of(document: Document, column: str) -> list:
    value = document.columns.get(column)
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def passes(document: Document, query: q.Query) -> bool:
    """Whether the document matches, by the meaning of the query and nothing else."""
    match query:
        case q.All():
            return True
        case q.Nothing():
            return False
        case q.And(parts):
            return all(passes(document, part) for part in parts)
        case q.Or(parts):
            return any(passes(document, part) for part in parts)
        case q.Not(part):
            return not passes(document, part)
        case q.Boosted(part, _):
            return passes(document, part)
        case q.Filtered(part, test):
            return passes(document, part) and passes(document, test)
        case q.Term(text, fields):
            return has_term(document, text, fields)
        case q.PhraseText(text, fields):
            return holds(document, text, fields)
        case q.Words(text, fields, operator):
            combine = all if operator == "and" else any
            runs = PlainAnalysis().query_runs(text)
            return bool(runs) and combine(
                combine(has_term(document, word, fields) for word in run.words)
                or (bool(run.text) and holds(document, run.text, fields))
                for run in runs
            )
        case q.Equals(column, value):
            return value in values_of(document, column)
        case q.OneOf(column, values):
            return any(value in values for value in values_of(document, column))
        case q.IsNull(column):
            return not values_of(document, column)
        case q.Range(column, low, high, include_low, include_high):
            return any(
                (low is None or value > low or (include_low and value == low))
                and (high is None or value < high or (include_high and value == high))
                for value in values_of(document, column)
            )
        case q.StartsWith(column, prefix):
            return any(value.startswith(prefix) for value in values_of(document, column))
        case q.KeyIn(keys):
            return document.key in keys
    raise AssertionError(query)
