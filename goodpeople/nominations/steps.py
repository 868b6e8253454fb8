"""A round's steps and task kinds, as tables that each room adds its own to in ``ready()``.

``rounds.py`` performs the steps; this module only holds what there is. Panels and notices add
theirs, so that nominations never import them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goodpeople.nominations.models import Nomination, Round, RoundTask


@dataclass(frozen=True)
class Preview:
    """What a step would do now: the nominations it moves, and why it may not go yet.

    ``notes`` are facts worth reading before pressing; ``blockers`` stop the step.
    """

    moves: list[Nomination] = field(default_factory=list)
    blockers: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """One batch move of a whole round.

    ``after`` names the steps that must have been performed. ``prepare`` makes files before the
    transaction and returns them; ``perform`` gets them and returns how many it moved;
    ``discard`` removes them when the transaction failed. ``stage`` names what the round is in
    once the step has been performed.
    """

    key: str
    order: int
    label: Any
    explanation: Any
    preview: Callable[[Round, datetime], Preview]
    perform: Callable[[Round, Any, datetime, Any], int]
    after: tuple[str, ...] = ()
    prepare: Callable[[Round, Any, datetime], Any] | None = None
    discard: Callable[[Any], None] | None = None
    stage: Any = ""


@dataclass(frozen=True)
class TaskKind:
    """A task that rounds' workflows hold, in ``order``, when the round ``wants`` it."""

    order: int
    model: Callable[[], type[RoundTask]]
    wants: Callable[[Round], bool] = lambda round_: True


_steps: dict[str, Step] = {}
_task_kinds: dict[int, TaskKind] = {}
_round_panels: dict[int, Callable[[], Any]] = {}


def register_step(step: Step) -> None:
    """Add a step; the same key again replaces it."""
    _steps[step.key] = step


def register_task_kind(kind: TaskKind) -> None:
    """Add a task kind at its place in the order."""
    _task_kinds[kind.order] = kind


def register_round_panel(order: int, factory: Callable[[], Any]) -> None:
    """Add a panel to the round's form in the admin (a panel's criteria, a notice's wording)."""
    _round_panels[order] = factory


def steps() -> list[Step]:
    """Return all steps in order."""
    return sorted(_steps.values(), key=lambda step: step.order)


def get_step(key: str) -> Step:
    """Return one step; raise ``KeyError``."""
    return _steps[key]


def task_kinds(round_: Round) -> list[TaskKind]:
    """Return the task kinds that ``round_`` wants, in order."""
    return [kind for _order, kind in sorted(_task_kinds.items()) if kind.wants(round_)]


def round_panels() -> list[Any]:
    """Return the other rooms' form panels, in order."""
    return [factory() for _order, factory in sorted(_round_panels.items())]
