"""ENOSPC and EIO at each call that a save and a search make below the index folder of a site; and
a disk that is really full."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from . import site, tracing
from .children import Child
from .report import Report

NUMBER = 7  # the page that is saved and looked for


def database() -> Path:
    """The database's file."""
    return Path(settings.DATABASES["default"]["NAME"])


class Failing:
    """A save or a search over copies of one site, with one call failing each time."""

    def __init__(self, report: Report, folder: Path) -> None:
        self.report = report
        self.folder = folder
        self.index = Path(site.backend().path)
        self.log = folder / "strace.log"
        # Templates, dictionaries and the index itself loaded once, before any fork.
        site.ask("示例")
        site.forget_connections()
        self.keep()

    def keep(self) -> None:
        """What every attempt begins with."""
        for path, kept in self._pairs():
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(path, kept) if path.is_dir() else shutil.copy2(path, kept)

    def put_back(self) -> None:
        for path, kept in self._pairs():
            if path.is_dir():
                shutil.rmtree(path)
                shutil.copytree(kept, path)
            else:
                shutil.copy2(kept, path)
                path.with_name(path.name + "-journal").unlink(missing_ok=True)

    def _pairs(self) -> list[tuple[Path, Path]]:
        return [(path, self.folder / f"{path.name}.kept") for path in (database(), self.index)]

    def run(self, work: Callable[[], Any], inject: str = "") -> tracing.Outcome:
        self.put_back()
        outcome = tracing.run(work, self.log, inject)
        assert outcome is not None, "strace could not be attached"
        return outcome

    def try_all(self, work: Callable[[], Any], title: str, share: float) -> None:
        """Each call below the index folder, with each error that it may meet."""
        chosen = tracing.faults(self.run(work).calls, self.index)
        chosen = chosen[:: max(1, round(1 / share))]
        self.report.say(f"{work.__name__}: {len(chosen)} faults")
        for call, error in chosen:
            inject = f"{call.name}:error={error}:when={call.number}"
            outcome = self.run(work, inject)
            if not any(str(self.index) in line for line in outcome.injected):
                self.report.counts["faults that missed"] += 1
                continue
            self.report.counts[f"{work.__name__}: faults"] += 1
            where = f"{work.__name__}, {inject} {call.line[:150]}"
            self.report.expect(outcome.code == 0, f"{where}: ended with {outcome.code}")
            self.look(where, title)

    def look(self, where: str, title: str) -> None:
        """The save stands; nothing is lost; the next reader brings all in."""
        stored = site.titles_in_database().values()
        self.report.expect(title in stored, f"{where}: the page was not saved")
        lost = site.differences() - site.waiting()
        self.report.expect(not lost, f"{where}: lost {sorted(lost)}")
        code = Child(lambda: find(title)).wait()
        self.report.expect(code == 0, f"{where}: the next reader did not find it")
        self.report.expect(not site.differences(), f"{where}: a reader came, and still off")
        self.report.expect(not site.waiting(), f"{where}: rows still wait")


def find(title: str) -> None:
    """Ask the readers' page for the title. AssertionError unless it is the only one found."""
    status, titles = site.ask(f'"{title}"')
    if (status, titles) != (200, [title]):
        raise AssertionError(f"{status}: {titles}")


def save() -> None:
    """Save a page, with the drain that follows the commit."""
    site.rename(NUMBER, 1)


def search() -> None:
    """Search as a reader does; what waits in the outbox is drained by the way. Where that fails
    the answer is the index's of before, and an answer all the same."""
    title = site.title_of(NUMBER, 1)
    status, titles = site.ask(f'"{title}"')
    if status != 200 or titles not in ([title], []):
        raise AssertionError(f"{status}: {titles}")


def fail_the_site(report: Report, folder: Path, share: float) -> None:
    """A save, then a search while the save still waits in the outbox: `share` of the calls."""
    failing = Failing(report, folder)
    failing.try_all(save, site.title_of(NUMBER, 1), share)
    failing.put_back()
    with site.drains_held_back():
        save()
    site.forget_connections()
    failing.keep()
    failing.try_all(search, site.title_of(NUMBER, 1), share)
    failing.put_back()
    report.expect(Child(lambda: find(site.title_of(NUMBER, 1))).wait() == 0, "not mended")


@contextmanager
def small_disk(at: Path, kilobytes: int) -> Iterator[bool]:
    """A file system of that size in place of the folder, with what was in it. False where this
    process may not mount one."""
    kept = at.with_name(at.name + ".aside")
    at.rename(kept)
    at.mkdir(mode=0o700)
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=0700", "tmpfs", str(at)]
    mounted = subprocess.run(command, capture_output=True).returncode == 0
    try:
        if mounted:
            shutil.copytree(kept, at, dirs_exist_ok=True)
        yield mounted
    finally:
        if mounted:
            shutil.rmtree(kept)
            shutil.copytree(at, kept)
            subprocess.run(["umount", "--lazy", str(at)], check=True)
        at.rmdir()
        kept.rename(at)


def fill_up(folder: Path) -> int:
    """Write until nothing fits any more. Returns the bytes."""
    size = 0
    with open(folder / "filler", "wb", buffering=0) as file:
        try:
            while True:
                size += file.write(bytes(512))
        except OSError:
            return size


def fill_the_disk(report: Report, saves: int) -> None:
    """Saves, searches and a rebuild while the index's disk is full; then there is space again."""
    from django.core.management import CommandError, call_command

    path = Path(site.backend().path)
    site.forget_connections()
    with small_disk(path, kilobytes=4096) as mounted:
        if not mounted:
            report.say("no tmpfs may be mounted here: the full disk is left out")
            return
        filled = fill_up(path)
        report.say(f"a disk of 4 MB, {filled} bytes of it filled up")

        def work() -> None:
            for version in range(100, 100 + saves):
                number = version % site.PAGES
                site.rename(number, version)
                # The index is behind, and answers all the same.
                status, _ = site.ask(site.title_of(number, version))
                if status != 200:
                    raise AssertionError(f"a reader met {status}")
            try:
                call_command("rebuild_search", verbosity=0)
            except CommandError as error:
                print(f"  the rebuild said: {error}")
            else:
                raise AssertionError("a rebuild on a full disk said nothing")
            site.ask("示例")

        report.expect(Child(work).wait() == 0, "a save or a search failed on a full disk")
        waiting, behind = site.waiting(), site.differences()
        report.say(f"{saves} saves: {len(waiting)} wait, the index is behind by {len(behind)}")
        report.expect(waiting, "nothing waits although nothing could be written")
        report.expect(behind <= waiting, "something is lost")
        site.index_afresh().verify()
        os.unlink(path / "filler")
        report.expect(Child(lambda: find(site.title_of(100, 100))).wait() == 0, "not found later")
        report.expect(not site.differences(), "there is space again, and still off")
        report.expect(not site.waiting(), "there is space again, and rows wait")
        report.counts["saves on a full disk"] += saves
