"""What a worker's memory grows by: `python -m tests.bench --parts memory`.

A process of its own for each engine says how much it holds before it opens the index, after, and
after it has answered every question: resident (RSS), its share of what others hold too (PSS), and
what it wrote itself (private). A mapped file is in the first two, and shared by all workers.
What such a process prints, `python -m tests.bench.memory ROOT PROFILES ENGINE`, is JSON.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .archives import Archives
from .engines import ENGINES
from .lines import Line
from .questions import KINDS

ROLLUP = Path("/proc/self/smaps_rollup")
MEASURES = ("rss", "pss", "private")
ENGINES_SHOWN = ("ours", "tantivy", "fts5")


def held() -> dict[str, float]:
    """Megabytes of this process, now."""
    gc.collect()
    sizes: dict[str, int] = {}
    for line in ROLLUP.read_text().splitlines()[1:]:
        name, _, size = line.partition(":")
        sizes[name] = int(size.split()[0])
    kilobytes = {"rss": sizes["Rss"], "pss": sizes["Pss"], "private": sizes["Private_Dirty"]}
    return {name: size * 1024 / 1e6 for name, size in kilobytes.items()}


def grown(root: str, count: int, name: str) -> list[dict[str, float]]:
    """What is held before opening, after, and after asking: call it once in a process."""
    archives = Archives(root)
    asked, folder = archives.questions(count), archives.path(name, count)
    engine = ENGINES[name]()
    states = [held()]
    engine.open(folder)
    states.append(held())
    for kind in KINDS:
        for question in asked[kind]:
            engine.answer(question)
    states.append(held())
    return states


def memory(archives: Archives, root: str, count: int) -> Iterator[Line]:
    """No goal was set: it is to be given."""
    if not ROLLUP.exists():
        return
    states: dict[str, list[dict[str, float]]] = {}
    for name in ENGINES_SHOWN:
        archives.index(name, count)
        command = [sys.executable, "-m", "tests.bench.memory", root, str(count), name]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        states[name] = json.loads(said)
    for measure in MEASURES:
        per_engine = {name: [state[measure] for state in each] for name, each in states.items()}
        mine = per_engine["ours"]
        others = ", ".join(
            f"{name} {each[2] - each[0]:+.1f}"
            for name, each in per_engine.items()
            if name != "ours"
        )
        yield Line(
            count,
            f"memory of a worker, {measure}, opened and asked",
            None,
            mine[2] - mine[0],
            unit=" MB",
            beside=f"before {mine[0]:.1f}, opened {mine[1]:.1f}, asked {mine[2]:.1f}; {others} MB",
        )


def main() -> None:
    root, count, name = sys.argv[1:]
    print(json.dumps(grown(root, int(count), name)))


if __name__ == "__main__":
    main()
