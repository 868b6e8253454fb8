"""Sends a row's request as each role, and says where the answers are not those of the table."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import transaction
from django.test import Client

from tests.matrix import roles
from tests.matrix.answers import Answer, read_answer
from tests.matrix.snapshot import Snapshot
from tests.matrix.tables import Row
from tests.matrix.walk import fill
from tests.matrix.world import World

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


@contextmanager
def undone() -> Iterator[None]:
    """Take everything back that happens inside; the outermost block of its kind may be this."""
    block = transaction.atomic()
    # As TestCase does: code that insists on an outermost transaction of its own still runs.
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)


class Asker:
    """Knows the world, and asks the site as one person after the other."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._sessions = {role: _session_of(user) for role, user in world.people.items()}
        self.snapshot = Snapshot()
        # One for all: a new one would load the middleware anew for each request.
        self._client = Client(raise_request_exception=False)

    def look_up(self, value: Any) -> Any:
        """Return what ``value`` names in the world, else the value; a call gets the names."""
        if inspect.isfunction(value):
            return value(self.world.names)
        if isinstance(value, str):
            return self.world.names.get(value, value)
        return value

    def address(self, row: Row) -> str:
        """Return the address of a row."""
        arguments = {name: self.look_up(value) for name, value in row.arguments.items()}
        names = _Dotted(self.world.names)
        query = row.query.format_map(names)
        if row.address is not None:
            return "/" + row.address.format_map(names) + query
        return fill(row.route, arguments) + query

    def send(self, row: Row, role: str, *, prefix: str = "") -> tuple[Any, set[str], str]:
        """Send a row's request as ``role``; return response, changed tables and body."""
        client = self._client
        client.cookies.clear()
        if role != roles.ANON:
            client.cookies[settings.SESSION_COOKIE_NAME] = self._sessions[role]
        body = row.body(self.world.names) if callable(row.body) else row.body
        data = {name: self.look_up(value) for name, value in body.items()}
        method = getattr(client, row.method.lower())
        with undone(), self.snapshot.watching() as changed:
            response = method(prefix + self.address(row), data)
            text = _body_of(response)
        return response, changed, text

    def complaints(self, row: Row, only: Callable[[str], bool] = lambda role: True) -> list[str]:
        """Return, for each role whose answer differs from the table, what it got instead."""
        wrong = []
        for role, expected in row.answers.items():
            if not only(role):
                continue
            word = expected.removesuffix("*")
            response, changed, body = self.send(row, role)
            answer = read_answer(response, changed)
            if answer.word != word:
                wrong.append(
                    f"{role}: {word} in the table, {answer.word} in truth. {answer.detail}"
                )
            wrong += [f"{role}: {leak}" for leak in self.leaks(role, body, expected)]
        return wrong

    def leaks(self, role: str, body: str, expected: str) -> list[str]:
        """Return what stands in ``body`` that ``role`` must not read there."""
        found = self.world.secrets.personal_in(body)
        if expected.endswith("*"):
            found = [] if found else ["nothing personal, though the table has a star;"]
        return [f"reads {what}" for what in found + self.world.secrets.not_for(role, body)]

    def answer(self, row: Row, role: str) -> Answer:
        """Return what ``role`` gets, in a word."""
        response, changed, _body = self.send(row, role)
        return read_answer(response, changed)


class _Dotted(dict):
    """Names with dots for ``format_map``, which would take ``page.address`` for an attribute."""

    def __init__(self, names: dict[str, Any]) -> None:
        super().__init__({name.replace(".", "_"): value for name, value in names.items()})


def _session_of(user: Any) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _body_of(response: Any) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    text = content.decode("utf-8", "replace")
    # JSON, alone or inside a page, writes Chinese as escapes: read it as well.
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
