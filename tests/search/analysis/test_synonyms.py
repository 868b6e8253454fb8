"""Synonyms: applied to what is asked, bounded, and told."""

from __future__ import annotations

from search.engine.analysis.synonyms import MAX_IN_ALL, MAX_PER_WORD, Alternative, Synonyms

SYNONYMS = Synonyms([["剃头", "理发", "理髮"], ["老人", "长者"], ["电脑", "computer", ""]])


def texts(asked: str) -> list[str]:
    return [other.text for other in SYNONYMS.alternatives([asked]).get(asked, ())]


def test_every_word_of_a_group_stands_for_the_others():
    assert texts("剃头") == ["理发"]
    assert texts("理发") == ["剃头"]
    assert texts("computer") == ["电脑"]


def test_the_reader_can_be_told_which_word_became_which():
    assert SYNONYMS.alternatives(["免费剃頭"]) == {
        "免费剃頭": (Alternative("免费理髮".replace("髮", "发"), "剃头", "理髮"),)
    }


def test_a_word_inside_a_run_counts_and_a_part_of_a_latin_word_does_not():
    assert texts("为老人剃头") == ["为长者剃头", "为老人理发"]
    assert texts("computers") == []


def test_words_without_synonyms_have_none():
    assert SYNONYMS.alternatives(["朱云观", "", "2025"]) == {}
    assert Synonyms().alternatives(["理发"]) == {}


def test_there_is_an_end_to_them():
    many = Synonyms([[f"词{chr(0x4E00 + n)}" for n in range(100)]])
    asked = [f"词{chr(0x4E00 + n)}" for n in range(20)]
    found = many.alternatives(asked)
    assert max(map(len, found.values())) == MAX_PER_WORD
    assert sum(map(len, found.values())) == MAX_IN_ALL
