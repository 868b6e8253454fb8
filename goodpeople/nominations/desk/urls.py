"""The nominator's desk, mounted at ``/desk/``; private files of nominations are here too."""

from django.urls import path

from goodpeople.nominations.desk import file_views, step_views, views
from goodpeople.nominations.desk.form_steps import CONTACT, DEEDS, WHO

app_name = "desk"
urlpatterns = [
    path("", views.index, name="index"),
    path("below/", views.below, name="below"),
    path("begin/<int:round_id>/", views.begin_nomination, name="begin"),
    path("<int:pk>/", views.nomination, name="nomination"),
    path("<int:pk>/resume/", views.resume, name="resume"),
    path("<int:pk>/withdraw/", views.withdraw_nomination, name="withdraw"),
    path("<int:pk>/who/", step_views.text_step, {"step": WHO}, name="who"),
    path("<int:pk>/contact/", step_views.text_step, {"step": CONTACT}, name="contact"),
    path("<int:pk>/deeds/", step_views.text_step, {"step": DEEDS}, name="deeds"),
    path("<int:pk>/photos/", file_views.photos, name="photos"),
    path("<int:pk>/check/", step_views.check, name="check"),
    path("files/<uuid:key>/", file_views.private_file, name="file"),
]
