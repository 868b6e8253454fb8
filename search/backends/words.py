"""The site's own words (names, places), frozen with the index that was built with them.

``WORDS`` in the backend's settings is the dotted path of a function that gives them. They cut
texts into terms, so an index can only be read with the words it was built with: they lie in a
file beside it and change with the next rebuild. Names that came since are found all the same.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.module_loading import import_string

from ..engine.analysis.chinese import ChineseAnalysis

logger = logging.getLogger(__name__)
MAX_WORDS = 200_000
# The last file read of each path, by its time and size.
_read: dict[Path, tuple[tuple[int, int], tuple[str, ...]]] = {}


@lru_cache(maxsize=4)
def analysis_with(words: tuple[str, ...]) -> ChineseAnalysis:
    """Return the analysis with these words: one in a process, since its dictionary is large."""
    return ChineseAnalysis(words)


def words_now(params: dict[str, Any]) -> tuple[str, ...]:
    """Return the words that the site gives at this moment; none where it gives none."""
    source = params.get("WORDS")
    if not source:
        return ()
    give = import_string(source) if isinstance(source, str) else source
    found = {str(word).strip() for word in give()} - {""}
    return tuple(sorted(found)[:MAX_WORDS])


def words_file(folder: Path, label: str) -> Path:
    """Return where the words of an index lie."""
    return folder / f"{label}.words.json"


def words_in_use(folder: Path, label: str) -> tuple[str, ...]:
    """Return the words that the index was built with: none where there is no such file.

    An unreadable file counts as none; the index then asks for a rebuild by itself.
    """
    path = words_file(folder, label)
    try:
        facts = path.stat()
        stamp = (facts.st_mtime_ns, facts.st_size)
        known = _read.get(path)
        if known is None or known[0] != stamp:
            known = _read[path] = (stamp, tuple(map(str, json.loads(path.read_text("utf-8")))))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError) as error:
        logger.warning("Search: %s cannot be read: %s", path.name, error)
        return ()
    return known[1]


def prepare_words(folder: Path, label: str, words: Iterable[str]) -> None:
    """Write the words of an index that is being built beside the one in use. Raises OSError."""
    draft = _prepared(folder, label)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(list(words), file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())


def prepared_words(folder: Path, label: str) -> tuple[str, ...] | None:
    """Return the words of a rebuild that swapped its index in and died before the words."""
    try:
        return tuple(map(str, json.loads(_prepared(folder, label).read_text("utf-8"))))
    except (OSError, ValueError, TypeError):
        return None


def use_prepared_words(folder: Path, label: str) -> None:
    """Put the prepared words in use; nothing where none were prepared. Raises OSError."""
    try:
        os.replace(_prepared(folder, label), words_file(folder, label))
    except FileNotFoundError:
        return


def _prepared(folder: Path, label: str) -> Path:
    return folder / f"{label}.words.next.json"
