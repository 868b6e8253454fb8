"""Archives, the questions about them and every engine's index, kept in a folder between runs."""

from __future__ import annotations

import gc
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict

from search.engine.errors import EngineError

from .engines import ENGINES
from .people import Profile, profiles
from .questions import Question, questions

SHARED = {"fts5+numpy": "fts5", "like": "trigram", "ours first": "ours"}
# What an engine keeps changed: older folders are not read.
FORM = "2"


def folder_bytes(path: str) -> int:
    """All files below ``path``."""
    return sum(
        os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(path) for name in names
    )


class Archives:
    """One folder of them; the profiles of the archive asked for last stay in memory."""

    def __init__(self, root: str) -> None:
        self.root = os.path.join(os.path.abspath(root), f"form-{FORM}")
        self._count = 0
        self._profiles: Sequence[Profile] = ()
        self._checked: set[str] = set()

    def people(self, count: int) -> Sequence[Profile]:
        """The first ``count`` profiles. They are no garbage, and the collector is told so: else
        it would walk over them while an engine is measured."""
        if self._count != count:
            self.release()
            self._profiles = list(profiles(count))
            self._count = count
            gc.collect()
            gc.freeze()
        return self._profiles

    def release(self) -> None:
        """Keep no profiles in memory."""
        gc.unfreeze()
        self._count, self._profiles = 0, ()
        gc.collect()

    def path(self, name: str, count: int) -> str:
        """Where the engine's index of the archive is, or will be."""
        return os.path.join(self.root, str(count), SHARED.get(name, name))

    def index(self, name: str, count: int) -> str:
        """The engine's index of the archive, made if it is not there or not to be read."""
        folder = self.path(name, count)
        if folder not in self._checked:
            if not os.path.exists(folder) or not self._is_readable(name, folder):
                self.build(name, count)
            self._checked.add(folder)
        return folder

    def build(self, name: str, count: int) -> float:
        """Build beside and put it there, so that a run that was broken off leaves no half.

        Returns CPU seconds.
        """
        people, folder = self.people(count), self.path(name, count)
        beside = f"{folder}.new"
        for path in (beside, folder):
            shutil.rmtree(path, ignore_errors=True)
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        spent = ENGINES[name]().build(beside, people)
        os.rename(beside, folder)
        size = folder_bytes(folder) / 1e6
        print(
            f"built {name} of {count:,}: {spent:.1f} s CPU, {count / spent:.0f}/s, {size:.1f} MB",
            flush=True,
        )
        return spent

    @staticmethod
    def _is_readable(name: str, folder: str) -> bool:
        """Whether the code of today reads it: our engine's format moves."""
        engine = ENGINES[name]()
        try:
            engine.open(folder)
            if SHARED.get(name, name) == "ours":
                engine.index.verify()
        except EngineError:
            return False
        return True

    def questions(self, count: int) -> dict[str, list[Question]]:
        """For each class its questions."""
        path = os.path.join(self.root, str(count), "questions.json")
        if not os.path.exists(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            drawn = questions(self.people(count))
            with open(path, "w") as file:
                json.dump(
                    {kind: [asdict(each) for each in group] for kind, group in drawn.items()}, file
                )
        with open(path) as file:
            loaded = json.load(file)
        return {
            kind: [Question(**{**each, "words": tuple(each["words"])}) for each in group]
            for kind, group in loaded.items()
        }
