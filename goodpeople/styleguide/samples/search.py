"""A sample search: what was found, what comes near, and nothing at all."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.utils.html import format_html

from archive.facets import FacetValue
from archive.shown import CHINESE, reader_is_english, shown
from goodpeople.styleguide.samples.archive import (
    NOWHERE,
    facets,
    group,
    person,
    person_without_portrait,
)

NOWHERE_ELSE = f"?{NOWHERE}"


def _result(honour: Any) -> Any:
    page = honour.page
    return SimpleNamespace(
        page=page,
        name=page.shown_title,
        main_honour=honour,
        honour_title=honour.year,
        excerpt=format_html("<mark>渡口</mark>的早晨：{}", page.citation),
        excerpt_lang=CHINESE if reader_is_english() else "",
    )


def context() -> dict[str, Any]:
    """Return what the section on the search page shows."""
    narrowed = facets()
    more = [FacetValue(str(year), str(year), 5, NOWHERE_ELSE) for year in (2022, 2021)]
    return {
        "search": SimpleNamespace(
            said=[
                SimpleNamespace(
                    text=shown("也查找了：渡船", "Also looked for: ferry"),
                    url=NOWHERE_ELSE,
                    label=shown("只查原词", "Search for exactly this"),
                )
            ],
            facets=[
                SimpleNamespace(label=shown("年份", "Year"), values=narrowed["year"], more=more)
            ],
            chosen=[SimpleNamespace(label="2025", url=NOWHERE_ELSE)],
            sorts=[
                SimpleNamespace(label=shown("最相关", "Most relevant"), url="#search", active=True),
                SimpleNamespace(label=shown("最新", "Newest"), url="#search", active=False),
            ],
            promoted=[
                SimpleNamespace(
                    page=person().page,
                    url=NOWHERE_ELSE,
                    label=person().page.shown_title,
                    description=person().page.shown_citation,
                )
            ],
            results=[_result(person()), _result(person_without_portrait())],
            near=[_result(group())],
            years=[("2025", NOWHERE_ELSE, 12), ("2024", NOWHERE_ELSE, 9)],
            names_alike=[group().page],
        )
    }
