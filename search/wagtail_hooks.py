"""The search in Wagtail's admin: a line on the front page while it is not what it should be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail import hooks
from wagtail.admin.ui.components import Component

from .state import SearchState, state


class SearchStatePanel(Component):
    """Says how far the search lags, and which index the database stands in for."""

    name = "search_state"
    template_name = "search/state_panel.html"
    order = 10

    def __init__(self, state: SearchState) -> None:
        self.state = state

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Hand on what was found."""
        return {"state": self.state}


# After whatever else arranges the front page: what is wrong is said in any case.
@hooks.register("construct_homepage_panels", order=1000)
def show_search_state(request: Any, panels: list[Component]) -> None:
    """Put the line first while changes wait or an index cannot be used."""
    found = state()
    if found.is_troubled:
        panels.insert(0, SearchStatePanel(found))
