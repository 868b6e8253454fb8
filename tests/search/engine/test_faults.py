"""Every file call made to fail, and the process killed at every call: nothing committed is lost,
nothing half-done is seen, and the next write works."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from search.engine import queries as q
from search.engine.documents import Document
from search.engine.errors import EngineError
from search.engine.index import Index

from .archive import archive, new_index, put
from .faults import FaultyFiles, Killed


def change(index: Index) -> None:
    """A save and a deletion, light merging included."""
    with index.writer() as writer:
        writer.add(Document("new", {"body": "新来的人"}))
        writer.delete("p0")
        writer.commit()


def rebuild(index: Index) -> None:
    with index.rebuild() as building:
        for document in archive(5, 8).values():
            if document.key != "p0":
                building.add(document)
        building.add(Document("new", {"body": "新来的人"}))
        building.swap()


def merge(index: Index) -> None:
    with index.writer() as writer:
        writer.add(Document("new", {"body": "新来的人"}))
        writer.delete("p0")
        writer.commit()
        writer.merge(everything=True)


def state(index: Index) -> str:
    """Before or after the change; anything else fails."""
    snapshot = index.snapshot()
    keys = sorted(snapshot.match(q.All()).keys())
    before = [f"p{number}" for number in range(8)]
    after = sorted(["new", *before[1:]])
    assert keys in (before, after)
    found = snapshot.match(q.PhraseText("来的")).keys()
    assert found == (["new"] if keys == after else [])
    return "after" if keys == after else "before"


def calls_of(folder: Path, work) -> int:
    """How many file calls the work makes when none fails."""
    index = new_index(folder)
    put(index, archive(5, 8).values(), commits=2)
    files = FaultyFiles()
    work(new_index(folder, files))
    assert state(new_index(folder)) == "after"
    return files.calls


@pytest.mark.parametrize("work", [change, merge, rebuild])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_failing_call_is_an_engine_error_and_leaves_a_whole_index(tmp_path, work, code):
    total = calls_of(tmp_path / "count", work)
    assert total > 10
    for number in range(total):
        folder = tmp_path / f"{work.__name__}-{number}"
        put(new_index(folder), archive(5, 8).values(), commits=2)
        index = new_index(folder, FaultyFiles(number, code))
        try:
            work(index)
        except EngineError:
            state(new_index(folder))
        else:
            assert state(new_index(folder)) == "after"
        fresh = new_index(folder)
        work(fresh)
        assert state(fresh) == "after"
        fresh.verify()


@pytest.mark.parametrize("work", [change, merge, rebuild])
def test_killed_at_any_call_the_index_is_whole(tmp_path, work):
    total = calls_of(tmp_path / "count", work)
    for number in range(total):
        folder = tmp_path / f"{work.__name__}-{number}"
        put(new_index(folder), archive(5, 8).values(), commits=2)
        with pytest.raises(Killed):
            work(new_index(folder, FaultyFiles(number, kill=True)))
        fresh = new_index(folder)
        state(fresh)
        fresh.verify()
        work(fresh)
        assert state(fresh) == "after"
        fresh.verify()


def test_what_a_killed_rebuild_left_is_cleared_by_the_next(tmp_path):
    index = new_index(tmp_path)
    put(index, archive(5, 8).values())
    with pytest.raises(Killed):
        rebuild(new_index(tmp_path, FaultyFiles(6, kill=True)))
    assert len(list((tmp_path / "index").glob("segments*"))) == 2
    rebuild(index)
    assert len(list((tmp_path / "index").glob("segments*"))) == 1


def test_reading_through_failures_says_damaged_and_recovers(tmp_path):
    put(new_index(tmp_path), archive(5, 8).values(), commits=2)
    for number in range(4):
        index = new_index(tmp_path, FaultyFiles(number))
        try:
            state(index)
        except EngineError:
            assert state(index) == "before"
