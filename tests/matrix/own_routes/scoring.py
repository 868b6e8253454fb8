"""The office's screens of panels and of a round's scoring.

While a panel scores nobody reads its points, the office and the superuser included. Refusals of
the scoring's own screens are pages with the reason, those of Wagtail's kind lead ``away``.
"""

from collections.abc import Mapping
from typing import Any

from tests.matrix.roles import OUTSIDE_ALIKE


def decisions(names: Mapping[str, Any]) -> dict[str, Any]:
    """Return a body that holds one of the two candidates over, with a reason."""
    return {
        f"decision_{names['own.closed']}": "held",
        f"reason_{names['own.closed']}": "事迹尚需核实。",
        f"decision_{names['other.closed']}": "selected",
        "version": names["results.version"],
    }


COLUMNS = OUTSIDE_ALIKE
BODIES = {
    "reason": {"reason": "因病不能评分。"},
    "decisions": decisions,
    "stale": {"version": "0"},
    "briefing": {"briefing": "请先读完事迹。"},
}

TABLE = """
#                                        anon outs first off   ed   aud  sup
admin/panels/
    GET                                | in   in   first 200   away 200  200
    POST                               | in   in   first 405   away 405  405

admin/panels/results/
    GET                                | in   in   first 200   away 200  200
    POST                               | in   in   first 405   away 405  405

admin/panels/new/
    GET                                | in   in   first 200   away away 200
    POST                               | in   in   first 200   away away 200

admin/panels/edit/<int:pk>/
    GET  pk=panel.mid                  | in   in   first 200   away away 200
    # Would take members with sheets away.
    POST pk=panel.mid +briefing        | in   in   first 200   away away 200
    POST pk=panel.notice +briefing     | in   in   first done  away away done

admin/panels/delete/<int:pk>/
    GET  pk=panel.mid                  | in   in   first away  away away away
    POST pk=panel.mid                  | in   in   first away  away away away
    POST pk=panel.notice               | in   in   first done  away away done

admin/panels/<int:pk>/
    GET  pk=panel.mid                  | in   in   first 200   away 200  200
    GET  pk=panel.apart                | in   in   first 200   away 200  200
    POST pk=panel.mid                  | in   in   first 405   away 405  405

admin/scoring/<int:round_id>/progress/
    GET  round_id=round.mid            | in   in   first 200   role 200  200
    GET  round_id=round.closed         | in   in   first 200   role 200  200
    GET  round_id=0                    | in   in   first 404   role 404  404
    POST round_id=round.mid            | in   in   first 405   role 405  405

admin/scoring/<int:round_id>/sheets/<int:sheet_id>/excuse/
    GET  round_id=round.mid sheet_id=colleague.open           | in in first 200  role role 200
    POST round_id=round.mid sheet_id=colleague.open +reason   | in in first done role role done
    # Without a reason, and a sheet that is handed in: said on the page.
    POST round_id=round.mid sheet_id=colleague.open           | in in first 200  role role 200
    POST round_id=round.mid sheet_id=colleague.handed +reason | in in first 200  role role 200
    # A sheet of another round.
    GET  round_id=round.apart sheet_id=colleague.open         | in in first 404  role role 404

admin/scoring/<int:round_id>/results/
    GET  round_id=round.closed         | in   in   first 200   role 200  200
    GET  round_id=round.mid            | in   in   first 200   role 200  200
    POST round_id=round.closed +decisions | in in  first done  role role done
    POST round_id=round.closed +stale  | in   in   first 409   role role 409

admin/scoring/<int:round_id>/candidates/<int:pk>/
    GET  round_id=round.closed pk=own.closed   | in in first 200 role 200 200
    GET  round_id=round.closed pk=other.closed | in in first 200 role 200 200
    # Not while the panel scores.
    GET  round_id=round.mid pk=own.scoring     | in in first why role why why
    # A candidate of another round.
    GET  round_id=round.closed pk=own.scoring  | in in first 404 role 404 404
    POST round_id=round.closed pk=own.closed   | in in first 405 role 405 405
"""
