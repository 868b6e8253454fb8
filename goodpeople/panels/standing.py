"""The standing: score sheets of a round made into arrays, and the arrays into a ranking."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from goodpeople.nominations.models import Nomination, Round
from goodpeople.panels.methods.means import (
    candidate_means,
    competition_ranks,
    sheet_totals,
    within_quota,
)
from goodpeople.panels.models import Criterion, ScoreSheet


@dataclass(frozen=True)
class Place:
    """One candidate's place in its category. ``score`` is 0–100; ``proposed`` as in methods."""

    nomination: Nomination
    score: float
    sheets_counted: int
    rank: int
    tied: bool
    proposed: bool | None


@dataclass(frozen=True)
class CategoryStanding:
    """The candidates of one category in order, and how many the list may hold."""

    category: object
    quota: int
    places: list[Place]


def standing(round_: Round, nominations: list[Nomination]) -> list[CategoryStanding]:
    """Return the standing of ``nominations`` by category, from the sheets handed in.

    Candidates without a counted sheet must have been refused before (closing checks it);
    ``ValueError`` otherwise. Four queries, however many sheets there are.
    """
    totals = _totals(round_, nominations)
    groups: dict[int | None, list[Nomination]] = defaultdict(list)
    for nomination in nominations:
        groups[nomination.category_id].append(nomination)
    standings = []
    for row in round_.categories.select_related("category"):
        members = groups.get(row.category_id)
        if members:
            places = _places(members, totals, row.quota)
            standings.append(CategoryStanding(row.category, row.quota, places))
    return standings


def totals_of_sheets(criteria: list[Criterion], sheets: list[ScoreSheet]) -> list[float]:
    """Return each sheet's total, 0 to 100, in order; NaN where a criterion has no points.

    ``criteria`` are all of the sheets' round; each sheet's scores should be prefetched.
    """
    column = {criterion.pk: index for index, criterion in enumerate(criteria)}
    points = np.full((len(sheets), len(criteria)), np.nan)
    for index, sheet in enumerate(sheets):
        for score in sheet.scores.all():
            points[index, column[score.criterion_id]] = score.points
    totals = sheet_totals(
        points,
        np.array([c.max_points for c in criteria], dtype=np.float64),
        np.array([c.weight for c in criteria], dtype=np.float64),
    )
    return [float(total) for total in totals]


def _totals(round_: Round, nominations: list[Nomination]) -> dict[int, list[float]]:
    """Return the totals (0–100) of the sheets handed in, by nomination id."""
    sheets = list(
        ScoreSheet.objects.filter(
            nomination__in=nominations, status=ScoreSheet.Status.HANDED_IN
        ).prefetch_related("scores")
    )
    criteria = list(Criterion.objects.filter(round=round_))
    by_nomination: dict[int, list[float]] = defaultdict(list)
    for sheet, total in zip(sheets, totals_of_sheets(criteria, sheets), strict=True):
        by_nomination[sheet.nomination_id].append(total)
    return by_nomination


def _places(members: list[Nomination], totals: dict[int, list[float]], quota: int) -> list[Place]:
    widest = max(len(totals.get(n.pk, [])) for n in members)
    table = np.full((len(members), max(widest, 1)), np.nan)
    for index, nomination in enumerate(members):
        mine = totals.get(nomination.pk, [])
        table[index, : len(mine)] = mine
    means = candidate_means(table)
    ranks = competition_ranks(means)
    places = [
        Place(
            nomination,
            float(mean),
            len(totals.get(nomination.pk, [])),
            int(rank),
            bool((ranks == rank).sum() > 1),
            verdict,
        )
        for nomination, mean, rank, verdict in zip(
            members, means, ranks, within_quota(ranks, quota), strict=True
        )
    ]
    return sorted(places, key=lambda place: (place.rank, place.nomination.pk))
