"""Flipped bytes, cut, emptied, missing and exchanged files of every kind in the index folder, while
readers search."""

from __future__ import annotations

import logging
import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from . import site
from .children import Child, Progress, result_of
from .report import Report

QUESTIONS: tuple[dict[str, str], ...] = (
    {"q": "示例7号0版"},
    {"q": '"例17号"'},
    {"q": "双庙村"},
    {"q": "shuangmiao"},
    {"q": "示例", "year": "2005", "sort": "name"},
    {"q": "示例", "page": "2"},
    {"q": "三十年 -第3位"},
    {"kind": "person", "category": "honesty", "sort": "newest"},
)
# Files below the index folder whose loss the engine must not believe, and files that only lock.
LASTING = ("contents.json", ".seg")


class Answers(NamedTuple):
    """What a reader got: for each question the total and the titles; and what the log said."""

    found: list[tuple[int, list[str]]]
    log: list[str]


class _Listening(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def read(questions: tuple[dict[str, str], ...] = QUESTIONS) -> Answers:
    """Ask the readers' page everything. AssertionError where it answers anything but a page."""
    from django.test import Client

    listening = _Listening()
    logger = logging.getLogger("search")
    logger.addHandler(listening)
    logger.propagate = False
    client = Client(raise_request_exception=True)
    found = []
    for asked in questions:
        response = client.get("/search/", asked)
        if response.status_code != 200:
            raise AssertionError(f"{response.status_code} for {asked}")
        titles = [result.page.title for result in response.context["results"]]
        found.append((response.context["total"], titles))
    suggested = client.get("/search/suggest/", {"q": "示例3"})
    if suggested.status_code != 200:
        raise AssertionError(f"{suggested.status_code} for a suggestion")
    return Answers(found, listening.lines)


def flipped(path: Path, chance: random.Random) -> None:
    """One bit somewhere."""
    with open(path, "r+b") as file:
        size = file.seek(0, os.SEEK_END)
        at = chance.randrange(size)
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1 << chance.randrange(8)]))


def overwritten(path: Path, chance: random.Random) -> None:
    """A page of 4 KB of noise somewhere."""
    size = path.stat().st_size
    at = chance.randrange(size) // 4096 * 4096
    with open(path, "r+b") as file:
        file.seek(at)
        file.write(chance.randbytes(min(4096, size - at)))


def cut(path: Path, chance: random.Random) -> None:
    os.truncate(path, chance.randrange(path.stat().st_size))


def emptied(path: Path, chance: random.Random) -> None:
    os.truncate(path, 0)


def noise(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.randbytes(path.stat().st_size or 100))


def missing(path: Path, chance: random.Random) -> None:
    path.unlink()


def a_folder(path: Path, chance: random.Random) -> None:
    path.unlink()
    path.mkdir()


def a_dead_link(path: Path, chance: random.Random) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


Damage = Callable[[Path, random.Random], None]
OF_CONTENT: tuple[Damage, ...] = (flipped, overwritten, cut)
OF_FILE: tuple[Damage, ...] = (emptied, noise, missing, a_folder, a_dead_link)


class Damaging:
    """One site whose index folder is damaged and put back."""

    def __init__(self, report: Report, folder: Path, chance: random.Random) -> None:
        self.report = report
        self.chance = chance
        self.path = Path(site.backend().path)
        self.kept = folder / "search.kept"
        # Loaded before any fork.
        read()
        site.forget_connections()
        shutil.copytree(self.path, self.kept)
        self.truth = self._answers("at first").found
        shutil.rmtree(self.path / "wagtailcore.page")
        self.by_database = self._answers("without an index").found
        self.put_back()
        if self.by_database == self.truth:
            report.fail("the questions do not tell engine and database apart")

    def put_back(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)
        shutil.copytree(self.kept, self.path)

    def _answers(self, where: str) -> Answers:
        code, answers = result_of(read)
        self.report.expect(code == 0, f"{where}: a reader met an exception ({code})")
        return answers or Answers([], [])

    def files(self) -> list[Path]:
        """Every file that there is, of the pages' index and of one that is empty."""
        return sorted(
            path.relative_to(self.path)
            for path in self.path.rglob("*")
            if path.is_file() and "nomination" not in path.parts[-1]
        )

    def do(self, file: Path, damage: Damage, rebuilds: bool) -> None:
        """Damage one file, let a new process search, and mend it."""
        where = f"{file} {damage.__name__}"
        damage(self.path / file, self.chance)
        answers = self._answers(where)
        self.report.counts["damages"] += 1
        for asked, given, truth, stored in zip(
            QUESTIONS, answers.found, self.truth, self.by_database, strict=False
        ):
            if given not in (truth, stored):
                self.report.fail(f"{where}: {asked} was answered with {given[0]}, not {truth[0]}")
        if answers.found == self.truth:
            self.report.counts["not met by the reader"] += 1
        else:
            self.report.counts["answered by the database"] += 1
            self.report.expect(answers.log, f"{where}: the log says nothing")
        if file.name.endswith(LASTING) and "wagtailcore" in str(file):
            self.report.expect(self._is_noticed(), f"{where}: verify notices nothing")
        if rebuilds:
            self._rebuild(file, damage)
        self.put_back()

    def _is_noticed(self) -> bool:
        from search.engine.errors import EngineError

        try:
            site.index_afresh().verify()
        except EngineError:
            return True
        return False

    def _rebuild(self, file: Path, damage: Damage) -> None:
        where = f"{file} {damage.__name__}"
        from django.core.management import CommandError, call_command

        def work() -> list[tuple[int, list[str]]] | None:
            try:
                call_command("rebuild_search", verbosity=0)
            except CommandError:
                return None
            site.index_afresh().verify()
            return read().found

        code, found = result_of(work)
        if damage is a_folder and found is None:
            # A folder where a file should be: the command names it, and somebody moves it away.
            shutil.rmtree(self.path / file)
            self.report.counts["rebuilds refused over a folder"] += 1
            code, found = result_of(work)
        self.report.expect(code == 0, f"{where}: the rebuild failed")
        self.report.expect(found == self.truth, f"{where}: rebuilt, and answered otherwise")
        self.report.counts["rebuilds"] += 1

    def under_a_reader(self, times: int) -> None:
        """Damage a segment in place while one reader goes on searching in it."""
        for number in range(times):
            progress = Progress()

            def search_on(progress: Progress = progress) -> None:
                wrong = 0
                until = time.monotonic() + 30
                while progress.get()[1] < 3 and time.monotonic() < until:
                    given = read(QUESTIONS[:5]).found
                    expected = zip(self.truth, self.by_database, strict=True)
                    wrong += any(g not in pair for g, pair in zip(given, expected, strict=False))
                    progress.set(wrong, progress.get()[1], progress.get()[2] + 1)
                    if progress.get()[0] != 0 or progress.get()[2] > 6:
                        break

            child = Child(search_on)
            until = time.monotonic() + 30
            while child.is_running() and progress.get()[2] < 2 and time.monotonic() < until:
                time.sleep(0.002)
            time.sleep(self.chance.uniform(0, 0.02))
            (segment, *_) = sorted(self.path.glob("wagtailcore.page/segments*/*.seg"))
            damage = (flipped, overwritten, cut, missing)[number % 4]
            damage(segment, self.chance)
            code = child.wait(60)
            self.report.expect(code == 0, f"a running reader, segment {damage.__name__}: {code}")
            self.report.counts[f"{damage.__name__} under a reader"] += 1
            self.report.counts["believed in memory"] += progress.get()[0] > 0
            self.put_back()


def damage_everything(report: Report, folder: Path, share: float) -> None:
    """Every file in every way, the two that matter many times; then under a running reader."""
    damaging = Damaging(report, folder, random.Random(7))
    number = 0
    files = damaging.files()
    report.say(f"{len(files)} files")
    for file in files:
        size = (damaging.path / file).stat().st_size
        ways: list[Damage] = [*OF_FILE]
        if size:
            times = 12 if file.name.endswith(LASTING) else 2
            ways += list(OF_CONTENT) * max(1, round(times * share))
        for damage in ways:
            number += 1
            damaging.do(file, damage, rebuilds=number % 5 == 0 or damage is noise)
    report.say(f"{number} damages to new processes")
    damaging.under_a_reader(max(4, round(48 * share)))
