"""What the engines are asked: for each class many different questions, drawn from the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from .people import CATEGORIES, Profile

PER_CLASS = 60


@dataclass(frozen=True, slots=True)
class Question:
    """Words that must all be there (`words`), or the same as one phrase, or a substring."""

    kind: str
    words: tuple[str, ...]
    phrase: bool = False
    category: str | None = None

    @property
    def text(self) -> str:
        return "".join(self.words) if self.phrase else " ".join(self.words)


KINDS = ("rare name", "two words", "phrase", "half of all", "filter", "no hit")


def questions(archive: Iterable[Profile], seed: int = 7) -> dict[str, list[Question]]:
    """For each class of `KINDS`, and mid-word substrings, PER_CLASS questions at most."""
    chance = np.random.default_rng(seed)
    frequencies: Counter[str] = Counter()
    names: Counter[str] = Counter()
    pairs: list[tuple[str, str]] = []
    middles: list[str] = []
    count = 0
    for profile in archive:
        count += 1
        frequencies.update(set(profile.tokens))
        names[profile.name] += 1
        place = int(chance.integers(1, len(profile.tokens) - 1))
        pairs.append((profile.tokens[place], profile.tokens[place + 1]))
        start = int(chance.integers(0, len(profile.body) - 4))
        middles.append(profile.body[start : start + 4])
    adjacent = [pair for pair in pairs if "".join(pair) and all(len(word) == 2 for word in pair)]
    rare = sorted(name for name, times in names.items() if times == 1)
    middling = sorted(word for word, n in frequencies.items() if 0.02 < n / count < 0.25)
    broad = sorted(word for word, n in frequencies.items() if n / count > 0.40)

    def draw(items: list, size: int = PER_CLASS) -> list:
        return [items[pick] for pick in chance.permutation(len(items))[:size].tolist()]

    couples = zip(draw(middling), draw(middling), strict=True)
    in_text = [run for run in middles if not set(run) & set("，。")]
    return {
        "rare name": [Question("rare name", (name,)) for name in draw(rare)],
        "two words": [Question("two words", pair) for pair in couples if pair[0] != pair[1]],
        "phrase": [Question("phrase", pair, phrase=True) for pair in draw(adjacent)],
        "half of all": [Question("half of all", (word,)) for word in draw(broad)],
        "filter": [
            Question("filter", (word,), category=CATEGORIES[number % len(CATEGORIES)])
            for number, word in enumerate(draw(broad))
        ],
        "no hit": [Question("no hit", (f"{word}龘靐",)) for word in draw(middling)],
        "substring": [Question("substring", (run[1:4],), phrase=True) for run in draw(in_text)],
    }
