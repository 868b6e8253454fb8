"""`python -m tests.bench --profiles 10000 --folder DIR`: build what is missing, then compare."""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import asdict

from .engines import ENGINES, Ours, OursFirst
from .measuring import compare
from .people import profiles
from .questions import KINDS, Question, questions

SHARED = {"fts5+numpy": "fts5", "like": "trigram", "ours first": "ours"}


def folder_bytes(path: str) -> int:
    return sum(
        os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(path) for name in names
    )


def built(root: str, name: str, count: int) -> str:
    """The engine's index of the archive, made if it is not there."""
    folder = os.path.join(root, str(count), SHARED.get(name, name))
    if not os.path.exists(folder):
        spent = ENGINES[name]().build(folder, profiles(count))
        size = folder_bytes(folder)
        print(f"built {name}: {spent:.1f} s CPU, {count / spent:.0f}/s, {size / 1e6:.1f} MB")
    return folder


def asked(root: str, count: int) -> dict[str, list[Question]]:
    path = os.path.join(root, str(count), "questions.json")
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        drawn = questions(profiles(count))
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


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--profiles", type=int, default=1000)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--pairs", type=int, default=120)
    parser.add_argument("--against", nargs="*", default=["tantivy", "fts5", "fts5+numpy"])
    parser.add_argument("--first", action="store_true", help="remember no answers of ours")
    parser.add_argument("--kinds", nargs="*", default=list(KINDS))
    options = parser.parse_args()
    groups = asked(options.folder, options.profiles)
    ours = OursFirst() if options.first else Ours()
    ours.open(built(options.folder, ours.name, options.profiles))
    for name in options.against:
        other = ENGINES[name]()
        other.open(built(options.folder, name, options.profiles))
        for kind in options.kinds:
            wrong = sum(
                ours.answer(each).total != other.answer(each).total for each in groups[kind]
            )
            pairs = options.pairs if name != "whoosh" else options.pairs // 6
            ratio = compare(ours.answer, other.answer, groups[kind], pairs)
            print(
                f"{name:11} {kind:12} ratio {ratio.median:6.3f} [{ratio.low:.3f}, {ratio.high:.3f}]"
                f"  CPU ms {ratio.ours:7.3f} / {ratio.other:7.3f}"
                f"  p95 {ratio.ours_p95:7.3f} / {ratio.other_p95:7.3f}"
                f"  wall {ratio.ours_wall:7.3f} / {ratio.other_wall:7.3f}"
                f"  totals differ in {wrong} of {len(groups[kind])}"
            )


if __name__ == "__main__":
    main()
