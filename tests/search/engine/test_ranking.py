"""What comes first, and why: fields, frequency, phrases, closeness, alternatives, beginnings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from search.engine import queries as q
from search.engine.analysing import Run
from search.engine.documents import Document
from search.engine.index import Index
from search.engine.schema import Schema, TextField

from .archive import SCHEMA, new_index, put
from .plain_analysis import PlainAnalysis


def ranked(index: Index, query: q.Query) -> list[str]:
    return [hit.key for hit in index.snapshot().match(query).page()]


def test_a_boosted_field_counts_more(tmp_path):
    index = new_index(tmp_path)
    put(
        index,
        [
            Document("body", {"name": "丁丁", "body": "甲乙"}),
            Document("name", {"name": "甲乙", "body": "丁丁"}),
        ],
    )
    assert ranked(index, q.Words("甲乙")) == ["name", "body"]
    assert ranked(index, q.Words("甲乙", fields=("body",))) == ["body"]


def test_more_often_and_in_a_shorter_text_counts_more(tmp_path):
    index = new_index(tmp_path)
    put(
        index,
        [
            Document("long", {"body": "brave " + "other " * 50}),
            Document("once", {"body": "brave other other"}),
            Document("twice", {"body": "brave brave other"}),
        ],
    )
    assert ranked(index, q.Words("brave")) == ["twice", "once", "long"]


def test_a_run_as_it_stands_beats_its_words_apart(tmp_path):
    index = new_index(tmp_path)
    put(
        index,
        [
            Document("apart", {"body": "丙丁,甲乙,戊戊戊戊"}),
            Document("together", {"body": "甲乙丙丁,戊戊,戊戊,"}),
        ],
    )
    assert ranked(index, q.Words("甲乙丙丁")) == ["together", "apart"]


def test_words_near_each_other_beat_words_far_apart(tmp_path):
    index = new_index(tmp_path)
    filler = "other " * 40
    put(
        index,
        [
            Document("far", {"body": f"brave {filler}steady"}),
            Document("near", {"body": f"{filler}brave steady"}),
        ],
        commits=2,
    )
    assert ranked(index, q.Words("brave steady")) == ["near", "far"]
    assert ranked(index, q.Words("steady brave")) == ["near", "far"]


def test_equal_scores_keep_the_rank_s_order_over_segments(tmp_path):
    index = new_index(tmp_path)
    documents = [Document(f"d{rank}", {"body": "甲乙"}, rank=rank) for rank in (5, 3, 9, 1, 7)]
    put(index, documents, commits=5)
    assert ranked(index, q.Words("甲乙")) == ["d1", "d3", "d5", "d7", "d9"]


def test_boosts_multiply_and_column_tests_score_nothing(tmp_path):
    index = new_index(tmp_path)
    put(index, [Document("a", {"body": "甲乙"}, {"year": 1998}), Document("b", {"body": "丙丁"})])

    def score(query: q.Query) -> float:
        (hit,) = index.snapshot().match(query).page()
        return hit.score

    plain = score(q.Words("甲乙"))
    assert score(q.Boosted(q.Words("甲乙"), 3.0)) == pytest.approx(3 * plain)
    assert score(q.Equals("year", 1998)) == 0
    assert score(q.And((q.Words("甲乙"), q.Equals("year", 1998)))) == pytest.approx(plain)
    assert score(q.Filtered(q.Words("甲乙"), q.All())) == pytest.approx(plain)
    assert score(q.And((q.Words("甲乙"), q.All()))) == pytest.approx(plain + 1)


class WithAlternatives(PlainAnalysis):
    """理发 is 剃头 too; and `@zhu` stands for a sound that only the name has."""

    def index_terms(self, text: str, field: TextField) -> Sequence[str]:
        terms = list(super().index_terms(text, field))
        return [*terms, "@zhu"] if field.name == "name" and "朱" in text else terms

    def query_runs(self, text: str) -> Sequence[Run]:
        if text == "zhu":
            sound = Run(words=("@zhu",), fields=("name",), weight=0.3)
            return [Run(words=("zhu",), alternatives=(sound,))]
        if text == "理发":
            same = Run(text="剃头", words=("剃头",), weight=0.5)
            return [Run(text="理发", words=("理发",), alternatives=(same,))]
        return super().query_runs(text)


def test_alternatives_find_more_and_rank_lower(tmp_path):
    index = Index(str(tmp_path / "index"), SCHEMA, WithAlternatives())
    put(
        index,
        [
            Document("other word", {"body": "剃头"}),
            Document("the word", {"body": "理发"}),
            Document("朱", {"name": "朱云", "body": "zhu"}),
            Document("sound", {"name": "朱山", "body": ""}),
        ],
    )
    assert ranked(index, q.Words("理发")) == ["the word", "other word"]
    assert ranked(index, q.Words("zhu")) == ["朱", "sound"]
    assert ranked(index, q.Words("zhu", fields=("body",))) == ["朱"]


def test_beginnings_are_sought_in_autocomplete_fields_only(tmp_path):
    index = new_index(tmp_path)
    put(
        index,
        [
            Document("name", {"name": "kindness"}),
            Document("body", {"body": "kindness"}),
            Document("other", {"name": "brave"}),
            Document("gone", {"name": "kinder"}),
        ],
        commits=2,
    )
    with index.writer() as writer:
        writer.delete("gone")
        writer.commit()
    assert ranked(index, q.Prefix("kin")) == ["name"]
    assert ranked(index, q.Prefix("kin", fields=("body",))) == []
    assert sorted(ranked(index, q.Prefix("kin bra", operator="or"))) == ["name", "other"]
    assert ranked(index, q.FuzzyText("kindnesz", fields=("body",))) == ["body"]


def test_terms_are_listed_in_order_with_their_documents(tmp_path):
    index = new_index(tmp_path)
    put(
        index,
        [Document("a", {"name": "kind kinder", "body": "kind"}), Document("b", {"body": "kind"})],
        commits=2,
    )
    snapshot = index.snapshot()
    assert snapshot.terms("kin") == [("kind", 2), ("kinder", 1)]
    assert snapshot.terms("kin", fields=("name",)) == [("kind", 1), ("kinder", 1)]
    assert snapshot.terms("kin", limit=1) == [("kind", 2)]


def test_fields_without_substrings_are_found_by_their_terms_alone(tmp_path):
    schema = Schema((TextField("code", substrings=False), TextField("body")))
    index = Index(str(tmp_path / "index"), schema, PlainAnalysis())
    put(index, [Document("a", {"code": "甲乙丙", "body": "丁"})])
    assert ranked(index, q.PhraseText("乙丙")) == []
    assert ranked(index, q.Term("甲乙")) == ["a"]
    assert ranked(index, q.PhraseText("丁")) == ["a"]
