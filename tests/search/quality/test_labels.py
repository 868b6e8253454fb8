"""The labelled questions are well formed, and half of them is set aside by no one's choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.quality.labels import KINDS, BadLabels, Labelled, halves, load

SAMPLES = Path("goodpeople/demo/data/samples")


def test_every_labelled_question_expects_profiles_that_there_are():
    known = {path.stem for path in SAMPLES.glob("*.yaml")} | {"zhu-yunguan"}
    for question in load():
        assert question.expected <= known, question.text


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("- {text: a, kind: name}", "text, kind and expected are wanted"),
        ("- {text: 2025, kind: number, expected: [a]}", "put numbers into quotes"),
        ("- {text: a, kind: odd, expected: [a]}", "'odd' is none of"),
        ("- {text: a, kind: name, expected: []}", "at least one slug"),
        ("- &a {text: a, kind: name, expected: [a]}\n- *a", "asked twice: a"),
    ],
)
def test_a_wrong_file_is_refused_with_the_reason(tmp_path, written, reason):
    (tmp_path / "labels.yaml").write_text(written, "utf-8")
    with pytest.raises(BadLabels, match=reason):
        load(tmp_path)


def test_half_of_each_kind_is_set_aside_in_whatever_order_they_come():
    questions = [
        Labelled(f"{kind} {number}", kind, frozenset({"a"}))
        for kind in KINDS
        for number in range(20)
    ]
    tuning, set_aside = halves(questions)
    again = halves(reversed(questions))
    assert (set(tuning), set(set_aside)) == (set(again[0]), set(again[1]))
    assert not set(tuning) & set(set_aside)
    for kind in KINDS:
        assert sum(each.kind == kind for each in set_aside) == 10
