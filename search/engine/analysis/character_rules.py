"""How one character is folded, and the command that writes the folding down as a table.

``python -m search.engine.analysis.character_rules`` writes ``characters.txt`` anew. The table
is kept in the tree so that an index does not change with Python's Unicode version, and so
that a process that answers one query need not ask a million code points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

TABLE_FILE = Path(__file__).with_name("characters.txt")
# Everything above (private use, tags, variation selectors) is folded by rule, not by table.
TABLE_SIZE = 0x34000

# Characters that OpenCC leaves alone where the simplified text of a county's archive and the
# traditional one write differently (瞭解 and 了解, 看著 and 看着, 甯 and 宁, ○ for 〇, 锺 and 钟).
OWN_FOLDS = dict(
    zip(
        "瞭著藉祇衹甯覆彷甦邨迺澂椀妳牠裡祢○◯锺迳钜",
        "了着借只只宁复仿苏村乃澄碗你它里祢〇〇钟径巨",
        strict=True,
    )
)
# Radicals that PDF files hand out in place of the character; NFKC knows only half of them.
RADICALS = dict(
    zip(
        "⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⺠⺟⻁⻑",
        "西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟民母虎长",
        strict=True,
    )
)
# OpenCC maps these to another character only inside some words, and both are common in
# simplified text, or in names: 沈 (the surname) is not 沉.
KEPT_APART = frozenset("沈像俱么坏哩淼堃喆犇仝阪")


# They part the names of people (阿依古丽·买买提), and readers leave them out.
MIDDLE_DOTS = frozenset("·•‧∙⋅・･")


def plain(char: str) -> str:
    """Return ``char`` by NFKC and case folding, with accents off Latin letters.

    Blanks and control characters become one space, hidden marks and the dots within names
    become nothing, a lone surrogate becomes U+FFFD. The result may be empty or several
    characters long, and folding it again changes nothing.
    """
    if char in RADICALS:
        return RADICALS[char]
    if char in MIDDLE_DOTS:
        return ""
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    if category == "Cf" or 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF:
        return ""
    if category in ("Cc", "Zs", "Zl", "Zp"):
        return " "
    folded = unicodedata.normalize("NFKC", char).casefold()
    stripped = "".join(_without_accents(part) for part in unicodedata.normalize("NFKC", folded))
    return stripped if stripped == char else "".join(plain(part) for part in stripped)


def _without_accents(char: str) -> str:
    if 0x300 <= ord(char) <= 0x36F:
        return ""
    decomposed = unicodedata.normalize("NFD", char)
    if "LATIN" not in unicodedata.name(decomposed[0], ""):
        return char
    return "".join(part for part in decomposed if not 0x300 <= ord(part) <= 0x36F)


@cache
def _converters() -> tuple[Callable[[str], str], tuple[Callable[[str], str], ...]]:
    import opencc

    simplify = opencc.OpenCC("t2s").convert
    return simplify, tuple(opencc.OpenCC(name).convert for name in ("tw2t", "hk2t", "jp2t"))


def simplified(hanzi: str) -> str:
    """Return the one simplified character that ``hanzi``, a character of ``plain()``, folds to.

    Variants of Taiwan, Hong Kong and Japan are followed only where no simplified text uses
    the character (芸 stays 芸 though Japan writes it for 藝).
    """
    simplify, variants = _converters()
    seen = {hanzi}
    while hanzi not in KEPT_APART:
        following = OWN_FOLDS.get(hanzi) or simplify(hanzi)
        if following == hanzi and not in_gb2312(hanzi):
            others = [convert(hanzi) for convert in variants]
            following = next((other for other in others if other != hanzi), hanzi)
        if len(following) != 1 or following in seen:
            break
        seen.add(following)
        hanzi = following
    return hanzi


def in_gb2312(char: str) -> bool:
    """Return whether ``char`` belongs to the common simplified characters of GB 2312."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def may_be_hanzi(char: str) -> bool:
    """Return whether ``char`` is one that OpenCC might change."""
    code = ord(char)
    return code in (0x25CB, 0x25EF) or 0x2E80 <= code < 0xA000 or 0x20000 <= code < TABLE_SIZE


def write_table(path: Path = TABLE_FILE) -> None:
    """Write the table: what ``plain()`` changes one to one, as a line of characters and a line
    of what they become; the same for ``simplified()``; then a line ``code point, tab, result``
    for each character that becomes a space, nothing or several."""
    plain_from, plain_to, hanzi_from, hanzi_to = [], [], [], []
    others = []
    for code in range(TABLE_SIZE):
        char = chr(code)
        became = plain(char)
        if 0xD800 <= code < 0xE000 or char == " ":
            continue
        if len(became) != 1 or became == " ":
            others.append(f"{code:X}\t{became}")
        elif became != char:
            plain_from.append(char)
            plain_to.append(became)
        elif may_be_hanzi(char) and (hanzi := simplified(char)) != char:
            hanzi_from.append(char)
            hanzi_to.append(hanzi)
    one_to_one = ["".join(chars) for chars in (plain_from, plain_to, hanzi_from, hanzi_to)]
    path.write_text("\n".join([*one_to_one, *others]) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_table()
