"""Credit for words that stand near each other, given to the best documents of a query.

In the text of a document the query's words follow each other in some order. Wherever two different
ones are neighbours, d UTF-16 code units apart, that counts 8 / (8 + d); the sum t over the document
earns `CLOSE` * t / (1 + t). Only the best `WINDOW` documents by words alone are looked at, so that
the cost is bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from .analysing import Run
from .found import Found
from .postings import ragged
from .segment import Segment

if TYPE_CHECKING:
    from .snapshot import Snapshot

WINDOW = 40
CLOSE = np.float32(1.5)
REACH = np.float32(8)
MAX_WORDS = 6


def credit_closeness(
    snapshot: Snapshot,
    runs: Sequence[Run],
    found: Found,
    positions: Callable[[int, str], np.ndarray],
) -> Found:
    """The same documents, some of their scores raised. `positions` says where a text stands in a
    part of the snapshot."""
    texts = [word for run in runs for word in (run.words or (run.text,)) if word][:MAX_WORDS]
    if len(texts) < 2 or found.scores is None or len(found.ids) < 2:
        return found
    best = _best(found.scores)
    ids = found.ids.take(best)
    sums = np.zeros(len(best), dtype=np.float32)
    if len(snapshot.parts) == 1:
        words = [positions(0, text) for text in texts]
        sums = _nearness(snapshot.parts[0][0], ids, words)
    else:
        bounds = ids.searchsorted([*snapshot.bases, snapshot.size]).tolist()
        for part, (segment, _) in enumerate(snapshot.parts):
            low, high = bounds[part], bounds[part + 1]
            if low < high:
                own = ids[low:high] - snapshot.bases[part]
                words = [positions(part, text) for text in texts]
                sums[low:high] = _nearness(segment, own, words)
    scores = found.scores.copy()
    scores[best] += CLOSE * sums / (1 + sums)
    return Found(found.size, found.ids, scores)


def _best(scores: np.ndarray) -> np.ndarray:
    """The places of the best scores, ascending; more than the window when they tie."""
    if len(scores) <= WINDOW:
        return np.arange(len(scores))
    edge = len(scores) - WINDOW
    least = np.partition(scores, edge)[edge]
    best = (scores >= least).nonzero()[0]
    if len(best) <= WINDOW * 4:
        return best
    return (scores > least).nonzero()[0]


def _nearness(segment: Segment, documents: np.ndarray, words: list[np.ndarray]) -> np.ndarray:
    """For each document, the sum over neighbouring words, f32. `words` are their positions."""
    per_document = segment.slots_per_document
    bounds = np.empty((2, len(documents)), dtype=np.intp)
    np.multiply(documents, per_document, out=bounds[0])
    np.add(bounds[0], per_document, out=bounds[1])
    edges = segment.slot_starts.take(bounds.ravel())
    withins, owners, labels = [], [], []
    places = np.arange(len(documents))
    for number, everywhere in enumerate(words):
        cuts = everywhere.searchsorted(edges)
        first = cuts[: len(documents)]
        counts = cuts[len(documents) :] - first
        within = everywhere.take(ragged(first, counts))
        withins.append(within)
        owners.append(places.repeat(counts))
        labels.append(np.full(len(within), number))
    position = np.concatenate(withins)
    order = position.argsort()
    position = position.take(order)
    owner = np.concatenate(owners).take(order)
    label = np.concatenate(labels).take(order)
    near = (label[1:] != label[:-1]) & (owner[1:] == owner[:-1])
    chosen = near.nonzero()[0]
    distance = (position[1:] - position[:-1]).take(chosen).astype(np.float32)
    sums = np.bincount(owner.take(chosen), REACH / (REACH + distance), minlength=len(documents))
    return sums.astype(np.float32)
