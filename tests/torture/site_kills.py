"""`kill -9` in the draining of the outbox and in the rebuilding of a site's index."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable

from . import site
from .children import Child, Progress, wait_until
from .report import Report

DRAIN, REBUILD, BEFORE_WORDS = 1, 2, 3
NAMES = {DRAIN: "drain", REBUILD: "site rebuild", BEFORE_WORDS: "between index and words"}
SAVED_AT_ONCE = 6


def announce(module, name: str, progress: Progress, phase: int, hold: float = 0.0) -> None:
    """Let the function say that it begins, and tarry there if asked to."""
    original = getattr(module, name)

    def announced(*arguments, **named):
        progress.set(phase, *progress.get()[1:])
        if hold:
            time.sleep(hold)
        try:
            return original(*arguments, **named)
        finally:
            if not hold:
                progress.set(0, *progress.get()[1:])

    setattr(module, name, announced)


def save_some(version: int, chance: random.Random) -> None:
    """Several pages saved in one transaction: renamed, added, taken away."""
    from django.db import transaction

    from archive.models import HonoreePage

    with transaction.atomic():
        pages = list(HonoreePage.objects.order_by("?")[:SAVED_AT_ONCE])
        for page in pages[1:]:
            number = int(page.title.removeprefix("示例").partition("号")[0])
            site.rename(number, version)
        if chance.random() < 0.5:
            site.add_page(1000 + version, version)
            pages[0].honours.all().delete()
            HonoreePage.objects.get(pk=pages[0].pk).delete()
        else:
            pages[0].unpublish()


class SiteKilling:
    """Child after child that dies over one site."""

    def __init__(self, report: Report, chance: random.Random) -> None:
        self.report = report
        self.chance = chance
        self.version = 0
        self.seconds = {DRAIN: 0.3, REBUILD: 1.0, BEFORE_WORDS: 0.2}

    def _child(self, work: Callable[[], None]) -> Child:
        site.forget_connections()
        return Child(work)

    def kill_in(self, phase: int) -> None:
        """Let a child work, and kill it some time after the phase has begun."""
        self.version += 1
        progress, version = Progress(), self.version

        def work() -> None:
            from search import draining
            from search.backends import index

            if phase == DRAIN:
                announce(draining, "drain", progress, DRAIN)
                for turn in range(3):
                    save_some(version * 10 + turn, random.Random(version * 10 + turn))
            else:
                if phase == BEFORE_WORDS:
                    announce(index, "use_prepared_words", progress, BEFORE_WORDS, hold=0.3)
                else:
                    progress.set(REBUILD, 0, 0)
                index.rebuild(index.EngineIndex(site.backend(), site.page_family()))
                progress.set(0, 0, 0)

        child = self._child(work)
        # Saved while all is built anew: kept for the index that is never to be.
        saver = None
        if phase == REBUILD:
            saver = self._child(lambda: save_some(version * 10, random.Random(version)))
        if wait_until(lambda: progress.get()[0] == phase, child):
            time.sleep(self.chance.uniform(0, self.seconds[phase]))
        died_in = progress.get()[0]
        was_running = child.kill()
        self.report.counts[f"killed in {NAMES.get(died_in, 'between')}"] += was_running
        self.report.counts["ended before the kill"] += not was_running
        if saver is not None:
            self._ended_well(saver)
        self.look(f"after a kill in {NAMES[phase]}, version {version}")

    def _in_child(self, work: Callable[[], None]) -> None:
        self._ended_well(self._child(work))

    def _ended_well(self, child: Child) -> None:
        code = child.wait()
        self.report.expect(code == 0, f"a process ended with {signal_name(code)}")

    def look(self, where: str) -> None:
        """Nothing is lost: what the index has otherwise than the database still waits. Then a
        reader comes, and all is there."""
        try:
            site.index_afresh().verify()
            lost = site.differences() - site.waiting()
        except Exception as error:
            if not self._awaits_words():
                self.report.fail(f"{where}: {type(error).__name__}: {error}")
                return
            self.report.counts["words put in use by the next reader"] += 1
            lost = set()
        self.report.expect(not lost, f"{where}: lost {sorted(lost)[:5]}")
        self._in_child(self.read)
        off = site.differences()
        self.report.expect(not off, f"{where}: a reader came, and still off: {sorted(off)[:5]}")
        self.report.expect(not site.waiting(), f"{where}: rows still wait")
        self.report.counts["rows left by the dead"] += len(site.waiting(kept=True))

    @staticmethod
    def _awaits_words() -> bool:
        """Whether the new index is in place and its words are not yet."""
        from search.backends.words import prepared_words

        return prepared_words(site.backend().path, site.page_family().label) is not None

    def read(self) -> None:
        """Search as a reader does, until nothing waits: a thread may be draining on."""
        until = time.monotonic() + 20
        while True:
            status, _ = site.ask("示例")
            if status != 200:
                raise AssertionError(f"the page answered {status}")
            if not site.waiting() or time.monotonic() > until:
                return
            time.sleep(0.05)

    def measure(self) -> None:
        """How long a drain and a rebuild take when nobody is killed."""
        from search.backends import index
        from search.draining import drain

        def timed(work: Callable[[], object]) -> float:
            started = time.monotonic()
            work()
            return time.monotonic() - started

        built = index.EngineIndex(site.backend(), site.page_family())
        # The second time, as in children that have everything loaded.
        for turn in range(2):
            with site.drains_held_back():
                save_some(turn, self.chance)
            self.seconds[DRAIN] = timed(lambda: drain("default"))
            self.seconds[REBUILD] = timed(lambda: index.rebuild(built))
        self.read()
        self.report.say(
            f"drain {self.seconds[DRAIN]:.2f} s, site rebuild {self.seconds[REBUILD]:.2f} s"
        )


def signal_name(code: int) -> str:
    """An exit code in words."""
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def kill_the_site(report: Report, drains: int, rebuilds: int) -> None:
    """Kills in the drain, then in rebuilds; `rebuilds` counts both moments of it."""
    killing = SiteKilling(report, random.Random(drains))
    killing.measure()
    for number in range(drains):
        killing.kill_in(DRAIN)
        if number % 10 == 9:
            report.say(f"{number + 1} kills in the drain")
    for number in range(rebuilds):
        killing.kill_in(BEFORE_WORDS if number % 4 == 3 else REBUILD)
    killing.look("at the end")
    report.say(f"{len(site.titles_in_database())} pages in the database and in the index")
