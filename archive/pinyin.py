"""Names in pinyin: with tones beside the name, without them in addresses and for search."""

from __future__ import annotations

import re
import unicodedata

from django.utils.text import slugify
from pypinyin import Style, lazy_pinyin

COMPOUND_SURNAMES = frozenset(
    re.findall(
        "..",
        "欧阳司马诸葛上官夏侯皇甫尉迟公孙慕容长孙宇文司徒令狐端木东方南宫"
        "独孤轩辕钟离闻人公羊澹台赫连呼延申屠淳于单于太史百里东郭西门司空",
    )
)
# A character that is read otherwise as a surname than as a word.
SURNAME_READINGS = {
    "单": ("shàn", "shan"),
    "仇": ("qiú", "qiu"),
    "区": ("ōu", "ou"),
    "解": ("xiè", "xie"),
    "查": ("zhā", "zha"),
    "朴": ("piáo", "piao"),
    "曾": ("zēng", "zeng"),
    "任": ("rén", "ren"),
    "华": ("huà", "hua"),
    "乐": ("yuè", "yue"),
    "缪": ("miào", "miao"),
    "翟": ("zhái", "zhai"),
    "盖": ("gě", "ge"),
    "尉": ("wèi", "wei"),
    "洗": ("xiǎn", "xian"),
    "万俟": ("mòqí", "moqi"),
    "尉迟": ("yùchí", "yuchi"),
    "单于": ("chányú", "chanyu"),
}


def _parts(name: str, style: Style, *, is_person: bool) -> list[str]:
    if name.isascii():
        return name.split()
    if not is_person:
        return [part.strip() for part in lazy_pinyin(name, style=style) if part.strip()]
    surname_length = 2 if name[:2] in COMPOUND_SURNAMES or name[:2] in SURNAME_READINGS else 1
    surname, given = name[:surname_length], name[surname_length:]
    reading = SURNAME_READINGS.get(surname)
    if reading is not None:
        first = reading[0] if style == Style.TONE else reading[1]
    else:
        first = "".join(lazy_pinyin(surname, style=style))
    rest = "".join(lazy_pinyin(given, style=style))
    return [part for part in (first, rest) if part.strip()]


def pinyin_with_tones(name: str, *, is_person: bool = True) -> str:
    """Return "Zhū Yúnguǎn" for 朱云观: surname and given name, each with a capital."""
    parts = _parts(name.strip(), Style.TONE, is_person=is_person)
    return " ".join(part[:1].upper() + part[1:] for part in parts)


def pinyin_forms(name: str, *, is_person: bool = True) -> list[str]:
    """Return the toneless forms that a reader may type: by syllable, by word and joined."""
    syllables = [part.strip() for part in lazy_pinyin(name) if part.strip()]
    words = _parts(name.strip(), Style.NORMAL, is_person=is_person)
    forms = [" ".join(syllables), " ".join(words), "".join(words), "".join(syllables)]
    return list(dict.fromkeys(form for form in forms if form))


def slug_for(name: str, *, is_person: bool = True) -> str:
    """Return "zhu-yunguan"; blank where nothing in the name can stand in an address."""
    return slugify(" ".join(_parts(name.strip(), Style.NORMAL, is_person=is_person)))[:80]


def name_key(reading: str) -> str:
    """Return ``reading`` ("Zhū Yúnguǎn") in plain small letters, by which names are sorted."""
    return "".join(
        char
        for char in unicodedata.normalize("NFD", reading.lower())
        if not unicodedata.combining(char)
    ).strip()
