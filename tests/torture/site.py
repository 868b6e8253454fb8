"""A site to torture: a database with the site's settings, pages, an index, all in one folder."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# More than the backend builds anew on the spot, so that a damaged index stays damaged.
PAGES = 330
TEMPLATE = "template"


def set_up(folder: Path) -> None:
    """Let this process be one of the site in `folder`. Once, before anything of Django's."""
    os.environ["GOODPEOPLE_DATA_DIR"] = str(folder)
    os.environ["GOODPEOPLE_MEDIA_DIR"] = str(folder / "media")
    os.environ["GOODPEOPLE_DEBUG"] = "0"
    os.environ["DJANGO_SETTINGS_MODULE"] = "goodpeople.settings.dev"
    import django

    django.setup()
    from django.test.utils import setup_test_environment

    from archive import share_cards

    # Answers bring the lists that the page was made of.
    setup_test_environment(debug=False)

    # A card is a picture drawn after each commit, most of a save's time, and no part of a search.
    share_cards.redraw_after_commit = lambda model, page_id: None


def prepare(folder: Path) -> None:
    """Make the template site: `PAGES` published pages, all in the index. A kept one is brought up
    to the code as it is now."""
    target = folder / TEMPLATE
    if not (target / "ready").exists():
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
    subprocess.run([sys.executable, "-m", "tests.torture.site", str(target)], check=True)
    (target / "ready").touch()


def copy(folder: Path, name: str) -> Path:
    """A copy of the template for one part."""
    target = folder / name
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder / TEMPLATE, target)
    return target


def fill(folder: Path) -> None:
    """Make the database, the pages and the index."""
    set_up(folder)
    from django.core.management import call_command
    from django.db import transaction

    from archive.models import Place

    call_command("migrate", verbosity=0)
    if not Place.objects.exists():
        city = Place.objects.create(name="平湖市", kind="city")
        town = Place.objects.create(name="林埭镇", kind="town", parent=city)
        Place.objects.create(name="双庙村", kind="village", parent=town)
        with transaction.atomic():
            for number in range(PAGES):
                add_page(number)
    call_command("rebuild_search", verbosity=0)


def title_of(number: int, version: int = 0) -> str:
    """A name that no other page has, nor any other version of the page."""
    return f"示例{number}号{version}版"


def add_page(number: int, version: int = 0) -> Any:
    """A published page with an honour, in one transaction."""
    from django.db import transaction

    from archive.models import Category, HonoreeIndexPage, HonoreePage, Honour, Place

    with transaction.atomic():
        place = Place.objects.get(name="双庙村")
        page = HonoreePage(
            title=title_of(number, version),
            citation="三十年如一日，说到做到。",
            standfirst=f"第{number}位。",
            place=place,
            live=True,
        )
        HonoreeIndexPage.objects.get().add_child(instance=page)
        category = Category.objects.order_by("pk")[number % 5]
        Honour.objects.create(
            page=page, level="county", year=2000 + number % 25, category=category, place=place
        )
    return page


def rename(number: int, version: int) -> None:
    """Save a page under another version's title."""
    from archive.models import HonoreePage

    page = HonoreePage.objects.get(title__startswith=f"示例{number}号")
    page.title = page.draft_title = title_of(number, version)
    page.save()


@contextmanager
def drains_held_back() -> Iterator[None]:
    """Let commits drain nothing, as if the process died right after each."""
    from search.draining import AfterCommit

    drains = AfterCommit.__call__
    AfterCommit.__call__ = lambda self: None  # type: ignore[method-assign]
    try:
        yield
    finally:
        AfterCommit.__call__ = drains  # type: ignore[method-assign]


def forget_connections() -> None:
    """Close the database, before a fork and after one: SQLite does not survive it."""
    from django.db import connections

    connections.close_all()


def page_family() -> Any:
    """The family of pages."""
    from wagtail.models import Page

    from search.backends.families import family_of

    return family_of(Page)


def backend() -> Any:
    """The site's search backend."""
    from modelsearch.backends import get_search_backend

    return get_search_backend()


def index_afresh() -> Any:
    """The pages' index as a new process meets it."""
    from search.engine.index import Index

    known = backend().engine_index(page_family())
    return Index(known.folder, known.schema, known.analysis)


def titles_in_index() -> dict[str, str]:
    """Key to title, of every page in the index."""
    from search.engine import queries as q

    snapshot = index_afresh().snapshot()
    return snapshot.values("title", snapshot.match(q.All()).keys())


def titles_in_database() -> dict[str, str]:
    """Key to title, of every page that belongs in the index; past the ORM and its connection."""
    with _database() as connection:
        return {str(key): title for key, title in connection.execute(_EVERY_PAGE)}


def waiting(kept: bool = False) -> set[str]:
    """Keys of the pages in the outbox."""
    with _database() as connection:
        rows = connection.execute(_WAITING, (kept,))
        return {key for (key,) in rows}


_EVERY_PAGE = "SELECT id, title FROM wagtailcore_page WHERE depth > 0"
_WAITING = (
    "SELECT DISTINCT object_key FROM search_pendingchange "
    "WHERE family = 'wagtailcore.page' AND kept = ?"
)


@contextmanager
def _database() -> Iterator[sqlite3.Connection]:
    from django.conf import settings

    connection = sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=60)
    try:
        yield connection
    finally:
        connection.close()


def differences() -> set[str]:
    """Keys of pages that the index has otherwise than the database."""
    stored, indexed = titles_in_database(), titles_in_index()
    return {key for key in stored.keys() | indexed.keys() if stored.get(key) != indexed.get(key)}


def ask(words: str, **filters: str) -> tuple[int, list[str]]:
    """Status and the titles that the readers' page lists, through the whole of Django."""
    from django.test import Client

    response = Client(raise_request_exception=False).get("/search/", {"q": words, **filters})
    if response.status_code != 200:
        return response.status_code, []
    return 200, [result.page.title for result in response.context["results"]]


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
