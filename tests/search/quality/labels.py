"""The labelled questions: read, checked, and parted into the half for tuning and the other."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).with_name("queries")
KINDS = (
    "name",
    "fragment",
    "pinyin",
    "initials",
    "traditional",
    "slip",
    "place",
    "number",
    "full-width",
    "deed",
    "mixed",
)


class BadLabels(ValueError):
    """A file of labelled questions says something that cannot be meant; the text says what."""


@dataclass(frozen=True)
class Labelled:
    """What a reader types, what kind of question it is, and the slugs that answer it."""

    text: str
    kind: str
    expected: frozenset[str]


def load(folder: Path = FOLDER) -> list[Labelled]:
    """Return the questions of all files in ``folder``. BadLabels names what is wrong."""
    questions: list[Labelled] = []
    for path in sorted(folder.glob("*.yaml")):
        for number, row in enumerate(yaml.safe_load(path.read_text("utf-8")) or [], start=1):
            questions.append(_question(row, f"{path.name}, question {number}"))
    texts = [question.text for question in questions]
    twice = sorted({text for text in texts if texts.count(text) > 1})
    if twice:
        raise BadLabels(f"asked twice: {', '.join(twice)}")
    return questions


def _question(row: object, where: str) -> Labelled:
    if not isinstance(row, dict) or set(row) != {"text", "kind", "expected"}:
        raise BadLabels(f"{where}: text, kind and expected are wanted, and nothing else")
    text, kind, expected = row["text"], row["kind"], row["expected"]
    if not isinstance(text, str) or not text.strip():
        raise BadLabels(f"{where}: the text is blank or no text (put numbers into quotes)")
    if kind not in KINDS:
        raise BadLabels(f"{where}: {kind!r} is none of {', '.join(KINDS)}")
    if not expected or not all(isinstance(slug, str) for slug in expected):
        raise BadLabels(f"{where}: at least one slug is expected")
    return Labelled(text, kind, frozenset(expected))


def halves(questions: Iterable[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """Return the half to tune on and the half set aside: of each kind every other question,
    in the order of a hash of their texts, so that nobody chooses."""
    by_kind: dict[str, list[Labelled]] = defaultdict(list)
    for question in sorted(questions, key=lambda each: hashlib.sha256(each.text.encode()).digest()):
        by_kind[question.kind].append(question)
    tuning = [each for group in by_kind.values() for each in group[0::2]]
    set_aside = [each for group in by_kind.values() for each in group[1::2]]
    return tuning, set_aside
