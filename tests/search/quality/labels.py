"""The labelled questions: read, checked, and parted into the half for tuning and the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).with_name("queries")
KINDS = (
    "name",
    "fragment_of_name",
    "fragment",
    "pinyin",
    "initials",
    "traditional",
    "slip",
    "place",
    "number",
    "fullwidth",
    "paraphrase",
    "words",
    "category",
    "english",
)
HALVES = ("tuning", "aside")
_WANTED = {"query", "kind", "expect", "half"}


class BadLabels(ValueError):
    """A file of labelled questions says something that cannot be meant; the text says what."""


@dataclass(frozen=True)
class Labelled:
    """What a reader types, what kind of question it is, the slugs that answer it, its half."""

    text: str
    kind: str
    expected: frozenset[str]
    half: str = "tuning"


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
    if not isinstance(row, dict) or set(row) - {"all"} != _WANTED:
        raise BadLabels(f"{where}: query, kind, expect and half are wanted, and nothing else")
    text, kind, expected, half = row["query"], row["kind"], row["expect"], row["half"]
    if not isinstance(text, str) or not text.strip():
        raise BadLabels(f"{where}: the query is blank or no text (put numbers into quotes)")
    if kind not in KINDS:
        raise BadLabels(f"{where}: {kind!r} is none of {', '.join(KINDS)}")
    if half not in HALVES:
        raise BadLabels(f"{where}: {half!r} is neither half")
    if not expected or not all(isinstance(slug, str) for slug in expected):
        raise BadLabels(f"{where}: at least one slug is expected")
    return Labelled(text, kind, frozenset(expected), half)


def halves(questions: Iterable[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """Return the half to tune on and the half set aside, as the labeller's draw parted them."""
    every = list(questions)
    return [q for q in every if q.half == "tuning"], [q for q in every if q.half == "aside"]
