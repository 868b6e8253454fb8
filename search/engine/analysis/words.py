"""Cutting text into words: hanzi words by rjieba, Latin words and numbers by their letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from threading import Lock

import rjieba

from . import numbers
from .characters import HANZI, for_cutting, is_traditional, normalise, plain
from .traditional import in_mainland_words, in_simplified

# Kana are cut together with hanzi; the letters and digits of all other scripts form words.
_EAST_ASIAN = f"{HANZI}\u3041-\u3096\u30a1-\u30fa\u30fc"
_LETTER = (
    "0-9a-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u0370-\u1fff\u2c00-\u2dff"
    "\ua4d0-\ud7ff\ufb00-\ufdff\ufe70-\ufefc\U00010000-\U0001efff"
)
LATIN_WORD = re.compile(f"[{_LETTER}]+")
# What a query is made of: runs of hanzi, Latin words and numbers.
CHUNK = re.compile(f"[{_EAST_ASIAN}]+|[{_LETTER}]+")
_LETTERS_OR_DIGITS = re.compile("[0-9]+|[^0-9]+")
_HAS_NUMBER = re.compile(f"[0-9{''.join(numbers.DIGITS)}]")
# Function words: a query's run of loose characters is parted at these …
_PARTING_WORDS = "的了着吗呢吧啊呀和与及或跟"
_PARTING = re.compile(f"[{_PARTING_WORDS}]")
# … and loses these at its ends: they say nothing about what is looked for.
_AT_ENDS = "在是有为对从向被把给让也都就还又很最这那个"
FUNCTION_WORDS = frozenset(_PARTING_WORDS + _AT_ENDS + "不人一过")

SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
    "贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷"
    "钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐"
    "沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋"
    "植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嫪苟全褚廉简"
    "娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞"
    "封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)


class Cutter:
    """Cuts texts into words, with a site's own words added to rjieba's dictionary.

    Making one costs nothing; the first cut loads the dictionary (140 ms, 25 MB). HMM guessing
    is off: it would cut one name differently in different sentences.
    """

    def __init__(self, own_words: Iterable[str] = ()) -> None:
        self.own_words = tuple(sorted({plain(word).strip() for word in own_words} - {""}))
        self._lock = Lock()
        self._loaded: rjieba.Jieba | None = None

    @property
    def _jieba(self) -> rjieba.Jieba:
        if self._loaded is None:
            with self._lock:  # threads that come at once load it once
                if self._loaded is None:
                    self._loaded = self._load()
        return self._loaded

    def _load(self) -> rjieba.Jieba:
        jieba = rjieba.Jieba()
        for word in self.own_words:
            for spelling in {word, in_simplified(word)}:
                jieba.add_word(spelling, None, None)
        return jieba

    def terms(self, text: str) -> list[str]:
        """Return the index terms of ``text``, once per occurrence, in no particular order.

        Hanzi words and the shorter words inside them, Latin words, and numbers and dates in
        the form they are looked up by; all of it normalised.
        """
        written = plain(text)
        folded = normalise(written)
        if folded == written:
            found = self._hanzi_words(written)
        elif is_traditional(written):
            found = self._traditional_words(written)
        else:
            found = _normalised(self._hanzi_words(for_cutting(written)))
        found += latin_words(folded)
        if _HAS_NUMBER.search(folded):
            found += number_terms(folded)
        return found

    def _hanzi_words(self, written: str) -> list[str]:
        words = self._jieba.cut_for_search(written, False)
        return [word for word in words if "\u3041" <= word < "\ua000" or word >= "\U00020000"]

    def _traditional_words(self, written: str) -> list[str]:
        """Return the words of a traditional text, cut as its simplified form is, and the
        mainland's words beside regional ones (软件 for 軟體)."""
        simplified = in_simplified(written)
        found = _normalised(self._hanzi_words(simplified))
        mainland = in_mainland_words(written)
        if mainland != simplified:
            known = set(found)
            there = _normalised(self._hanzi_words(mainland))
            found += [word for word in there if word not in known]
        return found

    def pieces(self, written: str, folded: str) -> list[str]:
        """Return the words that a query's run of hanzi asks for, none overlapping.

        The run comes in plain form and normalised; the pieces are normalised. Loose characters
        that stand side by side are one piece: they are most often a name that no dictionary
        knows. Function words are left out where anything else is left. All pieces of a run stand
        in every text that the run stands in.
        """
        if len(folded) <= 2:
            return [folded]
        pieces: list[str] = []
        loose = ""
        start = 0
        simplified = written if written == folded else in_simplified(written)
        for word in self._jieba.cut(simplified, False):
            stop = start + len(word)
            if len(word) == 1:
                loose += folded[start:stop]
            else:
                pieces += _without_function_words(loose)
                pieces.append(folded[start:stop])
                loose = ""
            start = stop
        pieces += _without_function_words(loose)
        if not pieces or _is_name(pieces, folded):
            return [folded]
        return pieces


def latin_words(folded: str) -> list[str]:
    """Return the Latin words and numbers of a normalised text; iphone15 also as its parts."""
    found: list[str] = LATIN_WORD.findall(folded)
    mixed = [word for word in found if not (word.isalpha() or word.isdecimal())]
    for word in mixed:
        parts = _LETTERS_OR_DIGITS.findall(word)
        if len(parts) > 1:
            found += parts
    return found


def number_terms(folded: str) -> list[str]:
    """Return the forms by which the numbers and dates of a normalised text are looked up."""
    return [form for reading in numbers.readings(folded) for form in reading.forms]


def is_latin(chunk: str) -> bool:
    """Return whether a chunk of normalised text is a Latin word or number, not hanzi."""
    return not ("\u3007" <= chunk < "\ua000" or chunk >= "\U00020000")


def _is_name(pieces: list[str], run: str) -> bool:
    """Return whether ``run``, cut into ``pieces``, is a surname and a given name that is also a
    word, such as 李 and 晓东."""
    return len(run) == 3 and pieces == [run[0], run[1:]] and run[0] in SURNAMES


def _normalised(words: list[str]) -> list[str]:
    """Return the words, none of which holds a blank, normalised all at once."""
    return normalise("\n".join(words)).split(" ") if words else []


def _without_function_words(loose: str) -> list[str]:
    if not loose:
        return []
    parts = [part.strip(_AT_ENDS) for part in _PARTING.split(loose)]
    return [part for part in parts if part]
