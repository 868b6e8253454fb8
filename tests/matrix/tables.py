"""The matrix as text: tables with a column for each role, read into rows.

A line that starts at the margin names a route; the indented lines below it say what is asked
and what each role gets::

    desk/<int:pk>/who/
        # what is asked                 anon nom  oth  town
        GET  pk=own.draft             | in   200  404  role
        POST pk=own.draft +who        | in   done 404  role

Before the bar stand the method, the route's arguments, ``+body`` (a name in ``BODIES``),
``?query`` and, for a route that is a regular expression, ``@address``. Behind it stands one
answer for each column: see ``answers.py``. ``#`` begins a remark.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

# What is posted; a value may name something in the world, and a function is given its names.
Body = Mapping[str, Any] | Callable[[Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True)
class Row:
    """One request and the answer that each role gets."""

    route: str
    method: str
    arguments: Mapping[str, str]
    answers: Mapping[str, str]
    body: Body = field(default_factory=dict[str, Any])
    query: str = ""
    address: str | None = None
    asked: str = ""

    def __str__(self) -> str:
        return f"{self.route} {self.asked}"


class TableError(ValueError):
    """A table that cannot be read, with the line that is wrong."""


def read_table(
    text: str, columns: Mapping[str, tuple[str, ...]], bodies: Mapping[str, Body] | None = None
) -> list[Row]:
    """Return the rows of a table; ``columns`` names the roles that stand for each column."""
    rows: list[Row] = []
    route = ""
    for line in text.splitlines():
        if not line.strip() or line.strip().startswith("#"):
            continue
        if not line[0].isspace():
            route = line.split(" #")[0].strip()
        else:
            rows.append(_row(route, line.split(" #")[0], columns, bodies or {}))
    return rows


def _row(
    route: str,
    line: str,
    columns: Mapping[str, tuple[str, ...]],
    bodies: Mapping[str, Body],
) -> Row:
    asked, bar, said = line.partition("|")
    words = said.split()
    if not bar or not route or len(words) != len(columns):
        raise TableError(f"{route}: {line.strip()!r}: {len(words)} answers, not {len(columns)}")
    method, *parts = asked.split()
    given: dict[str, Any] = {"body": {}, "query": "", "address": None}
    arguments = {}
    for part in parts:
        if part.startswith("+"):
            if part[1:] not in bodies:
                raise TableError(f"{route}: no body {part}")
            given["body"] = bodies[part[1:]]
        elif part.startswith("?"):
            given["query"] = part
        elif part.startswith("@"):
            given["address"] = part[1:]
        else:
            name, equals, value = part.partition("=")
            if not equals:
                raise TableError(f"{route}: what is {part!r}?")
            arguments[name] = value
    answers = {
        role: word for roles, word in zip(columns.values(), words, strict=True) for role in roles
    }
    return Row(route, method, arguments, answers, asked=" ".join(asked.split()), **given)
