"""Answers in a process that runs on: asked for the first time, and asked before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from . import goals
from .answers import Engine
from .archives import Archives
from .engines import ENGINES, Ours, OursFirst
from .lines import Line, of_ratio
from .measuring import Clock, compare, interval
from .questions import Question
from .texts import OursShown, OursShownFirst, TantivyShown

OTHERS = ("tantivy", "fts5", "fts5+numpy", "whoosh")
SUBSTRINGS = ("trigram", "like")
WHOOSH_TO = 10_000
ASKED = ((OursFirst, "first"), (Ours, "before"))
SLOW = 6  # pairs with stock Whoosh are fewer by this


def is_asked(name: str, count: int) -> bool:
    """Stock Whoosh is left out of the large archive."""
    return name != "whoosh" or count <= WHOOSH_TO


def opened(archives: Archives, engine: Engine, count: int) -> Engine:
    """The engine with its index of the archive, made if it is not there."""
    engine.open(archives.index(engine.name, count))
    return engine


def _differing(ours: Engine, other: Engine, asked: Sequence[Question]) -> str:
    wrong = sum(ours.answer(each).total != other.answer(each).total for each in asked)
    return f"totals differ in {wrong} of {len(asked)}" if wrong else ""


def answers(archives: Archives, count: int, kinds: Sequence[str], pairs: int) -> Iterator[Line]:
    """Ids, exact total and three facets against each engine."""
    groups = archives.questions(count)
    mine = [(opened(archives, make(), count), asked) for make, asked in ASKED]
    for name in OTHERS:
        if not is_asked(name, count):
            continue
        other = opened(archives, ENGINES[name](), count)
        for kind in kinds:
            differ = _differing(mine[0][0], other, groups[kind])
            goal = goals.of_answer(count, name, kind)
            for each in groups[kind]:
                mine[-1][0].answer(each)
            for ours, asked in mine:
                rounds = _rounds(name, pairs)
                ratio = compare(ours.answer, other.answer, groups[kind], rounds)
                what = f"{kind}, asked {asked} / {name}"
                yield of_ratio(count, what, goal, ratio, differ)


def _rounds(name: str, pairs: int) -> int:
    return max(1, pairs // SLOW) if name == "whoosh" else pairs


def texts(archives: Archives, count: int, kinds: Sequence[str], pairs: int) -> Iterator[Line]:
    """The same with 20 texts and highlights, against tantivy with its snippets."""
    groups = archives.questions(count)
    other = TantivyShown()
    opened(archives, other, count)
    goal = goals.at_small(count, goals.TEXTS)
    for make, asked in ((OursShownFirst, "first"), (OursShown, "before")):
        ours = make()
        opened(archives, ours, count)
        for kind in kinds:
            for each in groups[kind]:
                ours.answer(each)
            ratio = compare(ours.shown, other.shown, groups[kind], max(1, pairs // 2))
            what = f"{kind} with 20 texts, asked {asked} / tantivy"
            yield of_ratio(count, what, goal, ratio)


def substrings(archives: Archives, count: int, pairs: int) -> Iterator[Line]:
    """Three characters from the middle of a sentence, ids and exact total: no goal was set."""
    asked = archives.questions(count)["substring"]
    ours = OursFirst()
    opened(archives, ours, count)

    def found(question: Question) -> None:
        ours.index.snapshot().memory.forget()
        match = ours.index.snapshot().match(ours.query(question))
        match.page(0, 20)

    for name in SUBSTRINGS:
        other = opened(archives, ENGINES[name](), count)
        differ = _differing(ours, other, asked)
        ratio = compare(found, other.answer, asked, max(1, pairs // 2))
        yield of_ratio(count, f"substring, asked first / {name}", None, ratio, differ)


def growth(
    archives: Archives, small: int, large: int, kinds: Sequence[str], pairs: int
) -> Iterator[Line]:
    """How our time grows from one archive to a larger, over how the hits grow.

    The same questions are asked of both, since the larger holds the smaller; one without a hit
    counts as having one.
    """
    groups = archives.questions(small)
    few, many = (opened(archives, OursFirst(), count) for count in (small, large))
    for kind in kinds:
        times, hits = [], []
        for number in range(pairs):
            question = groups[kind][number % len(groups[kind])]
            pair = (many, few) if number % 2 else (few, many)
            spent = {each is many: _spent(each, question) for each in pair}
            (time, total), (time_of_few, total_of_few) = spent[True], spent[False]
            times.append(time / time_of_few)
            hits.append(max(total, 1) / max(total_of_few, 1))
        ratios = np.array(times) / np.array(hits)
        yield Line(
            large,
            f"{kind}, asked first: growth of time / of hits from {small:,}",
            goals.GROWTH if large == goals.LARGE else None,
            float(np.median(ratios)),
            *interval(ratios),
            beside=f"time × {np.median(times):.2f}, hits × {np.median(hits):.2f}",
        )


def _spent(engine: Engine, question: Question) -> tuple[float, int]:
    """CPU seconds of an answer, and its total."""
    clock, found = Clock(), []
    clock.run(lambda: found.append(engine.answer(question)))
    return clock.cpu[0], found[0].total
