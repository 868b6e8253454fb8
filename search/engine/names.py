"""Tables of strings in a section file: looked up by hash, read by number, and scanned if sorted."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

import numpy as np

from .sections import BLOCK_BITS, SectionFile, SectionWriter

_ONE = struct.Struct("<I")
_TWO = struct.Struct("<II")
_SHORT = 1000  # bytes that lie in two blocks at most


def write_names(writer: SectionWriter, prefix: str, names: Sequence[bytes]) -> None:
    """The strings end to end, where each begins, and buckets of numbers by CRC-32."""
    count = len(names)
    starts = np.zeros(count + 1, dtype=np.uint32)
    np.cumsum(np.fromiter(map(len, names), dtype=np.uint32, count=count), out=starts[1:])
    writer.add(prefix + ".text", np.frombuffer(b"".join(names), dtype=np.uint8))
    writer.add(prefix + ".starts", starts)
    buckets = 1 << max(count - 1, 0).bit_length()
    hashes = np.fromiter(map(zlib.crc32, names), dtype=np.uint32, count=count)
    hashes &= np.uint32(buckets - 1)
    bounds = np.zeros(buckets + 1, dtype=np.uint32)
    np.cumsum(np.bincount(hashes, minlength=buckets), out=bounds[1:])
    writer.add(prefix + ".buckets", bounds)
    writer.add(prefix + ".members", np.argsort(hashes, kind="stable").astype(np.uint32))


class Names:
    """The reading side. Numbers are positions in the list that was written.

    Look-ups one by one are where a query begins, so they unpack from the file's bytes and look at
    the list of checked blocks themselves.
    """

    def __init__(self, file: SectionFile, prefix: str) -> None:
        self._text = file.section(prefix + ".text")
        self._starts = file.section(prefix + ".starts")
        buckets = file.section(prefix + ".buckets")
        self._data = file.data
        self._seen = file.seen
        self._check = file.check
        self._text_at = self._text.start
        self._starts_at = self._starts.start
        self._buckets_at = buckets.start
        self._members_at = file.start_of(prefix + ".members")
        self._mask = len(buckets) - 2
        self._count = len(self._starts) - 1

    def __len__(self) -> int:
        return self._count

    def find(self, name: bytes) -> int:
        """The string's number, or -1."""
        at = self._buckets_at + 4 * (zlib.crc32(name) & self._mask)
        if not (self._seen[at >> BLOCK_BITS] and self._seen[(at + 7) >> BLOCK_BITS]):
            self._check(at, at + 8)
        first, last = _TWO.unpack_from(self._data, at)
        for at in range(self._members_at + 4 * first, self._members_at + 4 * last, 4):
            if not self._seen[at >> BLOCK_BITS]:
                self._check(at, at + 4)
            (number,) = _ONE.unpack_from(self._data, at)
            if self[number] == name:
                return number
        return -1

    def __getitem__(self, number: int) -> bytes:
        at = self._starts_at + 4 * number
        seen = self._seen
        if not (seen[at >> BLOCK_BITS] and seen[(at + 7) >> BLOCK_BITS]):
            self._check(at, at + 8)
        start, stop = _TWO.unpack_from(self._data, at)
        start += self._text_at
        stop += self._text_at
        if (
            stop - start > _SHORT
            or not seen[start >> BLOCK_BITS]
            or not seen[(stop - 1) >> BLOCK_BITS]
        ):
            self._check(start, stop)
        return bytes(self._data[start:stop])

    def lower_bound(self, name: bytes) -> int:
        """In a sorted table: the number of the first string that is not below name."""
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self[middle] < name:
                low = middle + 1
            else:
                high = middle
        return low

    def with_prefix(self, prefix: bytes) -> tuple[int, int]:
        """In a sorted table of UTF-8: the numbers from and up to, of those that begin so."""
        low = self.lower_bound(prefix)
        return low, max(low, self.lower_bound(prefix + b"\xff"))

    def slice(self, start: int, stop: int) -> list[bytes]:
        """Strings start to stop, in one reading."""
        if stop <= start:
            return []
        starts = self._starts.part(start, stop + 1).tolist()
        text = self._text.part(starts[0], starts[-1]).tobytes()
        first = starts[0]
        return [text[a - first : b - first] for a, b in zip(starts, starts[1:], strict=False)]

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.slice(0, self._count))
