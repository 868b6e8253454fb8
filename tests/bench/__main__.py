"""`python -m tests.bench --folder DIR`: build what is missing, measure, show it in one table."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator

from .answering import OTHERS, SUBSTRINGS, answers, growth, is_asked, substrings, texts
from .archives import Archives
from .cold import cold
from .keeping import keeping
from .lines import Line, summary, table
from .memory import ENGINES_SHOWN, memory
from .questions import KINDS
from .request import requests

PARTS = ("keeping", "answers", "texts", "substrings", "growth", "cold", "memory", "request")


def options_of(arguments: list[str] | None = None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True, help="kept between runs")
    parser.add_argument("--profiles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--pairs", type=int, default=120, help="of answers; fewer of what is slow")
    parser.add_argument("--cold-pairs", type=int, default=15, help="of new processes")
    parser.add_argument("--updates", type=int, default=60)
    parser.add_argument("--site", help="what tests.search.quality keeps; else in the folder")
    parser.add_argument("--distractors", type=int, default=10_000, help="profiles of that site")
    return parser.parse_args(arguments)


def lines(options: argparse.Namespace) -> Iterator[Line]:
    """Every line of the parts, measured as it is asked for."""
    root = os.path.abspath(options.folder)
    archives = Archives(root)
    sizes, kinds, pairs = sorted(options.profiles), options.kinds, options.pairs
    wanted = [part for part in PARTS if part in options.parts]
    for count in sizes:
        if "keeping" in wanted:
            yield from keeping(archives, count, options.updates)
        for name in _engines(wanted, count):
            archives.index(name, count)
        archives.questions(count)
        archives.release()
        if "answers" in wanted:
            yield from answers(archives, count, kinds, pairs)
        if "texts" in wanted:
            yield from texts(archives, count, kinds, pairs)
        if "substrings" in wanted:
            yield from substrings(archives, count, pairs)
        if "cold" in wanted:
            yield from cold(archives, root, count, kinds, options.cold_pairs)
        if "memory" in wanted:
            yield from memory(archives, root, count)
    if "growth" in wanted:
        for small, large in zip(sizes, sizes[1:], strict=False):
            yield from growth(archives, small, large, kinds, pairs)
    if "request" in wanted:
        site = options.site or os.path.join(root, "site")
        yield from requests(site, root, options.distractors, pairs // 3)


def _engines(wanted: list[str], count: int) -> list[str]:
    """Whose indexes are needed: they are made before anything is measured, since profiles take
    much memory."""
    names = {"ours", "tantivy"} if set(wanted) - {"keeping", "request"} else set()
    if "answers" in wanted:
        names |= {name for name in OTHERS if is_asked(name, count)}
    if "substrings" in wanted:
        names |= set(SUBSTRINGS)
    if "memory" in wanted:
        names |= set(ENGINES_SHOWN)
    return sorted(names)


def main() -> None:
    options = options_of()
    start = time.monotonic()
    measured: list[Line] = []
    try:
        for line in lines(options):
            measured.append(line)
            print(" ".join(cell for cell in line.cells() if cell), flush=True)
    finally:  # what was measured before a part broke off is shown all the same
        print(f"\n{table(measured)}\n\n{summary(measured)}.")
        print(f"{(time.monotonic() - start) / 60:.1f} minutes.", flush=True)


if __name__ == "__main__":
    main()
