"""modelsearch's interface on the engine: name this module as ``BACKEND`` in the settings.

``PATH`` is the folder of the indexes, one below it for each root model. See ../README.md.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured
from django.db import router
from django.db.models import Model
from modelsearch.backends.base import BaseIndex, BaseSearchBackend

from .. import freshness
from ..engine.errors import (
    EngineError,
    IndexDamaged,
    IndexLocked,
    IndexMissing,
    SchemaChanged,
)
from ..engine.index import open_index
from ..keys import root_of
from .compilers import EngineAutocompleteQueryCompiler, EngineQueryCompiler
from .families import Family, family_of
from .index import EngineIndex, EngineRebuilder, rebuild
from .results import EngineSearchResults
from .words import analysis_with, prepared_words, use_prepared_words, words_in_use

if TYPE_CHECKING:
    from ..engine.index import Index, Snapshot

logger = logging.getLogger(__name__)
# A family with at most so many objects is built on the spot when its index cannot be used.
SMALL = 300
# How long that waits for changes that another process is taking in, in seconds.
BUILD_WAIT = 1.0
# What each index was last reported to suffer from, so that a log tells it once.
_reported: dict[Path, str] = {}


class EngineSearchBackend(BaseSearchBackend):
    """Searches Chinese and all else in the folder ``PATH``. New objects of it cost nothing."""

    query_compiler_class = EngineQueryCompiler
    autocomplete_query_compiler_class = EngineAutocompleteQueryCompiler
    index_class = EngineIndex
    results_class = EngineSearchResults
    rebuilder_class = EngineRebuilder
    # A save never fails because of the index.
    catch_indexing_errors = True
    is_fed_by_outbox = True

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        if not params.get("PATH"):
            raise ImproperlyConfigured(
                "The search backend needs PATH: a folder of its own, outside MEDIA_ROOT, for "
                "its indexes."
            )
        self.path = Path(params["PATH"])
        self.params = params

    def get_index_for_model(self, model: type[Model]) -> BaseIndex:
        """Return the index of the model's family; an empty one where it is not indexed."""
        family = family_of(root_of(model))
        return EngineIndex(self, family) if family.members else BaseIndex(self)

    def make_folder(self) -> None:
        """Make ``PATH``, readable by nobody else. Raises OSError."""
        if not self.path.is_dir():
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.chmod(self.path, 0o700)

    def engine_index(self, family: Family, words: tuple[str, ...] | None = None) -> Index:
        """Return the engine's index of the family, with the words it was built with.

        ``words`` are those of an index that is to be built.
        """
        if words is None:
            words = words_in_use(self.path, family.label)
        return open_index(str(self.path / family.label), family.schema, analysis_with(words))

    def snapshot(self, family: Family) -> Snapshot:
        """Return the family's newest index, with all in it that is committed.

        Raises EngineError.
        """
        freshness.current().before_search(self)
        try:
            snapshot = self.engine_index(family).snapshot()
        except (IndexMissing, IndexDamaged, SchemaChanged):
            if not (self._finish_words(family) or self.build_if_small(family)):
                raise
            snapshot = self.engine_index(family).snapshot()
        _reported.pop(self.path / family.label, None)
        return snapshot

    def _finish_words(self, family: Family) -> bool:
        """Put words in use whose index is in place: a rebuild died between the two."""
        words = prepared_words(self.path, family.label)
        if words is None:
            return False
        try:
            self.engine_index(family, words).snapshot()
            use_prepared_words(self.path, family.label)
        except (EngineError, OSError):
            return False
        return True

    def is_small(self, family: Family) -> bool:
        """Return whether building the family's index takes only a moment."""
        counts = (member.get_indexed_objects().count() for member in family.members)
        return sum(counts) <= SMALL

    def build_if_small(self, family: Family) -> bool:
        """Build the index anew where that takes a moment; return whether it was built.

        A new site never has to ask for its first index. Nothing is built inside a transaction,
        whose changes may be rolled back.
        """
        alias = router.db_for_read(family.root)
        if not freshness.reads_committed(alias):
            return False
        try:
            if not self.is_small(family):
                return False
            rebuild(EngineIndex(self, family), wait=BUILD_WAIT)
        except IndexLocked:
            return False
        except (EngineError, OSError) as error:
            self.report(family, error)
            return False
        return True

    def report(self, family: Family, error: Exception) -> None:
        """Log what is wrong with an index, once until it is well again."""
        path = self.path / family.label
        kind = type(error).__name__
        if _reported.get(path) != kind:
            _reported[path] = kind
            logger.error(
                "Search: the index of %s cannot be used (%s: %s); the database answers. "
                "Mend it with: manage.py rebuild_search",
                family.label,
                kind,
                error,
            )


SearchBackend = EngineSearchBackend
