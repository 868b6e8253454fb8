"""Which segments to merge: little in a commit, the rest in the background.

A commit folds its own documents into the smallest segments as long as they weigh little together,
so that saving page after page leaves one small segment and not one per save. Everything heavier
waits for `Index.merge`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

NOW_BYTES = 600_000  # folded into a commit: a few milliseconds
MANY = 12  # more segments than this are merged even in a commit, the small ones
MANY_BYTES = 16_000_000
DEAD_SHARE = 0.25
TIER = 4  # a segment is merged when those smaller than it weigh a quarter of it


class Weighed(Protocol):
    """What a policy looks at."""

    @property
    def alive(self) -> int: ...

    @property
    def count(self) -> int: ...

    @property
    def size(self) -> int: ...


P = TypeVar("P", bound=Weighed)


def _smallest_within(parts: Sequence[P], limit: int) -> list[P]:
    chosen: list[P] = []
    total = 0
    for part in sorted(parts, key=lambda each: each.size):
        total += part.size
        if total > limit:
            break
        chosen.append(part)
    return chosen if len(chosen) > 1 else []


def to_merge_now(parts: Sequence[P]) -> list[P]:
    """What a commit merges."""
    limit = MANY_BYTES if len(parts) > MANY else NOW_BYTES
    return _smallest_within(parts, limit)


def to_merge(parts: Sequence[P]) -> list[P]:
    """What the background merges: from the smallest up, every segment that is not much larger
    than all before it; and those of which much is deleted."""
    chosen: list[P] = []
    total = 0
    for part in sorted(parts, key=lambda each: each.size):
        wasted = part.alive < part.count * (1 - DEAD_SHARE)
        if wasted or (chosen and part.size <= total * TIER) or part.size <= NOW_BYTES:
            chosen.append(part)
            total += part.size
    if len(chosen) == 1 and chosen[0].alive >= chosen[0].count * (1 - DEAD_SHARE):
        return []
    return chosen
