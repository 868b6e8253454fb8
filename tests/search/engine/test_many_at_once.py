"""Readers in threads while a writer commits and merges: every answer is of one committed state."""

from __future__ import annotations

import threading

from search.engine import queries as q
from search.engine.documents import Document

from .archive import new_index, put

ROUNDS = 40


def test_every_answer_is_a_committed_state(tmp_path):
    """Each commit moves all ten documents to the next round, so a mixture would show."""
    index = new_index(tmp_path)

    def commit(number: int) -> None:
        put(index, [Document(f"d{each}", {"body": f"round{number}"}) for each in range(10)])

    commit(0)
    failures: list[object] = []
    done = threading.Event()

    def read() -> None:
        reader = new_index(tmp_path)
        last = 0
        try:
            while not done.is_set():
                snapshot = reader.snapshot()
                assert snapshot.match(q.All()).total == 10
                (current,) = [
                    number
                    for number in range(last, ROUNDS + 1)
                    if snapshot.match(q.Words(f"round{number}")).total == 10
                ]
                assert current >= last
                last = current
        except Exception as error:
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for thread in readers:
        thread.start()
    for number in range(1, ROUNDS + 1):
        commit(number)
        if number % 10 == 0:
            index.merge(everything=True)
    done.set()
    for thread in readers:
        thread.join()
    assert failures == []
    assert index.snapshot().match(q.Words(f"round{ROUNDS}")).total == 10
