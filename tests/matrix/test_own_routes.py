"""Our own routes × every role × own and other unit × GET and POST."""

from __future__ import annotations

import pytest

from tests.matrix.asking import Asker
from tests.matrix.own_routes import all_rows
from tests.matrix.tables import Row


@pytest.mark.parametrize("row", all_rows(), ids=str)
def test_everybody_gets_what_the_table_says(asker: Asker, row: Row) -> None:
    complaints = asker.complaints(row)
    assert not complaints, "\n".join([f"{row}", *complaints])
