"""The public notices' addresses; included at the root, under the language prefixes."""

from django.urls import path

from goodpeople.notices import views

app_name = "notices"
urlpatterns = [
    path("notices/", views.notice_list, name="list"),
    path("notices/<int:pk>/", views.notice_page, name="notice"),
    path(
        "notices/<int:pk>/object/<int:nomination_id>/",
        views.object_to,
        name="object",
    ),
    path("notices/objections/<slug:reference>/", views.received, name="received"),
]
