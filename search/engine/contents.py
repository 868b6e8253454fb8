"""The table of contents: which segments make up the index, and which documents of them are gone.

One small JSON file: a line with the checksum of what follows, and a line with that. It is written
beside and renamed, so that replacing it is the commit: readers see the state before or the state
after. It is also the manifest: it names every segment's size and checksum.
"""

from __future__ import annotations

import base64
import json
import os
import zlib
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from .errors import IndexDamaged, IndexMissing, IndexUnwritable
from .files import Files, put_file
from .schema import FORMAT_VERSION

CONTENTS = "contents.json"


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """One segment: its file within the folder, and its deletions as packed bits, base64."""

    file: str
    size: int
    crc: int
    documents: int
    dead: str | None = None
    dead_count: int = 0

    def dead_mask(self) -> np.ndarray | None:
        """Which documents are gone, bool, or None if none is."""
        if self.dead is None:
            return None
        bits = np.frombuffer(base64.b64decode(self.dead, validate=True), dtype=np.uint8)
        if len(bits) != (self.documents + 7) // 8:
            raise ValueError("deletions of another length")
        return np.unpackbits(bits, count=self.documents, bitorder="little").view(bool)

    def with_dead(self, mask: np.ndarray | None) -> SegmentEntry:
        """The same segment with these deletions."""
        if mask is None or not mask.any():
            return replace(self, dead=None, dead_count=0)
        bits = np.packbits(mask, bitorder="little").tobytes()
        coded = base64.b64encode(bits).decode("ascii")
        return replace(self, dead=coded, dead_count=int(np.count_nonzero(mask)))


@dataclass(frozen=True, slots=True)
class Contents:
    """A committed state of the index."""

    generation: int
    folder: str
    next_number: int
    layout: dict[str, Any]
    stamp: str
    segments: tuple[SegmentEntry, ...]
    written_at: float

    @property
    def documents(self) -> int:
        return sum(segment.documents - segment.dead_count for segment in self.segments)


def write_contents(files: Files, root: str, contents: Contents) -> None:
    """Commit. IndexUnwritable if it fails; then the state before still stands."""
    body = json.dumps(asdict(contents), separators=(",", ":")).encode()
    head = json.dumps({"crc": zlib.crc32(body), "form": FORMAT_VERSION}).encode()
    try:
        put_file(files, os.path.join(root, CONTENTS), head + b"\n" + body)
    except OSError as error:
        raise IndexUnwritable(f"the contents could not be written: {error}") from error


def read_contents(files: Files, root: str) -> Contents:
    """IndexMissing if there are none, IndexDamaged if they are not what was written."""
    try:
        data = files.read(os.path.join(root, CONTENTS))
    except FileNotFoundError:
        raise IndexMissing(f"there is no index in {root}") from None
    except OSError as error:
        raise IndexDamaged(f"the contents cannot be read: {error}") from error
    try:
        first, _, rest = data.partition(b"\n")
        head = json.loads(first)
        if head["form"] != FORMAT_VERSION or zlib.crc32(rest) != head["crc"]:
            raise IndexDamaged("the contents fail their checksum")
        body = json.loads(rest)
        segments = tuple(SegmentEntry(**segment) for segment in body.pop("segments"))
        return Contents(segments=segments, **body)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise IndexDamaged(f"the contents are no contents: {error}") from error
