"""How the search is doing, for the people who run the site: its lag and its indexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .outbox import Lag, followed_backends, lag

if TYPE_CHECKING:
    from .backends import EngineSearchBackend
    from .backends.families import Family

# Changes are searchable within a second; what waits longer than this is worth a line.
LAG_SHOWN = 10.0


@dataclass(frozen=True)
class Trouble:
    """An index that cannot be used. ``reason`` is the engine's, in English."""

    backend: EngineSearchBackend
    family: Family
    is_missing: bool
    reason: str

    @property
    def name(self) -> str:
        """What the index holds, in the reader's language."""
        return str(self.family.root._meta.verbose_name_plural)


@dataclass(frozen=True)
class SearchState:
    """What there is to say."""

    lag: Lag
    troubles: list[Trouble]

    @property
    def is_late(self) -> bool:
        """Whether changes have waited long enough to be mentioned."""
        return self.lag.seconds > LAG_SHOWN

    @property
    def is_troubled(self) -> bool:
        """Whether there is anything to say."""
        return self.is_late or bool(self.troubles)


def state() -> SearchState:
    """Return the state of every index that the outbox feeds: one query where all is well.

    Opens each index, which costs nothing where it is open already.
    """
    backends = followed_backends()
    if not backends:
        return SearchState(Lag(0, None), [])
    return SearchState(lag(), [trouble for each in backends for trouble in troubles(each)])


def troubles(backend: EngineSearchBackend) -> list[Trouble]:
    """Return the indexes that cannot be used; a small one that the next search builds is none."""
    # Loaded here: a site that searches elsewhere does not load the engine.
    from .backends.families import families
    from .engine.errors import EngineError, IndexMissing, SchemaChanged

    found = []
    for family in families():
        try:
            backend.engine_index(family).snapshot()
        except (IndexMissing, SchemaChanged) as error:
            if not backend.is_small(family):
                missing = isinstance(error, IndexMissing)
                found.append(Trouble(backend, family, missing, str(error)))
        except EngineError as error:
            found.append(Trouble(backend, family, False, str(error)))
    return found
