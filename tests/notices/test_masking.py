"""Masked names: all but the surname, wherever the name stands; groups keep theirs."""

from __future__ import annotations

import pytest

from goodpeople.notices.publication import mask_in_text, mask_name


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张某"),
        ("张三丰", "张某某"),
        ("欧阳修", "欧阳某"),
        ("司马相如", "司马某某"),
        # A surname of two characters alone is a surname of one and a given name.
        ("欧阳", "欧某"),
        # Forms set a space between two characters so that columns line up.
        ("张 三", "张某"),
        ("张\u3000三", "张某"),
        ("买买提·阿不都热合曼", "买某某"),
        ("俞静华（示例）", "俞某某（示例）"),
        ("张", "张"),
        ("", ""),
    ],
)
def test_a_person_keeps_the_surname(name, masked):
    assert mask_name(name, "person") == masked


def test_a_group_keeps_its_name():
    assert mask_name("枫叶湾水闸值守组", "group") == "枫叶湾水闸值守组"
    assert mask_in_text("枫叶湾水闸值守组守了二十年", "枫叶湾水闸值守组", "group").startswith(
        "枫叶湾"
    )


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("俞静华每天给邻居送饭，俞静华不收钱。", "俞某某每天给邻居送饭，俞某某不收钱。"),
        ("俞 静华每天送饭。", "俞某某每天送饭。"),
        ("大家都叫她静华老师。", "大家都叫她某某老师。"),
        ("老俞每天送饭。", "老俞每天送饭。"),
    ],
)
def test_the_name_is_masked_inside_texts(text, masked):
    assert mask_in_text(text, "俞静华（示例）", "person") == masked


def test_a_given_name_of_one_character_hits_no_other_word():
    text = "龚敏反应敏捷，龚敏跳进河里。"

    assert mask_in_text(text, "龚敏", "person") == "龚某反应敏捷，龚某跳进河里。"


def test_a_name_with_signs_of_a_pattern_is_taken_literally():
    assert mask_in_text("A.*来了", "A.*", "person") == "A某某来了"
