"""Numbers and dates in normalised text, in the one form they are looked up by.

3,000, 三千 and 3千 are all 3000; 2025-03-01, 2025.3.1 and 二〇二五年三月一日 are all 2025-03-01,
and belong to 2025-03. These forms are added to an index beside the words as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
BIG_UNITS = {"万": 10**4, "亿": 10**8}  # 三万亿 multiplies both
# Longer runs of digits are telephone or account numbers: nothing to read.
MAX_NUMBER_LENGTH = 16

_NUMERALS = "".join(DIGITS) + "".join(SMALL_UNITS) + "".join(BIG_UNITS)
_RUN = re.compile(f"[0-9{_NUMERALS}]+")
# What may follow plain digits that have another form; all others are left alone at once.
_GOES_ON = frozenset(",.百千万亿年-/")
_NUMBER = re.compile(
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?[百千万亿]{{0,2}}"
    rf"|[{_NUMERALS}]{{2,}}"
)
_YEAR = "(?:(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DATE = re.compile(
    f"(?P<year>{_YEAR})(?:"
    f"年(?:(?P<month>{_MONTH})月(?:(?P<day>{_DAY})[日号])?)?"
    "|(?P<sign>[-/.])(?P<month2>1[0-2]|0?[1-9])(?P=sign)(?P<day2>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
    "|-(?P<month3>0[1-9]|1[0-2])(?![-0-9])"
    ")"
)


@dataclass(frozen=True)
class Reading:
    """A number or date that stands from ``start`` to ``stop``, and the ``forms`` it is found by,
    the most exact one first: a day, its month, its year."""

    start: int
    stop: int
    forms: tuple[str, ...]


def readings(text: str) -> Iterator[Reading]:
    """Yield what is written in ``text``, which is normalised, as a date, a year in 年, or a number
    in another form than plain digits."""
    stop = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        if start < stop:
            continue
        digits = text[start] <= "9"
        if end - start == 1 and not digits:
            continue
        if digits and text[end : end + 1] not in _GOES_ON and run.group().isdecimal():
            continue
        reading = _date_at(text, start) or _number_at(text, start)
        if reading is not None:
            yield reading
            stop = reading.stop


def _date_at(text: str, start: int) -> Reading | None:
    found = _DATE.match(text, start)
    if found is None:
        return None
    year = str(_whole_number(found["year"]))
    month = found["month"] or found["month2"] or found["month3"]
    day = found["day"] or found["day2"]
    forms = [year]
    if month:
        forms.insert(0, f"{year}-{_whole_number(month):02}")
    if day:
        forms.insert(0, f"{forms[0]}-{_whole_number(day):02}")
    return Reading(start, found.end(), tuple(forms))


def _number_at(text: str, start: int) -> Reading | None:
    found = _NUMBER.match(text, start)
    if found is None or found.group().isdecimal() or len(found.group()) > MAX_NUMBER_LENGTH:
        return None
    written = found.group()
    form = _mixed_number(written) if written[0] <= "9" else _hanzi_number(written)
    return None if form is None else Reading(start, found.end(), (str(form),))


def _mixed_number(written: str) -> str:
    """Return 12000 for 1.2万 and 3000.5 for 3,000.5."""
    digits = written.rstrip("百千万亿")
    value = Decimal(digits.replace(",", ""))
    for unit in written[len(digits) :]:
        value *= SMALL_UNITS.get(unit) or BIG_UNITS[unit]
    return f"{value.normalize():f}"


def _whole_number(written: str) -> int:
    return int(written) if written.isdecimal() else _hanzi_number(written) or 0


def _hanzi_number(written: str) -> int | None:
    """Return the value of a number in hanzi: digit by digit (二〇二五), or with units (三千零五).

    None where ``written`` is no number, such as a lone 千万 or plain digits.
    """
    if all(char in DIGITS for char in written):
        return int("".join(str(DIGITS[char]) for char in written))
    if not any(char in DIGITS or char == "十" for char in written):
        return None
    total = section = digit = 0
    for char in written:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in SMALL_UNITS:
            section += (digit or 1) * SMALL_UNITS[char]
            digit = 0
        elif char in BIG_UNITS:
            section += digit
            if not section + (total if char == "亿" else 0):
                return None
            total = (total + section) * 10**8 if char == "亿" else total + section * 10**4
            section = digit = 0
        else:
            return None
    return total + section + digit
