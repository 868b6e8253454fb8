"""The search page's address; included under the language prefixes."""

from django.urls import path

from search.page import views

app_name = "search"
urlpatterns = [path("search/", views.search_page, name="page")]
