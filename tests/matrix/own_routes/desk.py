"""The nominator's desk: one's own unit's nominations, and to read those of the units below.

Another unit's nomination is not even known to exist (404). Who may read it and not do this gets
403 with the reason. The desk itself is for people of units: the office has its own screens, but
may follow a link to a nomination.
"""

BODIES = {
    "who": {"name": "新写的名字", "go": "leave", "version": "own.draft.version"},
    "who-returned": {"name": "新写的名字", "go": "leave", "version": "own.returned.version"},
    "who-other": {"name": "新写的名字", "go": "leave", "version": "other.draft.version"},
    "stale": {"name": "新写的名字", "go": "leave", "version": "0"},
    "contact": {"phone": "13900000000", "go": "leave", "version": "own.draft.version"},
    "contact-other": {"phone": "13900000000", "go": "leave", "version": "other.draft.version"},
    "stale-contact": {"phone": "13900000000", "go": "leave", "version": "0"},
    "deeds": {"headline": "新写的一句", "go": "leave", "version": "own.draft.version"},
    "leave": {"go": "leave"},
    "remove": {"go": lambda names: f"remove:{names['own.draft.photo']}"},
    "send": {"go": "send", "consent": "on", "version": "own.draft.version"},
    "send-other": {"go": "send", "consent": "on", "version": "other.draft.version"},
    "send-returned": {"go": "send", "consent": "on", "version": "own.returned.version"},
    "consent": {"go": "leave", "consent": "on", "version": "own.draft.version"},
    "reason": {"reason": "不再推荐"},
}

TABLE = """
#                                   anon nom   oth   town mem  omem plain first off  ed   aud  sup
desk/
    GET                           | in   200   200   200  role role role  first role role role role
    POST                          | 405  405   405   405  405  405  405   first 405  405  405  405

desk/below/
    GET                           | in   200   200   200  role role role  first role role role role
    POST                          | 405  405   405   405  405  405  405   first 405  405  405  405

desk/begin/<int:round_id>/
    GET  round_id=round.mid       | in   200   200   200  role role role  first role role role role
    POST round_id=round.mid       | in   done  done  done role role role  first role role role role
    # Over, and not yet open.
    GET  round_id=round.announced | in   why   why   why  role role role  first role role role role
    POST round_id=round.announced | in   why   why   why  role role role  first role role role role
    POST round_id=round.empty     | in   why   why   why  role role role  first role role role role
    GET  round_id=0               | in   404   404   404  role role role  first role role role role

# Reading: the unit, the unit above, and who reads everything. Personal data in clear to the
# writer only, and only while it is being written.
desk/<int:pk>/
    GET  pk=own.draft             | in   200*  404   200  404  404  404   first 200  404  200  200
    GET  pk=own.returned          | in   200*  404   200  404  404  404   first 200  404  200  200
    GET  pk=own.eligibility       | in   200   404   200  404  404  404   first 200  404  200  200
    GET  pk=own.verification      | in   200   404   200  404  404  404   first 200  404  200  200
    GET  pk=own.scoring           | in   200   404   200  404  404  404   first 200  404  200  200
    GET  pk=own.notice            | in   200   404   200  404  404  404   first 200  404  200  200
    GET  pk=own.announced         | in   200   404   200  404  404  404   first 200  404  200  200
    GET  pk=sibling.draft         | in   404   404   200  404  404  404   first 200  404  200  200
    GET  pk=other.draft           | in   404   200*  404  404  404  404   first 200  404  200  200
    GET  pk=other.returned        | in   404   200*  404  404  404  404   first 200  404  200  200
    GET  pk=other.scoring         | in   404   200   404  404  404  404   first 200  404  200  200
    GET  pk=other.apart           | in   404   200   404  404  404  404   first 200  404  200  200
    GET  pk=0                     | in   404   404   404  404  404  404   first 404  404  404  404
    POST pk=own.draft             | 405  405   405   405  405  405  405   first 405  405  405  405

desk/<int:pk>/resume/
    GET  pk=own.draft             | in   go    404   role 404  404  404   first role 404  role role
    GET  pk=own.returned          | in   go    404   role 404  404  404   first role 404  role role
    GET  pk=own.eligibility       | in   state 404   role 404  404  404   first role 404  role role
    GET  pk=sibling.draft         | in   404   404   role 404  404  404   first role 404  role role
    GET  pk=other.draft           | in   404   go    404  404  404  404   first role 404  role role
    POST pk=own.draft             | 405  405   405   405  405  405  405   first 405  405  405  405

desk/<int:pk>/withdraw/
    GET  pk=own.draft             | in   200   404   role 404  404  404   first role 404  role role
    POST pk=own.draft +reason     | in   done  404   role 404  404  404   first role 404  role role
    POST pk=own.returned +reason  | in   done  404   role 404  404  404   first role 404  role role
    GET  pk=own.scoring           | in   state 404   role 404  404  404   first role 404  role role
    POST pk=own.scoring +reason   | in   state 404   role 404  404  404   first role 404  role role
    POST pk=own.notice +reason    | in   state 404   role 404  404  404   first role 404  role role
    POST pk=sibling.draft +reason | in   404   404   role 404  404  404   first role 404  role role
    GET  pk=other.draft           | in   404   200   404  404  404  404   first role 404  role role
    POST pk=other.draft +reason   | in   404   done  404  404  404  404   first role 404  role role

desk/<int:pk>/who/
    GET  pk=own.draft             | in   200   404   role 404  404  404   first role 404  role role
    POST pk=own.draft +who        | in   done  404   role 404  404  404   first role 404  role role
    # Somebody saved meanwhile: nothing is written, everything typed comes back.
    POST pk=own.draft +stale      | in   409   404   role 404  404  404   first role 404  role role
    GET  pk=own.returned          | in   200   404   role 404  404  404   first role 404  role role
    POST pk=own.returned +who-returned | in done 404 role 404  404  404   first role 404  role role
    GET  pk=own.eligibility       | in   state 404   role 404  404  404   first role 404  role role
    POST pk=own.eligibility +who  | in   state 404   role 404  404  404   first role 404  role role
    POST pk=own.scoring +who      | in   state 404   role 404  404  404   first role 404  role role
    POST pk=own.announced +who    | in   state 404   role 404  404  404   first role 404  role role
    POST pk=sibling.draft +who    | in   404   404   role 404  404  404   first role 404  role role
    GET  pk=other.draft           | in   404   200   404  404  404  404   first role 404  role role
    POST pk=other.draft +who-other | in  404   done  404  404  404  404   first role 404  role role

desk/<int:pk>/contact/
    GET  pk=own.draft             | in   200*  404   role 404  404  404   first role 404  role role
    GET  pk=own.returned          | in   200*  404   role 404  404  404   first role 404  role role
    GET  pk=own.eligibility       | in   state 404   role 404  404  404   first role 404  role role
    GET  pk=sibling.draft         | in   404   404   role 404  404  404   first role 404  role role
    GET  pk=other.draft           | in   404   200*  404  404  404  404   first role 404  role role
    POST pk=own.draft +contact    | in   done  404   role 404  404  404   first role 404  role role
    POST pk=own.eligibility +contact | in state 404  role 404  404  404   first role 404  role role
    POST pk=own.draft +stale-contact | in 409* 404   role 404  404  404   first role 404  role role
    POST pk=other.draft +contact-other | in 404 done 404  404  404  404   first role 404  role role

desk/<int:pk>/deeds/
    GET  pk=own.draft             | in   200   404   role 404  404  404   first role 404  role role
    POST pk=own.draft +deeds      | in   done  404   role 404  404  404   first role 404  role role
    GET  pk=own.verification      | in   state 404   role 404  404  404   first role 404  role role
    POST pk=own.verification +deeds | in state 404   role 404  404  404   first role 404  role role
    GET  pk=other.draft           | in   404   200   404  404  404  404   first role 404  role role

desk/<int:pk>/photos/
    GET  pk=own.draft             | in   200   404   role 404  404  404   first role 404  role role
    POST pk=own.draft +leave      | in   go    404   role 404  404  404   first role 404  role role
    POST pk=own.draft +remove     | in   done  404   role 404  404  404   first role 404  role role
    # The key of another unit's photo removes nothing.
    POST pk=other.draft +remove   | in   404   go    404  404  404  404   first role 404  role role
    GET  pk=own.scoring           | in   state 404   role 404  404  404   first role 404  role role
    POST pk=own.scoring +remove   | in   state 404   role 404  404  404   first role 404  role role
    GET  pk=other.draft           | in   404   200   404  404  404  404   first role 404  role role

desk/<int:pk>/check/
    GET  pk=own.draft             | in   200*  404   role 404  404  404   first role 404  role role
    POST pk=own.draft +consent    | in   done  404   role 404  404  404   first role 404  role role
    POST pk=own.draft +send       | in   done  404   role 404  404  404   first role 404  role role
    POST pk=own.returned +send-returned | in done 404 role 404 404  404   first role 404  role role
    GET  pk=own.eligibility       | in   state 404   role 404  404  404   first role 404  role role
    # A second press of the button: it has been sent.
    POST pk=own.eligibility +send | in   go    404   role 404  404  404   first role 404  role role
    POST pk=sibling.draft +send   | in   404   404   role 404  404  404   first role 404  role role
    GET  pk=other.draft           | in   404   200*  404  404  404  404   first role 404  role role
    POST pk=other.draft +send-other | in 404  done  404  404  404  404   first role 404  role role

# Photos and papers. A panel member sees the photos of whom he scores, and no paper.
desk/files/<uuid:key>/
    GET  key=own.draft.photo      | in   200   404   200  404  404  404   first 200  404  200  200
    GET  key=own.draft.paper      | in   200   404   200  404  404  404   first 200  404  200  200
    GET  key=own.scoring.photo    | in   200   404   200  200  404  404   first 200  404  200  200
    GET  key=own.scoring.paper    | in   200   404   200  404  404  404   first 200  404  200  200
    GET  key=own.notice.photo     | in   200   404   200  404  404  404   first 200  404  200  200
    GET  key=sibling.draft.photo  | in   404   404   200  404  404  404   first 200  404  200  200
    GET  key=other.draft.photo    | in   404   200   404  404  404  404   first 200  404  200  200
    GET  key=other.scoring.photo  | in   404   200   404  200  404  404   first 200  404  200  200
    GET  key=other.apart.photo    | in   404   200   404  404  200  404   first 200  404  200  200
    GET  key=other.apart.paper    | in   404   200   404  404  404  404   first 200  404  200  200
    POST key=own.draft.photo      | 405  405   405   405  405  405  405   first 405  405  405  405
"""
