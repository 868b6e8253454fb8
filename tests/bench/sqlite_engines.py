"""SQLite's full-text search, over the same tokens and over characters."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable

import numpy as np

from .answers import FACETS, Answer
from .people import Profile
from .questions import Question


class Fts5:
    """SQLite FTS5 over the same tokens; facets counted in SQL."""

    name = "fts5"

    def build(self, folder: str, archive: Iterable[Profile]) -> float:
        os.makedirs(folder)
        base = sqlite3.connect(os.path.join(folder, "fts.sqlite3"))
        base.execute("PRAGMA journal_mode=WAL")
        base.execute(
            "CREATE VIRTUAL TABLE texts USING fts5(name, body, tokenize='unicode61', detail=full)"
        )
        base.execute("CREATE TABLE facts (number INTEGER PRIMARY KEY, year INT, category, town)")
        start = time.process_time()
        for profile in archive:
            self._insert(base, profile)
        base.execute("INSERT INTO texts(texts) VALUES ('optimize')")
        base.commit()
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        spent = time.process_time() - start
        base.close()
        return spent

    @staticmethod
    def _insert(base: sqlite3.Connection, profile: Profile) -> None:
        base.execute(
            "INSERT INTO texts (rowid, name, body) VALUES (?, ?, ?)",
            (profile.number, profile.name, " ".join(profile.tokens)),
        )
        base.execute(
            "INSERT INTO facts VALUES (?, ?, ?, ?)",
            (profile.number, profile.year, profile.category, profile.town),
        )

    def open(self, folder: str) -> None:
        self.base = sqlite3.connect(os.path.join(folder, "fts.sqlite3"))

    def update(self, profile: Profile) -> None:
        """Put the profile in the place of the one of its number."""
        self.base.execute("DELETE FROM texts WHERE rowid = ?", (profile.number,))
        self.base.execute("DELETE FROM facts WHERE number = ?", (profile.number,))
        self._insert(self.base, profile)
        self.base.commit()

    @staticmethod
    def expression(question: Question) -> str:
        if question.phrase:
            return '"' + " ".join(question.words) + '"'
        return " ".join(f'"{word}"' for word in question.words)

    def answer(self, question: Question) -> Answer:
        expression = self.expression(question)
        found, values = "texts JOIN facts ON number = texts.rowid WHERE texts MATCH ?", [expression]
        if question.category:
            found += " AND category = ?"
            values.append(question.category)
        run = self.base.execute
        ids = run(f"SELECT number FROM {found} ORDER BY bm25(texts, 3.0, 1.0) LIMIT 20", values)
        numbers = [number for (number,) in ids]
        (total,) = run(f"SELECT count(*) FROM {found}", values).fetchone()
        facets = {
            name: dict(run(f"SELECT {name}, count(*) FROM {found} GROUP BY {name}", values))
            for name in FACETS
        }
        return Answer(numbers, total, facets)


class Fts5Numbers(Fts5):
    """FTS5's best effort: the row ids and ranks into NumPy, facets counted there."""

    name = "fts5+numpy"

    def open(self, folder: str) -> None:
        super().open(folder)
        rows = self.base.execute("SELECT year, category, town FROM facts ORDER BY number")
        columns = list(zip(*rows.fetchall(), strict=True))
        self.columns = {}
        for name, column in zip(FACETS, columns, strict=True):
            values, codes = np.unique(column, return_inverse=True)
            self.columns[name] = (values.tolist(), codes)

    def answer(self, question: Question) -> Answer:
        rows = self.base.execute(
            "SELECT rowid, bm25(texts, 3.0, 1.0) FROM texts WHERE texts MATCH ?",
            (self.expression(question),),
        ).fetchall()
        if not rows:
            return Answer([], 0, {name: {} for name in FACETS})
        numbers, ranks = (np.array(column) for column in zip(*rows, strict=True))
        if question.category:
            values, codes = self.columns["category"]
            keep = codes[numbers] == values.index(question.category)
            numbers, ranks = numbers[keep], ranks[keep]
        facets = {}
        for name, (values, codes) in self.columns.items():
            counts = np.bincount(codes[numbers], minlength=len(values)).tolist()
            facets[name] = {
                value: count for value, count in zip(values, counts, strict=True) if count
            }
        best = np.argsort(ranks, kind="stable")[:20]
        return Answer(numbers[best].tolist(), len(numbers), facets)


class Trigram:
    """FTS5's trigram tokenizer for runs of three characters and more, LIKE for shorter ones."""

    name = "trigram"

    def build(self, folder: str, archive: Iterable[Profile]) -> float:
        os.makedirs(folder)
        base = sqlite3.connect(os.path.join(folder, "trigram.sqlite3"))
        base.execute("CREATE VIRTUAL TABLE texts USING fts5(body, tokenize='trigram')")
        base.execute("CREATE TABLE plain (number INTEGER PRIMARY KEY, body)")
        start = time.process_time()
        for profile in archive:
            row = (profile.number, profile.body)
            base.execute("INSERT INTO texts (rowid, body) VALUES (?, ?)", row)
            base.execute("INSERT INTO plain VALUES (?, ?)", row)
        base.commit()
        spent = time.process_time() - start
        base.close()
        return spent

    def open(self, folder: str) -> None:
        self.base = sqlite3.connect(os.path.join(folder, "trigram.sqlite3"))

    def answer(self, question: Question) -> Answer:
        """Ids and total alone."""
        found = self.base.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ?", (f'"{question.text}"',)
        ).fetchall()
        return Answer([number for (number,) in found[:20]], len(found), {})


class Like(Trigram):
    """A scan of the plain text column."""

    name = "like"

    def answer(self, question: Question) -> Answer:
        """Ids and total alone."""
        found = self.base.execute(
            "SELECT number FROM plain WHERE body LIKE ?", (f"%{question.text}%",)
        ).fetchall()
        return Answer([number for (number,) in found[:20]], len(found), {})


def trigram_bytes(folder: str) -> int:
    """What FTS5's trigram index alone takes, without the texts beside it."""
    base = sqlite3.connect(os.path.join(folder, "trigram.sqlite3"))
    (size,) = base.execute("SELECT sum(length(block)) FROM texts_data").fetchone()
    base.close()
    return size
