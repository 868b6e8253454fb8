"""Objections and notices in the admin: who objected is masked, and revealed with a log entry."""

from tests.matrix.roles import OUTSIDE_ALIKE

COLUMNS = OUTSIDE_ALIKE
BODIES = {
    "dismiss": {"decision": "dismiss", "reason": "已核实，不属实。"},
    "dismiss-blind": {"decision": "dismiss"},
    "uphold": {"decision": "uphold", "reason": "经核实属实。"},
    "unknown": {"decision": "forget"},
}

TABLE = """
#                                   anon outs first off      ed   aud  sup
admin/objections/
    GET                           | in   in   first 200      away 200  200
    GET  ?export=xlsx             | in   in   first 200      away 200  200
    POST                          | in   in   first 405      away 405  405

admin/objections/results/
    GET                           | in   in   first 200      away 200  200
    POST                          | in   in   first 405      away 405  405

admin/objections/<int:pk>/
    GET  pk=objection             | in   in   first 200      away 200  200
    GET  pk=0                     | in   in   first 404      away 404  404
    POST pk=objection             | in   in   first 405      away 405  405

admin/objections/<int:pk>/decide/
    GET  pk=objection             | in   in   first 405      away 405  405
    POST pk=objection +dismiss    | in   in   first done     away role done
    POST pk=objection +uphold     | in   in   first done     away role done
    POST pk=objection +dismiss-blind | in in  first 400      away role 400
    POST pk=objection +unknown    | in   in   first 400      away role 400

admin/objections/<int:pk>/reveal/
    GET  pk=objection             | in   in   first 405      away 405  405
    POST pk=objection             | in   in   first done200* away role done200*

admin/objections/notice/<int:round_id>/
    GET  round_id=round.notice    | in   in   first 200      away 200  200
    GET  round_id=round.mid       | in   in   first 404      away 404  404
    POST round_id=round.notice    | in   in   first 405      away 405  405
"""
