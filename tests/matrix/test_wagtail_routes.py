"""Wagtail's routes × every role, one expected answer each; and what a POST may not do there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.matrix import roles
from tests.matrix.answers import read_answer
from tests.matrix.asking import Asker
from tests.matrix.snapshot import room_of
from tests.matrix.tables import Row
from tests.matrix.wagtail_routes import all_rows

ROWS = all_rows()
# Routes that anybody may read.
PUBLIC = {
    "admin/sprite/": "icons",
    "admin/jsi18n/": "translations",
    "documents/(\\d+)/(.*)": "public documents",
    "media/(?P<path>.*)": "public pictures",
    "((?:[\\w\\-]+/)*)": "the archive's pages",
}
# Views of Wagtail's that take the fields of their own form for granted. They crash before they
# change anything, and only for people who may use the form.
CRASH_ON_AN_EMPTY_FORM = {
    "admin/choose-external-link/",
    "admin/pages/<int:page_id>/copy/",
    "admin/pages/<int:page_id>/edit/",
    "admin/pages/<int:page_id>/revisions/<int:revision_id>/revert/",
    "admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/"
    "<int:parent_page_id>/",
    "admin/redirects/import/process/",
}
# Rooms whose rows change through our verbs alone, whoever presses what in Wagtail.
WALLED = {"accounts", "nominations", "notices", "panels"}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_everybody_gets_what_the_table_says(asker: Asker, row: Row) -> None:
    complaints = asker.complaints(row)
    assert not complaints, "\n".join([f"{row}", *complaints])


def test_people_without_admin_access_read_only_what_is_public() -> None:
    leaky = [
        f"{row} {role}"
        for row in ROWS
        for role in roles.OUTSIDERS
        if row.answers[role].startswith(("2", "done")) and row.route not in PUBLIC
    ]
    assert not leaky


def _one_of_each_route() -> list[Row]:
    """Return one POST for each route, of the arguments of its first row, with nothing in it."""
    first = {row.route: row for row in reversed(ROWS)}
    return [replace(row, method="POST", body={}, asked="POST") for row in first.values()]


@pytest.mark.parametrize("row", _one_of_each_route(), ids=str)
def test_a_post_without_the_right_changes_nothing(asker: Asker, row: Row) -> None:
    wrong = []
    for role in (*roles.OUTSIDERS, roles.AUDITOR):
        response, changed, body = asker.send(row, role)
        if changed:
            wrong.append(f"{role}: changed {', '.join(sorted(changed))}")
        if role != roles.AUDITOR and row.route not in PUBLIC and response.status_code < 300:
            wrong.append(f"{role}: {response.status_code}")
        wrong += [f"{role}: {leak}" for leak in asker.leaks(role, body, "")]
    assert not wrong, "\n".join([f"{row}", *wrong])


@pytest.mark.parametrize("row", _one_of_each_route(), ids=str)
def test_no_post_reaches_the_rooms_that_have_verbs(asker: Asker, row: Row) -> None:
    wrong = []
    # The office may do less here than the superuser.
    for role in (roles.EDITOR, roles.SUPERUSER):
        response, changed, _body = asker.send(row, role)
        walled = {table for table in changed if room_of(table) in WALLED}
        answer = read_answer(response, changed)
        if walled:
            wrong.append(f"{role}: changed {', '.join(sorted(walled))}")
        if answer.word == "500" and row.route not in CRASH_ON_AN_EMPTY_FORM:
            wrong.append(f"{role}: {answer.detail}")
    assert not wrong, "\n".join([f"{row}", *wrong])
