"""`python -m tests.search.quality --folder DIR`: recall@10 and MRR of the labelled questions.

DIR keeps the site that is searched, so that a second run begins at once. Only the half to tune on
is shown, with what was missed, unless `--held-out` asks for the figures of the other half.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="kept between runs")
    parser.add_argument("--distractors", type=int, default=10_000)
    parser.add_argument("--queries", type=Path, help="folder of labelled questions")
    parser.add_argument("--systems", nargs="*", default=["page", "default", "sqlite"])
    parser.add_argument("--held-out", action="store_true", help="the set-aside half as well")
    parser.add_argument("--misses", action="store_true", help="what of the tuning half is missed")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ["GOODPEOPLE_DATA_DIR"] = str(options.folder.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.search.quality.settings"
    import django

    django.setup()
    from . import archive, labels
    from .systems import backend, page

    questions = labels.load(options.queries or labels.FOLDER)
    archive.prepare(options.distractors)
    unknown = {slug for each in questions for slug in each.expected} - archive.samples()
    if unknown:
        sys.exit(f"no such profiles: {', '.join(sorted(unknown))}")
    tuning, set_aside = labels.halves(questions)
    for name in options.systems:
        system = page if name == "page" else backend(name)
        _report(f"{name}, tuning half", system, tuning, misses=options.misses)
        if options.held_out:
            _report(f"{name}, half set aside", system, set_aside, misses=False)


def _report(title: str, system, questions: list, *, misses: bool) -> None:
    """Print both measures over all questions and for each kind."""
    from .measures import estimate, recall, reciprocal_rank

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
    print(f"{title}, {len(everything)} questions")
    if not everything:
        return
    for kind, group in (("all", everything), *sorted(rows.items())):
        recalls, ranks = (estimate(values) for values in zip(*group, strict=True))
        print(f"  {kind:12} {len(group):4}  recall@10 {recalls}  MRR {ranks}")


if __name__ == "__main__":
    main()
