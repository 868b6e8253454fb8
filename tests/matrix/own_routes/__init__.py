"""Our own routes: what each role gets, as tables, one module a room.

A new route goes into the module of its room, or into a new module that is named in ``MODULES``.
"""

from tests.matrix.own_routes import (
    accounts,
    accounts_admin,
    archive_admin,
    desk,
    objections,
    office,
    panel,
    public,
    scoring,
    search_admin,
)
from tests.matrix.roles import EACH
from tests.matrix.tables import Row, read_table

MODULES = (
    accounts,
    accounts_admin,
    archive_admin,
    desk,
    objections,
    office,
    panel,
    public,
    scoring,
    search_admin,
)


def all_rows() -> list[Row]:
    """Return the rows of all modules."""
    rows = []
    for module in MODULES:
        rows += read_table(module.TABLE, getattr(module, "COLUMNS", EACH), module.BODIES)
    return rows
