"""Numbers and dates, however they are written, are looked up in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.analysis.numbers import readings

NUMERALS = "0123456789〇零一二两三四五六七八九十百千万亿,.年月日号-/"


def forms(text: str) -> list[str]:
    return [form for reading in readings(text) for form in reading.forms]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3,000", "3000"),
        ("1,234,567.50", "1234567.5"),
        ("三千", "3000"),
        ("3千", "3000"),
        ("1.2万", "12000"),
        ("三万五千", "35000"),
        ("三千零五", "3005"),
        ("一亿两千万", "120000000"),
        ("十一", "11"),
        ("二十", "20"),
        ("二百一十七", "217"),
        ("十五亿", "1500000000"),
    ],
)
def test_a_number_has_one_form(written, value):
    assert forms(f"近{written}人") == [value]


@pytest.mark.parametrize(
    "written",
    ["2025年3月1日", "2025-03-01", "2025/3/1", "2025.3.1", "二〇二五年三月一日", "2025年3月1号"],
)
def test_a_date_is_found_by_its_day_month_and_year(written):
    assert forms(written) == ["2025-03-01", "2025-03", "2025"]


def test_a_month_or_a_year_in_hanzi_is_read_too():
    assert forms("2025年3月") == ["2025-03", "2025"]
    assert forms("二〇二四年六月十七日") == ["2024-06-17", "2024-06", "2024"]
    assert forms("2025-03") == ["2025-03", "2025"]
    assert forms("一九四九年") == ["1949"]


@pytest.mark.parametrize(
    "text", ["3000人", "2015-2019", "千万不要", "一个人", "13800001111", "1.2.3.4.5", "万一"]
)
def test_what_is_plain_already_or_no_number_is_left_alone(text):
    assert [form for form in forms(text) if form not in ("1.2", "3.4")] == []


def test_a_reading_says_where_it_stands():
    text = "于二〇二四年捐款3,000元"
    assert [text[r.start : r.stop] for r in readings(text)] == ["二〇二四年", "3,000"]


@given(st.text(NUMERALS, max_size=60))
def test_any_numerals_are_read_without_an_error(text):
    for reading in readings(text):
        assert 0 <= reading.start < reading.stop <= len(text)
        assert all(form for form in reading.forms)
