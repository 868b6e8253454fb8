"""A reader's question: words, filters, order; read from the address and written into one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from archive.facets import GROUPS as HONOUR_GROUPS
from archive.models import HonoreePage, Level
from search.engine.analysis.query_text import ParsedQuery, read_query

# In the order in which they stand on the page. Kind is the page's, the others an honour's.
GROUPS = ("year", "category", "town", "kind", "level")
RELEVANCE, NEWEST, BY_NAME = "", "newest", "name"
SORTS = (RELEVANCE, NEWEST, BY_NAME)


@dataclass(frozen=True)
class Filters:
    """What is chosen of each group; blank where nothing is. ``town`` may name any place."""

    year: str = ""
    category: str = ""
    town: str = ""
    kind: str = ""
    level: str = ""

    def chosen(self) -> dict[str, str]:
        """Return the groups in which something is chosen, with what."""
        return {group: getattr(self, group) for group in GROUPS if getattr(self, group)}

    def of_honour(self) -> dict[str, str]:
        """Return those that one and the same honour must meet."""
        return {group: value for group, value in self.chosen().items() if group in HONOUR_GROUPS}

    def without(self, group: str) -> Filters:
        """Return the filters with nothing chosen in ``group``."""
        return replace(self, **{group: ""})

    def choosing(self, group: str, value: str) -> Filters:
        """Return the filters with ``value`` chosen in ``group``."""
        return replace(self, **{group: value})


@dataclass(frozen=True)
class Question:
    """All that an address asks for. ``exact``: the words as they stand, nothing else."""

    query: ParsedQuery = field(default_factory=ParsedQuery)
    filters: Filters = field(default_factory=Filters)
    sort: str = RELEVANCE
    exact: bool = False

    @property
    def asks(self) -> bool:
        """Whether anything is asked for at all."""
        return bool(self.query.text or self.filters.chosen())

    @property
    def order(self) -> str:
        """The order in which results stand; without words nothing is more relevant."""
        if self.sort == RELEVANCE and self.query.asks_for_nothing:
            return NEWEST
        return self.sort

    def address(self, path: str, **changes: Any) -> str:
        """Return the address under ``path`` that asks this, with ``changes``; fit to be shared.

        Takes ``text`` beside the fields. The page number is left out: another question begins
        on its first page.
        """
        text = changes.pop("text", self.query.text)
        asked = replace(self, **changes)
        parts = {"q": text} if text else {}
        parts |= asked.filters.chosen()
        if asked.sort:
            parts["sort"] = asked.sort
        if asked.exact:
            parts["exact"] = "1"
        return f"{path}?{urlencode(parts)}" if parts else path

    def hidden(self) -> list[tuple[str, str]]:
        """Return what the form carries beside its field: filters and order, not ``exact``."""
        carried = list(self.filters.chosen().items())
        return [*carried, ("sort", self.sort)] if self.sort else carried


def read_question(asked: QueryDict) -> Question:
    """Return the question of an address; what cannot be meant is left out. Never raises."""
    sort = asked.get("sort", "")
    return Question(
        read_query(asked.get("q", "")),
        read_filters(asked),
        sort if sort in SORTS else RELEVANCE,
        asked.get("exact") == "1",
    )


def read_filters(asked: QueryDict) -> Filters:
    """Return the filters of an address; what cannot be meant is left out. Never raises."""
    year = asked.get("year", "").strip()
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        year = ""
    level, kind = asked.get("level", "").strip(), asked.get("kind", "").strip()
    return Filters(
        year=year,
        category=_slug(asked.get("category", "")),
        town=_slug(asked.get("town", "")),
        kind=kind if kind in HonoreePage.Kind.values else "",
        level=level if level in Level.values else "",
    )


def _slug(value: str) -> str:
    plain = value.strip()[:100]
    return plain if plain.replace("-", "").replace("_", "").isalnum() else ""
