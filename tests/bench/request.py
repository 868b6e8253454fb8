"""The whole request through the search view, over the same view with a canned answer.

`python -m tests.bench.request FOLDER DISTRACTORS PAIRS` prints lines as JSON, in a process of its
own: it searches the site that `tests.search.quality` keeps in FOLDER, and makes it if need be.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.search.quality import site

from . import goals
from .lines import Line, of_ratio
from .measuring import Clock, ratio_of

ADDRESS = "/search/"
REQUESTS = 10  # different ones of each class


def addresses(questions: Mapping[str, Sequence[Any]], category: str) -> dict[str, list[str]]:
    """The classes of the bench as a reader would ask them."""
    asked: dict[str, list[str]] = {}
    for kind, group in questions.items():
        for each in group[:REQUESTS]:
            values = {"q": f"“{each.text}”" if each.phrase else each.text}
            if each.category:
                values["category"] = category
            asked.setdefault(kind, []).append(f"{ADDRESS}?{urlencode(values)}")
    return asked


class Canned:
    """Stands in for the view's `ask`: the first time it asks, after that it knows the answer."""

    def __init__(self, ask: Callable[..., Any]) -> None:
        self._ask = ask
        self._kept: Any = None
        self.calls = 0

    def __call__(self, *arguments: Any) -> Any:
        """What was answered the first time, read out of the engine once and for all."""
        self.calls += 1
        if self._kept is None:
            answer, cut = self._ask(*arguments)
            self._kept = replace(answer, ids=list(answer.ids)), cut
        return self._kept


def forget() -> None:
    """Let our engine remember no answers."""
    from modelsearch.backends import get_search_backend

    from archive.models import HonoreePage
    from search.backends.families import family_of
    from search.keys import root_of

    get_search_backend().snapshot(family_of(root_of(HonoreePage))).memory.forget()


def whole(asked: Mapping[str, Sequence[str]], pairs: int, profiles: int) -> Iterator[Line]:
    """A line for each class, asked for the first time and asked before; Django is set up."""
    for kind, urls in asked.items():
        for again in (False, True):
            yield _line(kind, urls, pairs, profiles, again=again)


def _line(kind: str, urls: Sequence[str], pairs: int, profiles: int, *, again: bool) -> Line:
    from django.test import Client

    import search.page.views as views

    client, ask = Client(), views.ask
    canned: dict[str, Canned] = {}
    mine, theirs = Clock(), Clock()

    def get(url: str, by: Callable[..., Any]) -> None:
        views.ask = by
        try:
            if client.get(url).status_code != 200:
                raise RuntimeError(f"the page refused {url}")
        finally:
            views.ask = ask

    for url in urls:
        canned[url] = Canned(ask)
        get(url, canned[url])
    queries = [_queries(lambda by=by: get(urls[0], by)) for by in (ask, canned[urls[0]])]
    for number in range(pairs):
        url = urls[number % len(urls)]
        both = [(mine, ask), (theirs, canned[url])]
        if not again:
            forget()
        for clock, by in both if number % 2 else reversed(both):
            clock.run(lambda at=url, way=by: get(at, way))
    if not all(each.calls > 1 for each in canned.values()) and pairs >= len(urls):
        raise RuntimeError("the view did not ask the canned answer")
    what = f"request, {kind}, asked {'before' if again else 'first'} / canned"
    beside = f"queries {queries[0]} / {queries[1]}"
    goal = goals.at_small(profiles, goals.REQUEST)
    return of_ratio(profiles, what, goal, ratio_of(mine, theirs), beside)


def _queries(call: Callable[[], object]) -> int:
    """How many the database was asked."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        call()
    return len(queries)


def requests(folder: str, root: str, distractors: int, pairs: int) -> Iterator[Line]:
    """The lines, from a process of their own."""
    command = [sys.executable, "-m", "tests.bench.request", folder, root]
    done = subprocess.run(
        [*command, str(distractors), str(pairs)], check=True, stdout=subprocess.PIPE, text=True
    )
    for row in json.loads(done.stdout.splitlines()[-1]):
        yield Line(**row)


def main() -> None:
    folder, root, distractors, pairs = sys.argv[1:]
    site.set_up(Path(folder))
    from archive.models import Category
    from tests.search.quality import archive

    from .archives import Archives
    from .questions import KINDS

    try:
        archive.prepare(int(distractors))
    except archive.AnotherSite as error:
        sys.exit(str(error))
    groups = Archives(root).questions(int(distractors))
    category = Category.objects.order_by("pk")[0].code
    asked = addresses({kind: groups[kind] for kind in KINDS}, category)
    print(json.dumps([asdict(line) for line in whole(asked, int(pairs), int(distractors))]))


if __name__ == "__main__":
    main()
