"""A transaction that is rolled back, a drainer that is killed, a folder that cannot be written to:
what the outbox promises of each."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from . import site
from .children import Child, Progress, result_of, wait_until
from .report import Report
from .rights import obey_modes


class RolledBack(Exception):
    """Ends a transaction."""


def roll_back(number: int, version: int, progress: Progress, inner: bool) -> None:
    """Save a page, look for it, wait for the others to look, and take it all back."""
    from django.db import transaction

    with contextlib.suppress(RolledBack), transaction.atomic():
        if inner:
            # Only a savepoint is taken back; what is around it is committed.
            with contextlib.suppress(RolledBack), transaction.atomic():
                _save_and_look(number, version, progress)
                raise RolledBack
        else:
            _save_and_look(number, version, progress)
            raise RolledBack


def _save_and_look(number: int, version: int, progress: Progress) -> None:
    site.rename(number, version)
    site.add_page(5_000 + version, version)
    progress.set(1, 0, 0)
    found = site.ask(f'"{site.title_of(number, version)}"')
    if found != (200, []):
        raise AssertionError(f"its own transaction found it: {found}")
    until = time.monotonic() + 20
    while progress.get()[0] == 1 and time.monotonic() < until:
        time.sleep(0.001)


def find(title: str) -> list[str]:
    """What the readers' page finds of the title. AssertionError where it is no page."""
    status, titles = site.ask(f'"{title}"')
    if status != 200:
        raise AssertionError(f"a reader met {status}")
    return titles


class Promises:
    """Over one site; every child starts from what the one before has left."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.path = Path(site.backend().path)
        self.version = 700
        site.ask("示例")
        site.ask('"示例"')

    def in_child(self, work: Callable[[], object], what: str) -> object:
        site.forget_connections()
        code, answer = result_of(work)
        self.report.expect(code == 0, f"{what}: ended with {code}")
        return answer

    def rolled_back(self, inner: bool) -> None:
        """Never found: not by itself, not meanwhile, not afterwards."""
        self.version += 1
        number, version = self.version % site.PAGES, self.version
        title = site.title_of(number, version)
        progress = Progress()
        site.forget_connections()
        writer = Child(lambda: roll_back(number, version, progress, inner))
        wait_until(lambda: progress.get()[0] == 1, writer)
        for _ in range(3):
            found = self.in_child(lambda: find(title), "a reader meanwhile")
            self.report.expect(found == [], f"found before the rollback: {found}")
        progress.set(2, 0, 0)
        self.report.expect(writer.wait() == 0, "the writer failed")
        found = self.in_child(lambda: find(title), "a reader afterwards")
        self.report.expect(found == [], f"found after the rollback: {found}")
        self.report.expect(title not in site.titles_in_index().values(), "it is in the index")
        self.report.expect(not site.waiting(), "a row was left")
        self.report.counts["rollbacks"] += 1

    def drainer_killed(self, after_commit: bool) -> None:
        """Killed with the lock in hand, before or after it has written: the next goes on."""
        self.version += 1
        number, version = self.version % site.PAGES, self.version
        title = site.title_of(number, version)
        progress = Progress()

        def work() -> None:
            from search.backends.index import EngineIndex

            write = EngineIndex.write

            def stopping(self, *arguments, **named) -> None:
                if after_commit:
                    write(self, *arguments, **named)
                progress.set(1, 0, 0)
                time.sleep(60)

            EngineIndex.write = stopping
            site.rename(number, version)

        site.forget_connections()
        drainer = Child(work)
        wait_until(lambda: progress.get()[0] == 1, drainer)
        drainer.kill()
        self.report.expect(site.waiting(), "the dead drainer's row is gone")
        found = self.in_child(lambda: find(title), "the next reader")
        self.report.expect(found == [title], f"the next reader found {found}")
        self.report.expect(not site.waiting(), "the row still waits")
        self.report.counts["drainers killed"] += 1

    @contextlib.contextmanager
    def modes(self, folder_mode: int, file_mode: int) -> Iterator[None]:
        """Every folder and file of the index with these modes."""
        paths = [self.path, *self.path.rglob("*")]
        before = {path: path.stat().st_mode for path in paths}
        for path in reversed(paths):
            path.chmod(folder_mode if path.is_dir() else file_mode)
        try:
            yield
        finally:
            for path in paths:
                path.chmod(before[path])

    @contextlib.contextmanager
    def mounted_read_only(self) -> Iterator[None]:
        """The folder through a mount that refuses every write. CalledProcessError where this
        process may not mount."""
        target = str(self.path)
        _run("mount", "--bind", target, target)
        try:
            _run("mount", "-o", "remount,bind,ro", target)
            yield
        finally:
            _run("umount", "--lazy", target)

    def unwritable(self, how: str, prevents: contextlib.AbstractContextManager[None]) -> None:
        """No save fails, no reader meets an exception; later all is there."""
        from django.core.checks import run_checks

        self.version += 10
        numbers = [(self.version + at) % site.PAGES for at in range(5)]
        titles = [site.title_of(number, self.version) for number in numbers]

        def save_and_search() -> list[str]:
            obey_modes()
            for number, title in zip(numbers, titles, strict=True):
                site.rename(number, self.version)
                find(title)
            find("示例")
            return [message.id for message in run_checks() if message.id.startswith("search.")]

        with prevents:
            ids = self.in_child(save_and_search, f"{how}: a save or a search")
        self.report.expect("search.E004" in (ids or ()), f"{how}: the checks say {ids}")
        stored = set(site.titles_in_database().values())
        self.report.expect(stored.issuperset(titles), f"{how}: a save is lost")
        self.report.expect(site.differences() <= site.waiting(), f"{how}: something is lost")
        waited = len(site.waiting())
        found = self.in_child(lambda: [find(title) for title in titles], "afterwards")
        self.report.expect(found == [[title] for title in titles], f"{how}: then {found}")
        self.report.expect(not site.waiting() and not site.differences(), f"{how}: still off")
        self.report.say(f"{how}: 5 saves, {waited} waited, all found afterwards")
        self.report.counts["folders not to be written to"] += 1


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


def keep_promises(report: Report, times: int) -> None:
    """Each promise, `times` over."""
    promises = Promises(report)
    for number in range(2 * times):
        promises.rolled_back(inner=number % 2 == 1)
    report.say(f"{2 * times} transactions rolled back")
    for number in range(2 * times):
        promises.drainer_killed(after_commit=number % 2 == 1)
    report.say(f"{2 * times} drainers killed")
    promises.unwritable("a folder without w", promises.modes(0o500, 0o400))
    promises.unwritable("a folder that is shut", promises.modes(0o000, 0o000))
    if shutil.which("mount"):
        try:
            promises.unwritable("a read-only mount", promises.mounted_read_only())
        except subprocess.CalledProcessError as error:
            report.say(f"nothing may be mounted here, no read-only mount was tried: {error}")
