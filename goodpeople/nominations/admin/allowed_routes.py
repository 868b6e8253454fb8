"""Viewsets that serve the routes they name and no others.

A viewset of Wagtail's adds a route for everything a model can do, and a later Wagtail may add
more. Here a route exists because it is on the list, and addresses of the others are not even
handed to the views, so that no button leads to one.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.urls import URLPattern


class AllowedRoutes:
    """Keep, of a viewset's routes, those in ``allowed_routes``; add ``own_urlpatterns()``.

    ``allowed_routes`` names the project's own routes too.
    """

    allowed_routes: ClassVar[frozenset[str]] = frozenset()

    def own_urlpatterns(self) -> list[URLPattern]:
        """Return the routes that are this project's own."""
        return []

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the allowed routes, the list first: the menu leads to it."""
        theirs = super().get_urlpatterns()
        return [
            *(pattern for pattern in theirs if pattern.name in self.allowed_routes),
            *self.own_urlpatterns(),
        ]

    def get_form_class(self, for_update: bool = False) -> type:
        """Return the form; a blank one where neither adding nor changing is served.

        Wagtail makes every view before its route is left out, and these two ask for a form.
        """
        if {"add", "edit"} & self.allowed_routes:
            return super().get_form_class(for_update=for_update)
        return forms.ModelForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Return what every view gets, with the names of shut routes left empty."""
        common = super().get_common_view_kwargs(**kwargs)
        return {name: self._open_or_none(name, value) for name, value in common.items()}

    def construct_view(self, view_class: type, **kwargs: Any) -> Any:
        """Make a view; what the viewset adds for one view is checked like the rest."""
        checked = {name: self._open_or_none(name, value) for name, value in kwargs.items()}
        return super().construct_view(view_class, **checked)

    def _open_or_none(self, name: str, value: Any) -> Any:
        prefix = f"{self.url_namespace}:"
        if not (name.endswith("_url_name") and isinstance(value, str) and value.startswith(prefix)):
            return value
        return value if value.removeprefix(prefix) in self.allowed_routes else None
