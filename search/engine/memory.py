"""What was found lately, within a number of bytes. It lives and dies with a snapshot."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable

from .found import Found

ENTRY_BYTES = 500  # about what an entry costs beside its arrays


class Memory:
    """The oldest goes first. Safe to use from several threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._bytes = 0
        self._kept: OrderedDict[Hashable, tuple[Found, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Found | None:
        kept = self._kept.get(key)
        return None if kept is None else kept[0]

    def put(self, key: Hashable, found: Found) -> None:
        """Keep it, unless it alone would take a quarter of the room."""
        size = found.size + ENTRY_BYTES  # its mask may be made later
        if not found.is_mask:
            size += found.ids.nbytes
        if found.scores is not None:
            size += found.scores.nbytes
        if size * 4 > self._limit:
            return
        with self._lock:
            old = self._kept.pop(key, None)
            self._bytes += size - (old[1] if old else 0)
            self._kept[key] = (found, size)
            while self._bytes > self._limit:
                _, (_, gone) = self._kept.popitem(last=False)
                self._bytes -= gone

    def forget(self) -> None:
        """Everything."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0
