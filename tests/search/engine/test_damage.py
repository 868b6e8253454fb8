"""Flipped bytes, short and missing files: noticed at opening or at the first reading, never
believed, never another exception than the engine's."""

from __future__ import annotations

import contextlib
import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine import queries as q
from search.engine.errors import EngineError, IndexDamaged, IndexMissing
from search.engine.index import Index

from .archive import archive, new_index, put

QUERIES = (
    q.All(),
    q.Words("甲乙 丙"),
    q.Words("kind 丁戊己", operator="or"),
    q.PhraseText("乙丙丁"),
    q.Prefix("甲"),
    q.And((q.Term("kind"), q.Not(q.Equals("town", "东镇")))),
    q.Range("rated", -0.5, 3.0),
)


def everything_that_can_be_asked(index: Index) -> list:
    """Every kind of answer, from one snapshot."""
    snapshot = index.snapshot()
    answers: list = [snapshot.doc_count, snapshot.terms("", limit=1000)]
    for query in QUERIES:
        match = snapshot.match(query)
        answers.append((match.total, match.page(0, None), match.page(0, 5, ("-year", "town"))))
        answers.append([match.facet(name) for name in ("year", "town", "tags", "rated")])
    keys = [f"p{number}" for number in range(40)]
    answers.append([snapshot.text(key, "body") for key in keys])
    answers.append([snapshot.values(name, keys) for name in ("tags", "year")])
    return answers


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("whole")
    index = new_index(folder)
    put(index, archive(9, 40).values())
    with index.writer() as writer:
        writer.delete("p3")
        writer.commit()
    files = [path for path in folder.rglob("*") if path.is_file() and "lock" not in path.name]
    assert len(files) == 2
    return folder, {path: path.read_bytes() for path in files}, everything_that_can_be_asked(index)


def put_back(contents: dict[Path, bytes]) -> None:
    for path, data in contents.items():
        path.write_bytes(data)


@settings(max_examples=150, deadline=None)
@given(which=st.integers(0, 1), place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_one_flipped_bit_is_never_believed(whole, which: int, place: float, bit: int):
    folder, contents, truth = whole
    path = sorted(contents)[which]
    data = bytearray(contents[path])
    data[int(place * len(data))] ^= 1 << bit
    path.write_bytes(data)
    try:
        index = new_index(folder)
        try:
            answers = everything_that_can_be_asked(index)
        except (IndexDamaged, IndexMissing):
            answers = truth
        assert answers == truth
        with pytest.raises(IndexDamaged):
            new_index(folder).verify()
    finally:
        put_back(contents)


def test_a_flipped_page_in_every_place_is_noticed(whole):
    folder, contents, truth = whole
    path = max(contents, key=lambda each: len(contents[each]))
    chance = random.Random(4)
    for start in range(0, len(contents[path]), 4096):
        data = bytearray(contents[path])
        data[start : start + 4096] = chance.randbytes(len(data[start : start + 4096]))
        path.write_bytes(data)
        with pytest.raises(IndexDamaged):
            new_index(folder).verify()
        with contextlib.suppress(IndexDamaged):
            assert everything_that_can_be_asked(new_index(folder)) == truth
    put_back(contents)


def test_short_and_missing_files_are_noticed_at_opening(whole):
    folder, contents, _ = whole
    for path, data in contents.items():
        for size in (0, 1, 10, len(data) // 2, len(data) - 1):
            path.write_bytes(data[:size])
            with pytest.raises(IndexDamaged):
                new_index(folder).snapshot()
        path.unlink()
        with pytest.raises(IndexMissing if path.name == "contents.json" else IndexDamaged):
            new_index(folder).snapshot()
        put_back(contents)


def test_another_file_in_a_segment_s_place_is_noticed(tmp_path):
    one, two = new_index(tmp_path / "one"), new_index(tmp_path / "two")
    put(one, archive(1, 12).values())
    put(two, archive(2, 12).values())
    (mine,) = (tmp_path / "one").rglob("*.seg")
    (theirs,) = (tmp_path / "two").rglob("*.seg")
    mine.write_bytes(theirs.read_bytes())
    with pytest.raises(IndexDamaged):
        new_index(tmp_path / "one").snapshot()


def test_a_file_cut_short_under_a_running_process_is_noticed(tmp_path):
    """Reading past the end of a mapped file would kill the process."""
    index = new_index(tmp_path)
    put(index, archive(1, 12).values())
    index.snapshot()
    (segment,) = tmp_path.rglob("*.seg")
    os.truncate(segment, segment.stat().st_size // 2)
    with pytest.raises(IndexDamaged):
        index.snapshot()


def test_a_damaged_index_refuses_writers_and_a_rebuild_mends_it(tmp_path):
    index = new_index(tmp_path)
    put(index, archive(1, 12).values())
    contents = tmp_path / "index" / "contents.json"
    contents.write_bytes(contents.read_bytes().replace(b"seg", b"sag"))
    with pytest.raises(IndexDamaged):
        index.writer().__enter__()
    with index.rebuild() as rebuild:
        for document in archive(1, 12).values():
            rebuild.add(document)
        rebuild.swap()
    assert index.snapshot().doc_count == 12
    index.verify()


def test_random_bytes_are_no_contents(tmp_path):
    index = new_index(tmp_path)
    put(index, archive(1, 3).values())
    contents = tmp_path / "index" / "contents.json"
    chance = random.Random(8)
    for junk in (b"", b"{}", b"[]", b"null\n{}", b'{"crc":0,"form":1}\n', chance.randbytes(300)):
        contents.write_bytes(junk)
        with pytest.raises(EngineError):
            index.snapshot()
