"""The archive that is searched: the samples, among made-up profiles. Made once, then kept.

It is made anew where the samples have changed since, and indexed anew where the engine has.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, models, transaction
from modelsearch.backends import get_search_backend
from wagtail.models import Page

from archive.models import Category, HonoreeIndexPage, HonoreePage, Honour, Place
from archive.pinyin import name_key, pinyin_with_tones
from archive.search_text import compose
from goodpeople.demo.samples import DATA
from search.backends.families import family_of
from search.engine.errors import EngineError
from search.keys import root_of
from tests.bench.people import TOWNS, Profile, profiles

BATCH = 500
# Distractors are honoured elsewhere and before the samples: else a question after a place or a
# year would have hundreds of answers as right as the labelled ones.
LAST_YEAR = 2015
PREFIX = "made-up-"
STAMP = "samples.sha256"


class AnotherSite(RuntimeError):
    """The folder holds a site that was not made here, and is not to be removed."""


def prepare(distractors: int) -> None:
    """Bring the site to where the questions are asked: samples, distractors, full indexes.

    AnotherSite where the folder holds somebody's site.
    """
    folder = Path(settings.DATA_DIR)
    clear_stale(folder, stamp := samples_stamp(DATA))
    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0)
    there = HonoreePage.objects.filter(slug__startswith=PREFIX).count()
    if there < distractors:
        wanted = islice(profiles(distractors), there, distractors)
        while batch := list(islice(wanted, BATCH)):
            _add(batch)
    if there < distractors or not _is_indexed():
        call_command("update_index", verbosity=0)
    (folder / STAMP).write_text(stamp)


def samples_stamp(data: Path) -> str:
    """Return what differs as soon as anything of the samples does."""
    read = hashlib.sha256()
    for path in sorted(data.rglob("*.yaml")):
        read.update(f"{path.relative_to(data)}\n".encode() + path.read_bytes())
    return read.hexdigest()


def clear_stale(folder: Path, stamp: str) -> None:
    """Remove the site of ``folder`` where it was made out of other samples than ``stamp``."""
    base, kept = folder / "goodpeople.sqlite3", folder / STAMP
    if not base.exists():
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(stamp)
        return
    if not kept.exists():
        raise AnotherSite(f"{folder} holds a site that was not made for this: name another folder")
    if kept.read_text() == stamp:
        return
    connection.close()
    for path in folder.glob(f"{base.name}*"):
        path.unlink()
    for name in ("search", "media", "private"):
        shutil.rmtree(folder / name, ignore_errors=True)


def _is_indexed() -> bool:
    """Return whether the engine of today reads the index."""
    try:
        get_search_backend().snapshot(family_of(root_of(HonoreePage)))
    except EngineError:
        return False
    return True


def samples() -> set[str]:
    """Return the slugs of the samples."""
    pages = HonoreePage.objects.live().exclude(slug__startswith=PREFIX)
    return set(pages.values_list("slug", flat=True))


def _places_elsewhere() -> list[Place]:
    """Return the towns of a neighbouring, made-up city."""
    city, _ = Place.objects.get_or_create(
        slug=f"{PREFIX}city", defaults={"name": "邻市", "kind": Place.Kind.CITY}
    )
    return [
        Place.objects.get_or_create(
            slug=f"{PREFIX}town-{number}",
            defaults={"name": name, "kind": Place.Kind.TOWN, "parent": city},
        )[0]
        for number, name in enumerate(TOWNS)
    ]


@transaction.atomic
def _add(batch: list[Profile]) -> None:
    """Add ``batch`` as pages with an honour each, past Wagtail's one by one.

    Rows of both tables are written as a save would; signals are left out, since the indexes
    are built afterwards as a whole.
    """
    index = HonoreeIndexPage.objects.get()
    pages = list(_pages(index, batch))
    bases = [
        Page(
            **{field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields}
        )
        for page in pages
    ]
    for page, base in zip(pages, Page.objects.bulk_create(bases), strict=True):
        page.pk = page.page_ptr_id = base.pk
    own = HonoreePage._meta.local_concrete_fields
    HonoreePage._base_manager._insert(pages, fields=own, raw=True)
    index.numchild += len(pages)
    models.Model.save(index, update_fields=["numchild"])
    categories, places = list(Category.objects.order_by("pk")), _places_elsewhere()
    Honour.objects.bulk_create(
        Honour(
            page=page,
            year=min(profile.year, LAST_YEAR),
            category=categories[profile.number % len(categories)],
            place=places[profile.number % len(places)],
        )
        for page, profile in zip(pages, batch, strict=True)
    )
    for page, profile in zip(pages, batch, strict=True):
        keywords = compose(page).split("\n")[1]
        page.search_text = f"{page.citation} {profile.body}\n{keywords}"
    for page in pages:
        HonoreePage.objects.filter(pk=page.pk).update(search_text=page.search_text)


def _pages(index: HonoreeIndexPage, batch: list[Profile]) -> Iterator[HonoreePage]:
    content_type = ContentType.objects.get_for_model(HonoreePage)
    for place, profile in enumerate(batch, start=index.numchild + 1):
        reading = pinyin_with_tones(profile.name)
        yield HonoreePage(
            title=profile.name,
            draft_title=profile.name,
            slug=f"{PREFIX}{profile.number}",
            path=Page._get_path(index.path, index.depth + 1, place),
            depth=index.depth + 1,
            url_path=f"{index.url_path}{PREFIX}{profile.number}/",
            content_type=content_type,
            locale=index.locale,
            live=True,
            name_pinyin=reading,
            name_key=name_key(reading),
            citation=profile.body[:60],
        )
