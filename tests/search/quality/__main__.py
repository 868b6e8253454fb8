"""`python -m tests.search.quality --folder DIR`: recall@10 and MRR of the labelled questions.

DIR keeps the site that is searched, so that a second run begins at once. Only the half to tune on
is shown, with what was missed, unless `--held-out` asks for the figures of the other half.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from . import site

if TYPE_CHECKING:
    from .labels import Labelled
    from .systems import System


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="kept between runs")
    parser.add_argument("--distractors", type=int, default=10_000)
    parser.add_argument("--queries", type=Path, help="folder of labelled questions")
    parser.add_argument("--systems", nargs="*", default=["page", "default", "sqlite"])
    parser.add_argument("--held-out", action="store_true", help="the set-aside half as well")
    parser.add_argument("--misses", action="store_true", help="what of the tuning half is missed")
    options = parser.parse_args()
    site.set_up(options.folder)
    from . import archive, labels
    from .systems import backend, page

    questions = labels.load(options.queries or labels.FOLDER)
    try:
        archive.prepare(options.distractors)
    except archive.AnotherSite as error:
        sys.exit(str(error))
    unknown = {slug for each in questions for slug in each.expected} - archive.samples()
    if unknown:
        sys.exit(f"no such profiles: {', '.join(sorted(unknown))}")
    tuning, set_aside = labels.halves(questions)
    for name in options.systems:
        system = page if name == "page" else backend(name)
        _report(f"{name}, tuning half", system, tuning, misses=options.misses, judged=False)
        if options.held_out:
            _report(f"{name}, half set aside", system, set_aside, judged=name == "page")


def _report(
    title: str, system: System, questions: list[Labelled], *, misses: bool = False, judged: bool
) -> None:
    """Print both measures over all questions and for each kind."""
    from .measures import estimate, recall, reciprocal_rank, verdict

    rows: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for question in questions:
        found = system(question.text)
        row = (recall(found, question.expected), reciprocal_rank(found, question.expected))
        rows[question.kind].append(row)
        if misses and row[0] < 1:
            print(
                f"  missed: {question.text} ({question.kind}) {sorted(question.expected)}: {found}"
            )
    everything = [row for group in rows.values() for row in group]
    print(f"{title}, {len(everything)} questions", flush=True)
    if not everything:
        return
    for kind, group in (("all", everything), *sorted(rows.items())):
        recalls, ranks = (estimate(values) for values in zip(*group, strict=True))
        print(f"  {kind:16} {len(group):4}  recall@10 {recalls}  MRR {ranks}", flush=True)
        if judged and kind == "all":
            print(f"  goals: {verdict(recalls, ranks)}")


if __name__ == "__main__":
    main()
