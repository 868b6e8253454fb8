"""What the figures of the search's quality mean."""

from __future__ import annotations

import pytest

from tests.search.quality.measures import Estimate, estimate, recall, reciprocal_rank, verdict


@pytest.mark.parametrize(
    ("found", "expected", "share", "rank"),
    [
        (["a", "b"], {"a"}, 1.0, 1.0),
        (["x", "a"], {"a", "b"}, 0.5, 0.5),
        (["x"], {"a"}, 0.0, 0.0),
        ([], {"a"}, 0.0, 0.0),
        ([*"0123456789", "a"], {"a"}, 0.0, 0.0),
        ([*"abcdefghij"], set("abcdefghijkl"), 1.0, 1.0),
    ],
)
def test_recall_and_rank_of_the_first_ten(found, expected, share, rank):
    assert recall(found, expected) == share
    assert reciprocal_rank(found, expected) == rank


def test_an_estimate_lies_in_its_interval():
    mean, low, high = estimate([0.0, 1.0, 1.0, 1.0] * 20)
    assert mean == 0.75
    assert 0.6 < low < 0.75 < high < 0.9
    assert estimate([1.0] * 5) == (1.0, 1.0, 1.0)


def test_a_goal_is_reached_by_the_mean():
    reached, short = Estimate(0.97, 0.9, 1.0), Estimate(0.929, 0.9, 1.0)
    assert verdict(reached, short) == "recall@10 ≥ 0.97: met, MRR ≥ 0.93: missed"
