"""What a query found: its total, pages of it in any order, and counts by column, searched once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .documents import Value
from .errors import QueryInvalid
from .found import Found
from .joint_columns import JointColumn
from .postings import ragged
from .rechecking import damage_is_told
from .sorting import SortKey, first_places

if TYPE_CHECKING:
    from .snapshot import Snapshot

FEW = 48  # so many hits are counted and sorted without NumPy's overhead
_SECOND = itemgetter(1)


class Hit(NamedTuple):
    """A document's key and its score."""

    key: str
    score: float


class Match:
    """Bound to the snapshot that it was found in."""

    def __init__(self, snapshot: Snapshot, found: Found) -> None:
        self.snapshot = snapshot
        self._found = found
        self.total = len(found)

    def recheck(self) -> None:
        """Read the snapshot's files anew. IndexDamaged where they are."""
        self.snapshot.recheck()

    @damage_is_told
    def page(
        self, start: int = 0, stop: int | None = 20, order_by: Sequence[str] = ()
    ) -> list[Hit]:
        """Hits start to stop, by score or by columns ("-" in front: descending; nulls are lowest).

        Ties go to the lower rank, then the key's hash, so that pages never overlap.
        """
        stop = self.total if stop is None else min(stop, self.total)
        start = max(start, 0)
        if start >= stop:
            return []
        few = self._few_by_score() if not order_by and self.total <= FEW else None
        if few is not None:
            return few[start:stop]
        ids = self._found.ids
        places = first_places(self._sort_keys(order_by), len(ids), stop)[start:]
        numbers = ids.take(places)
        scores = (
            [0.0] * len(places)
            if self._found.scores is None
            else self._found.scores.take(places).tolist()
        )
        keys = self.snapshot.keys_of(numbers)
        return list(map(Hit, keys, scores))

    def _few_by_score(self) -> list[Hit] | None:
        """A handful of hits in order, without NumPy's overhead; None if scores tie."""
        if self._found.scores is None:
            return None
        scores = self._found.scores.tolist()
        if len(set(scores)) < len(scores):
            return None
        hits = list(map(Hit, self.snapshot.keys_of(self._found.ids), scores))
        hits.sort(key=_SECOND, reverse=True)
        return hits

    def _sort_keys(self, order_by: Sequence[str]) -> list[SortKey]:
        """What to sort by, the first counts most."""
        ids = self._found.ids
        snapshot = self.snapshot
        keys: list[SortKey] = []
        for name in order_by:
            column = snapshot.column(name.lstrip("-"))
            if column.starts is not None:
                raise QueryInvalid(f"{name} has many values and cannot be sorted by")
            keys.append(SortKey(partial(getattr, column, "codes"), ids, name.startswith("-")))
        if not order_by and self._found.scores is not None:
            keys.append(SortKey(partial(getattr, self._found, "scores"), None, True))
        keys.append(SortKey(partial(getattr, snapshot, "ranks"), ids, False))
        keys.append(SortKey(partial(getattr, snapshot, "hashes"), ids, False))
        return keys

    @damage_is_told
    def keys(self) -> list[str]:
        """All keys, in no order that means anything."""
        return self.snapshot.keys_of(self._found.ids)

    @damage_is_told
    def facet(self, column: str, limit: int | None = None) -> list[tuple[Value, int]]:
        """How many of the hits have each value: the most first, then by value. Null is left out."""
        joint = self.snapshot.column(column)
        if not self.total:
            return []
        values = joint.all_values()
        if joint.starts is None and self.total <= FEW:
            few: dict[int, int] = {}
            for code in joint.codes.take(self._found.ids).tolist():
                few[code] = few.get(code, 0) + 1
            few.pop(0, None)
            pairs = sorted(few.items())
        else:
            counts = self._counts(joint)
            counts[0] = 0
            present = counts.nonzero()[0]
            pairs = list(zip(present.tolist(), counts.take(present).tolist(), strict=True))
        pairs.sort(key=_SECOND, reverse=True)
        return [(values[code - 1], count) for code, count in pairs[:limit]]

    @damage_is_told
    def facet_missing(self, column: str) -> int:
        """How many of the hits have no value."""
        joint = self.snapshot.column(column)
        if joint.starts is None:
            return int(self._counts(joint)[0])
        return int(np.count_nonzero(np.diff(joint.starts).take(self._found.ids) == 0))

    def _counts(self, joint: JointColumn) -> np.ndarray:
        """Hits by code."""
        length = len(joint.values) + 1
        if joint.starts is None:
            return np.bincount(joint.codes.take(self._found.ids), minlength=length)
        if len(joint.owners) <= len(self._found.ids) * 8 or self._found.is_mask:
            chosen = joint.codes.take(self._found.mask.take(joint.owners).nonzero()[0])
            return np.bincount(chosen, minlength=length)
        first = joint.starts.take(self._found.ids)
        sizes = joint.starts.take(self._found.ids + 1) - first
        return np.bincount(joint.codes.take(ragged(first, sizes)), minlength=length)
