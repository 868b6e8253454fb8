"""Words of texts and of queries, and chunks: what is cut, added and left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.analysis.characters import is_traditional, normalise, plain
from search.engine.analysis.chunks import Kind, chunks
from search.engine.analysis.words import Cutter

CUTTER = Cutter()


def pieces(text: str, cutter: Cutter = CUTTER) -> list[str]:
    written = plain(text)
    return cutter.pieces(written, normalise(written))


def test_a_text_is_kept_by_its_words_and_the_words_in_them():
    terms = CUTTER.terms("甘肃省的理发师")
    assert {"甘肃", "甘肃省", "理发", "理发师", "的"} <= set(terms)


def test_punctuation_is_no_term():
    assert CUTTER.terms("，。！？…《》「」 🙂 ·\n") == []


def test_latin_words_are_kept_in_small_letters_and_by_their_parts():
    terms = CUTTER.terms("ＣＯＶＩＤ－１９ 与 iPhone15 Zhū Привет")
    assert {"covid", "19", "iphone15", "iphone", "15", "zhu", "привет"} <= set(terms)


def test_numbers_are_found_in_any_writing():
    for text in ("近3000人次", "近3,000人次", "近三千人次", "近３０００人次", "近3千人次"):
        assert "3000" in CUTTER.terms(text), text
    assert "2025-03-01" in CUTTER.terms("二〇二五年三月一日")


def test_a_traditional_text_is_cut_as_its_simplified_one():
    terms = CUTTER.terms("王師傅著名的乾坤茶館很乾淨")
    assert {"师傅", "著名".replace("著", "着"), "干坤", "茶馆", "干净"} <= set(terms)


def test_a_few_traditional_characters_in_a_simplified_text_are_cut_with_it():
    text = "这是简体的文章，写的是一位著名的王師傅，他开茶館。" + "此外没有别的。" * 40
    assert not is_traditional(text)
    assert {"师傅", "茶馆", "着名"} <= set(CUTTER.terms(text))


def test_a_regional_word_is_also_kept_as_the_mainlands():
    assert {"软体", "软件", "网路", "网络"} <= set(CUTTER.terms("用軟體和網路"))
    assert "软件" not in CUTTER.terms("软体动物")


def test_a_word_that_is_simplified_as_a_whole_is_kept_so():
    assert "项链" in CUTTER.terms("她戴著項鍊")


def test_own_words_are_kept_together():
    assert "梅园里社区" not in CUTTER.terms("住在梅园里社区")
    own = Cutter(["梅園里社區"])
    assert "梅园里社区" in own.terms("住在梅园里社区")
    assert "梅园里社区" in own.terms("住在梅園里社區")


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("朱云观", ["朱云观"]),
        ("云观理发", ["云观", "理发"]),
        ("朱云观的故事", ["朱云观", "故事"]),
        ("张三和李四", ["张三", "李四"]),
        ("为老人理发", ["老人", "理发"]),
        ("李晓东", ["李晓东"]),
        ("王乾坤", ["王干坤"]),
        ("的", ["的"]),
        ("和生", ["和生"]),
        ("钱给木船", ["钱", "木船"]),
    ],
)
def test_a_query_asks_for_its_words(query, asked):
    assert pieces(query) == asked


@given(
    st.text(
        st.sampled_from("朱钱李云观给木船为老人理发的和在乾淨著名𠮷一二"), min_size=1, max_size=12
    )
)
def test_every_piece_stands_in_what_was_asked(run):
    asked = pieces(run)
    assert asked
    assert all(piece in normalise(run) for piece in asked)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("朱yun 理发", [("朱", Kind.HANZI), ("yun", Kind.LATIN), ("理发", Kind.HANZI)]),
        ("2025年", [("2025年", Kind.NUMBER)]),
        ("2025年好人", [("2025年", Kind.NUMBER), ("好人", Kind.HANZI)]),
        ("3,000元", [("3,000元", Kind.NUMBER)]),
        ("二〇二四年六月，", [("二〇二四年六月", Kind.NUMBER)]),
        ("王三五", [("王三五", Kind.HANZI)]),
        ("!?*", []),
    ],
)
def test_a_text_is_parted_into_chunks(text, expected):
    assert [(chunk.folded, chunk.kind) for chunk in chunks(text)] == expected
