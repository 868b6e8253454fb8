"""What a part says while it runs, and what it found wrong."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Sequence

SHOWN = 20


class Report:
    """Collects failures, so that one does not hide the next."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.started = time.monotonic()
        self.failures: list[str] = []
        self.counts: Counter[str] = Counter()

    def say(self, text: str) -> None:
        """One line with the time since the part began."""
        print(f"[{self.part} {time.monotonic() - self.started:5.0f} s] {text}", flush=True)

    def expect(self, holds: object, what: str) -> bool:
        """Note `what` as a failure unless it `holds`."""
        self.counts["checks"] += 1
        if not holds:
            self.fail(what)
        return bool(holds)

    def fail(self, what: str) -> None:
        """Note a failure; the first few are shown at once."""
        self.failures.append(what)
        if len(self.failures) <= SHOWN:
            self.say(f"WRONG: {what}")

    def end(self) -> int:
        """The last line. Returns the process's exit code."""
        seen = ", ".join(f"{name} {count}" for name, count in sorted(self.counts.items()))
        self.say(f"{seen}; wrong: {len(self.failures)}")
        return 1 if self.failures else 0


def spread(seconds: Sequence[float]) -> str:
    """Median, 95th percentile and largest of durations, in milliseconds."""
    if not seconds:
        return "none"
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    middle = statistics.median(ordered)
    return (
        f"p50 {middle * 1e3:.0f} ms, p95 {p95 * 1e3:.0f} ms, max {ordered[-1] * 1e3:.0f} ms "
        f"of {len(ordered)}"
    )
