"""Who is found by which words, in which order, and with what marked."""

from __future__ import annotations

import pytest

from search.page.synonyms import store
from tests.factories.archive import HonoreePageFactory, HonourFactory, story
from tests.search.page.asking import found, search

pytestmark = pytest.mark.usefixtures("answered")


@pytest.mark.parametrize(
    "words",
    [
        "钱示理",
        "Sample Barber",
        "sample barber",
        "qianshili",
        "流浪",
        "叫进店",
        "分文不取",
        "双庙村",
        "林埭镇",
        "诚实守信",
        "Helping Others",
        "2023年",
        "流浪 双庙村 2025",
        "　流浪　分文　",
        "“流浪汉”，分文！",
        "流浪漢",
        "流浪 -教书",
    ],
)
def test_found_by(words, client, barber, teacher):
    assert found(search(client, q=words)) == ["钱示理"]


@pytest.mark.parametrize("words", ["没有的词", "流浪 教书", "“流浪 分文”", "流浪 -分文", "-流浪"])
def test_not_found_by(words, client, barber, teacher):
    response = search(client, q=words)

    assert found(response) == []
    assert response.context["total"] == 0


def test_the_hit_is_marked_in_its_sentence(client, barber):
    (result,) = search(client, q="流浪").context["results"]

    assert "门外的<mark>流浪</mark>汉叫进店里" in result.excerpt
    assert result.excerpt_lang == ""


def test_a_traditional_question_marks_the_simplified_story(client, barber):
    (result,) = search(client, q="流浪漢").context["results"]

    assert "<mark>流浪汉</mark>" in result.excerpt


def test_the_name_is_marked(client, barber):
    (result,) = search(client, q="钱示理").context["results"]

    assert result.name == "<mark>钱示理</mark>"


def test_markup_in_a_story_is_text(client, db):
    HonourFactory(page__title="李示例", page__citation="<b>&稀有词</b>")

    (result,) = search(client, q="稀有词").context["results"]

    assert result.excerpt.startswith("&lt;b&gt;&amp;<mark>稀有词</mark>&lt;/b&gt;")


def test_a_hit_in_the_name_comes_first(client, barber):
    HonourFactory(page__title="路人", page__body=story("认识一位钱示理。"), year=2026)

    assert found(search(client, q="钱示理")) == ["钱示理", "路人"]


def test_a_synonym_finds_what_was_not_written(client, barber):
    assert found(search(client, q="理发不要钱")) == []
    store([["分文不取", "不要钱"], ["剪了头发", "理发"]])

    assert found(search(client, q="不要钱 理发")) == ["钱示理"]


def test_who_is_not_public_is_not_found(client, db):
    HonourFactory(page__title="示例待发二", year=2026).page.unpublish()
    restricted = HonourFactory(page__title="示例待发三", year=2026).page
    restricted.view_restrictions.create(restriction_type="login")
    HonoreePageFactory(title="示例待发一", awaiting=True)

    for asked in ({"q": "示例待发"}, {"year": "2026"}, {"kind": "person"}):
        response = search(client, **asked)
        assert found(response) == []
        assert response.context["near"] == []
        assert "示例待发" not in response.content.decode().replace("示例待发”", "").replace(
            'value="示例待发"', ""
        ).replace("示例待发 ·", "")


def test_someone_without_an_honour_is_found_by_words(client, db):
    HonoreePageFactory(title="示例无荣誉")

    (result,) = search(client, q="示例无荣誉").context["results"]

    assert result.page.title == "示例无荣誉"
    assert result.main_honour is None


def test_the_english_page_answers_in_english(client, barber):
    response = client.get("/en/search/", {"q": "cannot pay"})
    (result,) = response.context["results"]

    assert result.name == "Sample Barber"
    assert "whoever <mark>cannot pay</mark>" in result.excerpt.replace("</mark> <mark>", " ")
    assert result.excerpt_lang == ""


def test_a_chinese_passage_on_the_english_page_says_its_language(client, barber):
    (result,) = client.get("/en/search/", {"q": "流浪"}).context["results"]

    assert "<mark>流浪</mark>" in result.excerpt
    assert result.excerpt_lang == "zh-Hans"


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("newest", ["孙示教", "钱示理", "示例摆渡班"]),
        ("name", ["钱示理", "示例摆渡班", "孙示教"]),
    ],
)
def test_order(sort, order, client, barber, teacher, ferry):
    HonourFactory(page=teacher, year=2026)

    response = search(client, q="平湖市", sort=sort)

    assert found(response) == order
    assert [one["active"] for one in response.context["sorts"]] == [
        False,
        sort == "newest",
        sort == "name",
    ]


def test_pages_keep_words_filters_and_order(client, db):
    for _ in range(23):
        HonourFactory(year=2024)

    response = search(client, q="小店", year="2024", sort="name")

    assert response.context["total"] == 23
    assert len(response.context["results"]) == 20
    second = client.get(response.context["next_page_url"])
    assert len(second.context["results"]) == 3
    assert len(set(found(response) + found(second))) == 23
