"""The lines of the table at the end: what was measured, the goal, and whether it was met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from .measuring import Ratio


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``value``, ``low`` and ``high`` are a ratio, ours over the other's, or what
    ``unit`` says; ``goal`` the most that it may be, None where nobody set one."""

    profiles: int
    what: str
    goal: float | None
    value: float
    low: float | None = None
    high: float | None = None
    unit: str = ""
    beside: str = ""

    @property
    def verdict(self) -> str:
        """Met or missed by the value itself; a goal within the interval is called close."""
        if self.goal is None:
            return ""
        word = "met" if self.value <= self.goal else "missed"
        low = self.value if self.low is None else self.low
        high = self.value if self.high is None else self.high
        return f"{word}, close" if low <= self.goal < high else word

    @property
    def measured(self) -> str:
        """The value with its interval."""
        if self.low is None or self.high is None:
            return f"{_number(self.value)}{self.unit}"
        interval = f"[{_number(self.low)}, {_number(self.high)}]"
        return f"{_number(self.value)}{self.unit} {interval}"

    def cells(self) -> tuple[str, ...]:
        """As the table has them."""
        goal = "" if self.goal is None else f"≤ {self.goal:g}{self.unit}"
        return (f"{self.profiles:,}", self.what, goal, self.measured, self.verdict, self.beside)


HEAD = ("profiles", "line", "goal", "measured [95 %]", "", "ours / other, CPU ms unless said")


def _number(value: float) -> str:
    return (
        f"{value:.3f}" if abs(value) < 1 else f"{value:.2f}" if abs(value) < 100 else f"{value:.0f}"
    )


def of_ratio(profiles: int, what: str, goal: float | None, ratio: Ratio, beside: str = "") -> Line:
    """The line of interleaved pairs, with medians, p95 and wall beside."""
    spent = (
        f"{ratio.ours:.3f} / {ratio.other:.3f}, p95 {ratio.ours_p95:.3f} / {ratio.other_p95:.3f}, "
        f"wall {ratio.ours_wall:.3f} / {ratio.other_wall:.3f}"
    )
    return Line(
        profiles,
        what,
        goal,
        ratio.median,
        ratio.low,
        ratio.high,
        beside=f"{spent}; {beside}" if beside else spent,
    )


def _width(text: str) -> int:
    """Columns of a terminal."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def table(lines: Iterable[Line]) -> str:
    """All lines below one another, a Markdown table that can be read as it is."""
    rows: list[Sequence[str]] = [HEAD, *(line.cells() for line in lines)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(HEAD))]
    written = [
        "| "
        + " | ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        )
        + " |"
        for row in rows
    ]
    written.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(written)


def summary(lines: Sequence[Line]) -> str:
    """How many goals there were and which were missed."""
    judged = [line for line in lines if line.goal is not None]
    missed = [line for line in judged if line.verdict.startswith("missed")]
    said = f"{len(judged) - len(missed)} of {len(judged)} goals met"
    if missed:
        said += ". Missed: " + "; ".join(f"{line.what} at {line.profiles:,}" for line in missed)
    return said
