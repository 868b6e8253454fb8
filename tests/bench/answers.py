"""What every engine is asked to give, and the interface that they share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from .people import Profile
from .questions import Question

FACETS = ("year", "category", "town")


class Answer(NamedTuple):
    """Twenty ids at most, the exact total, and the facets' counts."""

    ids: list[int]
    total: int
    facets: dict[str, dict[Any, int]]


class Engine(Protocol):
    name: str

    def build(self, folder: str, archive: Iterable[Profile]) -> float:
        """Make the index. Returns CPU seconds."""
        ...

    def open(self, folder: str) -> None: ...

    def answer(self, question: Question) -> Answer: ...
