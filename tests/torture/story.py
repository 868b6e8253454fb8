"""What happens to an index, step by step, the same at every telling: after step k the documents
are known, so that whatever a killed process leaves can be compared with what it had committed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from search.engine import queries as q
from search.engine.analysis.chinese import ChineseAnalysis
from search.engine.documents import Document
from search.engine.files import Files
from search.engine.index import Index
from search.engine.schema import Column, ColumnKind, Schema, TextField
from tests.bench.people import Profile, profiles

SCHEMA = Schema(
    texts=(
        TextField("name", boost=5.0, autocomplete=True, pinyin=True),
        TextField("body", stored=True),
    ),
    columns=(Column("version", ColumnKind.INT), Column("town", ColumnKind.STR)),
)
ANALYSIS = ChineseAnalysis()
KEYS = 150
PEOPLE: list[Profile] = list(profiles(KEYS))

State = dict[str, int]


def open_afresh(folder: Path, files: Files | None = None) -> Index:
    """The index as a new process meets it: nothing is opened, nothing was checked."""
    return Index(str(folder / "index"), SCHEMA, ANALYSIS, files)


def document(key: str, version: int) -> Document:
    """One person as of a step."""
    person = PEOPLE[int(key)]
    return Document(
        key=key,
        texts={"name": person.name, "body": f"{person.body}第{version}次修订。"},
        columns={"version": version, "town": person.town},
    )


def changes(step: int) -> State:
    """What a step writes: key to version, or to 0 where it deletes."""
    chance = random.Random(step)
    keys = chance.sample(range(KEYS), chance.randint(1, 12))
    return {str(key): 0 if chance.random() < 0.2 else step for key in keys}


def states() -> Iterator[State]:
    """The documents after step 0, 1, 2 and so on, without end."""
    state = {str(key): 1 for key in range(0, KEYS, 2)}
    step = 1
    yield {}
    while True:
        yield dict(state)
        step += 1
        for key, version in changes(step).items():
            if version:
                state[key] = version
            else:
                state.pop(key, None)


class Story:
    """Remembers the states that it has told."""

    def __init__(self) -> None:
        self._states = states()
        self._told: list[State] = []

    def after(self, step: int) -> State:
        while len(self._told) <= step:
            self._told.append(next(self._states))
        return self._told[step]


def write_step(index: Index, step: int) -> None:
    """The step as one commit."""
    with index.writer(wait=5.0) as writer:
        if step == 1:
            writer.clear()
            for key in Story().after(1):
                writer.add(document(key, 1))
        else:
            for key, version in changes(step).items():
                if version:
                    writer.add(document(key, version))
                else:
                    writer.delete(key)
        writer.commit()


def rebuild_step(index: Index, before: State, step: int) -> None:
    """The step as what was saved while all was built anew."""
    with index.rebuild(wait=5.0) as beside:
        for key, version in before.items():
            beside.add(document(key, version))

        def replay(writer) -> None:
            for key, version in changes(step).items():
                if version:
                    writer.add(document(key, version))
                else:
                    writer.delete(key)

        beside.swap(replay)


def told_by(index: Index) -> State:
    """What the index holds, by its keys and the version column; texts and postings agree."""
    snapshot = index.snapshot()
    keys = snapshot.match(q.All()).keys()
    state = snapshot.values("version", keys)
    for version in sorted(set(state.values()))[-3:]:
        own = {key for key, each in state.items() if each == version}
        by_text = set(snapshot.match(q.PhraseText(f"第{version}次修订")).keys())
        if own != by_text:
            raise AssertionError(f"version {version}: columns say {own}, texts {by_text}")
    for key in sorted(keys)[:5]:
        if snapshot.text(key, "body") != document(key, state[key]).texts["body"]:
            raise AssertionError(f"the text of {key} is another")
    if len(keys) != snapshot.doc_count:
        raise AssertionError(f"{len(keys)} keys, {snapshot.doc_count} documents")
    return state


def left_over(folder: Path) -> list[str]:
    """Files that no contents name: a killed process may leave some, until the next commit."""
    from search.engine.contents import read_contents

    root = folder / "index"
    if not (root / "contents.json").exists():
        return []
    contents = read_contents(Files(), str(root))
    named = {f"{contents.folder}/{entry.file}" for entry in contents.segments}
    named |= {"contents.json", "write.lock", "rebuild.lock"}
    found = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
    return sorted(found - named)
