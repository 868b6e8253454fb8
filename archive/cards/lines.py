"""Breaking a text into lines: no mark where it may not stand, no word split without need.

A small rule of our own after GB/T 15834 (a closing mark never begins a line, an opening one
never ends it): of all ways to break that need the fewest lines, the one with the least cost,
where ragged ends cost a little, a break inside a word much, and one after a mark nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import rjieba

NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—·%‰℃,.;:?!)]}")
NEVER_LAST = frozenset("（《〈「『【〔“‘([{")
# Bound to what stands before them, whatever the dictionary says.
LEANING = frozenset("的地得了着过们")
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两几")
ELLIPSIS = "…"

# Letters and figures hold together, with what joins them; all else may part at each character.
_ATOM = re.compile(r"[0-9A-Za-z\u00c0-\u024f][0-9A-Za-z\u00c0-\u024f.,'’:/@&+-]*|\s+|.", re.DOTALL)
WORD_COST = 0.45
_LEANING_COST, _UNIT_COST, _RAGGED_COST, _LONELY_COST = 0.25, 0.6, 1.0, 0.8


@dataclass(frozen=True)
class Broken:
    """A text in lines. ``cost`` is 0 where each line is full, above ``WORD_COST`` with a split."""

    lines: list[str]
    cost: float


def atoms_of(text: str) -> list[str]:
    """Return the pieces that no break divides; a space is a piece of its own."""
    return [" " if piece.isspace() else piece for piece in _ATOM.findall(text.strip())]


def break_lines(
    text: str, width_of: Callable[[str], float], limit: float, most: int
) -> Broken | None:
    """Return ``text`` in at most ``most`` lines no wider than ``limit``; None where it cannot be.

    ``width_of`` measures a piece in the unit of ``limit``; a line is as wide as its pieces.
    """
    atoms = atoms_of(text)
    if not atoms:
        return Broken([], 0.0)
    widths = [width_of(piece) for piece in atoms]
    costs = _break_costs(atoms)
    # best[count][end]: the least cost of `count` lines up to piece `end`, and where the last began.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _count in range(most):
        row: dict[int, tuple[float, int]] = {}
        for start, (so_far, _) in best[-1].items():
            width = 0.0
            for end in range(start + 1, len(atoms) + 1):
                if width or atoms[end - 1] != " ":
                    width += widths[end - 1]
                filled = width - (widths[end - 1] if atoms[end - 1] == " " else 0)
                if filled > limit:
                    break
                cost = so_far + _cost_of_line(filled / limit, end == len(atoms))
                if end < len(atoms):
                    if costs[end] is None:
                        continue
                    cost += costs[end]
                if end not in row or cost < row[end][0]:
                    row[end] = (cost, start)
        best.append(row)
        if len(atoms) in row:
            return Broken(_read_back(atoms, best), row[len(atoms)][0])
    return None


def cut_to_lines(text: str, width_of: Callable[[str], float], limit: float, most: int) -> Broken:
    """Return what ``most`` lines hold of ``text``, ended by an ellipsis where it is cut."""
    whole = break_lines(text, width_of, limit, most)
    if whole is not None:
        return whole
    atoms = atoms_of(text)
    for kept in range(len(atoms) - 1, 0, -1):
        start = "".join(atoms[:kept]).rstrip(" ，、；：。,;:.")
        broken = break_lines(start + ELLIPSIS, width_of, limit, most)
        if broken is not None:
            return broken
    return Broken([ELLIPSIS], 0.0)


def _break_costs(atoms: list[str]) -> list[float | None]:
    """Return for each place between pieces what a break there costs; None where none may be."""
    borders = {0}
    for word in rjieba.cut("".join(atoms)):
        borders.add(max(borders) + len(word))
    costs: list[float | None] = [None]
    offset = 0
    for before, after in pairwise(atoms):
        offset += len(before)
        costs.append(_break_cost(before, after, inside_word=offset not in borders))
    return costs


def _break_cost(before: str, after: str, *, inside_word: bool) -> float | None:
    if after[0] in NEVER_FIRST or before[-1] in NEVER_LAST or after == " ":
        return None
    if before == " " or before[-1] in NEVER_FIRST or after[0] in NEVER_LAST:
        return 0.0
    if before[-1].isdigit() or after[0].isdigit():
        # A figure and what it counts: 3000|人次, 近|3000.
        return _UNIT_COST
    if before[-1] in _NUMERALS and after[0] in _NUMERALS:
        return _UNIT_COST
    cost = WORD_COST if inside_word else 0.1
    return cost + (_LEANING_COST if after[0] in LEANING else 0.0)


def _cost_of_line(filled: float, is_last: bool) -> float:
    if not is_last:
        return _RAGGED_COST * (1 - filled) ** 2
    return _LONELY_COST * (0.3 - filled) / 0.3 if filled < 0.3 else 0.0


def _line(atoms: list[str], start: int, end: int) -> str:
    return "".join(atoms[start:end]).strip(" ")


def _read_back(atoms: list[str], best: list[dict[int, tuple[float, int]]]) -> list[str]:
    lines: list[str] = []
    end = len(atoms)
    for row in reversed(best[1:]):
        start = row[end][1]
        lines.insert(0, _line(atoms, start, end))
        end = start
    return lines
