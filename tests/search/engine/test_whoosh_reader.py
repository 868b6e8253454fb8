"""Whoosh's stock searcher over our segments: the same documents with the same scores."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import fields, query
from whoosh.analysis import RegexTokenizer
from whoosh.index import create_in
from whoosh.util.numeric import byte_to_length, length_to_byte
from whoosh.writing import NO_MERGE

from search.engine.documents import Document
from search.engine.index import Index
from search.engine.lengths import LENGTHS, codes_of
from search.engine.schema import Schema, TextField
from search.engine.whoosh_reader import whoosh_searcher

from .plain_analysis import PlainAnalysis

SCHEMA = Schema(texts=(TextField("title"), TextField("body")))
VOCABULARY = [f"w{number}" for number in range(40)]


def texts(chance: random.Random) -> dict[str, str]:
    """Zipf-like: the first words are in most documents, the last in few; some very long."""
    longest = chance.choice((8, 60, 700))
    return {
        "title": " ".join(chance.choices(VOCABULARY, k=chance.randrange(1, 6))),
        "body": " ".join(
            VOCABULARY[min(int(chance.paretovariate(0.7)) - 1, 39)]
            for _ in range(chance.randrange(longest))
        ),
    }


@pytest.fixture(scope="module")
def searchers(tmp_path_factory: pytest.TempPathFactory):
    """The same three commits with deletions, by Whoosh and by us."""
    folder: Path = tmp_path_factory.mktemp("stock")
    words = RegexTokenizer(r"\S+")
    stock = create_in(
        folder,
        fields.Schema(
            key=fields.ID(stored=True, unique=True),
            title=fields.TEXT(analyzer=words, phrase=False),
            body=fields.TEXT(analyzer=words, phrase=False),
        ),
    )
    ours = Index(str(tmp_path_factory.mktemp("ours") / "index"), SCHEMA, PlainAnalysis())
    chance = random.Random(3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.engine.merge_policy.NOW_BYTES", 0)
        for commit in range(3):
            mine, theirs = ours.writer(), stock.writer()
            with mine:
                for number in range(commit * 60, commit * 60 + 60):
                    content = texts(chance)
                    theirs.add_document(key=f"d{number}", **content)
                    mine.add(Document(f"d{number}", content))
                if commit:
                    for number in chance.sample(range(commit * 60), 12):
                        theirs.delete_by_term("key", f"d{number}")
                        mine.delete(f"d{number}")
                mine.commit()
            theirs.commit(mergetype=NO_MERGE)
    snapshot = ours.snapshot()
    assert len(snapshot.parts) == 3
    assert snapshot.doc_count < snapshot.size
    with stock.searcher() as stock_searcher:
        assert len(stock_searcher.leaf_searchers()) == 3
        yield stock_searcher, whoosh_searcher(snapshot)


TERMS = st.builds(query.Term, st.sampled_from(("title", "body")), st.sampled_from(VOCABULARY))
QUERIES = st.recursive(
    TERMS,
    lambda parts: st.one_of(
        st.builds(query.And, st.lists(parts, min_size=1, max_size=3)),
        st.builds(query.Or, st.lists(parts, min_size=1, max_size=3)),
    ),
    max_leaves=5,
)


def scores(searcher, asked, limit):
    return [(hit["key"], hit.score) for hit in searcher.search(asked, limit=limit)]


@settings(max_examples=150, deadline=None)
@given(asked=QUERIES)
def test_stock_searcher_gives_stock_scores(searchers, asked):
    stock, ours = searchers
    wanted = dict(scores(stock, asked, None))
    found = dict(scores(ours, asked, None))
    assert found.keys() == wanted.keys()
    assert found == pytest.approx(wanted, rel=1e-12)


@settings(max_examples=60, deadline=None)
@given(asked=QUERIES)
def test_a_limit_changes_nothing_about_the_best(searchers, asked):
    stock, ours = searchers
    wanted = [score for _, score in scores(stock, asked, 5)]
    assert [score for _, score in scores(ours, asked, 5)] == pytest.approx(wanted, rel=1e-12)


@pytest.mark.parametrize("limit", [1, 3, None])
def test_matchers_may_be_asked_past_their_end(searchers, limit):
    """AndNot asks the excluded matcher for its place after it ran out."""
    stock, ours = searchers
    for word in VOCABULARY:
        asked = query.AndNot(query.Term("body", "w0"), query.Term("body", word))
        wanted = [score for _, score in scores(stock, asked, limit)]
        assert [score for _, score in scores(ours, asked, limit)] == pytest.approx(wanted)


def test_prefixes_and_statistics_are_found_too(searchers):
    stock, ours = searchers
    asked = query.Prefix("title", "w3")
    assert set(dict(scores(ours, asked, None))) == set(dict(scores(stock, asked, None)))
    for searcher_method in ("doc_count", "doc_count_all"):
        assert getattr(ours, searcher_method)() == getattr(stock, searcher_method)()
    for field in ("title", "body"):
        assert ours.field_length(field) == stock.field_length(field)


def test_length_codes_are_whoosh_s():
    assert LENGTHS.tolist() == [byte_to_length(code) for code in range(256)]
    lengths = [*range(3000), 106373, 106374, 106375, 10**7]
    assert codes_of(lengths).tolist() == [length_to_byte(length) for length in lengths]
