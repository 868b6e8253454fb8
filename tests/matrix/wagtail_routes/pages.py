"""Wagtail's routes of pages: the editor and the office work there.

``page`` is a live profile, ``own.profile`` a draft that waits for its announcement: nobody, the
superuser included, may delete, copy or unpublish that one. The auditor has no page rights.
"""

# Longer than a line of code may be.
_COMPARE = (
    r"admin/pages/(?P<pk>\d+)/revisions/compare/"
    r"(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)/"
)

TABLE = """
#                                 anon  outs  first off   ed    aud   sup
admin/api/main/pages/
    GET                           | in    in    first 200   200   200   200

admin/api/main/pages/<int:pk>/
    GET  pk=page                  | in    in    first 200   200   404   200
    GET  pk=own.profile           | in    in    first 200   200   404   200

admin/api/main/pages/find/
    GET                           | in    in    first 404   404   404   404

admin/api/main/pages/<int:pk>/action/<str:action_name>/
    GET  pk=page                  | in    why   first why   why   why   why
    POST pk=own.profile action_name=publish | in why  first why   why   why   why

admin/pages/
    GET                           | in    in    first go    go    away  200

admin/pages/<int:parent_page_id>/
    GET                           | in    in    first 200   200   away  200

admin/pages/<int:parent_page_id>/results/
    GET                           | in    in    first 200   200   away  200

# Bulk actions: on pages as one by one; on accounts none.
admin/bulk/<str:app_label>/<str:model_name>/<str:action>/
    GET  @admin/bulk/wagtailcore/page/delete/ ?id={page} | in in first 200 200 200 200
    GET  @admin/bulk/wagtailcore/page/move/ ?id={page} | in in first 200 200 200 200
    GET  @admin/bulk/wagtailcore/page/publish/ ?id={own_profile} | in in first 200 200 200 200
    # What one may not do is left out of the action; the page before it has said so.
    POST @admin/bulk/wagtailcore/page/publish/ ?id={own_profile} | in in first go go go go
    POST @admin/bulk/wagtailcore/page/delete/ ?id={own_profile} | in in first away away go away
    POST @admin/bulk/wagtailcore/page/delete/ ?id={page} | in in first away away go away
    GET  @admin/bulk/wagtailimages/image/delete/ ?id={image} | in in first 200 200 200 200
    GET  @admin/bulk/accounts/user/delete/ ?id={user_plain} | in in first away away away away
    POST @admin/bulk/accounts/user/delete/ ?id={user_plain} | in in first away away away away
    POST @admin/bulk/accounts/user/assign_role/ ?id={user_plain} | in in first away away away away
    POST @admin/bulk/accounts/user/set_active_state/ | in in first away away away away
    GET  @admin/bulk/archive/honoreepage/delete/ | in in first 404 404 404 404

admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/
    GET                           | in    in    first 200   200   away  200

admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/preview/
    GET                           | in    in    first 200   200   away  200

admin/pages/usage/<slug:content_type_app_name>/<slug:content_type_model_name>/
    GET                           | in    in    first 200   200   away  200

# For the auditor a list of parents with nothing in it.
admin/pages/create/<slug:app_label>/<slug:model_name>
    GET                           | in    in    first go    go    200   go

admin/pages/usage/<slug:content_type_app_name>/<slug:content_type_model_name>/results/
    GET                           | in    in    first 200   200   away  200

admin/pages/<int:page_id>/usage/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile      | in    in    first 200   200   away  200

admin/pages/<int:page_id>/edit/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile      | in    in    first 200   200   away  200

admin/pages/<int:page_id>/edit/preview/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile      | in    in    first 200   200   away  200

admin/pages/<int:page_id>/view_draft/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile      | in    in    first 200   200   away  200

admin/pages/<int:parent_page_id>/add_subpage/
    GET                           | in    in    first go    go    away  go

admin/pages/<int:page_id>/delete/
    GET                           | in    in    first away  away  away  away
    GET  page_id=own.profile      | in    in    first away  away  away  away
    POST page_id=own.profile      | in    in    first away  away  away  away

admin/pages/<int:page_id>/unpublish/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile      | in    in    first away  away  away  away
    POST page_id=own.profile      | in    in    first away  away  away  away

admin/pages/<int:page_id>/convert_alias/
    GET                           | in    in    first 404   404   404   404
    GET  page_id=own.profile      | in    in    first 404   404   404   404

admin/pages/search/
    GET                           | in    in    first 200   200   away  200

admin/pages/search/results/
    GET                           | in    in    first 200   200   away  200

admin/pages/<int:page_to_move_id>/move/
    GET                           | in    in    first 200   200   away  200
    GET  page_to_move_id=own.profile | in    in    first 200   200   away  200

# Wagtail asks everybody whether to move and refuses whoever may not at the press.
admin/pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/
    GET                           | in    in    first 200   200   200   200
    GET  page_to_move_id=own.profile | in    in    first 200   200   200   200

admin/pages/<int:page_to_move_id>/set_position/
    GET                           | in    in    first 405   405   405   405
    GET  page_to_move_id=own.profile | in    in    first 405   405   405   405

admin/pages/<int:page_id>/copy/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile      | in    in    first away  away  away  away
    POST page_id=own.profile      | in    in    first away  away  away  away

admin/pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/
    GET                           | in    in    first away  away  away  away
    GET  page_id=own.profile      | in    in    first away  away  away  away

admin/pages/workflow/collect_action_data/<int:page_id>/<slug:action_name>/<int:task_state_id>/
    GET                           | in    in    first away  away  away  away
    GET  page_id=own.profile      | in    in    first away  away  away  away

# Says only that there is no workflow to cancel: pages have none.
admin/pages/workflow/confirm_cancellation/<int:page_id>/
    GET                           | in    in    first 200   200   200   200
    GET  page_id=own.profile      | in    in    first 200   200   200   200

admin/pages/workflow/preview/<int:page_id>/<int:task_id>/
    GET                           | in    in    first away  away  away  away
    GET  page_id=own.profile      | in    in    first away  away  away  away

admin/pages/<int:page_id>/privacy/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile      | in    in    first away  away  away  away

admin/pages/<int:page_id>/lock/
    GET                           | in    in    first 405   405   405   405
    GET  page_id=own.profile      | in    in    first 405   405   405   405

admin/pages/<int:page_id>/unlock/
    GET                           | in    in    first 405   405   405   405
    GET  page_id=own.profile      | in    in    first 405   405   405   405

admin/pages/<int:page_id>/revisions/
    GET                           | in    in    first go    go    go    go
    GET  page_id=own.profile      | in    in    first go    go    go    go

admin/pages/<int:page_id>/revisions/<int:revision_id>/view/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile revision_id=own.profile.rev | in in   first 200   200   away  200

admin/pages/<int:page_id>/revisions/<int:revision_id>/revert/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile revision_id=own.profile.rev | in in   first 200   200   away  200

admin/pages/<int:page_id>/revisions/<int:revision_id>/unschedule/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile revision_id=own.profile.rev | in in   first away  away  away  away

{compare}
    GET  @admin/pages/{page}/revisions/compare/earliest...latest/ | in in first 200 200 away 200
    GET  @admin/pages/{own_profile}/revisions/compare/live...latest/ | in in first 200 200 away 200

admin/pages/<int:page_id>/workflow_history/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile      | in    in    first 200   200   away  200

admin/pages/<int:page_id>/workflow_history/detail/<int:workflow_state_id>/
    GET                           | in    in    first 404   404   away  404
    GET  page_id=own.profile      | in    in    first 404   404   away  404

admin/pages/<int:page_id>/history/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile      | in    in    first 200   200   away  200

admin/pages/<int:page_id>/history/results/
    GET                           | in    in    first 200   200   away  200
    GET  page_id=own.profile      | in    in    first 200   200   away  200

# Choosers list pages to every role, drafts included; they show titles and change nothing.
admin/choose-page/
    GET                           | in    in    first 200   200   200   200

admin/choose-page/<int:parent_page_id>/
    GET                           | in    in    first 200   200   200   200

admin/choose-page/search/
    GET                           | in    in    first 200   200   200   200

admin/choose-page/chosen-multiple/
    GET                           | in    in    first 200   200   200   200

admin/choose-external-link/
    GET                           | in    in    first 200   200   200   200

admin/choose-email-link/
    GET                           | in    in    first 200   200   200   200

admin/choose-phone-link/
    GET                           | in    in    first 200   200   200   200

admin/choose-anchor-link/
    GET                           | in    in    first 200   200   200   200

admin/editing-sessions/ping/<str:app_label>/<str:model_name>/<str:object_id>/<int:session_id>/
    GET                           | in    in    first 405   405   405   405

admin/editing-sessions/release/<int:session_id>/
    GET                           | in    in    first 405   405   405   405
""".replace("{compare}", _COMPARE)
