"""The panel member's own addresses, under ``panel/``."""

from django.urls import path

from goodpeople.panels.desk import views

app_name = "panel_desk"
urlpatterns = [
    path("", views.index, name="index"),
    path("sheets/<int:pk>/", views.sheet, name="sheet"),
    path("sheets/<int:pk>/hand-in/", views.confirm_hand_in, name="hand_in"),
    path("sheets/<int:pk>/recuse/", views.confirm_recusal, name="recuse"),
]
