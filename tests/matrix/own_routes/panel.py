"""The panel members' desk: one's own sheets, and to everybody else, the office included, none."""

from collections.abc import Mapping
from typing import Any


def points(sheet: str) -> Any:
    """Return a body that scores every criterion of the sheet that ``sheet`` names."""

    def body(names: Mapping[str, Any]) -> dict[str, Any]:
        criteria = [value for name, value in names.items() if name.startswith("criterion.")]
        return {
            **{f"points_{pk}": "7" for pk in criteria},
            "comment": "好",
            "version": names[f"{sheet}.version"],
        }

    return body


BODIES = {
    "points": points("mem.open"),
    "stale": {"version": "99", "comment": "好"},
    "hand-in": {"version": "mem.other.version"},
    "other-points": {"version": "omem.open.version", "comment": "好"},
    "reason": {"reason": "候选人是我的亲属。"},
}

TABLE = """
#                            anon nom  oth  town mem  omem plain first off  ed   aud  sup
panel/
    GET                    | in   why  why  why  200  200  why   first why  why  why  why
    POST                   | 405  405  405  405  405  405  405   first 405  405  405  405

panel/sheets/<int:pk>/
    GET  pk=mem.open       | in   404  404  404  200  404  404   first 404  404  404  404
    GET  pk=mem.other      | in   404  404  404  200  404  404   first 404  404  404  404
    GET  pk=omem.open      | in   404  404  404  404  200  404   first 404  404  404  404
    GET  pk=colleague.open | in   404  404  404  404  404  404   first 404  404  404  404
    GET  pk=colleague.handed | in 404  404  404  404  404  404   first 404  404  404  404
    POST pk=mem.open +points | in 404  404  404  done 404  404   first 404  404  404  404
    POST pk=mem.open +stale | in  404  404  404  409  404  404   first 404  404  404  404
    POST pk=omem.open +other-points | in 404 404 404 404 done 404 first 404 404 404  404
    POST pk=colleague.open +points  | in 404 404 404 404 404 404  first 404 404 404  404

panel/sheets/<int:pk>/hand-in/
    # Not scored yet: led back to the sheet, with a warning.
    GET  pk=mem.open       | in   404  404  404  go   404  404   first 404  404  404  404
    GET  pk=mem.other      | in   404  404  404  200  404  404   first 404  404  404  404
    GET  pk=colleague.open | in   404  404  404  404  404  404   first 404  404  404  404
    POST pk=mem.other +hand-in | in 404 404 404  done 404  404   first 404  404  404  404
    POST pk=colleague.open +hand-in | in 404 404 404 404 404 404  first 404 404 404  404
    POST pk=colleague.handed +hand-in | in 404 404 404 404 404 404 first 404 404 404 404

panel/sheets/<int:pk>/recuse/
    GET  pk=mem.open       | in   404  404  404  200  404  404   first 404  404  404  404
    GET  pk=colleague.open | in   404  404  404  404  404  404   first 404  404  404  404
    POST pk=mem.open +reason | in 404  404  404  done 404  404   first 404  404  404  404
    # Without a reason: the form again.
    POST pk=mem.open       | in   404  404  404  200  404  404   first 404  404  404  404
    POST pk=omem.open +reason | in 404 404  404  404  done 404   first 404  404  404  404
    POST pk=colleague.open +reason | in 404 404 404 404 404 404   first 404 404 404  404
"""
