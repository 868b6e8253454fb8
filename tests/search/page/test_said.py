"""What was done with the words beside looking for them is said, and can be undone."""

from __future__ import annotations

import pytest
from django.utils.http import urlencode

from search.page.synonyms import store
from tests.search.page.asking import found, search

pytestmark = pytest.mark.usefixtures("answered")


def said(response) -> list[str]:
    return [f"{one['text']} {one.get('label', '')}".strip() for one in response.context["said"]]


def test_synonyms_are_told_and_can_be_left_out(client, barber):
    store([["剃头", "剪了头发", "理发"]])

    response = search(client, q="剃头", kind="person")
    assert found(response) == ["钱示理"]
    (one,) = response.context["said"]
    assert "剪了头发、理发" in one["text"]
    assert one["url"] == "/search/?" + urlencode({"q": "剃头", "kind": "person", "exact": "1"})

    exactly = client.get(one["url"])
    assert found(exactly) == []
    assert exactly.context["near"] == []
    (back,) = exactly.context["said"]
    assert back["url"] == "/search/?" + urlencode({"q": "剃头", "kind": "person"})


def test_a_synonym_inside_a_longer_word_counts(client, barber):
    store([["流浪汉", "流浪者"]])

    response = search(client, q="门外的流浪者")

    assert found(response) == ["钱示理"]
    assert "流浪汉" in said(response)[0]


def test_a_marked_synonym_shows_why_it_was_found(client, barber):
    store([["剃头", "剪了头发"]])

    (result,) = search(client, q="剃头").context["results"]

    assert "<mark>剪了头发</mark>" in result.excerpt


def test_exact_takes_the_words_as_they_stand(client, barber):
    assert found(search(client, q="流浪汉叫进", exact="1")) == ["钱示理"]
    assert found(search(client, q="qianshili", exact="1")) in ([], ["钱示理"])
    assert found(search(client, q="流浪 分文", exact="1")) == ["钱示理"]


def test_traditional_characters_are_said_to_be_taken_as_simplified(client, barber):
    response = search(client, q="流浪漢")

    assert found(response) == ["钱示理"]
    assert len(said(response)) == 1
    assert said(search(client, q="流浪汉")) == []


def test_a_question_that_was_cut_says_so(client, barber):
    assert "16" in search(client, q="一 " * 9 + " ".join(map(str, range(20)))).context["notices"][0]
    assert search(client, q="流浪").context["notices"] == []


def test_a_question_without_a_word_says_so(client, barber):
    response = search(client, q="？！")

    assert found(response) == []
    assert len(response.context["notices"]) == 1
