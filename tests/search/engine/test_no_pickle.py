"""A restored backup or a stranger's file must not run code: nothing is ever unpickled."""

from __future__ import annotations

import ast
import marshal
import pickle
import shelve
from pathlib import Path

import numpy as np
import pytest

import search.engine
from search.engine import queries as q

from .archive import archive, new_index, put

FORBIDDEN = {"pickle", "cPickle", "marshal", "shelve", "dill", "joblib"}


def test_building_searching_merging_and_reading_texts_unpickle_nothing(tmp_path, monkeypatch):
    def refuse(*arguments, **named):
        raise AssertionError("something was unpickled")

    for module, name in (
        (pickle, "load"),
        (pickle, "loads"),
        (pickle, "Unpickler"),
        (marshal, "loads"),
        (shelve, "open"),
        (np, "load"),
    ):
        monkeypatch.setattr(module, name, refuse)
    with pytest.raises(AssertionError, match="unpickled"):
        pickle.loads(b"")
    put(new_index(tmp_path), archive(1, 30).values(), commits=3)
    index = new_index(tmp_path)
    snapshot = index.snapshot()
    match = snapshot.match(q.Words("甲乙"))
    match.page()
    match.facet("tags")
    assert snapshot.text("p1", "body") is not None
    index.merge(everything=True)
    index.verify()
    assert new_index(tmp_path).snapshot().match(q.All()).total == 30


def test_no_module_of_the_engine_imports_such_a_thing():
    assert search.engine.__file__ is not None
    for path in Path(search.engine.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names.append(node.module or "")
            assert not FORBIDDEN & {name.split(".")[0] for name in names}, path
