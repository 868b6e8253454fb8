"""What a query found: its total, pages of it in any order, and counts by column, searched once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .documents import Value
from .errors import QueryInvalid
from .found import Found
from .snapshot import JointColumn, Snapshot


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
        ids = self._found.ids
        places = _smallest(self._sort_keys(order_by), len(ids), stop)[start:stop]
        numbers = ids.take(places)
        scores = (
            [0.0] * len(places)
            if self._found.scores is None
            else self._found.scores.take(places).tolist()
        )
        keys = map(self.snapshot.key, numbers.tolist())
        return [Hit(key, score) for key, score in zip(keys, scores, strict=True)]

    def _sort_keys(self, order_by: Sequence[str]) -> list[_SortKey]:
        """Arrays to sort by, the first counts most; made when they are needed."""
        ids = self._found.ids
        scores = self._found.scores
        keys: list[_SortKey] = []
        for name in order_by:
            descending = name.startswith("-")
            column = self.snapshot.column(name.lstrip("-"))
            if column.starts is not None:
                raise QueryInvalid(f"{name} has many values and cannot be sorted by")
            keys.append(_SortKey(column.codes, ids, descending))
        if not order_by and scores is not None:
            keys.append(_SortKey(scores, None, True))
        keys.append(_SortKey(self.snapshot.ranks, ids, False))
        keys.append(_SortKey(self.snapshot.hashes, ids, False))
        return keys

    def keys(self) -> list[str]:
        """All keys, in no order that means anything."""
        return self.snapshot.keys_of(self._found.ids)

    def facet(self, column: str, limit: int | None = None) -> list[tuple[Value, int]]:
        """How many of the hits have each value: the most first, then by value. Null is left out."""
        joint = self.snapshot.column(column)
        counts = self._counts(joint)[1:]
        present = np.flatnonzero(counts)
        counts = counts.take(present)
        order = np.argsort(-counts, kind="stable")[:limit]
        numbers = present.take(order).tolist()
        return list(zip(map(joint.value, numbers), counts.take(order).tolist(), strict=True))

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
            chosen = joint.codes.take(np.flatnonzero(self._found.mask.take(joint.owners)))
            return np.bincount(chosen, minlength=length)
        from .postings import ragged

        first = joint.starts.take(self._found.ids)
        sizes = joint.starts.take(self._found.ids + 1) - first
        return np.bincount(joint.codes.take(ragged(first, sizes)), minlength=length)


class _SortKey:
    """One array to sort by, read through document numbers when it is read at all."""

    def __init__(self, array: np.ndarray, ids: np.ndarray | None, descending: bool) -> None:
        self._array = array
        self._ids = ids
        self._descending = descending

    def of(self, places: np.ndarray | None) -> np.ndarray:
        """Ascending keys of the places (None: of all)."""
        ids = self._ids
        if ids is None:
            keys = self._array if places is None else self._array.take(places)
        else:
            keys = self._array.take(ids if places is None else ids.take(places))
        if not self._descending:
            return keys
        return -keys if keys.dtype.kind == "f" else -keys.astype(np.int64)


def _smallest(keys: Sequence[_SortKey], size: int, count: int) -> np.ndarray:
    """The places of the first `count` of `size` items in the keys' order, in that order."""
    chosen = _chosen(keys, None, size, count)
    return chosen.take(np.lexsort([key.of(chosen) for key in reversed(keys)]))


def _chosen(
    keys: Sequence[_SortKey], places: np.ndarray | None, size: int, count: int
) -> np.ndarray:
    """Which places are among the first, in no order. Later keys are read for ties alone."""
    if count >= size or not keys:
        return np.arange(size) if places is None else places
    key = keys[0].of(places)
    edge = np.partition(key, count - 1)[count - 1]
    sure = np.flatnonzero(key < edge)
    tied = np.flatnonzero(key == edge)
    if places is not None:
        sure, tied = places.take(sure), places.take(tied)
    if len(sure) + len(tied) > count:
        tied = _chosen(keys[1:], tied, len(tied), count - len(sure))[: count - len(sure)]
    return np.concatenate((sure, tied))
