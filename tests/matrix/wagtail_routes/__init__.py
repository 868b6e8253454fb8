"""Wagtail's and Django's routes: what each role gets, as tables.

A route that a later Wagtail adds goes into the module that it fits, after the question: who
should get what here? ``outs`` stands for everybody who is signed in and has no admin access.
"""

from dataclasses import replace

from tests.matrix.roles import OUTSIDE_ALIKE
from tests.matrix.tables import Row, read_table
from tests.matrix.wagtail_routes import media, pages, settings, site
from tests.matrix.walk import arguments_of

MODULES = (media, pages, settings, site)

# What stands for an argument that a row does not give.
DEFAULTS = {
    "action_name": "approve",
    "app_label": "archive",
    "collection_id": "collection",
    "content_type_app_name": "archive",
    "content_type_model_name": "honoreepage",
    "destination_id": "home",
    "doc_id": "document",
    "document_id": "document",
    "filter_spec": "original",
    "image_id": "image",
    "model_name": "honoreepage",
    "object_id": "page",
    "page_id": "page",
    "page_pk": "page",
    "page_to_move_id": "page",
    "page_view_restriction_id": "1",
    "parent_page_id": "index",
    "query_id": "promoted",
    "redirect_id": "redirect",
    "restriction_id": "1",
    "revision_id": "page.revision",
    "session_id": "1",
    "task_id": "task",
    "task_state_id": "task_state",
    "uploaded_file_id": "upload",
    "workflow_pk": "workflow",
    "workflow_state_id": "workflow_state",
}


def all_rows() -> list[Row]:
    """Return the rows of all modules, each with all its route's arguments."""
    rows = []
    for module in MODULES:
        rows += read_table(module.TABLE, OUTSIDE_ALIKE, getattr(module, "BODIES", {}))
    return [replace(row, arguments=_with_defaults(row)) for row in rows]


def _with_defaults(row: Row) -> dict[str, str]:
    usual = {name: DEFAULTS[name] for name in arguments_of(row.route) if name in DEFAULTS}
    return {**usual, **row.arguments}
