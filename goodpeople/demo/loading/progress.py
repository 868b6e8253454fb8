"""Telling how far the loading has come."""

from __future__ import annotations

from typing import Any

_ERASE_LINE = "\r\x1b[2K"


class Counter:
    """Counts steps of ``total``: one line that renews itself on a terminal, else a line each."""

    def __init__(self, out: Any, total: int) -> None:
        self.out = out
        self.total = total
        self.done = 0

    def step(self, what: str) -> None:
        """Say that ``what`` is begun, as the next of all steps."""
        self.done += 1
        told = f"  · {self.done}/{self.total} {what}"
        if self.out.isatty():
            self.out.write(f"{_ERASE_LINE}{told}", ending="" if self.done < self.total else "\n")
        else:
            self.out.write(told)
        self.out.flush()
