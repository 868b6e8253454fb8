"""Wagtail's routes of workflows, reports, sites, groups, redirects and settings.

Workflows and their reports are shut for everybody, groups for everybody as well: roles stand in
code. What is left of the settings is the superuser's, but for the office's own contact
and the titles of the levels.
"""

BODIES = {
    "titles": {"county": "示例好人"},
    "contact": {"name": "示例办公室", "address": "示例路1号", "phone": "", "hours": ""},
}

TABLE = """
#                                 anon  outs  first off   ed    aud   sup
admin/workflows/list/
    GET                           | in    why   first why   why   why   why

admin/workflows/list/results/
    GET                           | in    why   first why   why   why   why

admin/workflows/add/
    GET                           | in    why   first why   why   why   why

admin/workflows/enable/<int:pk>/
    GET  pk=workflow              | in    why   first why   why   why   why

admin/workflows/disable/<int:pk>/
    GET  pk=workflow              | in    why   first why   why   why   why

admin/workflows/edit/<int:pk>/
    GET  pk=workflow              | in    why   first why   why   why   why

admin/workflows/usage/<int:pk>/
    GET  pk=workflow              | in    why   first why   why   why   why

admin/workflows/usage/<int:pk>/results/
    GET  pk=workflow              | in    why   first why   why   why   why

admin/workflows/remove/<int:page_pk>/
    GET                           | in    why   first why   why   why   why

admin/workflows/remove/<int:page_pk>/<int:workflow_pk>/
    GET                           | in    why   first why   why   why   why

admin/workflows/tasks/add/<str:app_label>/<str:model_name>/
    GET  app_label=nominations model_name=eligibilitytask | in    why   first why   why   why   why

admin/workflows/tasks/select_type/
    GET                           | in    why   first why   why   why   why

admin/workflows/tasks/index/
    GET                           | in    why   first why   why   why   why

admin/workflows/tasks/index/results/
    GET                           | in    why   first why   why   why   why

admin/workflows/tasks/edit/<int:pk>/
    GET  pk=task                  | in    why   first why   why   why   why

admin/workflows/tasks/disable/<int:pk>/
    GET  pk=task                  | in    why   first why   why   why   why

admin/workflows/tasks/enable/<int:pk>/
    GET  pk=task                  | in    why   first why   why   why   why

admin/workflows/task_chooser/
    GET                           | in    why   first why   why   why   why

admin/workflows/task_chooser/results/
    GET                           | in    why   first why   why   why   why

admin/workflows/task_chooser/create/
    GET                           | in    why   first why   why   why   why

admin/workflows/task_chooser/<int:task_id>/
    GET                           | in    why   first why   why   why   why

admin/reports/locked/
    GET                           | in    in    first away  away  away  200

admin/reports/locked/results/
    GET                           | in    in    first away  away  away  200

admin/reports/workflow/
    GET                           | in    why   first why   why   why   why

admin/reports/workflow/results/
    GET                           | in    why   first why   why   why   why

admin/reports/workflow_tasks/
    GET                           | in    why   first why   why   why   why

admin/reports/workflow_tasks/results/
    GET                           | in    why   first why   why   why   why

# Each reads the entries of what they may change: the editor those of pages, no nominee's.
admin/reports/site-history/
    GET                           | in    in    first 200   200   200   200
    GET  ?export=csv              | in    in    first 200   200   200   200

admin/reports/site-history/results/
    GET                           | in    in    first 200   200   200   200

admin/reports/aging-pages/
    GET                           | in    in    first 200   200   away  200
    GET  ?export=csv              | in    in    first 200   200   away  200

admin/reports/aging-pages/results/
    GET                           | in    in    first 200   200   away  200

admin/reports/page-types-usage/
    GET                           | in    in    first 200   200   away  200

admin/reports/page-types-usage/results/
    GET                           | in    in    first 200   200   away  200

# The office's contact, printed under every notice.
admin/settings/<slug:app_name>/<slug:model_name>/
    GET  app_name=notices model_name=officecontact | in in first go go go go

admin/settings/<slug:app_name>/<slug:model_name>/<int:pk>/
    GET  @admin/settings/notices/officecontact/{contact}/ | in in first 200 away away 200
    POST @admin/settings/notices/officecontact/{contact}/ +contact | in in first done away away done

admin/settings/<slug:app_name>/<slug:model_name>/<int:pk>/preview/
    GET  @admin/settings/notices/officecontact/{contact}/preview/ | in in first 404 away away 404

# What honours of each level are called, likewise.
admin/settings/<slug:app_name>/<slug:model_name>/
    GET  app_name=archive model_name=leveltitles | in in first go go go go

admin/settings/<slug:app_name>/<slug:model_name>/<int:pk>/
    GET  @admin/settings/archive/leveltitles/{titles}/ | in in first 200 away away 200
    POST @admin/settings/archive/leveltitles/{titles}/ +titles | in in first done away away done

admin/redirects/
    GET                           | in    in    first away  away  away  200

admin/redirects/results/
    GET                           | in    in    first away  away  away  200

admin/redirects/add/
    GET                           | in    in    first away  away  away  200

admin/redirects/<int:redirect_id>/
    GET                           | in    in    first away  away  away  200

admin/redirects/<int:redirect_id>/delete/
    GET                           | in    in    first away  away  away  200

admin/redirects/import/
    GET                           | in    in    first away  away  away  200

admin/redirects/import/process/
    GET                           | in    in    first away  away  away  405

# Promoted results are the editor's and the office's. Who searched for what is written down
# nowhere, so what lists the questions is empty.
admin/searchpicks/
    GET                           | in    in    first 200   200   away  200

admin/searchpicks/results/
    GET                           | in    in    first 200   200   away  200

admin/searchpicks/add/
    GET                           | in    in    first 200   200   away  200

admin/searchpicks/<int:query_id>/
    GET                           | in    in    first 200   200   away  200

admin/searchpicks/<int:query_id>/delete/
    GET                           | in    in    first 200   200   away  200

admin/searchpicks/queries/chooser/
    GET                           | in    in    first 200   200   200   200

admin/searchpicks/queries/chooser/results/
    GET                           | in    in    first 200   200   200   200

admin/searchpicks/reports/search-terms/
    GET                           | in    in    first away  away  away  200

admin/searchpicks/reports/search-terms/results/
    GET                           | in    in    first away  away  away  200

admin/snippets/
    GET                           | in    in    first away  away  away  away

admin/sites/
    GET                           | in    in    first away  away  away  200

admin/sites/results/
    GET                           | in    in    first away  away  away  200

admin/sites/new/
    GET                           | in    in    first away  away  away  200

admin/sites/edit/<int:pk>/
    GET  pk=site                  | in    in    first away  away  away  200

admin/sites/delete/<int:pk>/
    GET  pk=site                  | in    in    first away  away  away  200

admin/sites/history/<int:pk>/
    GET  pk=site                  | in    in    first away  away  away  200

admin/sites/history-results/<int:pk>/
    GET  pk=site                  | in    in    first away  away  away  200

admin/sites/usage/<int:pk>/
    GET  pk=site                  | in    in    first away  away  away  200

admin/sites/copy/<int:pk>/
    GET  pk=site                  | in    in    first away  away  away  200

admin/groups/
    GET                           | in    in    first away  away  away  away

admin/groups/results/
    GET                           | in    in    first away  away  away  away

admin/groups/new/
    GET                           | in    in    first away  away  away  away

admin/groups/edit/<int:pk>/
    GET  pk=group                 | in    in    first away  away  away  away

admin/groups/delete/<int:pk>/
    GET  pk=group                 | in    in    first away  away  away  away

admin/groups/history/<int:pk>/
    GET  pk=group                 | in    in    first away  away  away  away

admin/groups/history-results/<int:pk>/
    GET  pk=group                 | in    in    first away  away  away  away

admin/groups/usage/<int:pk>/
    GET  pk=group                 | in    in    first away  away  away  away
"""
