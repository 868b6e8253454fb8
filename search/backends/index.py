"""A family's index as modelsearch sees it: adding, deleting, and building anew beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from modelsearch.backends.base import BaseIndex

from .. import freshness
from ..engine.documents import Document
from ..engine.errors import IndexMissing
from ..keys import key_of
from .families import Family
from .words import prepare_words, use_prepared_words, words_file, words_now

if TYPE_CHECKING:
    from ..engine.index import Index, Rebuild, Writer
    from . import EngineSearchBackend

# How long a change waits for another writer; the outbox waits for nobody (see ..draining).
WRITE_WAIT = 10.0
# How long a rebuild waits for a drain to end: at its beginning, and before it swaps.
REBUILD_WAIT = 60.0
CHUNK = 200


class EngineIndex(BaseIndex):
    """One family's index."""

    backend: EngineSearchBackend

    def __init__(self, backend: EngineSearchBackend, family: Family) -> None:
        super().__init__(backend)
        self.family = family

    def __str__(self) -> str:
        return self.family.label

    @property
    def engine(self) -> Index:
        """The engine's index, opened once per process."""
        return self.backend.engine_index(self.family)

    def get_key(self) -> str:
        """Return the root model's label."""
        return self.family.label

    def add_items(self, model: type[Model], items: Iterable[Model]) -> None:
        """Put objects in, at once. Raises the engine's errors.

        A small family's missing index is built whole; a large one's raises IndexMissing, since
        an index of a few objects would look like one of all.
        """
        documents = [self.family.document(obj) for obj in items]
        if documents and not self.engine.exists() and self.backend.build_if_small(self.family):
            return
        self.write(documents, (), wait=WRITE_WAIT)

    def delete_item(self, item: Model) -> None:
        """Take an object out, at once; one that is not there is no error."""
        if self.engine.exists():
            self.write((), [key_of(item.pk)], wait=WRITE_WAIT)

    def write(self, documents: Sequence[Document], gone: Iterable[str], *, wait: float) -> None:
        """Put ``documents`` in and take the keys ``gone`` out, in one commit.

        Raises the engine's errors; IndexMissing before the first rebuild.
        """
        keys = list(gone)
        if not documents and not keys:
            return
        if not self.engine.exists():
            raise IndexMissing(f"{self.family.label} has not been built yet")
        with self.engine.writer(wait=wait) as writer:
            for document in documents:
                writer.add(document)
            for key in keys:
                writer.delete(key)
            writer.commit()

    def reset(self) -> None:
        """Empty the index; a missing or damaged one is made anew."""
        with self.engine.rebuild(wait=WRITE_WAIT) as empty:
            empty.swap()


class IndexBeside(BaseIndex):
    """The index that a rebuild fills while the old one serves."""

    def __init__(self, index: EngineIndex, rebuild: Rebuild) -> None:
        super().__init__(index.backend)
        self.family = index.family
        self.rebuild = rebuild
        # How specific the model was that each key was added as; None until anything was asked.
        self.added: dict[str, int] | None = None

    def get_key(self) -> str:
        """Return the root model's label."""
        return self.family.label

    def add_items(self, model: type[Model], items: Iterable[Model]) -> None:
        """Put objects in; an object that came as a more specific model stays that."""
        depth = len(model._meta.get_parent_list())
        self.added = {} if self.added is None else self.added
        for obj in items:
            key = key_of(obj.pk)
            if self.added.get(key, -1) <= depth:
                self.added[key] = depth
                self.rebuild.add(self.family.document(obj))


class EngineRebuilder:
    """Builds an index beside the old one and puts it in its place, whole or not at all."""

    def __init__(self, index: EngineIndex, wait: float = REBUILD_WAIT) -> None:
        self.index = index
        self.wait = wait
        self._open = ExitStack()
        self._beside: IndexBeside | None = None

    def start(self) -> IndexBeside:
        """Begin; what changes from now on is remembered.

        Raises IndexLocked while another is being built.
        """
        backend, family = self.index.backend, self.index.family
        backend.make_folder()
        words = words_now(backend.params)
        with ExitStack() as opening:
            opening.enter_context(freshness.current().while_rebuilding(backend, family, self.wait))
            if words or words_file(backend.path, family.label).exists():
                prepare_words(backend.path, family.label, words)
            engine = backend.engine_index(family, words)
            rebuild = opening.enter_context(engine.rebuild(wait=0.0))
            self._open = opening.pop_all()
        self._beside = IndexBeside(self.index, rebuild)
        return self._beside

    def finish(self) -> None:
        """Take in what changed meanwhile, verify, and swap. The old index serves on if it fails."""
        beside = self._beside
        if beside is None:
            raise RuntimeError("A rebuild is finished that was not started.")
        backend, family = self.index.backend, self.index.family
        keeper = freshness.current()
        with self._open, keeper.changed_meanwhile(backend, family, self.wait) as changed:
            beside.rebuild.swap(replay=lambda writer: _catch_up(writer, beside, changed))
            use_prepared_words(backend.path, family.label)
        self._beside = None

    def abandon(self) -> None:
        """Give up: the old index serves on."""
        self._open.close()
        self._beside = None


def _catch_up(writer: Writer, beside: IndexBeside, changed: frozenset[str]) -> None:
    """Bring the new index in step with the database as it stands now.

    ``changed`` are the keys that were saved or deleted while it was built. Besides, whatever the
    reading missed or took too much is put right, since rows may move between two chunks of it.
    """
    family = beside.family
    stale = set(changed)
    if beside.added is not None:
        stale |= beside.added.keys() ^ keys_in_database(family)
    present = set()
    for obj in objects_with(family, stale):
        present.add(key_of(obj.pk))
        writer.add(family.document(obj))
    for key in stale - present:
        writer.delete(key)


def keys_in_database(family: Family) -> set[str]:
    """Return the keys of every object that belongs in the family's index."""
    return {
        key_of(pk)
        for member in family.members
        for pk in member.get_indexed_objects().order_by().values_list("pk", flat=True)
    }


def objects_with(family: Family, keys: Iterable[str]) -> Iterator[Model]:
    """Yield the objects with these keys that belong in the index, as what they are.

    A query for each member and chunk, however many keys there are.
    """
    wanted = sorted(keys)
    for at in range(0, len(wanted), CHUNK):
        missing = wanted[at : at + CHUNK]
        for member in family.members:
            if not missing:
                break
            found = set()
            for obj in member.get_indexed_objects().filter(pk__in=missing):
                if key_of(obj.pk) not in found:
                    found.add(key_of(obj.pk))
                    yield obj
            missing = [key for key in missing if key not in found]


def every_object(family: Family) -> Iterator[list[Model]]:
    """Yield all objects that belong in the index, in chunks, each once and as what it is."""
    seen: set[str] = set()
    for member in family.members:
        last: Any = None
        rows = member.get_indexed_objects().order_by("pk")
        while True:
            chunk = list((rows if last is None else rows.filter(pk__gt=last))[:CHUNK])
            if not chunk:
                break
            last = chunk[-1].pk
            fresh = [obj for obj in chunk if key_of(obj.pk) not in seen]
            if len(family.members) > 1:
                seen.update(key_of(obj.pk) for obj in chunk)
            yield fresh


def rebuild(
    index: EngineIndex,
    progress: Callable[[int], None] = lambda count: None,
    wait: float = REBUILD_WAIT,
) -> int:
    """Build the family's index anew beside the old one; return how many objects it holds.

    ``progress`` is told after each chunk how many are in; ``wait`` is in seconds, for changes
    that are just being taken in. Interrupted, the old index serves on.
    """
    rebuilder = EngineRebuilder(index, wait)
    beside = rebuilder.start()
    written = 0
    try:
        beside.added = {}
        for chunk in every_object(index.family):
            for obj in chunk:
                beside.add_items(type(obj), [obj])
            written += len(chunk)
            progress(written)
        rebuilder.finish()
    except BaseException:
        rebuilder.abandon()
        raise
    return written
