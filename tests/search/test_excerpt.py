"""A passage around the first hit: marked, escaped, never of the keywords."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.page.excerpts import BEFORE, LENGTH, excerpt

LONG = "前" * 200 + "他给流浪汉理发" + "后" * 200


def test_it_stands_around_the_first_hit():
    passage = str(excerpt(LONG + "\n关键词", ["理发"]))

    assert (
        passage
        == "…"
        + "前" * (BEFORE - 5)
        + "他给流浪汉<mark>理发</mark>"
        + "后" * (LENGTH - BEFORE - 2)
        + "…"
    )


def test_every_hit_in_the_passage_is_marked_whatever_its_case():
    assert excerpt("Zhu 和 zhu", ["ZHU"]) == "<mark>Zhu</mark> 和 <mark>zhu</mark>"


def test_a_word_inside_a_longer_one_is_marked_once():
    assert excerpt("诚实守信", ["守信", "诚实守信"]) == "<mark>诚实守信</mark>"


def test_a_hit_among_the_keywords_shows_the_storys_beginning():
    assert excerpt("一句话。\n双庙村", ["双庙村"]) == "一句话。"


def test_markup_in_the_story_is_text():
    assert excerpt("a<b>&理发", ["理发"]) == "a&lt;b&gt;&amp;<mark>理发</mark>"


@given(st.text(max_size=200), st.lists(st.text(max_size=5), max_size=8))
def test_nothing_but_marks_is_markup(text, terms):
    passage = str(excerpt(text, terms))
    bare = passage.replace("<mark>", "").replace("</mark>", "")

    assert "<" not in bare
    assert ">" not in bare
