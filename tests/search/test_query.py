"""A question in plain form: bounded, and never an operator."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.page.forms import MAX_CHARACTERS, MAX_TERMS, read_query


@pytest.mark.parametrize(
    ("raw", "terms"),
    [
        ("理发", ("理发",)),
        ("  理发\u3000双庙村 ", ("理发", "双庙村")),
        ("ｚｈｕ３０００", ("zhu3000",)),
        ("理\u200b发", ("理发",)),
        ("“诚信经营，童叟无欺”", ("诚信经营", "童叟无欺")),
        ("理发 理发", ("理发",)),
        ("a\x00b", ("a", "b")),
        ("AND OR NOT", ("AND", "OR", "NOT")),
        ("*理发* AND (双庙 OR %_)", ("理发", "AND", "双庙", "OR")),
        ("", ()),
        (" \u3000\t", ()),
        ("%_*?\"'\\;--", ()),
        ("😀", ()),
    ],
)
def test_what_is_looked_for(raw, terms):
    assert read_query(raw).terms == terms


def test_a_question_that_is_too_long_is_cut_and_says_so():
    query = read_query("理" * 500)

    assert len(query.text) == MAX_CHARACTERS
    assert query.was_cut


def test_the_ninth_word_is_not_looked_for_and_it_says_so():
    query = read_query("一 二 三 四 五 六 七 八 九")

    assert len(query.terms) == MAX_TERMS
    assert query.was_cut
    assert not read_query("一 二 三 四 五 六 七 八").was_cut


@given(st.text(max_size=300))
def test_no_text_breaks_it(raw):
    query = read_query(raw)

    assert len(query.text) <= MAX_CHARACTERS
    assert len(query.terms) <= MAX_TERMS
    assert all(term and not term.isspace() for term in query.terms)
