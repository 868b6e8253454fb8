"""What limits an answer: `python -m tests.bench.profiling --folder DIR --kinds "two words"`.

For each class the functions with the most CPU time of their own while our engine answers its
questions for the first time, or shows twenty texts (`--texts`). The profiler makes small Python
functions look dearer than they are: shares, not times.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import time
from collections.abc import Callable, Sequence

from .archives import Archives
from .questions import KINDS, Question
from .texts import OursShownFirst

SHOWN = 12
ROUNDS = 5


def profiled(call: Callable[[Question], object], asked: Sequence[Question]) -> list[str]:
    """A line for each of the dearest functions: share of all, calls an answer, where it is."""
    for question in asked:
        call(question)
    profile = cProfile.Profile(time.process_time)
    with profile:
        for _ in range(ROUNDS):
            for question in asked:
                call(question)
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    whole = sum(own for _, _, own, _, _ in stats.values())
    answers = ROUNDS * len(asked)
    dearest = sorted(stats.items(), key=lambda each: each[1][2], reverse=True)[:SHOWN]
    return [
        f"  {own / whole:6.1%}  {calls / answers:7.1f} calls  {_place(where)}"
        for where, (_, calls, own, _, _) in dearest
    ]


def _place(where: tuple[str, int, str]) -> str:
    file, line, function = where
    return f"{os.path.relpath(file)}:{line} {function}" if line else function


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True, help="as for the bench")
    parser.add_argument("--profiles", type=int, default=10_000)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--texts", action="store_true", help="with 20 texts and highlights")
    options = parser.parse_args()
    archives, ours = Archives(options.folder), OursShownFirst()
    ours.open(archives.index(ours.name, options.profiles))
    groups = archives.questions(options.profiles)

    def first(question: Question) -> None:
        ours.index.snapshot().memory.forget()
        ours.answer(question)

    for kind in options.kinds:
        print(kind)
        print("\n".join(profiled(ours.shown if options.texts else first, groups[kind])))


if __name__ == "__main__":
    main()
