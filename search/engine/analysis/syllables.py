"""The syllables of pinyin without tones: which there are, and which are taken for each other."""

from __future__ import annotations

from functools import cache

# ü is v here, as on keyboards. The odd ones (hng, ê …) are left out.
_BY_INITIAL = """
:a ai an ang ao e ei en er o ou
b:a ai an ang ao ei en eng i ian iao ie in ing o u
p:a ai an ang ao ei en eng i ian iao ie in ing o ou u
m:a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f:a an ang ei en eng o ou u
d:a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t:a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n:a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve
l:a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve
g:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j:i ia ian iang iao ie in ing iong iu u uan ue un
q:i ia ian iang iao ie in ing iong iu u uan ue un
x:i ia ian iang iao ie in ing iong iu u uan ue un
zh:a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch:a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh:a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r:an ang ao e en eng i ong ou u ua uan ui un uo
z:a ai an ang ao e ei en eng i ong ou u uan ui un uo
c:a ai an ang ao e en eng i ong ou u uan ui un uo
s:a ai an ang ao e en eng i ong ou u uan ui un uo
y:a an ang ao e i in ing o ong ou u uan ue un
w:a ai an ang ei en eng o u
"""
SYLLABLES = frozenset(
    initial + final
    for line in _BY_INITIAL.split("\n")
    if line
    for initial, finals in [line.split(":")]
    for final in finals.split()
)
# What is typed where ü has no key; 吕 is LYU in passports and lu where the dots were lost.
TYPED_V = {"lyu": "lv", "nyu": "nv", "lue": "lve", "nue": "nve", "lyue": "lve", "nyue": "nve"}
_TYPED = SYLLABLES | TYPED_V.keys()
LONGEST = 6
MAX_READINGS = 4


# fang is heard as huang, fei as hui.
_AFTER_H = {"a": "ua", "an": "uan", "o": "uo", "ei": "ui", "en": "un", "ou": "u"}


@cache
def initial_of(syllable: str) -> str:
    """Return the consonants that ``syllable`` begins with: zh of zhu, nothing of an."""
    if syllable[1:2] == "h":
        return syllable[:2]
    return "" if syllable[0] in "aeo" else syllable[0]


@cache
def sound_key(syllable: str) -> str:
    """Return what ``syllable`` shares with those that many speakers of Chinese confuse with it:
    zh/z, ch/c, sh/s, n/l, f/h, and the endings in/ing, en/eng, an/ang."""
    initial = initial_of(syllable)
    final = syllable[len(initial) :]
    if final[-3:] != "ong":
        final = final.removesuffix("g")
    initial = {"zh": "z", "ch": "c", "sh": "s", "n": "l"}.get(initial, initial)
    if initial == "f":
        initial = "h"
        final = {"a": "ua", "an": "uan", "o": "uo", "ei": "ui", "en": "un", "ou": "u"}.get(
            final, final
        )
    return initial + final


def segmentations(typed: str) -> list[tuple[str, ...]]:
    """Return the ways in which ``typed``, joined pinyin in small letters, parts into syllables:
    at most four, those of the fewest syllables first; none where it is no pinyin.

    xian is xian or xi an. Bounded: each end of a syllable is reached at most a few times.
    """
    if not typed.isascii() or not typed.isalpha() or len(typed) > 64:
        return []
    reached: list[list[tuple[str, ...]]] = [[] for _ in range(len(typed) + 1)]
    reached[0] = [()]
    for end in range(1, len(typed) + 1):
        for start in range(max(0, end - LONGEST), end):
            part = typed[start:end]
            if reached[start] and part in _TYPED:
                syllable = TYPED_V.get(part, part)
                reached[end] += [(*before, syllable) for before in reached[start]]
        reached[end].sort(key=len)
        del reached[end][MAX_READINGS:]
    return reached[-1]
