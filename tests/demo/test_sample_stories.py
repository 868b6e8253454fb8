"""The seventy-two sample stories: enough of every kind to search and browse, none told twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from goodpeople.demo.samples import names_in, read

STORIES: dict[str, dict[str, Any]] = {
    name.removeprefix("samples/"): read(name) for name in names_in("samples")
}
HONOURS = [honour for story in STORIES.values() for honour in story["honours"]]
LEVELS = ("county", "city", "province")
HANZI = "\u3400-\u9fff\U00020000-\U0003ffff"


def towns() -> dict[str, str]:
    """The town of every place below one."""
    (city,) = read("places")
    found: dict[str, str] = {}
    for town in city["children"]:
        found[town["slug"]] = town["slug"]
        found.update({village["slug"]: town["slug"] for village in town.get("children", [])})
    return found


def paragraphs(story: dict[str, Any]) -> list[str]:
    sections = [block["value"] for block in story["body"] if block["type"] == "section"]
    return [paragraph for section in sections for paragraph in section["paragraphs"]]


def told(story: dict[str, Any]) -> Iterator[str]:
    """All that is told in sentences: not the source, which is the same everywhere."""
    yield from (story["citation"], story["overview"], *paragraphs(story))
    for block in story["body"]:
        if block["type"] == "quote":
            yield block["value"]["text"]
        if block["type"] == "timeline":
            yield from (item["what"] for item in block["value"]["items"])


def sentences(text: str) -> list[str]:
    """The sentences of a text, hanzi only."""
    pieces = re.split("[\u3002\uff01\uff1f\uff1b\n]", text)
    return [hanzi for piece in pieces if (hanzi := "".join(re.findall(f"[{HANZI}]", piece)))]


def test_there_are_seventy_two_of_persons_and_groups() -> None:
    kinds = Counter(story["kind"] for story in STORIES.values())
    assert kinds.total() == 72
    assert set(kinds) == {"person", "group"}
    assert kinds["group"] >= 6


def test_every_category_is_well_filled() -> None:
    categories = Counter(honour["category"] for honour in HONOURS)
    assert set(categories) == {"helping-others", "bravery", "honesty", "dedication", "filial"}
    assert min(categories.values()) >= 12


def test_every_town_has_at_least_three() -> None:
    of = towns()
    counts = Counter(of[story["place"]] for story in STORIES.values())
    assert set(counts) == set(of.values())
    assert len(counts) == 9
    assert min(counts.values()) >= 3


def test_every_year_from_2016_to_2025_has_some() -> None:
    years = Counter(honour["year"] for honour in HONOURS)
    assert sorted(years) == list(range(2016, 2026))
    assert min(years.values()) >= 4


def test_every_level_occurs_and_the_county_most() -> None:
    levels = Counter(honour["level"] for honour in HONOURS)
    assert tuple(level for level, _count in levels.most_common()) == LEVELS


def test_some_were_honoured_again_later_and_higher() -> None:
    twice = [story["honours"] for story in STORIES.values() if len(story["honours"]) > 1]
    assert len(twice) >= 3
    for first, second in twice:
        assert first["year"] < second["year"]
        assert LEVELS.index(first["level"]) < LEVELS.index(second["level"])


def test_two_share_a_name_and_differ_in_all_else() -> None:
    namesakes = defaultdict(list)
    for story in STORIES.values():
        namesakes[story["title"]].append(story)
    shared = {name: stories for name, stories in namesakes.items() if len(stories) > 1}
    assert set(shared) == {"\u6c88\u5efa\u82f1"}
    ((first, second),) = shared.values()
    assert first["place"] != second["place"]
    assert first["honours"][0]["category"] != second["honours"][0]["category"]


def test_one_was_honoured_after_death() -> None:
    after_death = "\u8eab\u540e(\u5217\u5165|\u5165\u9009|\u9009\u4e3a)"
    assert any(re.search(after_death, text) for s in STORIES.values() for text in told(s))


def test_names_have_rare_characters_and_one_outside_the_basic_plane() -> None:
    letters = {letter for story in STORIES.values() for letter in story["title"]}
    assert set("\u7fc0\u8d5f\u5803\u5586") <= letters
    assert letters & set("\u4dae\u71da")
    assert [letter for letter in letters if ord(letter) > 0xFFFF] == ["\U0002cb2d"]


def test_no_two_stories_share_a_long_sentence() -> None:
    where = defaultdict(set)
    for slug, story in STORIES.items():
        for text in told(story):
            for sentence in sentences(text):
                if len(sentence) > 20:
                    where[sentence].add(slug)
    assert {sentence: slugs for sentence, slugs in where.items() if len(slugs) > 1} == {}


def test_no_two_stories_open_alike() -> None:
    openings = Counter(sentences(paragraphs(story)[0])[0][:8] for story in STORIES.values())
    assert [opening for opening, count in openings.items() if count > 1] == []


def test_no_two_are_shown_by_the_same_picture_or_praised_in_the_same_words() -> None:
    pictures = [story["illustration"] for story in STORIES.values()]
    for field in ("key", "alt", "caption"):
        assert len({picture[field] for picture in pictures}) == len(pictures)
    for field in ("citation", "citation_en", "overview", "overview_en"):
        assert len({story[field] for story in STORIES.values()}) == len(STORIES)
