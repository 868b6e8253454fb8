"""Drawing the samples' pictures ahead, on every core, while the loader writes rows."""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

from wagtail.images import get_image_model

from archive.pictures import CleanFile, Cut, Encoded, cuts, encoded
from goodpeople.demo.drawings import draw

# As wide as the widest size that a page shows, so that it is not scaled down for that.
PORTRAIT = (1000, 1250)
# A nomination's photographs: the portrait, and another view for what was done.
PHOTOS = {"portrait": ("", (800, 1000)), "deed": ("@2", (1000, 750))}


@dataclass(frozen=True)
class Job:
    """One drawing to make: its key, its size in pixels, the cuts that pages show of it."""

    key: str
    size: tuple[int, int]
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True)
class Made:
    """A drawing as a JPEG, and the sizes that pages show of it."""

    content: bytes
    sizes: list[Encoded]


def make(job: Job) -> Made:
    """Draw ``job``; touches neither the database nor the disk."""
    picture = draw(job.key, job.size)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return Made(out.getvalue(), encoded(picture, job.cuts))


def portrait_job(key: str) -> Job:
    """Return the job for a public portrait."""
    width, height = PORTRAIT
    unsaved = get_image_model()(file="portrait.jpg", width=width, height=height)
    return Job(key, PORTRAIT, tuple(cuts(unsaved, PORTRAIT)))


def photo_job(key: str, kind: str) -> Job:
    """Return the job for a nomination's photograph of one of the kinds of ``PHOTOS``."""
    view, size = PHOTOS[kind]
    return Job(key + view, size)


class Studio:
    """Makes the drawings that were ordered in several processes, else in this one.

    A context manager. Where no pool can be made, where it breaks, or with one worker, the
    loader draws each picture itself when it needs it: slower, with the same result.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers if workers is not None else os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None
        self._ordered: dict[Job, Future[Made]] = {}

    def __enter__(self) -> Studio:
        # A forked process has Django and the scenes at hand already. Elsewhere a new one
        # would take longer to wake than to be of use.
        if self.workers > 1 and sys.platform == "linux":
            fork = multiprocessing.get_context("fork")
            try:
                self._pool = ProcessPoolExecutor(
                    self.workers, mp_context=fork, initializer=_leave_interrupts_alone
                )
                # The processes start at the first call and not before.
                self._pool.submit(os.getpid).result()
            except (OSError, BrokenProcessPool):
                self._pool = None
        return self

    def __exit__(self, *exc: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def order(self, jobs: Iterable[Job]) -> None:
        """Have the jobs made in this order, each once."""
        for job in jobs:
            if self._pool is None or job in self._ordered:
                continue
            try:
                self._ordered[job] = self._pool.submit(make, job)
            except BrokenProcessPool:
                self._pool = None

    def take(self, job: Job) -> Made:
        """Return what ``job`` asks for, from the pool if it was ordered there.

        The pool's copy is given away: who asks twice has it drawn twice.
        """
        ordered = self._ordered.pop(job, None)
        if ordered is not None:
            try:
                return ordered.result()
            except BrokenProcessPool:
                self._ordered.clear()
        return make(job)

    def photo(self, key: str, kind: str) -> bytes:
        """Return a nomination's photograph of one of the kinds of ``PHOTOS``, as a JPEG."""
        return self.take(photo_job(key, kind)).content

    def portrait(self, title: str, key: str) -> Any:
        """Keep the drawing ``key`` as a public picture of the archive, in every size."""
        made = self.take(portrait_job(key))
        name = f"{key.replace('@', '-')}.jpg"
        picture = get_image_model()(
            title=title, file=CleanFile(made.content, name=name), description=title
        )
        picture.ready_sizes = made.sizes
        picture.save()
        return picture


def _leave_interrupts_alone() -> None:
    """A worker goes when the loader tells it to, and does not print over it at Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
