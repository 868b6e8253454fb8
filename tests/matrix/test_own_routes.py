"""Our own routes × every role × own and other unit × GET and POST."""

from __future__ import annotations

import pytest

from tests.matrix import roles
from tests.matrix.answers import read_answer
from tests.matrix.asking import Asker
from tests.matrix.own_routes import all_rows
from tests.matrix.tables import Row
from tests.matrix.walk import walk

ROWS = all_rows()


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_everybody_gets_what_the_table_says(asker: Asker, row: Row) -> None:
    complaints = asker.complaints(row)
    assert not complaints, "\n".join([f"{row}", *complaints])


def _first_get_in_two_languages() -> list[Row]:
    """Return one GET for each of our routes that stands under the language prefixes."""
    prefixed = {route.text for route in walk() if route.has_language}
    first = {row.route: row for row in reversed(ROWS) if row.method == "GET"}
    return [row for row in first.values() if row.route in prefixed]


@pytest.mark.parametrize("row", _first_get_in_two_languages(), ids=str)
def test_english_addresses_answer_alike(asker: Asker, row: Row) -> None:
    for role in (roles.ANON, roles.NOMINATOR):
        response, changed, body = asker.send(row, role, prefix="/en")
        expected = row.answers[role]
        assert read_answer(response, changed).word == expected.removesuffix("*"), role
        assert not asker.leaks(role, body, expected), role
