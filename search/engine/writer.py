"""Adding and deleting under one lock, and committing: new segment file, then the new contents."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass, replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np

from .building import SegmentBuilder, key_bytes
from .contents import Contents, SegmentEntry, read_contents, write_contents
from .documents import Document
from .errors import EngineError, IndexLocked, IndexMissing, IndexUnwritable
from .files import Lock
from .merge_policy import to_merge, to_merge_now
from .merging import merge
from .queries import Query
from .sections import MemorySink, SectionFile, SectionWriter
from .segment import Segment
from .segment_data import SegmentData, write_segment
from .snapshot import Snapshot

if TYPE_CHECKING:
    from .index import Index

FIRST_FOLDER = "segments"


@dataclass(slots=True)
class Part:
    """A segment of the state being written: on disk (`entry`) or still in memory (None)."""

    segment: Segment
    dead: np.ndarray | None
    entry: SegmentEntry | None

    @property
    def alive(self) -> int:
        dead = 0 if self.dead is None else int(np.count_nonzero(self.dead))
        return self.segment.count - dead

    @property
    def count(self) -> int:
        return self.segment.count

    @property
    def size(self) -> int:
        """Bytes."""
        return self.segment.file.size

    def kill(self, number: int) -> None:
        if self.dead is None:
            self.dead = np.zeros(self.segment.count, dtype=bool)
        self.dead[number] = True


class Writer:
    """What `Index.writer` gives. One at a time per folder, whatever the process."""

    def __init__(self, index: Index, wait: float) -> None:
        self._index = index
        self._wait = wait
        self._lock: Lock | None = None
        self._contents = fresh_contents(index, FIRST_FOLDER)
        self._parts: list[Part] = []
        self._builder = SegmentBuilder(index.schema, index.analysis)
        self._changed = False

    def __enter__(self) -> Self:
        from .index import WRITE_LOCK

        self._lock = self._index.take_lock(WRITE_LOCK, self._wait)
        if self._lock is None:
            raise IndexLocked(f"{self._index.folder} is being written to")
        try:
            self._begin()
        except BaseException:
            self._lock.release()
            raise
        return self

    def _begin(self) -> None:
        """Start from what is committed."""
        index = self._index
        with contextlib.suppress(IndexMissing):
            self._contents = read_contents(index.files, index.folder)
            index.refuse_other_schema(self._contents)
        self._parts = []
        for entry in self._contents.segments:
            segment, dead = index.open_part(self._contents.folder, entry)
            self._parts.append(Part(segment, None if dead is None else dead.copy(), entry))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._sweep()
        finally:
            if self._lock is not None:
                self._lock.release()

    def add(self, document: Document) -> None:
        """Add or replace. DocumentInvalid, with nothing changed, if it does not fit the schema."""
        self._builder.add(document)
        self._kill(key_bytes(document.key))
        self._changed = True
        if self._builder.full:
            self._flush()

    def delete(self, key: str) -> bool:
        """Whether there was such a document."""
        name = key_bytes(key)
        gone = self._builder.drop(name) | self._kill(name)
        self._changed |= gone
        return gone

    def _kill(self, name: bytes) -> bool:
        for part in self._parts:
            number = part.segment.keys.find(name)
            if number >= 0 and (part.dead is None or not part.dead[number]):
                part.kill(number)
                return True
        return False

    def delete_where(self, query: Query) -> int:
        """Delete what the query finds, in this writer's own state. How many."""
        self._flush()
        snapshot = Snapshot(
            self._index.schema,
            self._index.analysis,
            self._contents.generation,
            [(part.segment, part.dead) for part in self._parts],
        )
        from .evaluating import run_query

        ids = run_query(snapshot, query).ids
        for base, part in zip(snapshot.bases, self._parts, strict=True):
            own = ids[(ids >= base) & (ids < base + part.segment.count)] - base
            if len(own):
                part.kill(int(own[0]))
                assert part.dead is not None
                part.dead[own] = True
        self._changed |= bool(len(ids))
        return len(ids)

    def clear(self) -> None:
        """Delete everything."""
        self._builder = SegmentBuilder(self._index.schema, self._index.analysis)
        self._parts = []
        self._changed = True

    def _in_memory(self, data: SegmentData) -> Part:
        sink = MemorySink()
        write_segment(SectionWriter(sink), self._index.schema, data)
        file = SectionFile(sink.value(), "a segment in memory")
        return Part(Segment(file, self._index.schema), None, None)

    def _flush(self) -> None:
        """What was added becomes a segment; the large ones go to the disk at once."""
        if not len(self._builder):
            return
        full = self._builder.full
        dead = sorted(self._builder.dead)
        part = self._in_memory(self._builder.finish())
        for number in dead:
            part.kill(number)
        if dead:
            part = self._in_memory(merge([(part.segment, part.dead)], self._index.schema))
        self._builder = SegmentBuilder(self._index.schema, self._index.analysis)
        self._parts.append(self._on_disk(part) if full else part)

    def _on_disk(self, part: Part) -> Part:
        """The part with its file written and made durable."""
        if part.entry is not None:
            return part
        return self._write(part.segment.file)

    def _write(self, content: SectionFile | SegmentData) -> Part:
        """A new segment file, from one in memory or from arrays."""
        index = self._index
        name = f"{self._contents.next_number:08d}.seg"
        self._contents = replace(self._contents, next_number=self._contents.next_number + 1)
        folder = os.path.join(index.folder, self._contents.folder)
        path = os.path.join(folder, name)
        try:
            index.files.make_folder(folder)
            with contextlib.suppress(FileNotFoundError):
                index.files.remove(path)
            out = index.files.create(path)
            try:
                if isinstance(content, SectionFile):
                    out.write(content.data)
                    size, crc, count = content.size, content.crc, content.meta["documents"]
                else:
                    size, crc = write_segment(SectionWriter(out), index.schema, content)
                    count = len(content.keys)
                out.sync()
            finally:
                out.close()
            index.files.sync_folder(folder)
        except OSError as error:
            raise IndexUnwritable(f"{name} could not be written: {error}") from error
        entry = SegmentEntry(name, size, crc, count)
        segment, _ = index.open_part(self._contents.folder, entry)
        return Part(segment, None, entry)

    def _merged(self, chosen: list[Part]) -> Part:
        """One new part on disk for several, put where the first of them stood."""
        sources = [(part.segment, part.dead) for part in chosen]
        return self._write(merge(sources, self._index.schema))

    def _merge_parts(self, chosen: list[Part]) -> None:
        """Replace parts by one. Order among segments carries no meaning."""
        if not chosen:
            return
        left = [part for part in self._parts if all(part is not other for other in chosen)]
        if any(part.alive for part in chosen):
            left.append(self._merged(chosen))
        self._parts = left

    def commit(self) -> int:
        """Make it durable and visible. Returns the generation. IndexUnwritable if it fails: then
        the state before still stands, and the writer must not be used on."""
        if self._changed or not self._contents.generation:
            self._flush()
            self._parts = [part for part in self._parts if part.alive]
            self._merge_parts(to_merge_now(self._parts))
            self._publish()
        return self._contents.generation

    def merge(self, everything: bool = False) -> bool:
        """Commit fewer segments. Whether there was anything to merge."""
        chosen = list(self._parts) if everything else to_merge(self._parts)
        if len(chosen) == 1 and chosen[0].dead is None:
            chosen = []
        if chosen:
            self._merge_parts(chosen)
            self._publish()
        return bool(chosen)

    def _publish(self) -> None:
        """Write the contents that name the parts."""
        index = self._index
        self._parts = [self._on_disk(part) for part in self._parts]
        entries = []
        for part in self._parts:
            assert part.entry is not None
            part.entry = part.entry.with_dead(part.dead)
            entries.append(part.entry)
        self._contents = replace(
            self._contents,
            generation=self._contents.generation + 1,
            segments=tuple(entries),
            written_at=time.time(),
        )
        write_contents(index.files, index.folder, self._contents)
        self._changed = False
        self._sweep()

    def _sweep(self) -> None:
        """Remove segment files that the contents on disk do not name: merged away, rolled back,
        or left by a writer that was killed. Contents that cannot be read say nothing, so then
        nothing is removed."""
        index = self._index
        try:
            contents = read_contents(index.files, index.folder)
        except EngineError:
            return
        if contents.folder != self._contents.folder:
            return
        named = {entry.file for entry in contents.segments}
        folder = os.path.join(index.folder, contents.folder)
        with contextlib.suppress(OSError):
            for name in index.files.names(folder):
                if name not in named:
                    index.files.remove(os.path.join(folder, name))


def fresh_contents(index: Index, folder: str) -> Contents:
    """The contents of an index in which nothing is."""
    return Contents(0, folder, 1, index.schema.layout(), index.analysis.stamp, (), 0.0)
