"""Names in pinyin, and text that carries its language."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.utils import translation

from archive.pinyin import pinyin_forms, pinyin_with_tones, slug_for
from archive.shown import shown


@pytest.mark.parametrize(
    ("name", "pinyin", "slug"),
    [
        ("朱云观", "Zhū Yúnguān", "zhu-yunguan"),
        ("欧阳示", "Ōuyáng Shì", "ouyang-shi"),
        ("单小田", "Shàn Xiǎotián", "shan-xiaotian"),
        ("曾示例", "Zēng Shìlì", "zeng-shili"),
        ("李", "Lǐ", "li"),
        ("Anna", "Anna", "anna"),
    ],
)
def test_a_persons_name_is_surname_and_given_name(name, pinyin, slug):
    assert pinyin_with_tones(name) == pinyin
    assert slug_for(name) == slug


def test_a_groups_name_is_read_by_syllable():
    assert pinyin_with_tones("示例队", is_person=False) == "Shì Lì Duì"


def test_a_reader_may_type_the_name_in_any_of_these_ways():
    assert pinyin_forms("朱云观") == ["zhu yun guan", "zhu yunguan", "zhuyunguan"]


def test_a_name_without_letters_has_no_slug():
    assert slug_for("。。") == ""


def render(text) -> str:
    return Template("{{ text }}|{{ text.plain }}").render(Context({"text": text}))


def test_chinese_on_a_chinese_page_is_plain_and_escaped():
    assert render(shown("一<二", "One")) == "一&lt;二|一&lt;二"


def test_english_is_shown_where_there_is_some_and_chinese_marked_where_not():
    with translation.override("en"):
        assert render(shown("一", "One")) == "One|One"
        assert render(shown("一<二")) == '<span lang="zh-Hans">一&lt;二</span>|一&lt;二'
        assert render(shown("")) == "|"
