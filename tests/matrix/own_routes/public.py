"""What the public reads and sends: everybody gets the same, but whoever must change a password."""

from tests.matrix.roles import EVERYBODY, FIRST_TIME

# One answer for everybody, beside the one who must first choose a password.
COLUMNS = {
    "everybody": tuple(role for role in EVERYBODY if role != FIRST_TIME),
    FIRST_TIME: (FIRST_TIME,),
}

BODIES = {
    "objection": {"text": "新写的异议，请核实。", "opened": "opened"},
    "nothing": {"text": "", "opened": "opened"},
}

TABLE = """
#                                            everybody first
notices/
    GET                                    | 200       first
    POST                                   | 405       first

notices/<int:pk>/
    GET  pk=notice                         | 200       first
    GET  pk=notice.past                    | 200       first
    GET  pk=0                              | 404       first
    POST pk=notice                         | 405       first

notices/<int:pk>/object/<int:nomination_id>/
    GET  pk=notice nomination_id=own.notice                    | 200  first
    GET  pk=notice nomination_id=other.notice                  | 200  first
    POST pk=notice nomination_id=own.notice +objection         | done first
    POST pk=notice nomination_id=other.notice +objection       | done first
    POST pk=notice nomination_id=own.notice +nothing           | 200  first
    # Not on this notice, whatever it is on the way to.
    GET  pk=notice nomination_id=own.scoring                   | 404  first
    GET  pk=notice nomination_id=own.announced                 | 404  first
    POST pk=notice nomination_id=own.scoring +objection        | 410  first
    # Over.
    GET  pk=notice.past nomination_id=own.announced            | 410  first
    POST pk=notice.past nomination_id=own.announced +objection | 410  first

notices/objections/<slug:reference>/
    GET  reference=objection.reference     | 200       first
    GET  reference=unknown                 | 404       first
    POST reference=objection.reference     | 405       first

# Words that find nothing are noted, without anything of who asked.
search/
    GET                                    | 200       first
    GET  ?q=密示                           | 200       first
    GET  ?q=没有的词                       | done200   first
    GET  ?q=没有的词&year=2025             | 200       first
    GET  ?q=双庙村                         | 200       first
    GET  ?q=理发&kind=person&sort=name     | 200       first
    POST                                   | 405       first

search/suggest/
    GET                                    | 200       first
    GET  ?q=密                             | 200       first
    POST                                   | 405       first

search/random/
    GET                                    | go        first
    POST                                   | 405       first

years/
    GET                                    | 200       first
    POST                                   | 405       first

years/<int:year>/
    GET  year=2024                         | 200       first
    GET  year=1999                         | 404       first
    POST year=2024                         | 405       first

names/
    GET                                    | 200       first
    GET  ?letter=z                         | 200       first
    POST                                   | 405       first

categories/<slug:code>/
    GET  code=category.code                | 200       first
    GET  code=unknown                      | 404       first
    POST code=category.code                | 405       first

places/
    GET                                    | 200       first
    POST                                   | 405       first

places/<slug:slug>/
    GET  slug=place.slug                   | 200       first
    GET  slug=unknown                      | 404       first
    POST slug=place.slug                   | 405       first

# A cookie of the browser's, nothing of ours.
large-print/
    GET                                    | go        first
    POST                                   | 405       first

# For those who build the site: a setting of dev and test shows it, elsewhere it is 404.
styleguide/
    GET                                    | 200       first
    # A sample form that is sent changes nothing.
    POST                                   | 200       first

styleguide/office/
    GET                                    | 200       first
    POST                                   | 200       first
"""
