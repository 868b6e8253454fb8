"""The first so many of many in an order of several keys, without sorting the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np


class SortKey:
    """One array to sort by. `array` is called only when the keys before it leave ties; `ids` says
    at which of its items to look (None: it is as long as the hits)."""

    def __init__(
        self, array: Callable[[], np.ndarray], ids: np.ndarray | None, descending: bool
    ) -> None:
        self._array = array
        self._ids = ids
        self._descending = descending

    def of(self, places: np.ndarray | None) -> np.ndarray:
        """Keys that ascend, for the places (None: for all)."""
        keys = self._array()
        if self._ids is not None:
            keys = keys.take(self._ids if places is None else self._ids.take(places))
        elif places is not None:
            keys = keys.take(places)
        if not self._descending:
            return keys
        return -keys if keys.dtype.kind == "f" else -keys.astype(np.int64)


def first_places(keys: Sequence[SortKey], size: int, count: int) -> np.ndarray:
    """The places of the first `count` of `size` items, in the keys' order."""
    chosen = _chosen(keys, None, size, count)
    first = keys[0].of(chosen)
    order = first.argsort(kind="stable")
    ordered = first.take(order)
    if len(keys) > 1 and (ordered[1:] == ordered[:-1]).any():
        order = np.lexsort([key.of(chosen) for key in reversed(keys)])
    return chosen.take(order)


def _chosen(
    keys: Sequence[SortKey], places: np.ndarray | None, size: int, count: int
) -> np.ndarray:
    """Which places are among the first, in no order. Later keys are read for ties alone."""
    if count >= size or not keys:
        return np.arange(size) if places is None else places
    key = keys[0].of(places)
    edge = np.partition(key, count - 1)[count - 1]
    least = (key <= edge).nonzero()[0]
    if len(least) == count:
        return least if places is None else places.take(least)
    below = (key < edge).nonzero()[0]
    tied = (key == edge).nonzero()[0]
    if places is not None:
        below, tied = places.take(below), places.take(tied)
    wanted = count - len(below)
    return np.concatenate((below, _chosen(keys[1:], tied, len(tied), wanted)[:wanted]))
