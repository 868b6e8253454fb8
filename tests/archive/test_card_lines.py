"""Breaking a card's texts into lines: marks stay where they may stand, words stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.cards.lines import (
    ELLIPSIS,
    NEVER_FIRST,
    NEVER_LAST,
    WORD_COST,
    break_lines,
    cut_to_lines,
)

CITATION = "林埭镇双庙村的乡村理发师，守着保本的价钱，也守着对一位流浪者、对老人们许下的每一句话。"


def width(text: str) -> float:
    """Return the width in hanzi: letters and figures take half of one."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def lines(text: str, limit: float, most: int = 9) -> list[str]:
    broken = break_lines(text, width, limit, most)
    assert broken is not None
    return broken.lines


@pytest.mark.parametrize("limit", range(9, 24))
def test_no_line_begins_or_ends_with_a_mark_that_may_not(limit):
    found = lines(CITATION, limit)

    assert "".join(found) == CITATION
    assert all(width(line) <= limit for line in found)
    assert not [line for line in found if line[0] in NEVER_FIRST]
    assert not [line for line in found[:-1] if line[-1] in NEVER_LAST]


def test_it_takes_the_fewest_lines():
    assert len(lines(CITATION, 22)) == 2
    assert len(lines("三十年守一句话。", 8)) == 1


def test_words_stay_whole_where_that_is_easy():
    found = break_lines("小厂倒闭欠下六十三人工资，他卖房打工还清了最后一笔。", width, 16, 3)

    assert found is not None
    assert found.lines == ["小厂倒闭欠下六十三人工资，", "他卖房打工还清了最后一笔。"]
    assert found.cost < WORD_COST


def test_a_word_is_split_rather_than_run_over_the_edge():
    assert lines("理发师", 2) == ["理发", "师"]


def test_a_figure_stays_with_what_it_counts():
    found = lines("十年免费理发近3000人次，一月不缺。", 12)

    assert any("3000人次" in line for line in found)


def test_a_number_in_words_is_not_torn_apart():
    found = lines("五元一顿饭五年没有涨价，六十二位老人每天有一张桌子。", 15)

    assert any("六十二位" in line for line in found)


def test_english_breaks_between_words_only():
    text = "An old boatman sleeps with a red thread tied to his wife's wrist."

    found = lines(text, 12)

    assert " ".join(found) == text


def test_what_cannot_fit_is_not_forced():
    assert break_lines(CITATION, width, 10, 2) is None
    assert break_lines("Donaudampfschiff", width, 3, 9) is None


def test_what_is_cut_ends_with_an_ellipsis():
    found = cut_to_lines(CITATION, width, 12, 2).lines

    assert len(found) == 2
    assert found[-1].endswith(ELLIPSIS)
    assert not found[-1].endswith(f"，{ELLIPSIS}")


def test_an_empty_text_has_no_lines():
    assert lines("  ", 10) == []


@given(st.text(max_size=60), st.integers(min_value=1, max_value=30))
def test_any_text_is_broken_or_refused(text, limit):
    broken = break_lines(text, width, limit, 5)

    if broken is not None:
        assert len(broken.lines) <= 5
        assert all(width(line) <= limit for line in broken.lines)
