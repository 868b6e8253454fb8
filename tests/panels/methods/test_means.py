"""The methods against expected values (``cases.json``, worked out by hand) and bad input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from goodpeople.panels.methods.means import (
    candidate_means,
    competition_ranks,
    sheet_totals,
    total_so_far,
    within_quota,
)

CASES = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))


def cases(name: str) -> Any:
    """Return a parametrisation over the cases of one method, named by what they show."""
    rows = CASES[name]
    return pytest.mark.parametrize("case", rows, ids=[row["what"] for row in rows])


def floats(values: Any) -> np.ndarray:
    """Return an array with NaN for null."""
    array = np.array(values, dtype=object)
    return np.where(array == None, np.nan, array).astype(np.float64)  # noqa: E711


def columns(case: dict) -> tuple[np.ndarray, np.ndarray]:
    """Return the criteria's maxima and weights."""
    return floats(case["max"]), floats(case["weights"])


@cases("sheet_totals")
def test_sheet_totals(case):
    points = floats(case["points"]).reshape(-1, len(case["max"]))
    totals = sheet_totals(points, *columns(case))
    np.testing.assert_allclose(totals, floats(case["expected"]), rtol=0, atol=1e-12)


@cases("total_so_far")
def test_total_so_far(case):
    assert total_so_far(floats(case["points"]), *columns(case)) == pytest.approx(case["expected"])


@cases("candidate_means")
def test_candidate_means(case):
    np.testing.assert_allclose(candidate_means(floats(case["totals"])), floats(case["expected"]))


@cases("competition_ranks")
def test_competition_ranks(case):
    assert competition_ranks(floats(case["scores"])).tolist() == case["expected"]


@cases("within_quota")
def test_within_quota(case):
    assert within_quota(np.array(case["ranks"]), case["quota"]) == case["expected"]


@pytest.mark.parametrize(
    ("points", "maxima", "weights"),
    [
        (np.zeros(2), np.ones(2), np.ones(2)),
        (np.zeros((1, 3)), np.ones(2), np.ones(2)),
        (np.zeros((1, 2)), np.ones(2), np.ones(3)),
    ],
    ids=["a flat array", "more columns than criteria", "more weights than criteria"],
)
def test_shapes_that_do_not_fit_are_refused(points, maxima, weights):
    with pytest.raises(ValueError, match="must be"):
        sheet_totals(points, maxima, weights)


@pytest.mark.parametrize(("maxima", "weights"), [((0, 10), (1, 1)), ((10, 10), (0, 1))])
def test_weights_and_maxima_must_be_positive(maxima, weights):
    with pytest.raises(ValueError, match="positive"):
        sheet_totals(np.zeros((1, 2)), floats(maxima), floats(weights))


def test_a_candidate_without_a_score_has_no_rank():
    with pytest.raises(ValueError, match="needs a score"):
        competition_ranks(np.array([80.0, np.nan]))
