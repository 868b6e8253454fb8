"""A route that nobody listed fails here, and so does a listed one that is gone."""

from __future__ import annotations

import pytest
from django.urls import resolve

from tests.matrix import own_routes, wagtail_routes
from tests.matrix.asking import Asker
from tests.matrix.tables import Row
from tests.matrix.walk import Route, tidy, walk

OWN, WAGTAIL = own_routes.all_rows(), wagtail_routes.all_rows()
# Of ours, in front of Wagtail's: what lies under them answers as these do.
SHUT = {
    "admin/(?:failwhale|test404)/",
    "admin/api/main/pages/\\d+/action/",
    "admin/bulk/(?:nominations|panels|notices)/",
    "admin/password_reset/(?P<rest>.*)",
    "admin/reports/workflow(?:_tasks)?/",
    "admin/workflows/",
}


def _routes() -> dict[str, Route]:
    """Return the routes by their string; of two with the same string the first one answers."""
    return {route.text: route for route in reversed(walk())}


def _listed(rows: list[Row]) -> set[str]:
    return {row.route for row in rows}


def test_no_route_of_ours_is_left_out() -> None:
    missing = [r for r in _routes().values() if r.is_ours and r.text not in _listed(OWN)]
    assert not missing, "\n".join(
        [
            "Not in the matrix. Add to each its GET and POST for own and other unit, in the table",
            "of its room under tests/matrix/own_routes/:",
            *(f"  {route.text}  ({route.view})" for route in missing),
        ]
    )


def test_no_route_of_wagtails_is_left_out() -> None:
    missing = [r for r in _routes().values() if not r.is_ours and r.text not in _listed(WAGTAIL)]
    assert not missing, "\n".join(
        [
            "Not in the matrix. Ask first who should get what there, then add it under",
            "tests/matrix/wagtail_routes/:",
            *(f"  {route.text}  ({route.view})" for route in missing),
        ]
    )


def test_what_is_listed_exists() -> None:
    gone = _listed(OWN + WAGTAIL) - set(_routes())
    assert not gone, "Gone from the site, so take it out of the tables: " + ", ".join(sorted(gone))


def test_routes_stand_in_the_tables_of_their_side() -> None:
    routes = _routes()
    assert not [row.route for row in WAGTAIL if routes[row.route].is_ours]
    assert not [row.route for row in OWN if not routes[row.route].is_ours]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_each_of_ours_is_asked_both_ways(method: str) -> None:
    asked = {row.route for row in OWN if row.method == method}
    assert not _listed(OWN) - asked


def test_nominations_are_asked_for_own_and_other_unit() -> None:
    """Wherever an address names a nomination, somebody else's stands in the table too."""
    whose: dict[str, set[str]] = {}
    for row in OWN:
        for value in row.arguments.values():
            side = value.partition(".")[0]
            if side in {"own", "other"}:
                whose.setdefault(row.route, set()).add(side)
    assert whose
    assert not [route for route, sides in whose.items() if sides != {"own", "other"}]


def test_addresses_lead_to_the_routes_that_they_stand_under(asker: Asker) -> None:
    """Or a row would ask something else than it says."""
    astray = []
    for row in OWN + WAGTAIL:
        path = asker.address(row).partition("?")[0]
        reached = tidy(resolve(path).route)
        if reached != row.route and not (reached in SHUT and row.route not in _listed(OWN)):
            astray.append(f"{row}: {path} leads to {reached}")
    assert not astray, "\n".join(astray)
