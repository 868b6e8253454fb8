"""Weighted means of score sheets, and ranks with ties shown as ties."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Two means closer than this are equal: far above the rounding of a sum of a few dozen
# float64 products, far below the smallest difference whole points can make (1e-4 and more).
TIE_TOLERANCE = 1e-9


def sheet_totals(points: Floats, max_points: Floats, weights: Floats) -> Floats:
    """Return each sheet's total from 0 to 100.

    ``points`` is (sheets × criteria), ``max_points`` and ``weights`` are (criteria,), all
    positive. A sheet's total is 100 · Σ wᵢ · pᵢ / mᵢ / Σ wᵢ, the weighted arithmetic mean of
    the shares of the most points. A NaN (criterion not scored) makes the sheet's total NaN.
    Raise ``ValueError`` for shapes that do not fit or non-positive weights or maxima.
    """
    if (
        points.ndim != 2
        or points.shape[1:] != max_points.shape
        or max_points.shape != weights.shape
    ):
        raise ValueError("points must be (sheets, criteria), max_points and weights (criteria,)")
    if not (np.all(max_points > 0) and np.all(weights > 0)):
        raise ValueError("weights and most points must be positive")
    return 100.0 * (points / max_points) @ weights / weights.sum()


def total_so_far(points: Floats, max_points: Floats, weights: Floats) -> float:
    """Return what one sheet has come to, 0 to 100, criteria not scored yet (NaN) counting nothing.

    ``points`` is (criteria,). Equal to its ``sheet_totals`` once nothing is NaN. Raise
    ``ValueError`` as there.
    """
    return float(sheet_totals(np.nan_to_num(points)[np.newaxis, :], max_points, weights)[0])


def candidate_means(totals: Floats) -> Floats:
    """Return each candidate's mean over its sheets.

    ``totals`` is (candidates × members), NaN where a member did not score (recused). A
    candidate whom nobody scored gets NaN.
    """
    scored = ~np.isnan(totals)
    counts = scored.sum(axis=1)
    sums = np.where(scored, totals, 0.0).sum(axis=1)
    return np.divide(sums, counts, out=np.full(len(totals), np.nan), where=counts > 0)


def competition_ranks(scores: Floats) -> NDArray[np.int64]:
    """Return standard competition ranks ("1, 2, 2, 4"), highest score first.

    Scores within ``TIE_TOLERANCE`` of the tie group's first share its rank. Raise
    ``ValueError`` for NaN: a candidate without a score has no rank.
    """
    if np.isnan(scores).any():
        raise ValueError("every candidate needs a score to be ranked")
    order = np.argsort(-scores, kind="stable")
    ranks = np.empty(len(scores), dtype=np.int64)
    head = 0
    for position, index in enumerate(order):
        if scores[order[head]] - scores[index] > TIE_TOLERANCE:
            head = position
        ranks[index] = head + 1
    return ranks


def within_quota(ranks: NDArray[np.int64], quota: int) -> list[bool | None]:
    """Return for each candidate: True within the quota, False below, None for a tie across it.

    A tie group that begins within the quota and ends beyond it cannot be cut by the scores.
    """
    verdicts: list[bool | None] = []
    for rank in ranks:
        last = rank + int((ranks == rank).sum()) - 1
        verdicts.append(True if last <= quota else False if rank > quota else None)
    return verdicts
