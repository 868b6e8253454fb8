"""Folding character by character: alike spellings meet, and a part stays a part."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.analysis import character_rules
from search.engine.analysis.characters import SHORT, folded, is_traditional, normalise, plain

# All planes, hidden marks and lone surrogates included, with hanzi and odd ones often.
anything = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from("乾裡瞭著甯沈𠮷𪚥㎏½ﬁİß①㊗⻓豈　\u200b\ufe0f\U000e0100e\u0301Ａａ\n")
)


@pytest.mark.parametrize(
    ("written", "normalised"),
    [
        ("朱雲觀", "朱云观"),
        ("裡裏里", "里里里"),
        ("甯静 寧靜", "宁静 宁静"),
        ("瞭解 看著 慰藉", "了解 看着 慰借"),
        ("乾淨 王乾坤", "干净 王干坤"),
        ("二○二四年", "二〇二四年"),
        ("２０２５年，ＣＯＶＩＤ－１９", "2025年,covid-19"),
        ("Zhū Yúnguān", "zhu yunguan"),
        ("Zhu\u0304", "zhu"),
        ("10㎏ ①㊗", "10kg 1祝"),
        ("⻓⻔⽇", "长门日"),
        ("葛\U000e0100市", "葛市"),
        ("零\u200b宽", "零宽"),
        ("一\r\n\t　二", "一    二"),
        ("阿依古丽·买买提", "阿依古丽买买提"),
        ("\ud800", "\ufffd"),
        ("𠮷野家 𪚥", "𠮷野家 𪚥"),
    ],
)
def test_alike_spellings_meet(written, normalised):
    assert normalise(written) == normalised


@pytest.mark.parametrize("name", ["沈从文", "淼", "堃", "陶喆", "芸", "仝"])
def test_names_keep_their_characters(name):
    assert normalise(name) == name


@given(anything, anything)
def test_a_part_of_a_text_stays_a_part_of_it(one, other):
    long = "短" * SHORT  # short texts are folded another way
    assert normalise(one + long) == normalise(one) + long
    assert plain(one + long) == plain(one) + long
    assert normalise(one + other) == normalise(one) + normalise(other)
    assert normalise(one) in normalise(other + one + other)


@given(anything)
def test_folding_twice_is_folding_once(text):
    assert normalise(normalise(text)) == normalise(text)
    assert normalise(plain(text)) == normalise(text)
    assert len(plain(text)) == len(normalise(text))


@given(anything)
def test_every_normalised_part_leads_back_to_what_was_written(text):
    both = folded(text)
    assert both.text == normalise(text)
    for at in range(len(both.text)):
        start, stop = both.span(at, at + 1)
        assert 0 <= start < stop <= len(text)
        assert both.text[at] in normalise(text[start:stop])
    if both.text:
        start, stop = both.span(0, len(both.text))
        assert normalise(text[start:stop]) == both.text


def test_an_accent_of_its_own_is_marked_with_its_letter_and_a_dot_is_not():
    assert folded("Zhu\u0304 Yún").span(0, 3) == (0, 4)
    assert folded("古丽·买买提").span(0, 2) == (0, 2)
    assert folded("古丽·买买提").span(1, 3) == (1, 4)


def test_a_character_that_became_two_is_taken_whole():
    both = folded("重10㎏乾")
    assert both.text == "重10kg干"
    at = both.text.index("g")
    assert both.span(at, at + 1) == (3, 4)
    assert both.span(at + 1, at + 2) == (4, 5)


@pytest.mark.parametrize(
    ("text", "traditional"), [("乾坤著名", False), ("雲", True), ("word 3", False)]
)
def test_only_traditional_texts_are_called_so(text, traditional):
    assert is_traditional(plain(text)) is traditional


def test_the_table_in_the_tree_is_the_one_the_rules_give(tmp_path):
    written = tmp_path / "characters.txt"
    character_rules.write_table(written)
    lines = written.read_text("utf-8").split("\n")
    kept = character_rules.TABLE_FILE.read_text("utf-8").split("\n")
    assert set(kept[4:]) <= set(lines[4:])
    for step in (0, 2):
        pairs = zip(lines[step], lines[step + 1], strict=True)
        assert set(zip(kept[step], kept[step + 1], strict=True)) <= set(pairs)
    if unicodedata.unidata_version == "14.0.0":  # later ones know more characters
        assert kept == lines
