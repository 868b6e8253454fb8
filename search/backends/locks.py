"""Locks between processes: a file each, let go by the system when its holder dies."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files import locks

PAUSE = 0.02


class Busy(Exception):
    """Somebody else holds the lock, and went on for longer than we were to wait."""


@contextmanager
def held(path: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock file ``path`` during the block; wait for it up to ``wait`` seconds.

    Raises :class:`Busy` where another thread or process has it, OSError where the folder
    cannot be written to.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + wait
        while not locks.lock(descriptor, locks.LOCK_EX | locks.LOCK_NB):
            if time.monotonic() >= deadline:
                raise Busy(path.name)
            time.sleep(PAUSE)
        yield
    finally:
        os.close(descriptor)


def is_held(path: Path) -> bool:
    """Return whether anybody holds the lock now."""
    try:
        with held(path):
            return False
    except Busy:
        return True
