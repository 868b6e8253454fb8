"""ENOSPC and EIO at each system call of a commit, a merge and a rebuild of the engine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from search.engine.errors import EngineError
from search.engine.index import Index

from . import tracing
from .report import Report
from .story import Story, left_over, open_afresh, rebuild_step, told_by, write_step

STEPS = 4  # committed before the work that fails
REFUSED = 7  # the child's exit code after an error that the engine means

Work = Callable[[Index, Story], None]


def commit(index: Index, story: Story) -> None:
    write_step(index, STEPS + 1)


def merge(index: Index, story: Story) -> None:
    write_step(index, STEPS + 1)
    index.merge(everything=True)


def rebuild(index: Index, story: Story) -> None:
    rebuild_step(index, story.after(STEPS), STEPS + 1)


class Failing:
    """Works over copies of one index, with one call failing each time."""

    def __init__(self, report: Report, folder: Path) -> None:
        self.report = report
        self.whole = folder / "whole"
        self.copy = folder / "copy"
        self.log = folder / "strace.log"
        self.story = Story()
        index = open_afresh(self.whole)
        for step in range(1, STEPS + 1):
            write_step(index, step)

    def fresh_copy(self) -> Path:
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.whole, self.copy)
        return self.copy

    def run(self, work: Work, inject: str = "") -> tracing.Outcome:
        folder = self.fresh_copy()

        def attempt() -> None:
            try:
                work(open_afresh(folder), self.story)
            except EngineError:
                os._exit(REFUSED)

        outcome = tracing.run(attempt, self.log, inject)
        assert outcome is not None, "strace could not be attached"
        return outcome

    def try_all(self, work: Work, share: float) -> None:
        """Each call of the work, with each error that it may meet; then errors that stay."""
        name = work.__name__
        calls = self.run(work).calls
        chosen = tracing.faults(calls, self.copy)
        chosen = chosen[:: max(1, round(1 / share))]
        self.report.say(f"{name}: {len(chosen)} faults")
        for call, error in chosen:
            self.fail_at(work, f"{call.name}:error={error}:when={call.number}")
        writing = {call.name for call, error in chosen if error == "ENOSPC"} - {"openat"}
        for call_name in sorted(writing):
            self.fail_at(work, f"{call_name}:error=ENOSPC:when=1+")

    def fail_at(self, work: Work, inject: str) -> None:
        """One fault: the engine refuses in its own words or does it all; then it works again."""
        where = f"{work.__name__}, {inject}"
        outcome = self.run(work, inject)
        count = self.report.counts
        if not any(str(self.copy) in line for line in outcome.injected):
            count["faults that missed"] += 1
            return
        count[f"{work.__name__}: faults"] += 1
        if outcome.code not in (0, REFUSED):
            self.report.fail(f"{where}: another error than the engine's ({outcome.code})")
        count["refused" if outcome.code == REFUSED else "done all the same"] += 1
        before, after = self.story.after(STEPS), self.story.after(STEPS + 1)
        try:
            index = open_afresh(self.copy)
            state = told_by(index)
            index.verify()
            self.report.expect(
                state == after or (state == before and outcome.code),
                f"{where}: neither before nor after, or not what was said",
            )
            work(open_afresh(self.copy), self.story)
            index = open_afresh(self.copy)
            index.verify()
            self.report.expect(told_by(index) == after, f"{where}: the next attempt failed")
            rest = left_over(self.copy)
            self.report.expect(not rest, f"{where}: left over {rest}")
        except Exception as error:
            self.report.fail(f"{where}: afterwards {type(error).__name__}: {error}")


def fail_the_engine(report: Report, folder: Path, share: float) -> None:
    """Commit, merge and rebuild."""
    failing = Failing(report, folder)
    for work in (commit, merge, rebuild):
        failing.try_all(work, share)
