"""Honours, places and categories in the admin: the office writes, editor and auditor read.

An honour is revoked, never deleted; a category's code stands in addresses.
"""

from tests.matrix.roles import OUTSIDE_ALIKE

COLUMNS = OUTSIDE_ALIKE
BODIES = {
    "category": {"name": "改了名的类别", "code": "category.code", "sort_order": "1"},
    "place": {"name": "改了名的村", "kind": "village", "slug": "place.slug"},
}


def _viewset(name: str, key: str, *, body: str, deletes: str) -> str:
    """Return the rows that the three viewsets have in common."""
    saved = "done" if body else "200"
    return f"""
admin/{name}/
    GET                   | in   in   first 200   200  200  200
    POST                  | in   in   first 405   405  405  405

admin/{name}/results/
    GET                   | in   in   first 200   200  200  200
    POST                  | in   in   first 405   405  405  405

admin/{name}/new/
    GET                   | in   in   first 200   away away 200
    POST                  | in   in   first 200   away away 200

admin/{name}/edit/<int:pk>/
    GET  pk={key}         | in   in   first 200   away away 200
    POST pk={key} {body}  | in   in   first {saved} away away {saved}

admin/{name}/delete/<int:pk>/
    GET  pk={key}         | in   in   first {deletes} away away {deletes}
    # A place that something refers to stays: led back with the reason.
    POST pk={key}         | in   in   first away away away away

admin/{name}/history/<int:pk>/
    GET  pk={key}         | in   in   first 200   away away 200
    POST pk={key}         | in   in   first 405   away away 405

admin/{name}/history-results/<int:pk>/
    GET  pk={key}         | in   in   first 200   away away 200
    POST pk={key}         | in   in   first 405   away away 405

admin/{name}/usage/<int:pk>/
    GET  pk={key}         | in   in   first 200   away away 200
    POST pk={key}         | in   in   first 405   away away 405
"""


TABLE = (
    _viewset("archive_honours", "honour", body="", deletes="away")
    + _viewset("archive_places", "place", body="+place", deletes="away")
    + _viewset("archive_categories", "category", body="+category", deletes="away")
)
