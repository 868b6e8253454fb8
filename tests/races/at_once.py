"""Running several verbs at the same moment, each on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from django.db import connection


def at_once(*verbs: Callable[[], Any]) -> list[Any]:
    """Start all ``verbs`` together; return what each returned, or the exception it raised."""
    barrier = Barrier(len(verbs))
    answers: list[Any] = [None] * len(verbs)

    def run(index: int, verb: Callable[[], Any]) -> None:
        try:
            barrier.wait(timeout=30)
            answers[index] = verb()
        except Exception as error:
            answers[index] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(verbs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    assert not any(thread.is_alive() for thread in threads), "a verb never came back"
    return answers
