"""Locks, freshness, rebuilding, refusals: what an index promises to those who write and read."""

from __future__ import annotations

import contextlib
import stat
import threading
import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from search.engine import queries as q
from search.engine.documents import Document
from search.engine.errors import (
    DocumentInvalid,
    IndexLocked,
    IndexMissing,
    QueryInvalid,
    SchemaChanged,
)
from search.engine.index import Index, open_index
from search.engine.schema import Column, ColumnKind, Schema, TextField

from .archive import SCHEMA, archive, new_index, put
from .plain_analysis import PlainAnalysis


def keys(index: Index, query: q.Query) -> set[str]:
    return set(index.snapshot().match(query).keys())


def test_a_second_writer_is_refused_at_once_or_after_its_wait(tmp_path):
    index = new_index(tmp_path)
    with index.writer() as writer:
        start = time.monotonic()
        with pytest.raises(IndexLocked):
            new_index(tmp_path).writer().__enter__()
        assert time.monotonic() - start < 1
        with pytest.raises(IndexLocked):
            new_index(tmp_path).writer(wait=0.05).__enter__()
        writer.commit()
    with new_index(tmp_path).writer():
        pass


def test_a_writer_that_waits_gets_its_turn(tmp_path):
    index = new_index(tmp_path)

    def hold() -> None:
        with index.writer():
            entered.set()
            time.sleep(0.1)

    entered = threading.Event()
    holder = threading.Thread(target=hold)
    holder.start()
    entered.wait()
    with new_index(tmp_path).writer(wait=5) as writer:
        writer.add(Document("late"))
        writer.commit()
    holder.join()
    assert keys(index, q.All()) == {"late"}


def test_a_commit_is_seen_by_the_next_snapshot_of_everyone(tmp_path):
    one, other = new_index(tmp_path), new_index(tmp_path)
    put(one, [Document("a")])
    assert keys(other, q.All()) == {"a"}
    for number in range(20):
        put(one, [Document(f"b{number}")])
        assert f"b{number}" in keys(other, q.All())


def test_an_old_snapshot_goes_on_answering_as_it_did(tmp_path):
    index = new_index(tmp_path)
    put(index, archive(1, 20).values())
    old = index.snapshot()
    with index.writer() as writer:
        writer.clear()
        writer.commit()
    assert len(old.match(q.All()).page(0, None)) == 20
    assert old.text("p3", "body") is not None
    assert index.snapshot().match(q.All()).total == 0


def test_without_commit_nothing_happened(tmp_path):
    index = new_index(tmp_path)
    put(index, [Document("a")])
    with index.writer() as writer:
        writer.add(Document("b"))
        writer.delete("a")
    assert keys(index, q.All()) == {"a"}
    with contextlib.suppress(ZeroDivisionError), index.writer() as writer:
        writer.add(Document("b"))
        raise ZeroDivisionError
    assert keys(index, q.All()) == {"a"}
    assert len(list(tmp_path.rglob("*.seg"))) == 1


def test_what_was_added_and_deleted_again_was_never_there(tmp_path):
    index = new_index(tmp_path)
    with index.writer() as writer:
        writer.add(Document("a", {"body": "甲乙"}))
        assert writer.delete("a")
        assert not writer.delete("a")
        writer.commit()
    assert keys(index, q.All()) == set()
    assert index.status().segments == 0


def test_saving_page_after_page_keeps_few_segments(tmp_path):
    index = new_index(tmp_path)
    for document in archive(1, 60).values():
        put(index, [document])
    status = index.status()
    assert status.documents == 60
    assert status.segments <= 2
    assert len(list(tmp_path.rglob("*.seg"))) == status.segments


def test_everything_in_the_folder_is_private(tmp_path):
    (tmp_path / "index").mkdir(mode=0o755)
    index = new_index(tmp_path)
    put(index, [Document("a")])
    for path in [tmp_path / "index", *(tmp_path / "index").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_a_rebuild_serves_the_old_until_the_swap_and_replays_what_came_meanwhile(tmp_path):
    index = new_index(tmp_path)
    put(index, archive(1, 10).values())
    with index.rebuild() as rebuild:
        for document in archive(1, 5).values():
            rebuild.add(document)
        with pytest.raises(IndexLocked):
            new_index(tmp_path).rebuild().__enter__()
        put(index, [Document("meanwhile")])
        assert len(keys(index, q.All())) == 11
        before = index.status().generation
        generation = rebuild.swap(lambda writer: writer.add(Document("meanwhile")))
    assert generation > before
    assert keys(index, q.All()) == {"p0", "p1", "p2", "p3", "p4", "meanwhile"}
    put(index, [Document("after")])
    assert "after" in keys(index, q.All())


def test_a_rebuild_without_swap_changes_nothing(tmp_path):
    index = new_index(tmp_path)
    put(index, [Document("a")])
    with contextlib.suppress(ZeroDivisionError), index.rebuild() as rebuild:
        rebuild.add(Document("b"))
        raise ZeroDivisionError
    assert keys(index, q.All()) == {"a"}
    assert len(list((tmp_path / "index").glob("segments*"))) == 1


def test_another_schema_or_analysis_is_refused_until_rebuilt_but_boosts_are_free(tmp_path):
    put(new_index(tmp_path), [Document("a", {"name": "甲"})])
    heavier = replace(SCHEMA, texts=(replace(SCHEMA.texts[0], boost=9.0), *SCHEMA.texts[1:]))
    assert keys(new_index(tmp_path, schema=heavier), q.All()) == {"a"}
    fewer = replace(SCHEMA, columns=SCHEMA.columns[:1])
    other = new_index(tmp_path, schema=fewer)
    with pytest.raises(SchemaChanged):
        other.snapshot()
    with pytest.raises(SchemaChanged):
        other.writer().__enter__()
    with other.rebuild() as rebuild:
        rebuild.add(Document("b"))
        rebuild.swap()
    assert keys(other, q.All()) == {"b"}


def test_no_index_is_missing_and_a_writer_makes_one(tmp_path):
    index = new_index(tmp_path)
    assert not index.exists()
    with pytest.raises(IndexMissing):
        index.snapshot()
    with index.writer() as writer:
        writer.commit()
    assert index.exists()
    snapshot = index.snapshot()
    assert snapshot.match(q.All()).page() == []
    assert snapshot.match(q.Not(q.Words("甲"))).facet("tags") == []
    index.destroy()
    assert not index.exists()


def test_one_index_object_per_folder_and_schema(tmp_path):
    analysis = PlainAnalysis()
    first = open_index(str(tmp_path / "x"), SCHEMA, analysis)
    assert open_index(str(tmp_path / "y" / ".." / "x"), SCHEMA, PlainAnalysis()) is first
    assert open_index(str(tmp_path / "x"), replace(SCHEMA, columns=()), analysis) is not first


@pytest.mark.parametrize(
    "document",
    [
        Document(""),
        Document("k" * 1001),
        Document("a", {"unknown": "text"}),
        Document("a", {}, {"unknown": 1}),
        Document("a", {}, {"year": "1998"}),
        Document("a", {}, {"year": 1 << 63}),
        Document("a", {}, {"year": 1.5}),
        Document("a", {}, {"rated": float("nan")}),
        Document("a", {}, {"tags": "not a sequence"}),
        Document("a", rank=1 << 63),
    ],
)
def test_a_document_that_does_not_fit_is_refused_and_leaves_nothing(tmp_path, document):
    index = new_index(tmp_path)
    with index.writer() as writer:
        writer.add(Document("a", {"name": "甲乙"}))
        with pytest.raises(DocumentInvalid):
            writer.add(document)
        writer.commit()
    assert keys(index, q.PhraseText("甲乙")) == {"a"}


def deep(levels: int) -> q.Query:
    query: q.Query = q.All()
    for _ in range(levels):
        query = q.Not(query)
    return query


@pytest.mark.parametrize(
    "query",
    [
        q.Words("甲", fields=("unknown",)),
        q.Equals("unknown", 1),
        q.Equals("year", "text"),
        q.StartsWith("year", "1"),
        q.Boosted(q.All(), float("inf")),
        q.Query(),
        deep(100_000),
        q.Or((q.All(),) * 30_000),
    ],
    ids=("field", "column", "kind", "prefix of a number", "boost", "nothing", "deep", "wide"),
)
def test_a_query_that_does_not_fit_is_refused(tmp_path, query):
    index = new_index(tmp_path)
    put(index, [Document("a")])
    with pytest.raises(QueryInvalid):
        index.snapshot().match(query)


def test_every_kind_of_value_comes_back_as_it_was(tmp_path):
    schema = Schema(
        (TextField("t"),),
        tuple(Column(kind.value, kind) for kind in ColumnKind)
        + tuple(Column(f"{kind.value}s", kind, multi=True) for kind in ColumnKind),
    )
    index = Index(str(tmp_path / "index"), schema, PlainAnalysis())
    values = {
        "int": [-(1 << 63), (1 << 63) - 1, 0],
        "float": [-1e300, 0.5, 2.0],
        "bool": [True, False],
        "str": ["", "好", "𠀀a"],
        "datetime": [datetime(1, 1, 1, tzinfo=UTC), datetime(2026, 11, 25, 3, 4, 5, 678901, UTC)],
        "date": [date(1, 1, 1), date(9999, 12, 31)],
    }
    for kind, examples in values.items():
        for number, value in enumerate(examples):
            columns = {kind: value, f"{kind}s": examples}
            put(index, [Document(f"{kind}{number}", {}, columns)])
    snapshot = index.snapshot()
    for kind, examples in values.items():
        for number, value in enumerate(examples):
            key = f"{kind}{number}"
            assert snapshot.values(kind, [key]) == {key: value}
            assert snapshot.values(f"{kind}s", [key]) == {key: tuple(sorted(examples))}
            assert set(snapshot.match(q.Equals(kind, value)).keys()) == {key}
        assert dict(snapshot.match(q.All()).facet(kind)) == dict.fromkeys(examples, 1)
