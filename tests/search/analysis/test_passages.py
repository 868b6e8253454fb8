"""Passages: around the best cluster of hits, cut at sentences, marked in the text as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.analysis.chinese import ChineseAnalysis
from search.engine.analysis.passages import Highlighter, Passage
from search.engine.analysis.spelling import nearest_name

ANALYSIS = ChineseAnalysis()
STORY = (
    "退休后她把车库变成课堂。梅园里社区的车库里没有车，有十一张旧课桌。"
    "二〇一五年九月，俞静华看见三个孩子趴在花坛沿上写字。"
    + "这些年里日子一天一天过去，来的人一年比一年多。" * 8
    + "冬天停电，她在车库点起应急灯，同女孩下跳棋，近三千人次来过。"
    + "后来有人送来锦旗。" * 12
)


def passage(query: str, text: str = STORY, names: tuple[str, ...] = (), fuzzy: bool = False):
    runs = ANALYSIS.fuzzy_runs(query) if fuzzy else ANALYSIS.query_runs(query)
    return Highlighter(runs).passage(text, names)


def written(found: Passage) -> str:
    return "".join(text for text, _ in found.pieces)


def marks(found: Passage) -> list[str]:
    return [text for text, is_hit in found.pieces if is_hit]


def test_a_passage_begins_and_ends_with_a_sentence():
    found = passage("应急灯")
    assert written(found).startswith("冬天停电")
    assert written(found).endswith("。")
    assert marks(found) == ["应急灯"]
    assert found.cut_before
    assert found.cut_after


def test_several_words_close_together_are_better_than_the_first_one():
    assert marks(passage("车库 应急灯")) == ["车库", "应急灯"]


def test_without_a_hit_it_is_the_beginning():
    found = passage("钢琴")
    assert written(found).startswith("退休后")
    assert not found.has_hits
    assert not found.cut_before
    assert found.cut_after


def test_a_short_text_is_whole():
    found = passage("车库", "车库里有灯")
    assert found == Passage((("车库", True), ("里有灯", False)), False, False)


def test_a_simplified_query_marks_a_traditional_text_and_the_other_way():
    assert marks(passage("车库", "他的車庫很乾淨")) == ["車庫"]
    assert marks(passage("車庫", "他的车库很干净")) == ["车库"]
    assert marks(passage("干净", "他的車庫很乾淨")) == ["乾淨"]


def test_marks_stand_where_characters_became_several():
    assert marks(passage("干净", "㎏㎏½很乾淨，ﬁ")) == ["乾淨"]
    assert marks(passage("5kg", "重5㎏整")) == ["5㎏"]


def test_numbers_are_marked_however_they_are_written():
    assert marks(passage("3000")) == ["三千"]
    assert marks(passage("2015年9月")) == ["二〇一五年九月"]
    assert marks(passage("300", "共300人，3000元，13001")) == ["300"]


def test_latin_words_are_marked_whole():
    assert marks(passage("art", "Art in a party: ART.")) == ["Art", "ART"]


@pytest.mark.parametrize(
    ("query", "fuzzy"), [("yujinghua", False), ("yjh", False), ("俞敬华", True), ("俞静化", True)]
)
def test_a_name_in_pinyin_or_misspelt_is_marked(query, fuzzy):
    assert marks(passage(query, names=("俞静华",), fuzzy=fuzzy)) == ["俞静华"]
    assert marks(passage(query, fuzzy=fuzzy)) == []


def test_a_title_is_marked_whole():
    highlighter = Highlighter(ANALYSIS.query_runs("jinghua 课桌"))
    assert highlighter.marked("俞靜華的課桌").pieces == (
        ("俞", False),
        ("靜華", True),
        ("的", False),
        ("課桌", True),
    )


def test_what_is_being_typed_is_marked():
    highlighter = Highlighter(ANALYSIS.prefix_runs("yujing"))
    assert marks(highlighter.marked("俞静华")) == ["俞静华"]


def test_nothing_is_escaped_and_nothing_added():
    assert written(passage("b", "<b>&amp; b</b>")) == "<b>&amp; b</b>"


@given(
    st.text(
        st.characters(exclude_categories=()) | st.sampled_from("车库。，\n a㎏½乾"), max_size=400
    ),
    st.sampled_from(["车库", "a", "干", "1", "车 库", "kg"]),
)
def test_a_passage_is_always_a_part_of_the_text(text, query):
    found = passage(query, text)
    assert written(found) in text
    assert len(written(found)) <= 200
    assert all(piece for piece, _ in found.pieces)
    for mark in marks(found):
        assert ANALYSIS.normalise(query.split()[0])[0] in ANALYSIS.normalise(mark) or " " in query


NAMES = ["朱云观", "朱云光", "李秀兰", "俞静华"]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("朱允观", "朱云观"),
        ("李秀南", "李秀兰"),
        ("于静华", "俞静华"),
        ("yujinhua", "俞静华"),
        ("朱云观", None),
        ("张三", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_the_name_that_was_meant(asked, meant):
    assert nearest_name(asked, NAMES) == meant
