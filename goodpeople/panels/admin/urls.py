"""The office's screens of the scoring, under the admin's ``scoring/``."""

from django.urls import path

from goodpeople.panels.admin.results_screens import ResultsView, SheetsView
from goodpeople.panels.admin.round_screens import ExcuseView, ProgressView

app_name = "panels_admin"
urlpatterns = [
    path("<int:round_id>/progress/", ProgressView.as_view(), name="progress"),
    path("<int:round_id>/sheets/<int:sheet_id>/excuse/", ExcuseView.as_view(), name="excuse"),
    path("<int:round_id>/results/", ResultsView.as_view(), name="results"),
    path("<int:round_id>/candidates/<int:pk>/", SheetsView.as_view(), name="sheets"),
]
