"""What an index costs to make and to keep: build, size, updates."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np

from search.engine.analysis.chinese import ChineseAnalysis
from search.engine.contents import read_contents
from search.engine.schema import TextField

from . import goals
from .archives import Archives, folder_bytes
from .engines import Ours, document_of
from .lines import Line
from .measuring import Clock, interval
from .people import Profile, profiles
from .sqlite_engines import Fts5, trigram_bytes

BUILT = 50_000  # profiles over all pairs of builds, about
MOST_BUILDS = 5


def building(archives: Archives, count: int) -> Iterator[Line]:
    """Builds of ours and of FTS5 in turns; what is built first, and the tokens, cost neither."""
    pairs = min(MOST_BUILDS, max(1, BUILT // count))
    spent: dict[str, list[float]] = {"ours": [], "fts5": []}
    wall = {"ours": 0.0, "fts5": 0.0}
    for number in range(pairs):
        for name in ("ours", "fts5") if number % 2 else ("fts5", "ours"):
            archives.people(count)
            start = time.perf_counter()
            spent[name].append(archives.build(name, count))
            wall[name] += (time.perf_counter() - start) / pairs
    ours, other = (np.array(spent[name]) for name in ("ours", "fts5"))
    tokens = tokenising(archives, count)
    archives.release()
    low, high = interval(ours / other) if pairs > 1 else (None, None)
    yield Line(
        count,
        "build / fts5",
        goals.from_small(count, goals.BUILD),
        float(np.median(ours / other)),
        low,
        high,
        beside=f"{np.median(ours):.1f} / {np.median(other):.1f} s, wall {wall['ours']:.1f} / "
        f"{wall['fts5']:.1f} s, {pairs} pairs; finding the words apart: {tokens:.2f} ms a profile",
    )


def tokenising(archives: Archives, count: int, sample: int = 200) -> float:
    """CPU milliseconds in which our Chinese analysis finds the words of a profile."""
    analysis, field = ChineseAnalysis(), TextField("body")
    analysis.index_terms("热身", field)
    people = archives.people(count)[:sample]
    start = time.process_time()
    for profile in people:
        analysis.index_terms(profile.body, field)
    return (time.process_time() - start) / len(people) * 1000


def size(archives: Archives, count: int) -> Iterator[Line]:
    """Bytes of the folders; ours holds exact substrings and the texts, FTS5 its texts."""
    ours, fts5 = (folder_bytes(archives.index(name, count)) for name in ("ours", "fts5"))
    trigram = trigram_bytes(archives.index("trigram", count))
    yield Line(
        count,
        "size, substrings in / fts5",
        goals.from_small(count, goals.SIZE),
        ours / fts5,
        beside=f"{ours / 1e6:.1f} / {fts5 / 1e6:.1f} MB; FTS5 with its trigrams "
        f"{(fts5 + trigram) / 1e6:.1f} MB, ours / that {ours / (fts5 + trigram):.2f}",
    )


class _Updated(Ours):
    """Ours, one profile at a time in the place of another."""

    def update(self, profile: Profile) -> None:
        """A commit of its own."""
        self.given.know(profile)
        with self.index.writer() as writer:
            writer.add(document_of(profile))
            writer.commit()

    def segments(self) -> dict[str, int]:
        """The bytes of each segment file."""
        contents = read_contents(self.index.files, self.index.folder)
        return {entry.file: entry.size for entry in contents.segments}


def updating(archives: Archives, count: int, updates: int) -> Iterator[Line]:
    """One profile changed and committed, in copies of both indexes, ours and FTS5's in turns."""
    scratch = os.path.join(archives.root, str(count), "updated")
    shutil.rmtree(scratch, ignore_errors=True)
    for name in ("ours", "fts5"):
        shutil.copytree(archives.index(name, count), os.path.join(scratch, name))
    try:
        yield from _updated(scratch, count, updates, archives)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _updated(scratch: str, count: int, updates: int, archives: Archives) -> Iterator[Line]:
    ours, other = _Updated(), Fts5()
    ours.open(os.path.join(scratch, "ours"))
    other.open(os.path.join(scratch, "fts5"))
    broad = archives.questions(count)[goals.BROAD][0]
    ours.answer(broad)
    mine, theirs, next_answer = Clock(), Clock(), Clock()
    largest = max(ours.segments().values())
    rewritten, most = 0, 0
    changed = np.random.default_rng(3).permutation(count)[:updates].tolist()
    for number, profile in zip(changed, _others(len(changed)), strict=True):
        before = ours.segments()
        new = replace(profile, number=number)
        mine.run(lambda to=new: ours.update(to))
        theirs.run(lambda to=new: other.update(to))
        written = sum(each for name, each in ours.segments().items() if name not in before)
        rewritten += written >= largest
        most = max(most, written)
        next_answer.run(lambda asked=broad: ours.answer(asked))
    yield from _update_lines(count, mine, theirs, next_answer, rewritten, most / largest)


def _update_lines(
    count: int, mine: Clock, theirs: Clock, after: Clock, rewritten: int, most: float
) -> Iterator[Line]:
    cpu, other = np.array(mine.cpu) * 1000, np.array(theirs.cpu) * 1000
    yield Line(
        count,
        "one update, p50",
        goals.at_small(count, goals.UPDATE_MS),
        float(np.median(cpu)),
        *interval(cpu),
        unit=" ms",
        beside=f"fts5 {np.median(other):.2f}, p95 {np.percentile(cpu, 95):.2f} / "
        f"{np.percentile(other, 95):.2f}, wall {np.median(mine.wall) * 1000:.2f} / "
        f"{np.median(theirs.wall) * 1000:.2f}; a broad answer after it "
        f"{np.median(after.cpu) * 1000:.2f}",
    )
    yield Line(
        count,
        f"full merges in {len(cpu)} updates",
        0.0,
        float(rewritten),
        beside=f"at most {most:.1%} of the largest segment's bytes written by one",
    )


def _others(number: int) -> Iterator[Profile]:
    """Profiles that are in no archive."""
    return islice(profiles(number, seed=21), number)


def keeping(archives: Archives, count: int, updates: int) -> Iterator[Line]:
    """All of the above."""
    yield from building(archives, count)
    yield from size(archives, count)
    yield from updating(archives, count, updates)
