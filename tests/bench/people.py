"""A deterministic archive of people who never lived, with the word frequencies of real texts.

Words are drawn by Zipf's law from a seeded shuffle of a dictionary's words; a few words of the
field are planted so that half of all profiles hold them, a tenth, or one in a hundred. Names are
put together from surnames and given characters, so that most are rare. A profile knows its own
words: every engine is handed the same tokens, and none is charged for finding them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛"
)
GIVEN = (
    "安柏澄春丹恩芳格涵静凯兰梅宁欧鹏琪荣素婷薇欣雅哲志中瑞林清远山河海川松竹菊文武德明光辉玉珍珠秀英"
    "华国建军民强伟勇杰磊涛超斌健康乐福寿祥和平顺利成功新立本根生长久永恒天宇星辰月阳雪霜露雨云风"
)
PLANTED = (
    ("老人", 0.50), ("社区", 0.48), ("帮助", 0.52), ("坚持", 0.45), ("群众", 0.55),
    ("志愿", 0.30), ("孩子", 0.25), ("学校", 0.20), ("邻居", 0.15), ("医院", 0.12),
    ("理发", 0.05), ("河堤", 0.03), ("助学", 0.02), ("献血", 0.02), ("摆渡", 0.01),
    ("守林", 0.01), ("修伞", 0.004), ("放映", 0.004),
)  # fmt: skip
TOWNS = tuple(f"{first}{second}镇" for first in "东西南北上下" for second in "河山桥湖塘岭")
CATEGORIES = ("助人为乐", "见义勇为", "诚实守信", "敬业奉献", "孝老爱亲", "自强不息")
LEVELS = ("县级", "市级", "省级", "全国")
VOCABULARY = 24_000
FILLERS = ("的", "了", "在", "和", "又", "把")


@dataclass(frozen=True, slots=True)
class Profile:
    """One made-up person. `tokens` are the words of `name` and `body`, in order."""

    number: int
    name: str
    body: str
    name_tokens: list[str]
    tokens: list[str]
    year: int
    category: str
    town: str
    levels: tuple[str, ...]


def _vocabulary(chance: np.random.Generator) -> list[str]:
    """Words in a drawn order. The dictionary is large: who makes no archive does not load it."""
    from pypinyin.phrases_dict import phrases_dict

    words = sorted(word for word in phrases_dict if 2 <= len(word) <= 4)
    picked = chance.permutation(len(words))
    short = [words[number] for number in picked if len(words[number]) == 2]
    long = [words[number] for number in picked if len(words[number]) > 2]
    planted = {word for word, _ in PLANTED}
    mixed = short[: VOCABULARY * 3 // 4] + long[: VOCABULARY // 4]
    order = chance.permutation(len(mixed))
    return [mixed[number] for number in order if mixed[number] not in planted]


def profiles(count: int, seed: int = 20) -> Iterator[Profile]:
    """So many profiles of 500 to 1,500 hanzi; the first of a longer archive are the same."""
    chance = np.random.default_rng(seed)
    words = _vocabulary(chance)
    weights = 1 / (np.arange(len(words)) + 30.0)
    bounds = np.cumsum(weights / weights.sum())
    for number in range(count):
        yield _profile(number, chance, words, bounds)


def _profile(
    number: int, chance: np.random.Generator, words: list[str], bounds: np.ndarray
) -> Profile:
    length = int(chance.integers(210, 610))
    picked = np.minimum(np.searchsorted(bounds, chance.random(length)), len(words) - 1)
    tokens = [words[pick] for pick in picked.tolist()]
    for word, share in PLANTED:
        if chance.random() < share:
            for place in chance.integers(0, length, int(chance.integers(1, 4))).tolist():
                tokens[place] = word
    surname = SURNAMES[int(chance.integers(len(SURNAMES)))]
    given = "".join(GIVEN[pick] for pick in chance.integers(0, len(GIVEN), 2).tolist())
    name = surname + given
    tokens[0] = name
    marks = chance.integers(0, 40, length).tolist()
    body = "".join(
        token + ("，" if mark < 4 else "。" if mark < 6 else FILLERS[mark % 6] if mark < 18 else "")
        for token, mark in zip(tokens, marks, strict=True)
    )
    return Profile(
        number=number,
        name=name,
        body=body,
        name_tokens=[name],
        tokens=tokens,
        year=int(chance.integers(1990, 2030)),
        category=CATEGORIES[int(chance.integers(len(CATEGORIES)))],
        town=TOWNS[int(chance.integers(len(TOWNS)))],
        levels=tuple(level for level in LEVELS if chance.random() < 0.4),
    )
