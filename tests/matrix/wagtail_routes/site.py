"""Wagtail's front page, its small services, and its routes outside the admin."""

TABLE = r"""
#                                 anon  outs  first off   ed    aud   sup
admin/account/
    GET                           | in    in    first 200   200   200   200

admin/
    GET                           | in    in    first 200   200   200   200

# Shut, though the patterns are there.
admin/test404/
    GET                           | 404   404   first 404   404   404   404

admin/failwhale/
    GET                           | 404   404   first 404   404   404   404

admin/logout/
    GET                           | in    in    405   405   405   405   405

admin/dismissibles/
    GET                           | in    in    first 200   200   200   200

admin/block-preview/
    GET                           | in    in    first 404   404   404   404

admin/sprite/
    GET                           | 200   200   200   200   200   200   200

admin/password_reset/
    GET                           | 404   404   first 404   404   404   404

admin/password_reset/done/
    GET                           | 404   404   first 404   404   404   404

admin/password_reset/confirm/<uidb64>/<token>/
    GET  uidb64=x token=y         | 404   404   first 404   404   404   404

admin/password_reset/complete/
    GET                           | 404   404   first 404   404   404   404

admin/jsi18n/
    GET                           | 200   200   200   200   200   200   200

admin/.*/
    GET  @admin/nowhere/          | go    go    first 404   404   404   404

_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/
    GET                           | 404   404   first 404   404   404   404

# Every page by its address. A draft that waits for its announcement is nowhere.
((?:[\w\-]+/)*)
    GET  @                        | 200   200   first 200   200   200   200
    GET  @{page_address}/         | 200   200   first 200   200   200   200
    GET  @{own_profile_address}/  | 404   404   first 404   404   404   404
    GET  @nowhere/                | 404   404   first 404   404   404   404
"""
