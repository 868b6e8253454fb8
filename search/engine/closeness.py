"""Credit for words that stand near each other, given to the best documents of a query.

Two words that follow each other in the query are looked for in the same field; the least distance
between their beginnings, in UTF-16 code units, earns up to `CLOSE` times the lesser idf. Only the
best `WINDOW` documents by words alone are looked at, so that the cost is bounded.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .analysing import Run
from .found import Found
from .pairs import SLOT_BITS, units_of
from .postings import ragged
from .segment import Segment
from .snapshot import Snapshot

WINDOW = 100
CLOSE = np.float32(1.5)
REACH = np.float32(8)  # at this distance half of the credit is left
MAX_UNITS = 6


def credit_closeness(snapshot: Snapshot, runs: Sequence[Run], found: Found) -> None:
    """Raise scores in place; the set of documents stays."""
    texts = [word for run in runs for word in (run.words or (run.text,)) if word][:MAX_UNITS]
    if len(texts) < 2 or found.scores is None or len(found.ids) < 2:
        return
    best = _best(found.scores)
    ids = found.ids.take(best)
    credits = np.zeros(len(best), dtype=np.float32)
    bounds = np.searchsorted(ids, [*snapshot.bases, snapshot.size]).tolist()
    units = [units_of(text).tolist() for text in texts]
    for part, (segment, _) in enumerate(snapshot.parts):
        low, high = bounds[part], bounds[part + 1]
        if low == high:
            continue
        documents = ids[low:high] - snapshot.bases[part]
        credits[low:high] = _credits(segment, documents, units)
    found.scores[best] += credits * CLOSE


def _best(scores: np.ndarray) -> np.ndarray:
    """The places of the best scores, ascending; more than the window when they tie."""
    if len(scores) <= WINDOW:
        return np.arange(len(scores))
    least = np.partition(scores, len(scores) - WINDOW)[len(scores) - WINDOW]
    best = np.flatnonzero(scores >= least)
    if len(best) <= WINDOW * 4:
        return best
    return np.flatnonzero(scores > least)


def _credits(segment: Segment, documents: np.ndarray, units: list[list[int]]) -> np.ndarray:
    """For each document, the sum over neighbouring words of their nearness, 0 to 1 each."""
    per_document = sum(text.substrings for text in segment.schema.texts)
    starts = segment.slot_starts
    low = starts.take(documents * per_document)
    high = starts.take(documents * per_document + per_document)
    credits = np.zeros(len(documents), dtype=np.float32)
    before = _within(segment, units[0], low, high)
    for text in units[1:]:
        after = _within(segment, text, low, high)
        if len(before[0]) and len(after[0]):
            _add_nearness(segment, before, after, credits)
        before = after
    return credits


def _within(
    segment: Segment, units: list[int], low: np.ndarray, high: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The positions of a word in the documents, and the documents' places in the list."""
    positions = segment.pairs.find(units)
    first = positions.searchsorted(low)
    counts = positions.searchsorted(high) - first
    owners = np.repeat(np.arange(len(low)), counts)
    return positions.take(ragged(first, counts)), owners


def _add_nearness(
    segment: Segment,
    before: tuple[np.ndarray, np.ndarray],
    after: tuple[np.ndarray, np.ndarray],
    credits: np.ndarray,
) -> None:
    """For every occurrence of one word its nearest of the other in the same field, best kept."""
    ours, owners = before
    theirs, _ = after
    right = theirs.searchsorted(ours)
    slots = segment.slot_documents
    fields = segment.slot_fields
    best = np.zeros(len(credits), dtype=np.float32)
    for neighbour in (np.minimum(right, len(theirs) - 1), np.maximum(right - 1, 0)):
        other = theirs.take(neighbour)
        same = fields.take(other >> SLOT_BITS) == fields.take(ours >> SLOT_BITS)
        same &= slots.take(other >> SLOT_BITS) == slots.take(ours >> SLOT_BITS)
        distance = np.abs(other.astype(np.int64) - ours).astype(np.float32)
        nearness = np.where(same, REACH / (REACH + distance), np.float32(0))
        np.maximum.at(best, owners, nearness)
    credits += best
