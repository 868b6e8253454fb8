"""The analysis as the engine sees it: index terms, query runs, prefixes, near misses."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.analysing import Run
from search.engine.analysis.chinese import MAX_RUNS, ChineseAnalysis
from search.engine.schema import TextField

ANALYSIS = ChineseAnalysis()
STORY = TextField("story")
NAME = TextField("name", pinyin=True, autocomplete=True)


def matches(run: Run, text: str, field: TextField = STORY) -> bool:
    """Say whether a document of one field matches, in the words of `analysing.Run`."""
    terms = ANALYSIS.index_terms(text, field)
    return (
        bool(run.text and run.text in ANALYSIS.normalise(text))
        or bool(run.words and set(run.words) <= set(terms))
        or any(term.startswith(prefix) for prefix in run.prefixes for term in terms)
        or any(matches(other, text, field) for other in run.alternatives)
    )


def found(query: str, text: str, field: TextField = STORY) -> bool:
    runs = ANALYSIS.query_runs(query)
    return bool(runs) and all(matches(run, text, field) for run in runs)


STORY_TEXT = (
    "朱云观在平湖市钟埭街道梅园里社区开了一家理发店，二〇一五年九月起为独居老人免费理发，"
    "十年来理发近3,000人次，被评为2025年助人为乐好人。他著有《王乾坤与乾淨的社區》一书，用iPhone记账。"
)


@pytest.mark.parametrize(
    "query",
    [
        "朱云观",
        "云观",
        "云观在平",
        "理发",
        "免费 理发",
        "云观 理发",
        "云观理发",
        "朱雲觀",
        "2025",
        "2025年",
        "２０２５年",
        "2015年9月",
        "2015-09",
        "3000",
        "三千",
        "3000人次",
        "iphone",
        "IPHONE",
        "王乾坤",
        "王干坤",
        "干净的社区",
        "的",
    ],
)
def test_a_query_finds_the_story(query):
    assert found(query, STORY_TEXT)


@pytest.mark.parametrize("query", ["李云观", "理发师", "2024", "300", "phone", "朱云观 钢琴", ""])
def test_other_queries_do_not(query):
    assert not found(query, STORY_TEXT)


@given(st.data())
def test_every_run_of_hanzi_of_a_story_finds_it(data):
    start = data.draw(st.integers(0, len(STORY_TEXT) - 2))
    stop = data.draw(st.integers(start + 2, min(len(STORY_TEXT), start + 24)))
    part = STORY_TEXT[start:stop]
    if any("\u4e00" <= char <= "\u9fff" for char in part):
        hanzi = "".join(char if "\u3007" <= char <= "\u9fff" else " " for char in part).strip()
        for run in hanzi.split():
            if len(run) > 1:
                assert found(run, STORY_TEXT), run


@pytest.mark.parametrize(
    "query", ["zhuyunguan", "Zhū Yúnguān", "zhu yun guan", "yunguan zhu", "朱yun", "zyg", "ZHU"]
)
def test_a_name_is_found_in_pinyin_and_a_story_is_not(query):
    assert found(query, "朱云观", NAME)
    assert not found(query, STORY_TEXT)


@pytest.mark.parametrize(
    "typed", ["朱", "朱云", "云观", "zhuyung", "zhu", "yung", "zhuy", "zy", "朱允"]
)
def test_what_is_being_typed_finds_the_name(typed):
    runs = ANALYSIS.prefix_runs(typed)
    assert runs
    assert all(matches(run, "朱云观", NAME) for run in runs)


@pytest.mark.parametrize("typed", ["李", "云朱", "zhuyuni", "x", "", "，"])
def test_what_begins_nothing_finds_nothing(typed):
    runs = ANALYSIS.prefix_runs(typed)
    assert not (runs and all(matches(run, "朱云观", NAME) for run in runs))


@pytest.mark.parametrize(
    "written", ["朱允观", "竹云观", "祖云光", "朱芸管", "朱观云", "朱观", "zuyunguan"]
)
def test_a_near_miss_finds_the_name_only_when_asked_for(written):
    fuzzy = ANALYSIS.fuzzy_runs(written)
    assert all(matches(run, "朱云观", NAME) for run in fuzzy)
    assert not found(written, "朱云观", NAME)


@pytest.mark.parametrize("typed", ["zu yun guan", "zhu yong guan", "zhu yun guang"])
def test_parted_pinyin_that_sounds_alike_is_a_near_miss_of_the_whole_name(typed):
    fuzzy = ANALYSIS.fuzzy_runs(typed)
    assert all(matches(run, "朱云观", NAME) for run in fuzzy) is (typed != "zhu yong guan")
    assert not found(typed, "朱云观", NAME)


def test_latin_words_that_are_pinyin_are_still_words():
    assert found("he can", "Can he sing?")
    assert found("can covid", "covid can be cured")
    assert not found("he can", "can")


@given(st.text(max_size=200))
def test_any_text_has_terms_and_runs(text):
    for field in (STORY, NAME):
        assert all(ANALYSIS.index_terms(text, field))
    for runs in (ANALYSIS.query_runs(text), ANALYSIS.fuzzy_runs(text), ANALYSIS.prefix_runs(text)):
        assert len(runs) <= MAX_RUNS
        assert all(run.text or run.words or run.prefixes for run in runs)


@given(st.text(st.sampled_from("朱云观理发a1 "), max_size=12))
def test_near_misses_find_at_least_what_the_words_find(query):
    strict = ANALYSIS.query_runs(query)
    fuzzy = ANALYSIS.fuzzy_runs(query)
    if strict and all(matches(run, "朱云观理发a1", NAME) for run in strict):
        assert all(matches(run, "朱云观理发a1", NAME) for run in fuzzy)


def test_a_long_question_is_cut():
    assert len(ANALYSIS.query_runs("甲乙 " * 10_000)) == MAX_RUNS


def test_the_stamp_follows_the_own_words():
    assert ChineseAnalysis(["朱云观"]).stamp != ANALYSIS.stamp
    assert ChineseAnalysis(["b", "a"]).stamp == ChineseAnalysis(["a", "b"]).stamp


def test_a_query_of_words_loads_neither_pypinyin_nor_opencc():
    code = (
        "import sys; from search.engine.analysis.chinese import ChineseAnalysis; "
        "ChineseAnalysis().query_runs('朱云观 zhuyun'); "
        "print(sorted({'pypinyin', 'opencc', 'django'} & set(sys.modules)))"
    )
    printed = subprocess.run(  # 0.25 s of a new process's first answer
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "[]"
