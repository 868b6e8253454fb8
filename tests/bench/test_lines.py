"""A line says what was measured, and is met or missed by the goal that was set."""

from __future__ import annotations

import pytest

from tests.bench import goals
from tests.bench.lines import Line, summary, table
from tests.bench.measuring import Clock, ratio_of


@pytest.mark.parametrize(
    ("value", "low", "high", "verdict"),
    [
        (0.8, 0.7, 0.9, "met"),
        (0.98, 0.9, 1.1, "met, close"),
        (1.02, 0.9, 1.1, "missed, close"),
        (1.2, 1.1, 1.3, "missed"),
        (1.0, None, None, "met"),
        (1.01, None, None, "missed"),
    ],
)
def test_a_line_is_judged_by_its_value_and_close_where_the_goal_is_in_its_interval(
    value, low, high, verdict
):
    assert Line(10_000, "rare name", 1.0, value, low, high).verdict == verdict


def test_what_has_no_goal_is_shown_and_not_judged():
    given = Line(1_000, "memory", None, 12.345, unit=" MB")
    assert (given.verdict, given.measured) == ("", "12.35 MB")
    missed = Line(10_000, "two words / tantivy", 1.0, 2.0, 1.5, 2.5)
    assert summary([given, missed]) == ("0 of 1 goals met. Missed: two words / tantivy at 10,000")
    assert "| 10,000   | two words / tantivy | ≤ 1  | 2.00 [1.50, 2.50] " in table([given, missed])


@pytest.mark.parametrize(
    ("profiles", "against", "kind", "goal"),
    [
        (10_000, "tantivy", "phrase", 1.0),
        (100_000, "tantivy", "phrase", 1.5),
        (1_000, "tantivy", "phrase", None),
        (10_000, "fts5", "half of all", 0.1),
        (10_000, "fts5", "phrase", None),
        (10_000, "whoosh", "two words", 0.125),
        (10_000, "whoosh", "half of all", 0.04),
        (100_000, "fts5", "half of all", None),
    ],
)
def test_the_goals_of_an_answer_depend_on_the_size_the_engine_and_the_class(
    profiles, against, kind, goal
):
    assert goals.of_answer(profiles, against, kind) == goal


def test_a_ratio_is_the_median_of_pairs_and_not_the_ratio_of_medians():
    mine, theirs = Clock(), Clock()
    mine.cpu = mine.wall = [1.0, 2.0, 30.0]
    theirs.cpu = theirs.wall = [2.0, 8.0, 10.0]
    ratio = ratio_of(mine, theirs)
    assert ratio.median == 0.5
    assert (ratio.low, ratio.high) == (0.25, 3.0)
    assert (ratio.ours, ratio.other) == (2000.0, 8000.0)
