"""A modelsearch backend that is neither ours nor the database's: it looks into two columns."""

from __future__ import annotations

from typing import Any

from modelsearch.backends.base import BaseSearchBackend, BaseSearchQueryCompiler, BaseSearchResults
from modelsearch.backends.database.fallback import DatabaseSearchQueryCompiler


class Compiler(DatabaseSearchQueryCompiler):
    """Reads questions as the database's backend does, in the text column."""

    def get_fields_names(self) -> Any:
        """Return where to look."""
        return iter(["search_text"])


class Results(BaseSearchResults):
    """Finds, or fails as a server does that is away."""

    def _do_search(self) -> list:
        if self.backend.fails:
            raise ConnectionError("the server is away")
        where = self.query_compiler.build_database_filter(self.query_compiler.query)
        return list(self.query_compiler.queryset.filter(where)[self.start : self.stop])

    def _do_count(self) -> int:
        return len(self._do_search())


class SearchBackend(BaseSearchBackend):
    """Named by this module in a test's settings."""

    query_compiler_class: type[BaseSearchQueryCompiler] = Compiler
    autocomplete_query_compiler_class = Compiler
    results_class = Results

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.fails = params.get("FAILS", False)
