"""An index in a folder: opened once per process, and as new as the newest commit at each request.

The folder holds `contents.json` (see `contents`), one folder of segment files that it names, and
two lock files. Replacing the contents is the commit, for a save and for a rebuild alike.
"""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .analysing import Analysis
from .contents import CONTENTS, Contents, SegmentEntry, read_contents
from .errors import IndexDamaged, IndexMissing, IndexUnwritable, SchemaChanged
from .files import Files, FileState, Lock
from .schema import Schema
from .sections import SectionFile
from .segment import Segment
from .snapshot import Snapshot

if TYPE_CHECKING:
    from .rebuild import Rebuild
    from .writer import Writer

WRITE_LOCK = "write.lock"
REBUILD_LOCK = "rebuild.lock"
_OPENING_TRIES = 5


@dataclass(frozen=True, slots=True)
class Status:
    """The state of an index, for people who look after it. `written_at` is a POSIX time."""

    generation: int
    documents: int
    deleted: int
    segments: int
    bytes: int
    written_at: float


class Index:
    """Safe to use from several threads. Use `open_index` rather than making one."""

    def __init__(
        self, folder: str, schema: Schema, analysis: Analysis, files: Files | None = None
    ) -> None:
        self.folder = folder
        self.schema = schema
        self.analysis = analysis
        self.files = files or Files()
        self._layout = schema.layout()
        self._lock = threading.Lock()
        self._current: tuple[FileState, Snapshot] | None = None
        self._opened: dict[tuple[str, str, int], Segment] = {}

    def exists(self) -> bool:
        """Whether something was built here; it may be damaged, or not to be reached just now."""
        try:
            self._contents_state()
        except IndexMissing:
            return False
        except IndexDamaged:
            return True
        return True

    def _contents_state(self) -> FileState:
        try:
            return self.files.state(os.path.join(self.folder, CONTENTS))
        except (FileNotFoundError, NotADirectoryError):
            raise IndexMissing(f"there is no index in {self.folder}") from None
        except OSError as error:
            raise IndexDamaged(f"the contents cannot be reached: {error}") from error

    def snapshot(self) -> Snapshot:
        """The newest committed state. IndexMissing, IndexDamaged or SchemaChanged."""
        state = self._contents_state()
        current = self._current
        if current is None or current[0] != state:
            with self._lock:
                current = self._current
                if current is None or current[0] != state:
                    current = self._load()
                    self._current = current
        snapshot = current[1]
        for segment, _ in snapshot.parts:
            self._refuse_shorter(segment)
        return snapshot

    def _refuse_shorter(self, segment: Segment) -> None:
        """IndexDamaged if the file became shorter since it was mapped, or cannot be looked at."""
        try:
            shorter = self.files.shrunk(segment.file.data)
        except OSError as error:
            raise IndexDamaged(f"{segment.file.name} cannot be reached: {error}") from error
        if shorter:
            raise IndexDamaged(f"{segment.file.name} became shorter")

    def _load(self) -> tuple[FileState, Snapshot]:
        """Read the contents and open what they name. A commit that comes in between may remove a
        file before it is opened: then the contents are another by now, and are read again."""
        failure: IndexDamaged | None = None
        for _ in range(_OPENING_TRIES):
            state = self._contents_state()
            contents = read_contents(self.files, self.folder)
            self.refuse_other_schema(contents)
            try:
                parts = [self.open_part(contents.folder, entry) for entry in contents.segments]
            except IndexDamaged as error:
                failure = error
                if self._contents_state() == state:
                    break
                continue
            named = {self._opened_key(contents.folder, entry) for entry in contents.segments}
            self._opened = {key: self._opened[key] for key in named if key in self._opened}
            return state, Snapshot(self.schema, self.analysis, contents.generation, parts)
        raise failure or IndexDamaged("the contents changed faster than they could be read")

    def refuse_other_schema(self, contents: Contents) -> None:
        """SchemaChanged if the contents were written for another schema or analysis."""
        if contents.layout != self._layout or contents.stamp != self.analysis.stamp:
            raise SchemaChanged("the index was built for another schema or analysis")

    @staticmethod
    def _opened_key(folder: str, entry: SegmentEntry) -> tuple[str, str, int]:
        return folder, entry.file, entry.crc

    def open_part(self, folder: str, entry: SegmentEntry) -> tuple[Segment, np.ndarray | None]:
        """A segment and its deletions; opened files are kept. IndexDamaged if it is not whole."""
        key = self._opened_key(folder, entry)
        segment = self._opened.get(key)
        if segment is None:
            segment = self._open_segment(folder, entry)
            self._opened[key] = segment
        try:
            return segment, entry.dead_mask()
        except ValueError as error:
            raise IndexDamaged(f"the deletions of {entry.file} cannot be read") from error

    def _open_segment(self, folder: str, entry: SegmentEntry) -> Segment:
        name = f"{folder}/{entry.file}"
        try:
            data = self.files.map(os.path.join(self.folder, folder, entry.file))
        except (OSError, ValueError) as error:
            raise IndexDamaged(f"{name} cannot be opened: {error}") from error
        if len(data) != entry.size:
            raise IndexDamaged(f"{name} has {len(data)} bytes, not {entry.size}")
        segment = Segment(SectionFile(data, name, entry.crc), self.schema)
        if segment.count != entry.documents:
            raise IndexDamaged(f"{name} holds another number of documents")
        return segment

    def take_lock(self, name: str, wait: float) -> Lock | None:
        """The folder's lock of that name, or None. The folder is made if it is not there."""
        try:
            self.files.make_folder(self.folder)
            return self.files.lock(os.path.join(self.folder, name), wait)
        except OSError as error:
            raise IndexUnwritable(f"{self.folder} cannot be written to: {error}") from error

    def writer(self, wait: float = 0.0) -> Writer:
        """To be used in a `with`, which raises IndexLocked after `wait` seconds, IndexDamaged or
        SchemaChanged if there is an index that cannot be added to. Without `commit` nothing
        happened."""
        from .writer import Writer

        return Writer(self, wait)

    def rebuild(self, wait: float = 0.0) -> Rebuild:
        """A new index beside this one, to be swapped in. IndexLocked if another is being built."""
        from .rebuild import Rebuild

        return Rebuild(self, wait)

    def merge(self, wait: float = 0.0, everything: bool = False) -> bool:
        """Fewer, larger segments: those that are small or hold many deletions, or all of them.
        Whether anything was done. For the background: it may take seconds."""
        with self.writer(wait) as writer:
            return writer.merge(everything)

    def verify(self) -> None:
        """Read every byte. IndexDamaged at the first that is not what was written."""
        contents = read_contents(self.files, self.folder)
        self.refuse_other_schema(contents)
        for entry in contents.segments:
            self._open_segment(contents.folder, entry).file.check_everything()

    def status(self) -> Status:
        """From the contents alone; no segment is opened."""
        contents = read_contents(self.files, self.folder)
        return Status(
            generation=contents.generation,
            documents=contents.documents,
            deleted=sum(segment.dead_count for segment in contents.segments),
            segments=len(contents.segments),
            bytes=sum(segment.size for segment in contents.segments),
            written_at=contents.written_at,
        )

    def destroy(self) -> None:
        """Remove the folder and all in it. Nobody must be writing."""
        with self._lock:
            self._current = None
            self._opened = {}
            with contextlib.suppress(FileNotFoundError):
                self.files.remove_folder(self.folder)


_indexes: dict[str, Index] = {}
_registry = threading.Lock()


def _forget_after_fork() -> None:
    """A lock that another thread held at the fork would never be released in the child."""
    global _registry
    _registry = threading.Lock()
    _indexes.clear()


os.register_at_fork(after_in_child=_forget_after_fork)


def open_index(folder: str, schema: Schema, analysis: Analysis) -> Index:
    """The process's one index object for the folder; nothing is read yet.

    Another schema or another stamp of the analysis than last time makes a new object.
    """
    path = os.path.realpath(folder)
    with _registry:
        index = _indexes.get(path)
        if index is None or index.schema != schema or index.analysis.stamp != analysis.stamp:
            index = Index(path, schema, analysis)
            _indexes[path] = index
        return index
