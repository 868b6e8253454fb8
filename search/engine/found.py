"""Sets of documents with scores, as ascending numbers or as a mask, whichever was at hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

DENSE = 16  # a mask pays when more than one document in so many is in the set


class Found:
    """Documents of a snapshot, numbered over all segments, and their scores (None: all 0)."""

    __slots__ = ("_ids", "_mask", "scores", "size")

    def __init__(
        self,
        size: int,
        ids: np.ndarray | None = None,
        scores: np.ndarray | None = None,
        mask: np.ndarray | None = None,
    ) -> None:
        self.size = size
        self._ids = ids
        self._mask = mask
        self.scores = scores

    @property
    def ids(self) -> np.ndarray:
        """Ascending, intp."""
        if self._ids is None:
            assert self._mask is not None
            self._ids = self._mask.nonzero()[0]
        return self._ids

    @property
    def mask(self) -> np.ndarray:
        """Bool, one per document of the snapshot, dead ones included."""
        if self._mask is None:
            mask = np.zeros(self.size, dtype=bool)
            mask[self._ids] = True
            self._mask = mask
        return self._mask

    @property
    def is_mask(self) -> bool:
        return self._ids is None

    def __len__(self) -> int:
        if self._ids is None:
            return int(np.count_nonzero(self.mask))
        return len(self._ids)

    def only(self, mask: np.ndarray) -> Found:
        """Those that the mask has too."""
        if self._ids is None and self.scores is None:
            return Found(self.size, mask=self.mask & mask)
        keep = mask.take(self.ids).nonzero()[0]
        if len(keep) == len(self.ids):
            return self
        scores = None if self.scores is None else self.scores.take(keep)
        return Found(self.size, self.ids.take(keep), scores)

    def scaled(self, factor: float) -> Found:
        if self.scores is None:
            return self
        return Found(self.size, self._ids, self.scores * np.float32(factor), self._mask)

    def unscored(self) -> Found:
        return Found(self.size, self._ids, None, self._mask)


def nothing(size: int) -> Found:
    return Found(size, np.zeros(0, dtype=np.intp))


def everything(size: int, score: float | None = None) -> Found:
    scores = None if score is None else np.full(size, score, dtype=np.float32)
    return Found(size, None, scores, np.ones(size, dtype=bool))


def complement(found: Found) -> Found:
    return Found(found.size, mask=~found.mask)


def both(one: Found, other: Found) -> Found:
    """The documents of both, their scores added."""
    if one.scores is None and other.scores is None:
        if one.is_mask or other.is_mask:
            return one.only(other.mask) if other.is_mask else other.only(one.mask)
    elif other.scores is None:
        return one.only(other.mask)
    elif one.scores is None:
        return other.only(one.mask)
    if len(one) > len(other):
        one, other = other, one
    few, many = one.ids, other.ids
    if len(few) * DENSE < len(many):
        where = many.searchsorted(few)
        keep = (many.take(where, mode="clip") == few).nonzero()[0]
        ids = few.take(keep)
        if one.scores is None or other.scores is None:
            return Found(one.size, ids)
        return Found(one.size, ids, one.scores.take(keep) + other.scores.take(where.take(keep)))
    keep = other.mask.take(few).nonzero()[0]
    ids = few.take(keep)
    if one.scores is None or other.scores is None:
        return Found(one.size, ids)
    spread = np.empty(one.size, dtype=np.float32)
    spread[many] = other.scores
    return Found(one.size, ids, one.scores.take(keep) + spread.take(ids))


def either(parts: Sequence[Found], size: int) -> Found:
    """The documents of any, their scores added."""
    parts = [part for part in parts if part.is_mask or len(part.ids)]
    if not parts:
        return nothing(size)
    if len(parts) == 1:
        return parts[0]
    if all(part.scores is None for part in parts):
        mask = parts[0].mask.copy()
        for part in parts[1:]:
            if part.is_mask:
                mask |= part.mask
            else:
                mask[part.ids] = True
        return Found(size, mask=mask)
    total = sum(len(part.ids) for part in parts)
    if total * DENSE > size:
        mask = np.zeros(size, dtype=bool)
        sums = np.zeros(size, dtype=np.float32)
        for part in parts:
            mask[part.ids] = True
            if part.scores is not None:
                sums[part.ids] += part.scores
        ids = mask.nonzero()[0]
        return Found(size, ids, sums.take(ids))
    ids = np.concatenate([part.ids for part in parts])
    scores = np.concatenate([_scores(part) for part in parts])
    ids, scores = added_up(ids, scores)
    return Found(size, ids, scores)


def disjoint(one: Found, other: Found) -> Found:
    """The documents of either, where none is in both and both have scores."""
    if not len(other.ids):
        return one
    if not len(one.ids):
        return other
    assert one.scores is not None
    assert other.scores is not None
    ids = np.concatenate((one.ids, other.ids))
    order = ids.argsort(kind="stable")
    scores = np.concatenate((one.scores, other.scores))
    return Found(one.size, ids.take(order), scores.take(order))


def best_of(parts: Sequence[Found], size: int) -> Found:
    """The documents of any, each with its highest score."""
    parts = [part for part in parts if len(part.ids)]
    if not parts:
        return nothing(size)
    if len(parts) == 1:
        return parts[0]
    ids = np.concatenate([part.ids for part in parts])
    scores = np.concatenate([_scores(part) for part in parts])
    ids, scores, firsts = _grouped(ids, scores)
    if len(firsts) == len(ids):
        return Found(size, ids, scores)
    return Found(size, ids.take(firsts), np.maximum.reduceat(scores, firsts))


def _grouped(ids: np.ndarray, amounts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Both in the order of ids, and where each document begins."""
    order = ids.argsort(kind="stable")
    ids, amounts = ids.take(order), amounts.take(order)
    return ids, amounts, firsts_of(ids)


def firsts_of(ids: np.ndarray) -> np.ndarray:
    """In ascending ids that may repeat: where each first stands."""
    new = np.empty(len(ids), dtype=bool)
    new[:1] = True
    np.not_equal(ids[1:], ids[:-1], out=new[1:])
    return new.nonzero()[0]


def added_up(ids: np.ndarray, amounts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Amounts summed by document; ids come in any order and may repeat."""
    ids, amounts, firsts = _grouped(ids, amounts)
    if len(firsts) == len(ids):
        return ids, amounts
    return ids.take(firsts), np.add.reduceat(amounts, firsts)


def _scores(part: Found) -> np.ndarray:
    if part.scores is None:
        return np.zeros(len(part.ids), dtype=np.float32)
    return part.scores
