"""Every sentence of the interface, as written in code and templates."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_python
from django.utils.translation import templatize

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("goodpeople", "archive", "search")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


# What templatize() leaves of a template: calls whose first string is the sentence.
CALL = re.compile(
    r"""\b(n?p?gettext|_)\(\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
    r"""(?:\s*,\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))?"""
)


def sentences() -> Iterator[tuple[str, str]]:
    """Yield (file, msgid) for every translatable sentence; of a plural, the singular."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            name = str(path.relative_to(ROOT))
            if path.suffix == ".py" and "migrations" not in path.parts:
                found = _in_code(path.read_text(encoding="utf-8"))
            elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
                found = _in_template(path.read_text(encoding="utf-8"))
            else:
                continue
            yield from ((name, text) for text in found if text)


def _in_code(source: str) -> Iterator[str]:
    file = io.BytesIO(source.encode("utf-8"))
    for _line, function, message, _comments in extract_python(
        file, list(KEYWORDS), [], {"encoding": "utf-8"}
    ):
        parts = message if isinstance(message, tuple) else (message,)
        # A context stands first; of a plural the singular is the key.
        yield parts[1] if "pgettext" in function else parts[0]


def _in_template(source: str) -> Iterator[str]:
    for function, first, second in CALL.findall(templatize(source)):
        yield ast.literal_eval(second if "pgettext" in function else first)
