"""The office's screens of rounds, nominations and units in the admin.

The auditor reads all of it and changes nothing; the editor reaches none of it (``away``: led to
the admin's front page with Wagtail's message).
"""

from tests.matrix.roles import OUTSIDE_ALIKE

COLUMNS = OUTSIDE_ALIKE
BODIES = {
    "eligible": {
        "action": "approve",
        "honouree": "new",
        "task_state": "own.eligibility.task_state",
    },
    "eligible-other": {
        "action": "approve",
        "honouree": "new",
        "task_state": "other.eligibility.task_state",
    },
    "return": {
        "action": "return",
        "reason": "请补充时间和地点。",
        "task_state": "own.eligibility.task_state",
    },
    "return-blind": {"action": "return", "task_state": "own.eligibility.task_state"},
    "verified": {
        "action": "approve",
        "reason": "已走访。",
        "task_state": "own.verification.task_state",
    },
    "select": {"action": "select", "task_state": "own.scoring.task_state"},
    "pass": {"action": "pass", "task_state": "own.notice.task_state"},
    "close": {"action": "close_returned", "reason": "一直没有再报。"},
    "close-blind": {"action": "close_returned"},
    "why": {"why": "核对身份"},
    "unit": {"name": "改了名的村", "place": "place", "parent": "unit.town", "active": "on"},
}

TABLE = """
#                                        anon outs first off   ed   aud  sup
admin/rounds/
    GET                                | in   in   first 200   away 200  200
    GET  ?export=xlsx                  | in   in   first 200   away 200  200
    POST                               | in   in   first 405   away 405  405

admin/rounds/results/
    GET                                | in   in   first 200   away 200  200
    POST                               | in   in   first 405   away 405  405

admin/rounds/new/
    GET                                | in   in   first 200   away away 200
    POST                               | in   in   first 200   away away 200

admin/rounds/edit/<int:pk>/
    GET  pk=round.mid                  | in   in   first 200   away away 200
    GET  pk=round.empty                | in   in   first 200   away away 200
    POST pk=round.mid                  | in   in   first 200   away away 200
    POST pk=round.empty                | in   in   first 200   away away 200

# What others refer to is not deleted: led back to the list with the reason.
admin/rounds/delete/<int:pk>/
    GET  pk=round.empty                | in   in   first 200   away away 200
    POST pk=round.empty                | in   in   first done  away away done
    GET  pk=round.mid                  | in   in   first away  away away away
    POST pk=round.mid                  | in   in   first away  away away away

admin/rounds/<int:pk>/
    GET  pk=round.mid                  | in   in   first 200   away 200  200
    GET  pk=round.announced            | in   in   first 200   away 200  200
    GET  pk=0                          | in   in   first 404   away 404  404
    POST pk=round.mid                  | in   in   first 405   away 405  405

admin/rounds/<int:pk>/step/<slug:key>/
    GET  pk=round.closed key=confirm_results | in in first 405 away 405  405
    POST pk=round.closed key=confirm_results | in in first done away role done
    POST pk=round.mid key=open_scoring | in   in   first go    away role go
    # Blocked, each with its reasons.
    POST pk=round.mid key=close_scoring | in  in   first away  away role away
    POST pk=round.mid key=announce     | in   in   first away  away role away
    POST pk=round.notice key=announce  | in   in   first away  away role away
    POST pk=round.mid key=unknown      | in   in   first 404   away 404  404

admin/nominations/
    GET                                | in   in   first 200   away 200  200
    # No sheet of nominees leaves the log's sight: the same page.
    GET  ?export=xlsx                  | in   in   first 200   away 200  200
    GET  ?q=密示                       | in   in   first 200   away 200  200
    POST                               | in   in   first 405   away 405  405

admin/nominations/results/
    GET                                | in   in   first 200   away 200  200
    POST                               | in   in   first 405   away 405  405

admin/nominations/<int:pk>/
    GET  pk=own.draft                  | in   in   first 200   away 200  200
    GET  pk=own.returned               | in   in   first 200   away 200  200
    GET  pk=own.eligibility            | in   in   first 200   away 200  200
    GET  pk=own.verification           | in   in   first 200   away 200  200
    GET  pk=own.scoring                | in   in   first 200   away 200  200
    GET  pk=own.notice                 | in   in   first 200   away 200  200
    GET  pk=own.announced              | in   in   first 200   away 200  200
    GET  pk=other.eligibility          | in   in   first 200   away 200  200
    GET  pk=0                          | in   in   first 404   away 404  404
    POST pk=own.draft                  | in   in   first 405   away 405  405

admin/nominations/<int:pk>/decide/
    GET  pk=own.eligibility            | in   in   first 405   away 405  405
    POST pk=own.eligibility +eligible  | in   in   first done  away role done
    POST pk=other.eligibility +eligible-other | in in first done away role done
    POST pk=own.eligibility +return    | in   in   first done  away role done
    POST pk=own.eligibility +return-blind | in in  first 422   away role 422
    POST pk=own.verification +verified | in   in   first done  away role done
    POST pk=own.returned +close        | in   in   first done  away role done
    POST pk=own.returned +close-blind  | in   in   first 422   away role 422
    # The step of another nomination, and steps that only a round takes.
    POST pk=other.eligibility +eligible | in  in   first 422   away why  422
    POST pk=own.scoring +select        | in   in   first 409   away why  409
    POST pk=own.notice +pass           | in   in   first 409   away why  409
    POST pk=own.draft +eligible        | in   in   first why   away why  why

admin/nominations/<int:pk>/reveal/
    GET  pk=own.eligibility            | in   in   first 405      away 405  405
    POST pk=own.eligibility +why       | in   in   first done200* away role done200*
    POST pk=own.notice +why            | in   in   first done200* away role done200*
    POST pk=other.returned +why        | in   in   first done200* away role done200*
    # Not before it is sent, and not without saying why.
    POST pk=own.draft +why             | in   in   first state    away role state
    POST pk=own.eligibility            | in   in   first 422      away role 422

# A draft profile to read, while there is one.
admin/nominations/<int:pk>/profile/
    GET  pk=own.notice                 | in   in   first 200   away 200  200
    GET  pk=other.notice               | in   in   first 200   away 200  200
    GET  pk=own.eligibility            | in   in   first 404   away 404  404
    GET  pk=own.announced              | in   in   first 404   away 404  404
    GET  pk=0                          | in   in   first 404   away 404  404
    POST pk=own.notice                 | in   in   first 405   away 405  405

# Where Wagtail links to a form of a nomination, one finds its page.
admin/nominations/edit/<int:pk>/
    GET  pk=own.eligibility            | in   in   first go    away go   go
    GET  pk=other.eligibility          | in   in   first go    away go   go
    GET  pk=0                          | in   in   first 404   away 404  404
    POST pk=own.eligibility            | in   in   first 405   away 405  405

admin/units/
    GET                                | in   in   first 200   away 200  200
    POST                               | in   in   first 405   away 405  405

admin/units/results/
    GET                                | in   in   first 200   away 200  200
    POST                               | in   in   first 405   away 405  405

admin/units/new/
    GET                                | in   in   first 200   away away 200
    POST +unit                         | in   in   first done  away away done
    POST                               | in   in   first 200   away away 200

admin/units/edit/<int:pk>/
    GET  pk=unit.own                   | in   in   first 200   away away 200
    POST pk=unit.own +unit             | in   in   first done  away away done
    POST pk=unit.other                 | in   in   first 200   away away 200

admin/units/delete/<int:pk>/
    GET  pk=unit.own                   | in   in   first away  away away away
    POST pk=unit.own                   | in   in   first away  away away away

admin/units/<int:pk>/
    GET  pk=unit.own                   | in   in   first 200   away 200  200
    GET  pk=unit.other                 | in   in   first 200   away 200  200
    POST pk=unit.own                   | in   in   first 405   away 405  405
"""
