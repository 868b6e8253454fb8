"""Whatever is asked, the index and brute force agree, over segments, deletions and merges."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engine import queries as q
from search.engine.index import Index

from .archive import HANZI, SCHEMA, archive, holds, made_up, new_index, passes, put, values_of

FIELDS = st.sampled_from((None, ("name",), ("body",), ("name", "body")))
RUNS = st.text(HANZI + ",", min_size=1, max_size=7).filter(lambda run: run.strip(","))
WORDS = st.sampled_from(("brave", "kind", "kinder", "absent", "甲乙", "丙丁", "己"))
YEARS = st.sampled_from((1997, 1998, 2000, 2003, 2011, 2012))
TOWNS = st.sampled_from(("东镇", "西镇", "South", "North"))
RATES = st.sampled_from((None, -1.0, -0.5, 0.0, 1.0, 2.25))
LEAVES = st.one_of(
    st.just(q.All()),
    st.just(q.Nothing()),
    st.builds(q.PhraseText, RUNS, FIELDS),
    st.builds(q.Term, WORDS, FIELDS),
    st.builds(
        q.Words,
        st.lists(st.one_of(WORDS, RUNS), min_size=1, max_size=3).map(" ".join),
        FIELDS,
        st.sampled_from(("and", "or")),
    ),
    st.builds(q.Equals, st.just("year"), YEARS),
    st.builds(q.Equals, st.just("tags"), st.sampled_from(("a", "好", "none"))),
    st.builds(q.OneOf, st.just("town"), st.lists(TOWNS, max_size=3).map(tuple)),
    st.builds(q.Range, st.just("rated"), RATES, RATES, st.booleans(), st.booleans()),
    st.builds(q.Range, st.just("year"), YEARS, YEARS, st.booleans(), st.booleans()),
    st.builds(q.IsNull, st.sampled_from(("year", "tags", "town"))),
    st.builds(q.StartsWith, st.sampled_from(("town", "tags")), st.sampled_from(("", "东", "S"))),
    st.builds(q.KeyIn, st.frozensets(st.sampled_from(("p1", "p7", "p150", "no")), max_size=3)),
)
QUERIES = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.builds(q.And, st.lists(parts, max_size=3).map(tuple)),
        st.builds(q.Or, st.lists(parts, max_size=3).map(tuple)),
        st.builds(q.Not, parts),
        st.builds(q.Boosted, parts, st.sampled_from((0.5, 3.0))),
        st.builds(q.Filtered, parts, parts),
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory):
    """Three segments, some documents replaced, some deleted."""
    documents = archive(1, 240)
    index = new_index(tmp_path_factory.mktemp("many"))
    chance = random.Random(2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.engine.merge_policy.NOW_BYTES", 0)
        put(index, documents.values(), commits=2)
        with index.writer() as writer:
            for key in chance.sample(sorted(documents), 30):
                documents[key] = made_up(chance, key)
                writer.add(documents[key])
            for key in chance.sample(sorted(documents), 30):
                assert writer.delete(key)
                del documents[key]
            writer.commit()
    assert len(index.snapshot().parts) == 3
    return index, documents


def found(index: Index, query: q.Query) -> set[str]:
    match = index.snapshot().match(query)
    keys = match.keys()
    assert len(keys) == len(set(keys)) == match.total
    return set(keys)


@settings(max_examples=200, deadline=None)
@given(query=QUERIES)
def test_any_tree_of_queries_finds_what_its_meaning_says(many, query: q.Query):
    index, documents = many
    assert found(index, query) == {
        key for key, document in documents.items() if passes(document, query)
    }


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_any_run_of_a_document_finds_that_document(many, data: st.DataObject):
    index, documents = many
    key = data.draw(st.sampled_from(sorted(documents)))
    text = documents[key].texts["body"][0]
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    run = text[start : start + data.draw(st.integers(1, 12))]
    if run:
        wanted = {each for each, document in documents.items() if holds(document, run)}
        assert found(index, q.PhraseText(run)) == wanted
        assert key in wanted


@settings(max_examples=150, deadline=None)
@given(query=QUERIES)
def test_counts_and_pages_belong_to_the_same_documents(many, query: q.Query):
    index, documents = many
    match = index.snapshot().match(query)
    keys = match.keys()
    for column in ("town", "tags", "year"):
        counts = Counter(value for key in keys for value in set(values_of(documents[key], column)))
        facet = match.facet(column)
        assert dict(facet) == counts
        assert facet == sorted(facet, key=lambda pair: (-pair[1], pair[0]))
        assert match.facet_missing(column) == sum(
            not values_of(documents[key], column) for key in keys
        )
    for order in ((), ("-year", "town"), ("rated",)):
        whole = [hit.key for hit in match.page(0, None, order)]
        assert sorted(whole) == sorted(keys)
        cut = [
            hit.key
            for start in range(0, len(keys), 7)
            for hit in match.page(start, start + 7, order)
        ]
        assert cut == whole


def sort_value(value, low):
    return low if value is None else value


def test_sorting_puts_nulls_lowest_and_ties_by_rank(many):
    index, documents = many
    order = [hit.key for hit in index.snapshot().match(q.All()).page(0, None, ("-year", "town"))]

    def wanted(key: str):
        columns = documents[key].columns
        return (
            -sort_value(columns["year"], -1),
            sort_value(columns["town"], ""),
            documents[key].rank,
        )

    assert [wanted(key) for key in order] == sorted(wanted(key) for key in documents)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6), steps=st.lists(st.sampled_from("aarddmMc"), max_size=14))
def test_any_history_of_commits_and_merges_ends_like_a_build_at_once(
    tmp_path_factory: pytest.TempPathFactory, seed: int, steps: list[str]
):
    """Adding, replacing, deleting, light and full merges: then the same files as built anew."""
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("history")
    index = new_index(folder)
    documents = {}
    for step in steps:
        with index.writer() as writer:
            for _ in range(chance.randrange(1, 6)):
                key = f"p{chance.randrange(20)}"
                if step in "ar":
                    documents[key] = made_up(chance, key)
                    writer.add(documents[key])
                elif step == "d":
                    assert writer.delete(key) == (key in documents)
                    documents.pop(key, None)
                elif step == "c":
                    gone = {key for key, each in documents.items() if each.rank == 0}
                    writer.delete_where(q.KeyIn(frozenset(gone)))
                    documents = {key: documents[key] for key in documents if key not in gone}
            writer.commit()
        if step in "mM":
            index.merge(everything=step == "M")
    with index.writer() as writer:
        writer.commit()
    snapshot = index.snapshot()
    assert snapshot.doc_count == len(documents)
    for query in (
        q.All(),
        q.Words("甲乙"),
        q.PhraseText("乙丙"),
        q.Term("kind"),
        q.Equals("year", 1998),
    ):
        wanted = {key for key, document in documents.items() if passes(document, query)}
        assert found(index, query) == wanted
    for key, document in documents.items():
        assert snapshot.text(key, "body") == "\n".join(document.texts["body"])
        assert snapshot.values("tags", [key])[key] == tuple(sorted(document.columns["tags"]))


def test_the_schema_of_these_tests_has_every_kind_of_field():
    assert {field.substrings for field in SCHEMA.texts} == {True, False}
    assert {column.multi for column in SCHEMA.columns} == {True, False}
