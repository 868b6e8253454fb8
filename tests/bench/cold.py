"""The first answer of a new process, files cached: `python -m tests.bench --parts cold`.

Each answer is given by a process of its own, which has imported the engine and nothing more; its
time is counted from opening the index to the answer. What such a process prints, `python -m
tests.bench.cold ROOT PROFILES ENGINE KIND NUMBER`, is CPU and wall seconds.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence

from . import goals
from .archives import Archives
from .engines import ENGINES
from .lines import Line, of_ratio
from .measuring import Clock, ratio_of

OTHER = "tantivy"


def first_answer(root: str, count: int, name: str, kind: str, number: int) -> Clock:
    """Here and now: call it once in a process."""
    archives = Archives(root)
    asked = archives.questions(count)[kind]
    question, folder = asked[number % len(asked)], archives.path(name, count)
    engine = ENGINES[name]()

    def first() -> None:
        engine.open(folder)
        engine.answer(question)

    clock = Clock()
    clock.run(first)
    return clock


def _in_new_process(root: str, count: int, name: str, kind: str, number: int, into: Clock) -> None:
    command = [sys.executable, "-m", "tests.bench.cold", root, str(count), name, kind, str(number)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    cpu, wall = map(float, said.split())
    into.cpu.append(cpu)
    into.wall.append(wall)


def cold(
    archives: Archives, root: str, count: int, kinds: Sequence[str], pairs: int
) -> Iterator[Line]:
    """Ids, exact total and three facets against tantivy."""
    for name in ("ours", OTHER):
        archives.index(name, count)
    for kind in kinds:
        mine, theirs = Clock(), Clock()
        for number in range(pairs):
            both = [("ours", mine), (OTHER, theirs)]
            for name, clock in both if number % 2 else reversed(both):
                _in_new_process(root, count, name, kind, number, clock)
        goal = goals.of_answer(count, OTHER, kind)
        yield of_ratio(count, f"{kind}, new process / {OTHER}", goal, ratio_of(mine, theirs))


def main() -> None:
    root, count, name, kind, number = sys.argv[1:]
    clock = first_answer(root, int(count), name, kind, int(number))
    print(clock.cpu[0], clock.wall[0])


if __name__ == "__main__":
    main()
