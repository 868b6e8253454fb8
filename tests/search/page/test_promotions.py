"""What editors put first for certain words; nobody's words are written down."""

from __future__ import annotations

import pytest
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits, SearchPromotion

from tests.search.page.asking import found, search

pytestmark = pytest.mark.django_db


@pytest.fixture
def promote():
    """Return a function that promotes pages, or an address, for some words."""

    def act(words: str, *pages, url: str = "", text: str = "") -> None:
        query = Query.get(words)
        for number, page in enumerate(pages):
            SearchPromotion.objects.create(query=query, page=page, sort_order=number)
        if url:
            SearchPromotion.objects.create(
                query=query, external_link_url=url, external_link_text=text, sort_order=9
            )

    return act


def labels(response) -> list[str]:
    return [str(one.label) for one in response.context["promoted"]]


def test_they_stand_first_for_just_these_words(client, barber, teacher, promote):
    promote("摆渡", teacher, barber, url="https://example.org/", text="一部纪录片")

    response = search(client, q=" 摆渡 ")

    assert labels(response) == ["孙示教", "钱示理", "一部纪录片"]
    assert found(response) == []
    assert labels(search(client, q="摆渡船")) == []


def test_traditional_words_count_as_the_simplified(client, barber, promote):
    promote("摆渡", barber)

    assert labels(search(client, q="擺渡")) == ["钱示理"]


def test_not_on_a_later_page_nor_under_filters(client, barber, promote):
    promote("摆渡", barber)

    assert labels(search(client, q="摆渡", kind="person")) == []


def test_who_is_not_public_is_not_promoted(client, barber, teacher, promote):
    promote("摆渡", barber, teacher)
    barber.unpublish()
    teacher.view_restrictions.create(restriction_type="login")

    assert labels(search(client, q="摆渡")) == []


def test_a_page_that_is_no_honouree_can_be_promoted(client, barber, promote):
    promote("名录", barber.get_parent())

    assert labels(search(client, q="名录")) == [barber.get_parent().title]


def test_markup_in_a_description_is_text(client, barber, promote):
    promote("摆渡", barber)
    SearchPromotion.objects.update(description="<script>alert(1)</script>")

    assert "<script>alert" not in search(client, q="摆渡").content.decode()


def test_no_question_is_written_down(client, barber):
    search(client, q="某人的名字")
    search(client, q="流浪")

    assert not Query.objects.exists()
    assert not QueryDailyHits.objects.exists()
