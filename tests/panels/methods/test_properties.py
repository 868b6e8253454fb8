"""What must hold for any scores: order does not matter, ties are fair, the cut cuts."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from goodpeople.panels.methods.means import (
    TIE_TOLERANCE,
    candidate_means,
    competition_ranks,
    sheet_totals,
    total_so_far,
    within_quota,
)

# Whole points as members give them, so that ties are common and real.
SCORES = st.lists(st.integers(0, 100), min_size=1, max_size=12).map(
    lambda values: np.array(values, dtype=np.float64)
)


@st.composite
def sheets(draw):
    """Return points (sheets × criteria), maxima and weights."""
    count = draw(st.integers(1, 5))
    maxima = draw(st.lists(st.integers(1, 20), min_size=count, max_size=count))
    weights = draw(st.lists(st.integers(1, 100), min_size=count, max_size=count))
    row = st.tuples(*[st.integers(0, most) for most in maxima])
    points = draw(st.lists(row, min_size=1, max_size=6))
    return tuple(np.array(part, dtype=np.float64) for part in (points, maxima, weights))


@given(sheets())
def test_totals_lie_between_0_and_100(drawn):
    totals = sheet_totals(*drawn)
    assert np.all(totals >= 0)
    assert np.all(totals <= 100 + 1e-9)


@given(sheets(), st.randoms(use_true_random=False))
def test_the_order_of_the_criteria_does_not_matter(drawn, random):
    points, maxima, weights = drawn
    order = list(range(len(maxima)))
    random.shuffle(order)
    shuffled = sheet_totals(points[:, order], maxima[order], weights[order])
    np.testing.assert_allclose(shuffled, sheet_totals(points, maxima, weights), atol=1e-9)


@given(sheets(), st.integers(2, 9))
def test_only_the_weights_proportions_matter(drawn, factor):
    points, maxima, weights = drawn
    scaled = sheet_totals(points, maxima, weights * factor)
    np.testing.assert_allclose(scaled, sheet_totals(points, maxima, weights), atol=1e-9)


@given(sheets())
def test_the_running_total_ends_as_the_total(drawn):
    points, maxima, weights = drawn
    assert np.isclose(
        total_so_far(points[0], maxima, weights), sheet_totals(points, maxima, weights)[0]
    )


@given(sheets(), st.randoms(use_true_random=False))
def test_the_order_of_the_members_does_not_matter(drawn, random):
    totals = sheet_totals(*drawn).tolist()
    random.shuffle(totals)
    means = candidate_means(np.array([sheet_totals(*drawn).tolist(), totals]))
    assert abs(means[0] - means[1]) < TIE_TOLERANCE
    assert competition_ranks(means).tolist() == [1, 1]


@given(SCORES, st.integers(1, 5))
def test_a_recused_member_changes_nothing(totals, empty):
    with_gaps = np.concatenate([totals, np.full(empty, np.nan)])[np.newaxis, :]
    assert np.isclose(candidate_means(with_gaps)[0], totals.mean())


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_does_not_matter(scores, random):
    order = list(range(len(scores)))
    random.shuffle(order)
    ranks = competition_ranks(scores)
    assert competition_ranks(scores[order]).tolist() == ranks[order].tolist()


@given(SCORES)
def test_a_rank_is_one_more_than_the_number_of_better_ones(scores):
    expected = [1 + int((scores > score).sum()) for score in scores]
    assert competition_ranks(scores).tolist() == expected


@given(SCORES, st.integers(0, 12))
def test_the_cut_never_splits_equal_scores_and_never_overfills(scores, quota):
    verdicts = within_quota(competition_ranks(scores), quota)
    assert sum(verdict is True for verdict in verdicts) <= quota
    for score in set(scores):
        equals = {v for v, s in zip(verdicts, scores, strict=True) if s == score}
        assert len(equals) == 1
    inside = [s for v, s in zip(verdicts, scores, strict=True) if v is True]
    tied = [s for v, s in zip(verdicts, scores, strict=True) if v is None]
    outside = [s for v, s in zip(verdicts, scores, strict=True) if v is False]
    assert min(inside, default=np.inf) > max(tied + outside, default=-np.inf)
    assert min(tied, default=np.inf) > max(outside, default=-np.inf)
    # Undecided only where deciding is needed: with the tied ones the list would overflow.
    if tied:
        assert len(inside) < quota < len(inside) + len(tied)


@given(SCORES)
def test_nobody_is_left_out_when_there_is_room(scores):
    assert set(within_quota(competition_ranks(scores), len(scores))) == {True}
