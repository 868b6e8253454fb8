"""Around the search in the admin: editors and the office keep synonyms; the office reads misses.

The auditor has nothing to do with either.
"""

from tests.matrix.roles import OUTSIDE_ALIKE

COLUMNS = OUTSIDE_ALIKE
BODIES = {
    "words": {"words": "养老院、敬老院"},
    "one": {"words": "养老院"},
}

TABLE = """
#                             anon outs first off  ed   aud  sup
admin/synonyms/
    GET                     | in   in   first 200  200  away 200
    POST                    | in   in   first 405  405  away 405

admin/synonyms/results/
    GET                     | in   in   first 200  200  away 200
    POST                    | in   in   first 405  405  away 405

admin/synonyms/new/
    GET                     | in   in   first 200  200  away 200
    POST +words             | in   in   first done done away done
    POST +one               | in   in   first 200  200  away 200

admin/synonyms/edit/<int:pk>/
    GET  pk=synonyms        | in   in   first 200  200  away 200
    POST pk=synonyms +words | in   in   first done done away done

admin/synonyms/delete/<int:pk>/
    GET  pk=synonyms        | in   in   first 200  200  away 200
    POST pk=synonyms        | in   in   first done done away done

admin/synonyms/history/<int:pk>/
    GET  pk=synonyms        | in   in   first 200  200  away 200
    POST pk=synonyms        | in   in   first 405  405  away 405

admin/synonyms/history-results/<int:pk>/
    GET  pk=synonyms        | in   in   first 200  200  away 200
    POST pk=synonyms        | in   in   first 405  405  away 405

admin/synonyms/usage/<int:pk>/
    GET  pk=synonyms        | in   in   first 200  200  away 200
    POST pk=synonyms        | in   in   first 405  405  away 405

admin/reports/fruitless-searches/
    GET                     | in   in   first 200  200  away 200
    GET  ?export=csv        | in   in   first 200  200  away 200
    POST                    | in   in   first 405  405  away 405

admin/reports/fruitless-searches/results/
    GET                     | in   in   first 200  200  away 200
    POST                    | in   in   first 405  405  away 405

# The editor reads what is missing; that it is cleared away is the office's business.
admin/reports/fruitless-searches/clear/
    GET                     | in   in   first 200  away away 200
    POST                    | in   in   first done away away done
"""
