"""Short words for asking the page and reading its answer."""

from __future__ import annotations

from typing import Any


def search(client: Any, **asked: str) -> Any:
    """Return the page's answer to ``asked``."""
    response = client.get("/search/", asked)
    assert response.status_code == 200
    return response


def found(response: Any) -> list[str]:
    """Return the names of the strict results, in order."""
    return [result.page.title for result in response.context["results"]]


def near(response: Any) -> list[str]:
    """Return the names of the second list, in order."""
    return [result.page.title for result in response.context["near"]]


def facet(response: Any, name: str) -> dict[str, Any]:
    """Return the values of the group ``name`` by value."""
    (group,) = [group for group in response.context["facets"] if group.name == name]
    return {value.value: value for value in group.all_values}


def counts(response: Any, name: str) -> dict[str, int]:
    """Return the counts of the group ``name`` by value."""
    return {value: one.count for value, one in facet(response, name).items()}
