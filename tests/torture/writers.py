"""Two processes write pages while a third searches all the time."""

from __future__ import annotations

import random
import time
from typing import Any

from . import site
from .children import Child, result_of
from .report import Report, spread

FIRST = (10_000, 20_000)  # the numbers of each writer's pages


def write(first: int, count: int) -> None:
    """New pages, each in a transaction of its own; every fifth is renamed at once."""
    for number in range(first, first + count):
        site.add_page(number)
        if number % 5 == 0:
            site.rename(number, 1)


def title_at_the_end(number: int) -> str:
    """What a writer's page is called in the end."""
    return site.title_of(number, int(number % 5 == 0))


def search_on(writers: list[int]) -> dict[str, Any]:
    """Search until the writers are gone. What is committed never gets less again."""
    chance = random.Random(1)
    seconds, backwards, most, wrong = [], 0, 0, []
    while any(_is_alive(pid) for pid in writers):
        started = time.monotonic()
        status, total = _total("示例")
        seconds.append(time.monotonic() - started)
        if status != 200:
            wrong.append(status)
        backwards += total < most
        most = max(most, total)
        status, titles = site.ask(f'"{site.title_of(chance.randrange(site.PAGES))}"')
        if status != 200 or len(titles) != 1:
            wrong.append((status, titles))
    return {"seconds": seconds, "backwards": backwards, "most": most, "wrong": wrong}


def _total(words: str) -> tuple[int, int]:
    from django.test import Client

    response = Client().get("/search/", {"q": words})
    return response.status_code, response.context["total"] if response.status_code == 200 else 0


def _is_alive(pid: int) -> bool:
    """Whether the process runs; one that ended and was not waited for yet does not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def write_and_search(report: Report, count: int) -> None:
    """`count` pages by each of two writers."""
    site.ask("示例")
    site.forget_connections()
    started = time.monotonic()
    writers = [Child(lambda first=first: write(first, count)) for first in FIRST]
    code, seen = result_of(lambda: search_on([writer.pid for writer in writers]), 900)
    codes = [writer.wait() for writer in writers]
    elapsed = time.monotonic() - started
    report.expect(codes == [0, 0], f"the writers ended with {codes}")
    if report.expect(code == 0, f"the reader ended with {code}"):
        report.expect(not seen["wrong"], f"a reader was answered {seen['wrong'][:3]}")
        report.expect(not seen["backwards"], f"the total went back {seen['backwards']} times")
        report.counts["searches meanwhile"] += 2 * len(seen["seconds"])
        report.say(f"a search took {spread(seen['seconds'])}; the last saw {seen['most']} pages")
    saves = 2 * (count + count // 5)
    report.say(f"{saves} saves in {elapsed:.0f} s, {len(site.waiting())} rows wait")
    report.expect(Child(lambda: site.ask("示例")).wait() == 0, "the last search failed")
    report.expect(not site.waiting(), "rows wait after the last search")
    off = site.differences()
    report.expect(not off, f"index and database differ in {len(off)} pages")
    numbers = [first + number for first in FIRST for number in range(count)]
    code, missed = result_of(lambda: _not_found(numbers))
    report.expect(code == 0 and not missed, f"not found: {missed[:5] if missed else missed}")
    report.counts["pages written and found"] += len(numbers) - len(missed or ())
    site.index_afresh().verify()
    status = site.index_afresh().status()
    report.say(
        f"{len(site.titles_in_database())} pages in the database, {status.documents} in the index, "
        f"in {status.segments} segments"
    )


def _not_found(numbers: list[int]) -> list[str]:
    """Titles that the site's search does not find as the only answer."""
    from modelsearch.query import Phrase

    from archive.models import HonoreePage

    pages = HonoreePage.objects.live().public()
    titles = [title_at_the_end(number) for number in numbers]
    return [
        title for title in titles if [page.title for page in pages.search(Phrase(title))] != [title]
    ]
