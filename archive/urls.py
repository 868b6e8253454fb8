"""The archive's addresses beside those of its pages; included under the language prefixes."""

from django.urls import path

from archive import views

app_name = "archive"
urlpatterns = [
    path("years/", views.years, name="years"),
    path("years/<int:year>/", views.year, name="year"),
    path("categories/<slug:code>/", views.category, name="category"),
    path("places/", views.places, name="places"),
    path("places/<slug:slug>/", views.place, name="place"),
    path("names/", views.names, name="names"),
    path("large-print/", views.large_print, name="large_print"),
]
