"""The style page's addresses; included under the language prefixes."""

from django.urls import path

from goodpeople.styleguide import views

app_name = "styleguide"
urlpatterns = [
    path("styleguide/", views.page, name="page"),
    path("styleguide/office/", views.office, name="office"),
]
