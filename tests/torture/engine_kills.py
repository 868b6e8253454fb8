"""`kill -9` in commit, merge and rebuild of the engine, by the clock and in the middle of a file
call."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

from search.engine.files import Files, OutFile
from search.engine.index import Index

from .children import Child, Progress, wait_until
from .report import Report
from .story import Story, left_over, open_afresh, rebuild_step, told_by, write_step

COMMIT, MERGE, REBUILD = 1, 2, 3
NAMES = {COMMIT: "commit", MERGE: "merge", REBUILD: "rebuild"}


class DyingFiles(Files):
    """Counts calls that change the folder, from `count_from_here` on, and kills its own process
    in the one numbered `last`; a write is cut in the middle."""

    def __init__(self, last: int = -1) -> None:
        self.last = last
        self.calls = 0
        self._counts = False

    def count_from_here(self) -> None:
        self.calls = 0
        self._counts = True

    def step(self) -> None:
        if not self._counts:
            return
        self.calls += 1
        if self.calls == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def create(self, path: str) -> OutFile:
        self.step()
        return _DyingOut(path, self)


class _DyingOut(OutFile):
    def __init__(self, path: str, files: DyingFiles) -> None:
        super().__init__(path)
        self._files = files

    def write(self, data: bytes | memoryview) -> None:
        view = memoryview(data).cast("B")
        part = random.randrange(len(view) + 1)
        super().write(view[:part])
        self._files.step()
        super().write(view[part:])

    def sync(self) -> None:
        self._files.step()
        super().sync()


def _counted(name: str) -> Callable:
    original = getattr(Files, name)

    def method(self: DyingFiles, *arguments):
        self.step()
        result = original(self, *arguments)
        self.step()
        return result

    return method


for _name in ("replace", "remove", "remove_folder", "make_folder", "sync_folder"):
    setattr(DyingFiles, _name, _counted(_name))


def act(index: Index, phase: int, story: Story, done: int, progress: Progress) -> int:
    """One act of the child. Returns how many steps are committed after it."""
    files = index.files
    assert isinstance(files, DyingFiles)
    if phase == MERGE:
        # Something to merge first: two commits.
        for _ in range(2):
            progress.set(COMMIT, done + 1, done)
            write_step(index, done + 1)
            done += 1
        progress.set(MERGE, done, done)
        files.count_from_here()
        index.merge(wait=5.0, everything=True)
    elif phase == REBUILD:
        progress.set(REBUILD, done + 1, done)
        files.count_from_here()
        rebuild_step(index, story.after(done), done + 1)
        done += 1
    else:
        progress.set(COMMIT, done + 1, done)
        files.count_from_here()
        write_step(index, done + 1)
        done += 1
    progress.set(0, done, done)
    return done


class Killing:
    """One index folder, and child after child that dies over it."""

    def __init__(self, report: Report, folder: Path, chance: random.Random) -> None:
        self.report = report
        self.folder = folder
        self.chance = chance
        self.story = Story()
        self.done = 0
        self.seconds = dict.fromkeys(NAMES, 0.0)
        self.calls = dict.fromkeys(NAMES, 0)

    def measure(self) -> None:
        """One act of each kind without a kill: how long it takes and how many calls it makes."""
        for phase in (COMMIT, MERGE, REBUILD, COMMIT, MERGE, REBUILD):
            files = DyingFiles()
            progress = Progress()
            started = time.monotonic()
            index = open_afresh(self.folder, files)
            self.done = act(index, phase, self.story, self.done, progress)
            self.seconds[phase] = time.monotonic() - started
            self.calls[phase] = files.calls
        for phase, name in NAMES.items():
            self.report.say(f"{name}: {self.seconds[phase]:.2f} s, {self.calls[phase]} calls")

    def kill_once(self, phase: int, by_clock: bool) -> None:
        progress = Progress()
        progress.set(0, self.done, self.done)
        last = -1 if by_clock else self.chance.randint(1, self.calls[phase])

        def work() -> None:
            files = DyingFiles(last)
            index, done = open_afresh(self.folder, files), self.done
            for _ in range(3):
                done = act(index, phase, self.story, done, progress)

        child = Child(work)
        if by_clock:
            wait_until(lambda: progress.get()[0] == phase, child)
            time.sleep(self.chance.uniform(0, 1.1 * self.seconds[phase]))
            child.kill()
        else:
            child.wait(60)
        died_in, begun, done = progress.get()
        was_killed = child.wait() == -signal.SIGKILL
        self.report.expect(was_killed, f"the child ended by itself in {NAMES[phase]}")
        self.report.counts[f"killed in {NAMES.get(died_in, 'between')}"] += 1
        self.look(died_in, begun, done)

    def look(self, phase: int, begun: int, done: int) -> None:
        """Open, verify, compare: what was committed is there, and nothing half-done."""
        where = f"after a kill in {NAMES.get(phase, 'between acts')} of step {begun}"
        try:
            index = open_afresh(self.folder)
            state = told_by(index)
            index.verify()
            self.report.counts["left files"] += bool(left_over(self.folder))
        except Exception as error:
            self.report.fail(f"{where}: {type(error).__name__}: {error}")
            return
        if state == self.story.after(done):
            self.done = done
            self.report.counts["old state stands"] += 1
        elif begun > done and state == self.story.after(begun):
            self.done = begun
            self.report.counts["new state stands"] += 1
        else:
            self.report.fail(f"{where}: neither the state before nor the state after")

    def finish(self) -> None:
        """The next writer works, and clears what the dead left."""
        index = open_afresh(self.folder, DyingFiles())
        self.done = act(index, REBUILD, self.story, self.done, Progress())
        self.done = act(index, COMMIT, self.story, self.done, Progress())
        self.report.expect(told_by(index) == self.story.after(self.done), "the last state is off")
        rest = left_over(self.folder)
        self.report.expect(not rest, f"left over at the end: {rest}")
        index.verify()


def kill_the_engine(report: Report, folder: Path, times: int) -> None:
    """`times` kills over one folder, a third in each of commit, merge and rebuild."""
    killing = Killing(report, folder, random.Random(times))
    killing.measure()
    for number in range(times):
        phase = (COMMIT, MERGE, REBUILD)[number % 3]
        killing.kill_once(phase, by_clock=number % 2 == 0)
        if number % 30 == 29:
            report.say(f"{number + 1} kills; {killing.done} steps are committed")
    killing.finish()
