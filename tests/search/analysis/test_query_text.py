"""A reader's text as words, phrases and exclusions; whatever is typed, in bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine.analysis.query_text import (
    MAX_CHARACTERS,
    MAX_EXCLUDED,
    MAX_WORDS,
    ParsedQuery,
    read_query,
)


@pytest.mark.parametrize(
    ("typed", "words", "phrases", "excluded"),
    [
        ("朱云观 理发", ("朱云观", "理发"), (), ()),
        ('"免费理发" -收费', (), ("免费理发",), ("收费",)),
        ("“免费理发” 「十年」", (), ("免费理发", "十年"), ()),
        ('理发 -"收 费"', ("理发",), (), ("收 费",)),
        ("理发 －收费", ("理发",), (), ("收费",)),
        ("朱云观-理发", ("朱云观", "理发"), (), ()),
        ("COVID-19 3,000 2025-03-01", ("COVID-19", "3,000", "2025-03-01"), (), ()),
        ('"没有收尾 理发', ("没有收尾", "理发"), (), ()),
        ("理发 理髮 理发", ("理发",), (), ()),
        ("阿依古丽·买买提", ("阿依古丽·买买提",), (), ()),
        ("《好人》(2025)", ("好人", "2025"), (), ()),
        ("*a* OR NOT", ("a", "OR", "NOT"), (), ()),
        ("हिन्दी", ("हिन्दी",), (), ()),
        ('- -- "" -" \' * ? ~ ^ ( ) : \\', (), (), ()),
        ("", (), (), ()),
    ],
)
def test_what_is_understood(typed, words, phrases, excluded):
    query = read_query(typed)
    assert (query.words, query.phrases, query.excluded) == (words, phrases, excluded)
    assert query.asks_for_nothing is not bool(words or phrases)
    assert not query.was_cut


def test_only_exclusions_ask_for_nothing():
    assert read_query("-理发").asks_for_nothing
    assert read_query("-理发").excluded == ("理发",)


def test_the_text_is_fit_to_be_shown_and_asked_again():
    query = read_query("\u202e朱云观\x00\t　ＡＢ\ud800\u200b\n理发 ")
    assert query.text == "朱云观 AB 理发"
    assert read_query(query.text) == query


def test_words_alone_are_asked_for_as_they_were_typed():
    assert read_query("他说，（不要钱）").asked_words == "他说,(不要钱)"
    assert read_query('理发， -收费 "十年"').asked_words == "理发"


def test_the_loosest_form_is_the_hanzi_one_by_one():
    assert read_query("免費借傘給人 2025 abc 免").loosened == "免 费 借 伞"
    assert read_query("的人").loosened == ""


@pytest.mark.parametrize(
    ("typed", "simplified"),
    [("朱雲觀 ABC", "朱云观 ABC"), ("乾淨的乾坤", "干净的乾坤"), ("著名", "著名")],
)
def test_the_simplified_form_is_told(typed, simplified):
    assert read_query(typed).simplified == simplified


@pytest.mark.parametrize(
    "typed",
    [
        "好 " * MAX_CHARACTERS,
        "理" * (MAX_CHARACTERS + 1),
        " ".join(f"w{n}" for n in range(MAX_WORDS + 1)),
        " ".join(f"-w{n}" for n in range(MAX_EXCLUDED + 1)),
        "理发" + " " * 10_000 + "钢琴",
    ],
)
def test_what_is_too_much_is_cut_and_said_so(typed):
    assert read_query(typed).was_cut


hostile = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("\"“”「」-−–* ()~^:\\'\x00\ud800朱a1ﷺ́"),
    max_size=1_000,
)


def check(query: ParsedQuery) -> None:
    assert len(query.text) <= MAX_CHARACTERS
    assert len(query.words) + len(query.phrases) <= MAX_WORDS
    assert len(query.excluded) <= MAX_EXCLUDED
    for part in (*query.words, *query.phrases, *query.excluded):
        assert part.strip()
        assert part in query.text
    query.text.encode()
    assert query.text.isprintable()


@given(hostile)
@settings(max_examples=300)
def test_any_text_is_read(text):
    query = read_query(text)
    check(query)
    assert read_query(query.text).words == query.words


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "朱",
        '"',
        "“",
        "“”",
        '-"',
        "-",
        "NOT ",
        "*a* ",
        "\x00",
        "\ud800",
        "ﷺ",
        "（",
        "a" * 9 + " ",
    ],
)
def test_64_kilobytes_of_anything_are_read_at_once(unit):
    text = (unit * 65_536)[:65_536]
    start = time.process_time()
    check(read_query(text))
    assert time.process_time() - start < 0.1
