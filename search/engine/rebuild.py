"""A whole new index beside the old one, verified, then swapped in by one rename.

The new segments go into a folder of their own, which the contents do not name until the swap.
Interrupted at any moment, the old index serves on, and the next rebuild clears what was left.
"""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

from .contents import read_contents
from .documents import Document
from .errors import EngineError, IndexLocked, IndexMissing, IndexUnwritable
from .files import Lock
from .writer import Writer, fresh_contents

if TYPE_CHECKING:
    from .index import Index


class _WriterBeside(Writer):
    """Writes into a folder that the contents do not name yet; its commit is the swap."""

    def __init__(self, index: Index, folder: str) -> None:
        super().__init__(index, 0.0)
        self._contents = fresh_contents(index, folder)
        self._changed = True

    def prepare(self) -> None:
        """Everything on the disk, in one segment, every checksum read back."""
        self._flush()
        if len(self._parts) > 1:
            self._merge_parts(list(self._parts))
        self._parts = [self._on_disk(part) for part in self._parts]
        for part in self._parts:
            part.segment.file.check_everything()

    def continue_from(self, generation: int) -> None:
        """Generations go on counting over a rebuild."""
        self._contents = replace(self._contents, generation=generation)
        self._changed = True


class Rebuild:
    """What `Index.rebuild` gives, to be used in a `with`. Without `swap` nothing happened."""

    def __init__(self, index: Index, wait: float) -> None:
        self._index = index
        self._wait = wait
        self._lock: Lock | None = None
        self._folder = f"segments-{uuid.uuid4().hex[:12]}"
        self._writer = _WriterBeside(index, self._folder)
        self._swapping = False
        self.written = 0

    def __enter__(self) -> Self:
        from .index import REBUILD_LOCK

        self._lock = self._index.take_lock(REBUILD_LOCK, self._wait)
        if self._lock is None:
            raise IndexLocked(f"{self._index.folder} is being rebuilt already")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._clear_folders()
        finally:
            if self._lock is not None:
                self._lock.release()

    def add(self, document: Document) -> None:
        """One document. DocumentInvalid if it does not fit the schema."""
        self._writer.add(document)
        self.written += 1

    def delete(self, key: str) -> bool:
        """A document that went away while the others came."""
        return self._writer.delete(key)

    def swap(self, replay: Callable[[Writer], None] | None = None, wait: float = 30.0) -> int:
        """Verify, keep other writers out (IndexLocked after `wait` seconds), let `replay` write
        what was saved meanwhile, and put the new index in the old one's place. Returns the
        generation."""
        from .index import WRITE_LOCK

        self._writer.prepare()
        lock = self._index.take_lock(WRITE_LOCK, wait)
        if lock is None:
            raise IndexLocked(f"{self._index.folder} is being written to")
        try:
            self._writer.continue_from(self._generation())
            if replay is not None:
                replay(self._writer)
            self._swapping = True
            generation = self._writer.commit()
            self._clear_folders()
            return generation
        finally:
            lock.release()

    def _generation(self) -> int:
        """The old index's, 0 without one; where it cannot be read, a number above any it had."""
        try:
            return read_contents(self._index.files, self._index.folder).generation
        except IndexMissing:
            return 0
        except EngineError:
            return int(time.time())

    def _clear_folders(self) -> None:
        """Remove every folder of segments but the one that the contents name. Where they cannot be
        read, for the moment perhaps, our own alone, and only if no swap was begun."""
        files = self._index.files
        root = self._index.folder
        try:
            keep = read_contents(files, root).folder
        except EngineError:
            if self._swapping:
                return
            keep = ""
        try:
            for name in files.names(root):
                ours = name == self._folder
                if name.startswith("segments") and name != keep and (keep or ours):
                    files.remove_folder(os.path.join(root, name))
        except FileNotFoundError:
            return
        except OSError as error:
            raise IndexUnwritable(f"{root} could not be cleared: {error}") from error
