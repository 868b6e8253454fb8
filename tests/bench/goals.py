"""What was asked of the search, as the most that each line may be."""

from __future__ import annotations

SMALL, LARGE = 10_000, 100_000
BUILD, SIZE, REQUEST, GROWTH = 3.0, 1.4, 1.3, 1.0
UPDATE_MS = 25.0
TEXTS = 1.5
BROAD = "half of all"


def of_answer(profiles: int, against: str, kind: str) -> float | None:
    """The goal for ids, the exact total and three facets."""
    if against == "tantivy":
        return {SMALL: 1.0, LARGE: 1.5}.get(profiles)
    if profiles != SMALL:
        return None
    return {
        ("fts5", BROAD): 0.1,
        ("whoosh", "two words"): 1 / 8,
        ("whoosh", BROAD): 1 / 25,
    }.get((against, kind))


def at_small(profiles: int, goal: float) -> float | None:
    """A goal that was set for 10,000 profiles alone."""
    return goal if profiles == SMALL else None


def from_small(profiles: int, goal: float) -> float | None:
    """A goal for 10,000 profiles and more: a small index is mostly its fixed parts."""
    return goal if profiles >= SMALL else None
