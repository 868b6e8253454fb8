"""Where the strict search finds little, a looser one stands below it, labelled and apart."""

from __future__ import annotations

import pytest
from django.utils.html import escape

from search.page.synonyms import store
from tests.factories.archive import HonourFactory
from tests.search.page.asking import found, near, search


@pytest.mark.usefixtures("answered")
def test_some_of_the_words_are_near(client, barber, teacher):
    response = search(client, q="流浪汉 过河")

    assert found(response) == []
    assert sorted(near(response)) == sorted(["钱示理", "孙示教"])
    assert escape("没有完全匹配的结果，以下是相近结果") in translated(response)


@pytest.mark.usefixtures("answered")
def test_near_ones_are_never_among_the_strict(client, barber, teacher):
    response = search(client, q="村里 过河")

    assert found(response) == ["孙示教"]
    assert "孙示教" not in near(response)
    assert "没有完全匹配" not in translated(response)


@pytest.mark.usefixtures("answered")
def test_filters_hold_for_near_ones_too(client, barber, teacher):
    assert near(search(client, q="流浪汉 过河", town="lindaizhen")) == ["钱示理"]


@pytest.mark.usefixtures("answered")
def test_excluded_words_stay_excluded(client, barber, teacher):
    assert near(search(client, q="流浪汉 过河 -教书")) == ["钱示理"]


@pytest.mark.usefixtures("answered")
def test_five_strict_ones_need_no_near_ones(client, barber):
    for _ in range(5):
        HonourFactory(page__citation="送菜的人。")

    response = search(client, q="送菜 人")

    assert len(found(response)) == 5
    assert near(response) == []


@pytest.mark.usefixtures("answered")
def test_nothing_near_is_no_list(client, barber):
    assert near(search(client, q="鑫焱")) == []


@pytest.mark.usefixtures("answered")
def test_the_second_page_repeats_no_near_ones(client, barber, teacher):
    assert search(client, q="流浪汉 过河", page="2").context["page_obj"].number == 1


@pytest.mark.usefixtures("by_engine")
@pytest.mark.parametrize("slip", ["钱是理", "钱示力", "前示理", "钱理示", "钱示"])
def test_a_slip_of_a_name_is_near(slip, client, barber, teacher):
    response = search(client, q=slip)

    assert "钱示理" in found(response) + near(response)


@pytest.mark.usefixtures("by_engine")
def test_the_name_that_was_meant_is_offered(client, barber, teacher):
    response = search(client, q="钱是理")

    assert found(response) == []
    (meant,) = response.context["said"]
    assert meant["label"] == "钱示理"
    assert found(client.get(meant["url"])) == ["钱示理"]


@pytest.mark.usefixtures("by_engine")
def test_no_name_is_offered_for_words_that_are_none(client, barber, teacher):
    assert search(client, q="流浪汉 过河").context["said"] == []


@pytest.mark.usefixtures("by_engine")
def test_a_synonym_alone_is_near(client, barber):
    store([["剃头", "剪了头发"]])

    assert near(search(client, q="剃头 没有的词")) == ["钱示理"]


@pytest.mark.usefixtures("by_engine")
def test_a_paraphrase_that_shares_no_word_is_near_by_its_characters(client, barber, teacher):
    assert near(search(client, q="汉子流落店门"))[:1] == ["钱示理"]


@pytest.mark.usefixtures("by_engine")
def test_a_few_characters_in_common_are_not_enough(client, barber, teacher):
    # One of seven stands in her story.
    assert near(search(client, q="教皇骑象渡洋记")) == []


def translated(response) -> str:
    """Return the page with the near list's headings in Chinese, catalogue merged or not."""
    return (
        response.content.decode()
        .replace("Nothing matches in full; these come near", "没有完全匹配的结果，以下是相近结果")
        .replace("Similar results", "相近结果")
    )
