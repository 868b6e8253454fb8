"""The first answer of a new process, files cached: `python -m tests.bench.cold --folder DIR`.

Each answer is given by a process of its own, which has imported the engine and nothing more; its
CPU time is counted from opening the index to the answer.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

import numpy as np

from .__main__ import asked, built
from .engines import ENGINES
from .measuring import interval
from .questions import KINDS


def first_answer(folder: str, count: int, name: str, kind: str, number: int) -> float:
    """CPU milliseconds, here and now: call it once in a process."""
    question = asked(folder, count)[kind][number]
    path = built(folder, name, count)
    engine = ENGINES[name]()
    start = time.process_time()
    engine.open(path)
    engine.answer(question)
    return (time.process_time() - start) * 1000


def in_new_process(options: argparse.Namespace, name: str, kind: str, number: int) -> float:
    command = [sys.executable, "-m", "tests.bench.cold", "--folder", options.folder]
    command += ["--profiles", str(options.profiles), "--one", name, kind, str(number)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--profiles", type=int, default=10_000)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--against", default="tantivy")
    parser.add_argument("--kinds", nargs="*", default=list(KINDS))
    parser.add_argument("--one", nargs=3, metavar=("ENGINE", "KIND", "NUMBER"))
    options = parser.parse_args()
    if options.one:
        name, kind, number = options.one
        print(first_answer(options.folder, options.profiles, name, kind, int(number)))
        return
    for kind in options.kinds:
        pairs = []
        for number in range(options.pairs):
            order = ["ours", options.against] if number % 2 else [options.against, "ours"]
            spent = {name: in_new_process(options, name, kind, number) for name in order}
            pairs.append((spent["ours"], spent[options.against]))
        ours, other = np.array(pairs).T
        low, high = interval(ours / other)
        print(
            f"cold {options.against:8} {kind:12} ratio {np.median(ours / other):6.3f} "
            f"[{low:.3f}, {high:.3f}]  CPU ms {np.median(ours):7.3f} / {np.median(other):7.3f}"
        )


if __name__ == "__main__":
    main()
