"""The labelled questions are well formed, and half of them is set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.quality.labels import KINDS, BadLabels, halves, load

SAMPLES = Path("goodpeople/demo/data/samples")


def test_every_labelled_question_expects_profiles_that_there_are():
    known = {path.stem for path in SAMPLES.glob("*.yaml")} | {"zhu-yunguan"}
    for question in load():
        assert question.expected <= known, question.text


def test_there_are_two_hundred_and_half_of_each_kind_is_set_aside():
    questions = load()
    assert len(questions) >= 200
    tuning, set_aside = halves(questions)
    for kind in KINDS:
        parts = [sum(each.kind == kind for each in half) for half in (tuning, set_aside)]
        assert parts[0] == parts[1] >= 9, kind


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("- {query: a, kind: name}", "query, kind, expect and half are wanted"),
        ("- {query: 2025, kind: number, expect: [a], half: aside}", "put numbers into quotes"),
        ("- {query: a, kind: odd, expect: [a], half: aside}", "'odd' is none of"),
        ("- {query: a, kind: name, expect: [a], half: third}", "'third' is neither half"),
        ("- {query: a, kind: name, expect: [], half: aside}", "at least one slug"),
        ("- &a {query: a, kind: name, expect: [a], half: aside}\n- *a", "asked twice: a"),
    ],
)
def test_a_wrong_file_is_refused_with_the_reason(tmp_path, written, reason):
    (tmp_path / "labels.yaml").write_text(written, "utf-8")
    with pytest.raises(BadLabels, match=reason):
        load(tmp_path)
