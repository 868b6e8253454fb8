"""Names in pinyin: readings, forms that are kept, and what each form is good for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.analysis.near import near_misses, pinyin_runs
from search.engine.analysis.pinyin import INITIALS, JOINED, SLIP, START, name_terms, readings
from search.engine.analysis.slips import shortened, slip_forms
from search.engine.analysis.syllables import SYLLABLES, segmentations, sound_key


def found_by(name: str, runs) -> set[float]:
    """Return the weights of the runs whose words are all among the terms of ``name``."""
    kept = set(name_terms(name))
    return {run.weight for run in runs if run.words and set(run.words) <= kept}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("查良镛", "zhaliangyong"),
        ("单雄信", "shanxiongxin"),
        ("仇和", "qiuhe"),
        ("解晓东", "xiexiaodong"),
        ("朴树", "piaoshu"),
        ("盖叫天", "gejiaotian"),
        ("尉迟恭", "yuchigong"),
        ("万俟卨", "moqi"),
        ("令狐冲", "linghuchong"),
        ("曾国藩", "zengguofan"),
        ("单雄信", "danxiongxin"),  # as a reader may think it is read
        ("吕布", "lvbu"),
        ("吕布", "lubu"),
        ("吕布", "lyubu"),
        ("朱云观", "zhuyunguan"),
        ("朱云观", "yunguan"),
        ("朱云观", "zhu"),
        ("梅园里社区", "meiyuanlishequ"),
        ("西安", "xian"),
    ],
)
def test_a_name_is_found_by_its_pinyin(name, typed):
    assert max(found_by(name, pinyin_runs(typed))) == 0.8


@pytest.mark.parametrize("typed", ["zyg", "zhyg", "zhuyg"])
def test_initials_are_worth_less(typed):
    assert found_by("朱云观", pinyin_runs(typed)) == {0.25}


@pytest.mark.parametrize("typed", ["", "z", "hello", "COVID-19", "日本", "z" * 10_000])
def test_what_is_no_pinyin_finds_nothing(typed):
    assert not found_by("朱云观", pinyin_runs(typed, fuzzy=True))


@pytest.mark.parametrize("typed", ["zuyunguan", "zhuyonggang"])
def test_alike_sounds_are_found_only_when_asked_for(typed):
    assert not found_by("朱云观", pinyin_runs(typed))
    assert bool(found_by("朱云观", pinyin_runs(typed, fuzzy=True))) is (typed == "zuyunguan")


@pytest.mark.parametrize(
    ("written", "weight"),
    [
        ("朱云观", 0.6),
        ("朱允观", 0.6),  # homophones
        ("竹云观", 0.6),
        ("祖云光", 0.45),  # z for zh, guang for guan
        ("朱芸官", 0.6),
        ("朱亮观", 0.4),  # one character wrong
        ("朱观", 0.4),  # one missing
        ("朱云小观", 0.4),  # one too many
        ("朱观云", 0.4),  # two that changed places
    ],
)
def test_a_misspelt_name_is_found_the_nearer_the_better(written, weight):
    assert max(found_by("朱云观", near_misses(written))) == weight


@pytest.mark.parametrize("other", ["李秀兰", "朱", "朱德", "云南"])
def test_other_names_are_not_taken_for_it(other):
    assert not found_by("朱云观", near_misses(other))


def test_each_kind_of_term_is_marked():
    terms = name_terms("朱云观")
    assert {JOINED + "yunguan", START + "zhuyunguan", INITIALS + "zyg", SLIP + "朱观"} <= set(terms)
    assert all(term < "\x06" for term in terms)


def test_long_titles_have_no_initials_and_no_slips():
    terms = name_terms("十二年如一日为老人理发")
    assert not [term for term in terms if term[0] in INITIALS + SLIP]
    assert JOINED + "laorenlifa" in terms


def test_a_character_without_a_reading_is_passed_over():
    assert readings("朱桛观")[1] == ()
    assert JOINED + "zhu" in name_terms("朱桛观")


@pytest.mark.parametrize(
    ("typed", "parted"),
    [
        ("zhuyunguan", ("zhu", "yun", "guan")),
        ("xian", ("xian",)),
        ("lyubu", ("lv", "bu")),
    ],
)
def test_joined_pinyin_is_parted_into_few_syllables_first(typed, parted):
    assert segmentations(typed)[0] == parted


@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=10))
def test_any_joined_syllables_are_pinyin(syllables):
    found = segmentations("".join(syllables))
    assert 1 <= len(found) <= 4
    assert len(found[0]) <= len(syllables)


@pytest.mark.parametrize(
    "alike",
    ["zhu zu", "chen cheng cen", "shi si", "nan lan lang", "jin jing", "fei hui", "fang huang"],
)
def test_confused_syllables_share_a_sound(alike):
    assert len({sound_key(syllable) for syllable in alike.split()}) == 1


@pytest.mark.parametrize("apart", ["yun yong", "gong gun", "li ri", "bo po", "ji qi"])
def test_other_syllables_do_not(apart):
    assert len({sound_key(syllable) for syllable in apart.split()}) == 2


@given(st.text(st.sampled_from("朱云观李秀兰"), min_size=3, max_size=6), st.data())
def test_any_one_slip_shares_a_form(name, data):
    at = data.draw(st.integers(0, len(name) - 1))
    slips = [name[:at] + "错" + name[at + 1 :], name[:at] + name[at + 1 :]]
    slips.append(name[:at] + "多" + name[at:])
    slips.append(name[:at] + name[at : at + 2][::-1] + name[at + 2 :])
    for slip in slips:
        assert set(slip_forms(slip)) & set(slip_forms(name)), slip


def test_two_characters_are_too_few_for_slips():
    assert shortened("朱云") == ()
    assert slip_forms("朱云") == ("朱云",)
