"""The search page's addresses; included under the language prefixes."""

from django.urls import path

from search.page import views

app_name = "search"
urlpatterns = [
    path("search/", views.search_page, name="page"),
    path("search/suggest/", views.suggest, name="suggest"),
    path("search/random/", views.random_story, name="random"),
]
