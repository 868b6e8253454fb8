"""Four gunicorn workers under load while another process saves pages: how soon each shows them."""

from __future__ import annotations

import http.client
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.local_server import gunicorn

from . import site
from .children import Answering, Child, Progress
from .report import Report, spread
from .wsgi import WORKER

WORKERS = 4
LOG = "gunicorn.log"
BUSY_CLIENTS = 2
LONGEST_LAG = 1.0  # seconds: what the issue promises
PATIENCE = 10.0
WORDS = ("示例", "双庙村", "三十年", "诚实守信", "shuangmiao", "2005年", "没有的词", "示例7号")


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Serve the site with all workers up for a block; give the port."""
    log = folder / LOG
    options = ["--workers", str(WORKERS), "--timeout", "120"]
    options += ["--log-level", "warning", "--error-logfile", str(log)]
    with gunicorn("tests.torture.wsgi:application", *options) as port:
        workers: set[str] = set()
        until = time.monotonic() + 120
        while len(workers) < WORKERS and time.monotonic() < until:
            try:
                workers.add(get(port, "示例")[1])
            except OSError:
                time.sleep(0.2)
        if len(workers) < WORKERS:
            raise RuntimeError(f"only {len(workers)} workers came up: see {log}")
        yield port


def get(port: int, words: str) -> tuple[int, str, str]:
    """Status, worker and body of a search."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", f"/search/?{urlencode({'q': words})}")
        response = connection.getresponse()
        body = response.read().decode("utf-8", "replace")
        return response.status, response.headers.get(WORKER, ""), body
    finally:
        connection.close()


def keep_busy(port: int, seed: int, stop: Progress) -> dict[str, Any]:
    """Ask one thing after another until told to stop."""
    chance = random.Random(seed)
    seconds, failed = [], []
    while not stop.get()[0]:
        started = time.monotonic()
        status, worker, _ = get(port, chance.choice(WORDS))
        seconds.append(time.monotonic() - started)
        if status >= 500:
            failed.append((status, worker))
        # A reader thinks for a moment; the processor is to be busy, not drowned.
        time.sleep(0.02)
    return {"seconds": seconds, "failed": failed}


def save(number: int, version: int, drains: bool, committed: Progress) -> None:
    """Save a page; say when it was committed, in nanoseconds of the machine's clock."""
    from django.db import transaction

    def stamp() -> None:
        committed.set(1, time.monotonic_ns(), 0)

    def work() -> None:
        with transaction.atomic():
            transaction.on_commit(stamp)
            site.rename(number, version)

    if drains:
        work()
    else:
        with site.drains_held_back():
            work()


class Watching:
    """Saves one page after another, and asks until every worker has shown each.

    A worker's lag is how long after the commit its last request began that missed the page; 0
    where its first request showed it.
    """

    def __init__(self, report: Report, port: int) -> None:
        self.report = report
        self.port = port
        self.lags: dict[bool, list[float]] = {True: [], False: []}
        self.at_once = 0

    def save_and_watch(self, number: int, version: int, drains: bool) -> None:
        committed = Progress()
        site.forget_connections()
        saver = Child(lambda: save(number, version, drains, committed))
        while not committed.get()[0] and saver.is_running():
            time.sleep(0.0005)
        when = committed.get()[1] / 1e9
        title = site.title_of(number, version)
        missed: dict[str, float] = {}
        shown: set[str] = set()
        while len(shown) < WORKERS and time.monotonic() < when + PATIENCE:
            started = time.monotonic()
            status, worker, body = get(self.port, f'"{title}"')
            if not self.report.expect(status == 200, f"{status} from worker {worker}"):
                continue
            if lists(body, title):
                self.at_once += worker not in shown and worker not in missed
                shown.add(worker)
            else:
                self.report.expect(worker not in shown, f"{title} was gone again")
                missed[worker] = started - when
        self.report.expect(saver.wait() == 0, "a save failed")
        self.report.expect(len(shown) == WORKERS, f"{title}: shown by {len(shown)} workers alone")
        self.lags[drains] += [missed.get(worker, 0.0) for worker in shown]


def lists(body: str, title: str) -> bool:
    """Whether the title is among what was found, not in the box nor in the second list."""
    strict = body.partition('<ol class="result-list" start=')[2].partition("</ol>")[0]
    return title in strict.replace("<mark>", "").replace("</mark>", "")


def save_under_load(report: Report, folder: Path, saves: int) -> None:
    """`saves` pages, half of them by a process that drains nothing itself."""
    with serving(folder) as port:
        load = os.getloadavg()[0]
        report.say(f"{WORKERS} workers on port {port}; load of the machine {load:.1f}")
        # A saver that has saved before, as a worker has: not one that first loads a dictionary.
        site.rename(0, 1)
        stop = Progress()
        site.forget_connections()
        # Asking is cheap: two clients keep more workers busy than there are processors.
        busy = [
            Answering(lambda seed=seed: keep_busy(port, seed, stop)) for seed in range(BUSY_CLIENTS)
        ]
        watching = Watching(report, port)
        for number in range(saves):
            watching.save_and_watch(number % site.PAGES, 500 + number, drains=number % 2 == 0)
        stop.set(1, 0, 0)
        answers = [each.result() for each in busy]
        log = (folder / LOG).read_text() if (folder / LOG).exists() else ""
    report.expect(not any(code for code, _ in answers), "a client of the load broke off")
    results = [result for _, result in answers if result]
    seconds = [each for result in results for each in result["seconds"]]
    failed = [each for result in results for each in result["failed"]]
    report.expect(not failed, f"answers of 500 and more: {failed[:5]}")
    report.expect("Traceback" not in log, f"the workers' log has a traceback: {log[-500:]}")
    for drains, who in ((True, "the saver drains"), (False, "the saver is gone at once")):
        lags = watching.lags[drains]
        report.say(f"{who}: lag {spread(lags)}")
        late = sum(lag > LONGEST_LAG for lag in lags)
        report.expect(not late, f"{who}: {late} of {len(lags)} missed it after {LONGEST_LAG} s")
    report.counts["shown by a worker's next request"] += watching.at_once
    report.counts["requests of the load"] += len(seconds)
    report.say(f"a request of the load took {spread(seconds)}")
    report.expect(not site.differences(), "index and database differ at the end")
