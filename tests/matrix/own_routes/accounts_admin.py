"""Accounts in the admin: the office makes, changes, resets; nobody deletes; superusers are apart.

The routes of Wagtail's own sign-in are ours too, and so are those that we shut.
"""

from tests.matrix.roles import OUTSIDE_ALIKE

COLUMNS = OUTSIDE_ALIKE
BODIES = {
    "account": {"username": "new-account", "display_name": "新账号", "is_active": "on"},
    "changed": {"username": "matrix-plain", "display_name": "改了名", "is_active": "on"},
}

TABLE = r"""
#                                   anon outs first off     ed   aud  sup
admin/users/
    GET                           | in   in   first 200     away 200  200
    GET  ?export=xlsx             | in   in   first 200     away 200  200
    POST                          | in   in   first 405     away 405  405

admin/users/results/
    GET                           | in   in   first 200     away 200  200
    POST                          | in   in   first 405     away 405  405

admin/users/new/
    GET                           | in   in   first 200     away away 200
    POST +account                 | in   in   first done200 away away done200
    POST                          | in   in   first 200     away away 200

admin/users/edit/<int:pk>/
    GET  pk=user.plain            | in   in   first 200     away away 200
    POST pk=user.plain +changed   | in   in   first done    away away done
    GET  pk=user.sup              | in   in   first away    away away 200
    POST pk=user.sup +changed     | in   in   first away    away away 200

admin/users/delete/<int:pk>/
    GET  pk=user.plain            | in   in   first away    away away away
    POST pk=user.plain            | in   in   first away    away away away

admin/users/history/<int:pk>/
    GET  pk=user.plain            | in   in   first 200     away 200  200
    POST pk=user.plain            | in   in   first 405     away 405  405

admin/users/history-results/<int:pk>/
    GET  pk=user.plain            | in   in   first 200     away 200  200
    POST pk=user.plain            | in   in   first 405     away 405  405

admin/users/usage/<int:pk>/
    GET  pk=user.plain            | in   in   first 200     away 200  200
    POST pk=user.plain            | in   in   first 405     away 405  405

admin/users/reset-password/<int:pk>/
    GET  pk=user.plain            | in   in   first 200     away away 200
    POST pk=user.plain            | in   in   first done200 away away done200
    GET  pk=user.sup              | in   in   first away    away away away
    POST pk=user.sup              | in   in   first away    away away away

admin/login/
    GET                           | in   in   first in      in   in   in
    POST                          | in   in   first in      in   in   in

# Wagtail's second sign-in page, for private pages: the same one.
_util/login/
    GET                           | in   in   first in      in   in   in
    POST                          | in   in   first in      in   in   in

admin/password_reset/(?P<rest>.*)
    GET  @admin/password_reset/        | 404 404 first 404 404 404 404
    GET  @admin/password_reset/done/   | 404 404 first 404 404 404 404
    POST @admin/password_reset/        | 404 404 first 404 404 404 404

# Shut for everybody, the superuser included, with the reason.
admin/workflows/
    GET  @admin/workflows/list/        | in  why first why why why why
    POST @admin/workflows/list/        | in  why first why why why why

admin/reports/workflow(?:_tasks)?/
    GET  @admin/reports/workflow/       | in why first why why why why
    GET  @admin/reports/workflow_tasks/ | in why first why why why why
    POST @admin/reports/workflow/       | in why first why why why why

# Pages are changed on their own screens alone, the waiting drafts not even there.
admin/api/main/pages/\d+/action/
    GET  @admin/api/main/pages/{page}/action/publish/          | in why first why why why why
    POST @admin/api/main/pages/{page}/action/delete/           | in why first why why why why
    POST @admin/api/main/pages/{page}/action/unpublish/        | in why first why why why why
    POST @admin/api/main/pages/{own_profile}/action/publish/   | in why first why why why why
    POST @admin/api/main/pages/{own_profile}/action/copy/      | in why first why why why why
    POST @admin/api/main/pages/{other_profile}/action/delete/  | in why first why why why why

# Wagtail's error pages for trying out.
admin/(?:failwhale|test404)/
    GET  @admin/failwhale/        | 404  404  first 404     404  404  404
    POST @admin/test404/          | 404  404  first 404     404  404  404

admin/bulk/(?:nominations|panels|notices)/
    GET  @admin/bulk/nominations/nomination/delete/ | in why first why why why why
    POST @admin/bulk/nominations/nomination/delete/ | in why first why why why why
    POST @admin/bulk/panels/scoresheet/delete/      | in why first why why why why
    POST @admin/bulk/notices/objection/delete/      | in why first why why why why
"""
