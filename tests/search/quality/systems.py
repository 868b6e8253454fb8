"""Who is asked: the search page as a reader meets it, and the search backends alone."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlencode

from django.test import Client
from modelsearch.query import PlainText

from archive.models import HonoreePage

from .measures import TOP

System = Callable[[str], list[str]]


def page(text: str) -> list[str]:
    """Return the slugs that the search page lists, first to last, near ones included."""
    answer = Client().get(f"/search/?{urlencode({'q': text})}")
    if answer.status_code != 200:
        raise RuntimeError(f"the page answered {answer.status_code} to {text!r}")
    listed = _Results()
    listed.feed(answer.content.decode())
    return listed.slugs[:TOP]


def backend(name: str) -> System:
    """Return the search backend ``name``, asked for all of the words in all fields."""

    def ask(text: str) -> list[str]:
        pages = HonoreePage.objects.live()
        found = pages.search(PlainText(text, operator="and"), backend=name)
        return [each.slug for each in found[:TOP]]

    return ask


class _Results(HTMLParser):
    """Collects the first link of every list item of class "result"."""

    def __init__(self) -> None:
        super().__init__()
        self.slugs: list[str] = []
        self._waiting = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a result begins, and take its first link."""
        values = dict(attrs)
        if tag == "li" and "result" in (values.get("class") or "").split():
            self._waiting = True
        elif tag == "a" and self._waiting and values.get("href"):
            slug = (values["href"] or "").rstrip("/").rsplit("/", 1)[-1]
            self._waiting = False
            if slug not in self.slugs:
                self.slugs.append(slug)
