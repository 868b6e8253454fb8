"""A file of named arrays with a checksum for every block, read through one memory map.

Layout: the arrays one after another, each aligned to 64 bytes; then a JSON directory; then the
CRC-32 of every 8 KiB block of the arrays; then a fixed trailer with the checksum of directory
and block checksums. The trailer is checked at opening, a block the first time that anything in it
is read: opening costs the same however large the file is, and no damaged byte is believed.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable
from typing import Any, Protocol

import numpy as np

from .errors import IndexDamaged

BLOCK_BITS = 13
BLOCK = 1 << BLOCK_BITS
ALIGN = 64
TOGETHER = 1 << 16
FEW = 24
SMALL = 1 << 14  # bytes that are checked all at once
PATIENCE = 50
MODERATE = 1 << 24
MAGIC = b"hanziseg"
TRAILER = struct.Struct("<QQIII8s")  # body bytes, directory bytes, blocks, crc, format, magic
FORMAT = 1


class Sink(Protocol):
    """Where a section file goes: a file being written, or memory."""

    def write(self, data: bytes | memoryview) -> None: ...


class MemorySink:
    """Keeps what is written, for segments that are merged away before they reach the disk."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes | memoryview) -> None:
        self._parts.append(bytes(data))

    def value(self) -> memoryview:
        return memoryview(b"".join(self._parts))


class SectionWriter:
    """Writes arrays one after another; `finish` adds directory, checksums and trailer."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._waiting: list[bytes] = []
        self._waiting_bytes = 0
        self._size = 0
        self._running = 0
        self._crcs: list[int] = []
        self._sections: dict[str, tuple[int, int, str]] = {}

    def add(self, name: str, array: np.ndarray) -> None:
        """One array, one-dimensional or flattened; structured kinds are kept as bytes."""
        self.add_parts(name, array.dtype, (array,))

    def add_parts(self, name: str, dtype: np.dtype, parts: Iterable[np.ndarray]) -> None:
        """An array that comes in pieces and is never whole in memory."""
        self._write(bytes(-self._size % ALIGN))
        start = self._size
        for part in parts:
            if part.size:
                self._write(np.ascontiguousarray(part, dtype=dtype).data.cast("B"))
        self._sections[name] = (start, self._size - start, dtype.str)

    def _write(self, data: bytes | memoryview) -> None:
        if not len(data):
            return
        self._put(data)
        view = memoryview(data).cast("B")
        at = 0
        while at < len(view):
            room = BLOCK - (self._size & (BLOCK - 1))
            piece = view[at : at + room]
            self._running = zlib.crc32(piece, self._running)
            at += len(piece)
            self._size += len(piece)
            if not self._size & (BLOCK - 1):
                self._crcs.append(self._running)
                self._running = 0

    def _put(self, data: bytes | memoryview) -> None:
        """Small pieces are written together: a segment of one document is one system call."""
        if len(data) > TOGETHER:
            self._drain()
            self._sink.write(data)
            return
        self._waiting.append(bytes(data))
        self._waiting_bytes += len(data)
        if self._waiting_bytes > TOGETHER:
            self._drain()

    def _drain(self) -> None:
        if self._waiting:
            self._sink.write(b"".join(self._waiting))
            self._waiting = []
            self._waiting_bytes = 0

    def finish(self, meta: dict[str, Any]) -> tuple[int, int]:
        """Close the file's content. Returns its size in bytes and its checksum's value."""
        body = self._size
        if body & (BLOCK - 1):
            self._crcs.append(self._running)
        directory = json.dumps(
            {"sections": self._sections, "meta": meta}, separators=(",", ":")
        ).encode()
        crcs = np.array(self._crcs, dtype="<u4").tobytes()
        crc = zlib.crc32(crcs, zlib.crc32(directory))
        self._put(directory)
        self._put(crcs)
        self._put(TRAILER.pack(body, len(directory), len(self._crcs), crc, FORMAT, MAGIC))
        self._drain()
        return body + len(directory) + len(crcs) + TRAILER.size, crc


class SectionFile:
    """The reading side. Sections check what they hand out, all but `array` and `memory`."""

    def __init__(self, data: memoryview, name: str, crc: int | None = None) -> None:
        self.name = name
        self.data = data
        if len(data) < TRAILER.size:
            raise IndexDamaged(f"{name} is too short to be a segment")
        body, directory, blocks, found, form, magic = TRAILER.unpack(data[-TRAILER.size :])
        end = body + directory + blocks * 4
        if magic != MAGIC or form != FORMAT or end + TRAILER.size != len(data):
            raise IndexDamaged(f"{name} is no segment, or is cut short")
        if blocks != -(-body // BLOCK) or zlib.crc32(data[body:end]) != found:
            raise IndexDamaged(f"{name}: the directory fails its checksum")
        if crc is not None and crc != found:
            raise IndexDamaged(f"{name} is not the file that the contents name")
        self.crc: int = found
        content = json.loads(bytes(data[body : body + directory]))
        self.meta: dict[str, Any] = content["meta"]
        self._sections: dict[str, tuple[int, int, str]] = content["sections"]
        self._body = body
        self._crcs = data[body + directory : end]
        self.seen = bytearray(blocks)

    @property
    def size(self) -> int:
        return len(self.data)

    def check(self, start: int, stop: int) -> None:
        """Make sure that the bytes from start to stop are what was written."""
        seen = self.seen
        for block in range(start >> BLOCK_BITS, (stop + BLOCK - 1) >> BLOCK_BITS):
            if not seen[block]:
                self._check_block(block)

    def _check_block(self, block: int) -> None:
        start = block << BLOCK_BITS
        piece = self.data[start : min(start + BLOCK, self._body)]
        if zlib.crc32(piece) != int.from_bytes(self._crcs[block * 4 : block * 4 + 4], "little"):
            raise IndexDamaged(f"{self.name}: block {block} fails its checksum")
        self.seen[block] = 1

    def check_everything(self) -> None:
        """Read every block anew, whether it was checked before or not."""
        for block in range(len(self.seen)):
            self._check_block(block)

    def section(self, name: str) -> Section:
        """A section by name. A missing one is damage: the writer writes them all."""
        try:
            start, size, dtype = self._sections[name]
        except KeyError:
            raise IndexDamaged(f"{self.name} lacks the section {name}") from None
        return Section(self, start, size, dtype)

    def start_of(self, name: str) -> int:
        """Where a section begins in the file, for look-ups that unpack from the bytes."""
        return self.section(name).start

    def view(self, start: int, stop: int) -> memoryview:
        """Bytes, not checked."""
        return self.data[start:stop]


class Section:
    """One array of a section file; made when it is first looked at."""

    __slots__ = ("_array", "_checked", "_dtype", "_file", "_size", "_takes", "itemsize", "start")

    def __init__(self, file: SectionFile, start: int, size: int, dtype: str) -> None:
        self._file = file
        self.start = start
        self._size = size
        self._dtype = dtype
        self.itemsize = int(dtype[2:])
        self._array: np.ndarray | None = None
        self._checked = False
        self._takes = 0

    @property
    def array(self) -> np.ndarray:
        """All items, not checked."""
        if self._array is None:
            data = self._file.view(self.start, self.start + self._size)
            self._array = np.frombuffer(data, dtype=self._dtype)
        return self._array

    def __len__(self) -> int:
        return self._size // self.itemsize

    @property
    def is_whole(self) -> bool:
        """Whether all of it was checked before."""
        return self._checked

    def whole(self) -> np.ndarray:
        """The array, all of it checked."""
        if not self._checked:
            self._file.check(self.start, self.start + len(self.array) * self.itemsize)
            self._checked = True
        return self.array

    def _patience_ends(self) -> bool:
        """Count a reading. After some, a section of moderate size is checked as a whole, so that
        a new process answers its first query soon and a running one has nothing to check."""
        self._takes += 1
        size = self._size
        if size <= SMALL or (self._takes > PATIENCE and size <= MODERATE):
            self.whole()
        return self._checked

    def take(self, indices: np.ndarray) -> np.ndarray:
        """The items at the indices, their own blocks checked."""
        if not self._checked and not self._patience_ends():
            size = self.itemsize
            if len(indices) <= FEW:
                for index in indices.tolist():
                    at = self.start + index * size
                    self._file.check(at, at + size)
            else:
                blocks = (indices.astype(np.int64) * size + self.start) >> BLOCK_BITS
                seen = np.frombuffer(self._file.seen, dtype=bool)
                for block in set(blocks[~seen.take(blocks)].tolist()):
                    self._file.check(block << BLOCK_BITS, (block << BLOCK_BITS) + 1)
        array = self._array
        return (self.array if array is None else array).take(indices)

    def part(self, start: int, stop: int) -> np.ndarray:
        """Items start to stop, checked."""
        if not self._checked and not self._patience_ends():
            first = self.start
            size = self.itemsize
            self._file.check(first + start * size, first + stop * size)
        array = self._array
        return (self.array if array is None else array)[start:stop]

    def memory(self) -> memoryview:
        """The items as a memory view, not checked: for look-ups one by one."""
        return self.array.data
