"""The engine with the Chinese analysis: what brute force finds, and what ranks first."""

from __future__ import annotations

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine import queries as q
from search.engine.analysis.characters import HANZI_RUN, normalise
from search.engine.analysis.chinese import ChineseAnalysis
from search.engine.analysis.passages import Highlighter
from search.engine.documents import Document
from search.engine.index import Index
from search.engine.schema import Schema, TextField
from tests.bench.people import profiles

SCHEMA = Schema(
    texts=(
        TextField("name", boost=6.0, pinyin=True, autocomplete=True),
        TextField("story"),
    )
)
TRADITIONAL = opencc.OpenCC("s2t").convert
PROFILES = list(profiles(150))
STORIES = {
    f"p{each.number}": TRADITIONAL(each.body) if each.number % 3 == 0 else each.body
    for each in PROFILES
}
NAMES = {f"p{each.number}": each.name for each in PROFILES} | {"zhu": "朱雲觀", "cha": "查良镛"}
STORIES |= {
    "zhu": "他著有《王乾坤》，在梅园里为老人理发，二〇一五年起近3,000人次，又為隣里送湯。",
    "cha": "十年里，查良镛在河边救起三个孩子。",
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    folder = tmp_path_factory.mktemp("engine") / "index"
    index = Index(str(folder), SCHEMA, ChineseAnalysis())
    with index.writer() as writer:
        for key, story in STORIES.items():
            writer.add(Document(key, {"name": NAMES[key], "story": story}))
        writer.commit()
    return index.snapshot()


def found(snapshot, query: q.Query) -> list[str]:
    return [hit.key for hit in snapshot.match(query).page(0, 10_000)]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_part_of_a_story_finds_it_and_brute_force_agrees(snapshot, data):
    key = data.draw(st.sampled_from(sorted(STORIES)))
    runs = [run for run in HANZI_RUN.findall(STORIES[key]) if len(run) > 1]
    run = data.draw(st.sampled_from(runs))
    start = data.draw(st.integers(0, len(run) - 2))
    part = run[start : data.draw(st.integers(start + 2, len(run)))]
    holding = {
        key
        for key, story in STORIES.items()
        if normalise(part) in normalise(story) or normalise(part) in normalise(NAMES[key])
    }
    assert key in holding
    assert set(found(snapshot, q.PhraseText(part))) == holding
    assert holding <= set(found(snapshot, q.Words(part)))


@pytest.mark.parametrize("key", ["p0", "p1", "p2", "p99"])
def test_a_name_ranks_its_own_profile_first(snapshot, key):
    name = NAMES[key]
    same = {other for other, given in NAMES.items() if given == name}
    assert found(snapshot, q.Words(name))[0] in same
    assert found(snapshot, q.Words(TRADITIONAL(name)))[0] in same


@pytest.mark.parametrize(
    "asked",
    [
        "朱云观",
        "朱雲觀",
        "zhuyunguan",
        "Zhū Yúnguān",
        "yunguan zhu",
        "zyg",
        "云观 理发",
        "朱云观理发",
        "为隣里送湯",
        "梅园里",
        "王乾坤",
        "3000 梅园",
        "2015年 理发",
        "３０００人次",
    ],
)
def test_the_barber_is_found_first(snapshot, asked):
    assert found(snapshot, q.Words(asked))[0] == "zhu"


@pytest.mark.parametrize(
    "asked", ["朱允观", "竹云光", "朱亮观", "朱观云", "zuyunguan", "zu yun guan"]
)
def test_a_near_miss_finds_him_first_when_asked_for(snapshot, asked):
    assert found(snapshot, q.Words(asked)) == []
    assert found(snapshot, q.FuzzyText(asked))[0] == "zhu"


@pytest.mark.parametrize("typed", ["朱", "朱云", "zhuyu", "zyg", "zhuyg", "查", "zhal"])
def test_suggestions_come_while_typing(snapshot, typed):
    assert {"zhu", "cha"} & set(found(snapshot, q.Prefix(typed)))


def test_what_was_searched_for_can_be_seen(snapshot):
    for asked in ("朱云观", "理发", "3000", "隣里", "zhuyunguan"):
        highlighter = Highlighter(snapshot.analysis.query_runs(asked))
        title = highlighter.marked(NAMES["zhu"])
        story = highlighter.passage(STORIES["zhu"], names=(NAMES["zhu"],))
        assert title.has_hits or story.has_hits, asked


def test_a_run_as_it_stands_ranks_before_its_words_apart(snapshot):
    stories = [key for key in STORIES if key not in ("zhu", "cha")]
    for key in stories[:12]:
        run = max(HANZI_RUN.findall(STORIES[key]), key=len)[3:12]
        assert found(snapshot, q.Words(run))[0] == key, run


def test_signs_alone_find_nothing(snapshot):
    for asked in ("", "，。！", "***", "([{", "\x00\x01", "\ud800"):
        assert found(snapshot, q.Words(asked)) == []
        assert found(snapshot, q.FuzzyText(asked)) == []
        assert found(snapshot, q.Prefix(asked)) == []
