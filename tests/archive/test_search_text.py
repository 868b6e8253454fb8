"""What a profile is found by follows the page, its honours, and the names of place and category."""

from __future__ import annotations

import pytest

from archive.models import HonoreePage
from archive.search_text import fold
from tests.factories.archive import (
    CategoryFactory,
    HonoreePageFactory,
    HonourFactory,
    PlaceFactory,
    story,
)

pytestmark = pytest.mark.django_db


def text_of(page) -> str:
    return HonoreePage.objects.get(pk=page.pk).search_text


def test_it_holds_everything_that_a_reader_may_ask_for():
    page = HonoreePageFactory(
        title="朱云观",
        title_en="Zhu Yunguan",
        citation="保本理发三十年。",
        standfirst="一位乡村理发师。",
        body=[
            *story("冬天，他给一位<b>流浪</b>汉理发。"),
            {"type": "quote", "value": {"text": "以后你的头发我包了", "speaker": "老朱"}},
            {
                "type": "timeline",
                "value": {"title": "", "entries": [{"when": "1990", "what": "开了小店"}]},
            },
            {
                "type": "figure",
                "value": {"figures": [{"value": "近３０００", "unit": "人次", "label": "免费"}]},
            },
        ],
    )
    HonourFactory(page=page, year=2025)

    text = text_of(page)

    for expected in (
        "朱云观",
        "Zhu Yunguan",
        "zhu yun guan",
        "zhuyunguan",
        "保本理发三十年。",
        "一位乡村理发师。",
        "流浪汉理发",
        "以后你的头发我包了",
        "开了小店",
        "近3000",
        "平湖市林埭镇双庙村",
        "诚实守信",
        "Honest and Trustworthy",
        "2025年",
    ):
        assert expected in text


def test_story_and_keywords_are_one_line_each():
    page = HonoreePageFactory(body=story("第一段。", "第二段。"))

    story_line, keywords = text_of(page).split("\n")

    assert "第一段。" in story_line
    assert page.title in keywords


def test_bold_inside_a_sentence_does_not_part_it():
    page = HonoreePageFactory(body=story("给一位<b>流浪</b>汉理发。"))

    assert "给一位流浪汉理发。" in text_of(page)


def test_a_draft_is_not_found_and_an_unpublished_page_no_longer():
    assert text_of(HonoreePageFactory(live=False)) == ""

    page = HonoreePageFactory()
    page.unpublish()
    assert text_of(page) == ""


def test_a_waiting_draft_of_a_public_page_is_not_found(waiting_again):
    assert "新的" not in text_of(waiting_again)
    assert "旧的一句话" in text_of(waiting_again)


def test_it_follows_a_new_a_changed_a_moved_and_a_deleted_honour():
    page, other = HonoreePageFactory(), HonoreePageFactory()
    honour = HonourFactory(page=page, year=2019)
    assert "2019年" in text_of(page)

    honour.year = 2020
    honour.save()
    assert "2019年" not in text_of(page)
    assert "2020年" in text_of(page)

    honour.page = other
    honour.save()
    assert "2020年" not in text_of(page)
    assert "2020年" in text_of(other)

    honour.delete()
    assert "2020年" not in text_of(other)


def test_a_revoked_honour_is_no_longer_found_by():
    honour = HonourFactory(year=2018)

    honour.status = "revoked"
    honour.save()

    assert "2018年" not in text_of(honour.page)


def test_it_follows_the_names_of_places_and_categories():
    honour = HonourFactory()
    town = honour.place.parent

    town.name = "改名镇"
    town.save()
    assert "平湖市改名镇双庙村" in text_of(honour.page)

    category = honour.category
    category.name = "守信"
    category.save()
    assert "诚实守信" not in text_of(honour.page)


def test_an_editors_draft_does_not_change_it():
    page = HonourFactory().page
    before = text_of(page)
    draft = page.specific
    draft.body = draft.body.stream_block.to_python(story("还没有发布的话。"))

    draft.save_revision()

    assert text_of(page) == before


def test_an_older_draft_published_later_keeps_the_honours():
    page = HonoreePageFactory()
    old = page.get_latest_revision()
    HonourFactory(page=page, year=2024, category=CategoryFactory(code="filial"))

    old.publish()

    assert "2024年" in text_of(page)
    assert page.honours.count() == 1


def test_only_letters_and_digits_are_folded():
    assert fold("近３０００人，（ＡＢＣ）") == "近3000人，（ABC）"


def test_the_place_of_the_page_counts_without_an_honour():
    page = HonoreePageFactory(place=PlaceFactory.chain("平湖市", "新埭镇", "新埭社区"))

    assert "新埭社区" in text_of(page)
