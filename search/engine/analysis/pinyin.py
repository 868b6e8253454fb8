"""Names and titles in pinyin: the terms they are kept by, each kind with a mark of its own.

Only for short fields: pypinyin reads 20,000 names a second, not 20,000 stories.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product

from .slips import slip_forms
from .syllables import SYLLABLES, initial_of, sound_key

# The marks: each begins a term, and no term of a text begins with one.
JOINED = "\x01"  # one to four neighbouring syllables: zhuyunguan, yunguan, yun
START = "\x02"  # the first eight syllables, for the beginnings of what is being typed
SOUND = "\x03"  # two or three neighbouring sound keys: zu yun guan
INITIALS = "\x04"  # zyg, zhyg, zhuyg
SLIP = "\x05"  # the name and the name without one character

LONGEST_JOINED = 4
LONGEST_SOUND = 3
LONGEST_START = 8
LONGEST_NAME = 6  # with more characters it is a title: no initials, no slips
MAX_HANZI = 64  # of one run are read
MAX_SPELLINGS = 4  # of one window, where characters have several readings

# Surnames and common characters of names with another reading than pypinyin's; it is
# kept beside pypinyin's, since both are typed (单 is Shàn or dān, 行 xíng or háng).
_OTHER_READINGS = """
查zha 单shan 仇qiu 解xie 朴piao 盖ge 区ou 曾zeng 乐yue 缪miao 翟zhai 洗xian 员yun 召shao 折she
祭zhai 么yao 覃qin 牟mu 种chong 秘bi 黑he 都du 句gou 佴nai 郇xun 隗wei 卜bu 薄bo 乜nie 阚kan
角jue 藏zang 繁po 适kuo 炅gui 重chong 颉xie 会gui 校jiao 泷shuang 蕃pi 镡tan 南na 参shen 尉yu
俟qi 万mo 车ju 华hua 任ren 盛cheng 晟cheng 行xing 长chang 朝zhao 茜xi 传zhuan 蔚yu 莎sha 芯xin
弹tan 堡bu 埔bu 圩xu 蚌bang 巷hang 阿e 宿su 台tai 六lu 仔zi 石dan 柏bo 葛ge 贾gu 娜nuo 调tiao
还huan 叶xie 那na 谌shen 郗chi 逄pang 冯ping 费bi 沈chen
"""
OTHER_READINGS = {pair[0]: pair[1:] for pair in _OTHER_READINGS.split()}


@lru_cache(maxsize=2_000)
def readings(run: str) -> tuple[tuple[str, ...], ...]:
    """Return for each hanzi of ``run``, in simplified form, its syllables without tones, the
    likeliest first; none for a character that has no reading."""
    from pypinyin import lazy_pinyin  # 250 ms: not before a name asks for it

    read = []
    syllables = lazy_pinyin(run, errors=_one_by_one)  # type: ignore[arg-type]
    for char, first in zip(run, syllables, strict=True):
        found = [first, OTHER_READINGS.get(char, first)]
        found += ["lu" if syllable == "lv" else "nu" for syllable in found if syllable in _LV_NV]
        read.append(tuple(s for s in dict.fromkeys(found) if s in SYLLABLES))
    return tuple(read)


def _one_by_one(unread: str) -> list[str]:
    """Tell pypinyin to hand characters that it cannot read back, each for itself."""
    return list(unread)


_LV_NV = frozenset(("lv", "nv"))


def spellings(read: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the ways to read all of ``read``, the likeliest first, at most four."""
    return list(islice(product(*read), MAX_SPELLINGS))


def name_terms(run: str) -> list[str]:
    """Return the marked terms by which ``run``, hanzi of a name or title in simplified form,
    is found in pinyin, by its initials, by how it sounds, and with a slip."""
    return list(dict.fromkeys(term for _, _, term in name_spans(run)))


@lru_cache(maxsize=500)
def name_spans(run: str) -> tuple[tuple[int, int, str], ...]:
    """Return the marked terms of ``run`` with the part of it (start, stop) that each stands for."""
    run = run[:MAX_HANZI]
    read = readings(run)
    spans = []
    for start in range(len(read)):
        for stop in range(start + 1, min(start + LONGEST_JOINED, len(read)) + 1):
            for spelling in spellings(read[start:stop]):
                spans.append((start, stop, JOINED + "".join(spelling)))
                if 1 < stop - start <= LONGEST_SOUND:
                    spans.append((start, stop, SOUND + " ".join(map(sound_key, spelling))))
    head = read[:LONGEST_START]
    spans += [(0, len(head), START + "".join(spelling)) for spelling in spellings(head)]
    if 2 <= len(run) <= LONGEST_NAME:
        spans += [(0, len(run), INITIALS + form) for form in initials(read)]
        spans += [(0, len(run), SLIP + form) for form in slip_forms(run)]
    return tuple(spans)


def initials(read: Sequence[Sequence[str]]) -> list[str]:
    """Return the short forms of a name: zyg, zhyg, zhuyg for zhu yun guan."""
    forms = []
    for spelling in spellings(read):
        heads = [initial_of(syllable) or syllable[0] for syllable in spelling]
        forms += [
            "".join(head[0] for head in heads),
            "".join(heads),
            spelling[0] + "".join(head[0] for head in heads[1:]),
        ]
    return list(dict.fromkeys(forms))
