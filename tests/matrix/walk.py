"""Every route that the site answers, from the URL resolver, as strings to list in the tables.

A route's string is what its patterns say, without the marks of regular expressions at either
end: ``desk/<int:pk>/who/``. Language prefixes are left out: they add no view of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

OUR_ROOMS = ("goodpeople", "archive", "search")
_ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Route:
    """One route: its string, what Django calls it, its view and whose it is."""

    text: str
    raw: str
    view: str
    is_ours: bool
    has_language: bool

    @property
    def arguments(self) -> list[str]:
        """Return the names of the arguments, in order."""
        return arguments_of(self.text)


def arguments_of(text: str) -> list[str]:
    """Return the names of the arguments in a route's string."""
    return _ARGUMENT.findall(text)


def walk() -> list[Route]:
    """Return all routes in the order in which Django tries them."""
    return list(_walk(get_resolver(), "", False))


def _walk(resolver: URLResolver, before: str, has_language: bool) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        raw = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            prefixed = has_language or isinstance(entry.pattern, LocalePrefixPattern)
            yield from _walk(entry, raw, prefixed)
        else:
            view = view_of(entry)
            yield Route(tidy(raw), raw, _dotted(view), is_ours(entry), has_language)


def tidy(raw: str) -> str:
    """Return a route's string without the marks of regular expressions around its parts."""
    text = raw.removesuffix("$").removesuffix(r"\Z")
    return re.sub(r"(^|/)\^", r"\1", text)


def view_of(entry: URLPattern) -> Any:
    """Return the view's class where it has one, else its function."""
    return getattr(entry.callback, "view_class", entry.callback)


def _dotted(view: Any) -> str:
    return f"{view.__module__}.{view.__qualname__}"


def is_ours(entry: URLPattern) -> bool:
    """Whether the view stands in our code, or is Wagtail's own over one of our models."""
    if view_of(entry).__module__.split(".")[0] in OUR_ROOMS:
        return True
    model = getattr(entry.callback, "view_initkwargs", {}).get("model")
    if model is None:
        return False
    if isinstance(model, str):
        model = apps.get_model(model)
    return apps.get_app_config(model._meta.app_label).name.split(".")[0] in OUR_ROOMS


def fill(text: str, arguments: dict[str, Any]) -> str:
    """Return the address of route ``text`` with ``arguments`` put in; raise KeyError for a gap."""
    return "/" + _ARGUMENT.sub(lambda found: str(arguments[found[1]]), text)
