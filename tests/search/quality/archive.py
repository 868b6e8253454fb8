"""The archive that is searched: the samples, among made-up profiles. Made once, then kept."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import models, transaction
from wagtail.models import Page

from archive.models import Category, HonoreeIndexPage, HonoreePage, Honour, Place
from archive.pinyin import name_key, pinyin_with_tones
from archive.search_text import compose
from tests.bench.people import TOWNS, Profile, profiles

BATCH = 500
# Distractors are honoured elsewhere and before the samples: else a question after a place or a
# year would have hundreds of answers as right as the labelled ones.
LAST_YEAR = 2015
PREFIX = "made-up-"


def prepare(distractors: int) -> None:
    """Bring the site to where the questions are asked: samples, distractors, full indexes."""
    call_command("migrate", verbosity=0)
    call_command("load_demo")
    there = HonoreePage.objects.filter(slug__startswith=PREFIX).count()
    if there < distractors:
        wanted = islice(profiles(distractors), there, distractors)
        while batch := list(islice(wanted, BATCH)):
            _add(batch)
        call_command("update_index", verbosity=0)


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
