"""Filters and orders of a QuerySet: what the engine decides agrees with the database."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower
from django.utils import timezone
from modelsearch.backends.base import FilterFieldError, OrderByFieldError
from modelsearch.query import MATCH_ALL
from wagtail.models import Page

from archive.models import HonoreePage, Honour
from search.backends.families import family_of
from search.backends.filters import AskDatabase, engine_order, filter_test
from tests.factories.archive import HonoreePageFactory, HonourFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder", "settled")]
PAGES = family_of(Page)


@pytest.fixture(autouse=True)
def pages():
    """Return three profiles: one live since 2020, one live group, one draft."""
    old = HonoreePageFactory(title="示例甲")
    HonoreePage.objects.filter(pk=old.pk).update(
        first_published_at=dt.datetime(2020, 1, 1, tzinfo=timezone.get_current_timezone())
    )
    HonoreePage.objects.get(pk=old.pk).save()
    group = HonoreePageFactory(title="示例乙", kind="group", is_sample=True)
    HonourFactory(page=group)
    return [old, group, HonoreePageFactory(title="Example C", live=False)]


def first():
    return HonoreePage.objects.get(title="示例甲")


# Each is asked of the engine; the database gives the expected answer.
ENGINE_DECIDES = {
    "equal": lambda: HonoreePage.objects.filter(kind="group"),
    "a boolean": lambda: HonoreePage.objects.filter(live=True),
    "not": lambda: HonoreePage.objects.exclude(kind="group"),
    "not, where some have no value": lambda: HonoreePage.objects.exclude(
        first_published_at__lt=timezone.now()
    ),
    "or": lambda: HonoreePage.objects.filter(Q(kind="group") | Q(live=False)),
    "nested": lambda: HonoreePage.objects.filter(~(Q(kind="group") & ~Q(live=False))),
    "in a list": lambda: HonoreePage.objects.filter(title__in=["示例甲", "Example C", None]),
    "in an empty list": lambda: HonoreePage.objects.filter(title__in=[]),
    "in an iterator": lambda: HonoreePage.objects.filter(title__in=iter(["示例乙"])),
    "a moment": lambda: HonoreePage.objects.filter(
        first_published_at__gt=dt.datetime(2021, 1, 1, tzinfo=dt.UTC)
    ),
    "a range": lambda: HonoreePage.objects.filter(depth__range=(1, 4)),
    "no value": lambda: HonoreePage.objects.filter(first_published_at__isnull=True),
    "a value": lambda: HonoreePage.objects.filter(first_published_at__isnull=False),
    "a year in the site's time zone": lambda: HonoreePage.objects.filter(
        first_published_at__year=2020
    ),
    "since a year": lambda: HonoreePage.objects.filter(first_published_at__year__gt=2020),
    "a beginning": lambda: HonoreePage.objects.filter(title__startswith="示例"),
    "the tree": lambda: HonoreePage.objects.descendant_of(first().get_parent()),
    "its siblings": lambda: Page.objects.sibling_of(first(), inclusive=False),
    "a key": lambda: HonoreePage.objects.filter(pk=first().pk),
    "a parent's key": lambda: HonoreePage.objects.filter(id=first().pk),
    "some keys": lambda: HonoreePage.objects.filter(pk__in=[first().pk, 0]),
    "a relation by its key": lambda: Page.objects.filter(
        content_type=ContentType.objects.get_for_model(HonoreePage)
    ),
    "a UUID": lambda: HonoreePage.objects.filter(translation_key=first().translation_key),
    "live and public": lambda: HonoreePage.objects.live().public(),
    "nothing": HonoreePage.objects.none,
    "the parent model": lambda: Page.objects.filter(title="示例甲"),
}
DATABASE_DECIDES = {
    "a subquery": lambda: HonoreePage.objects.filter(
        pk__in=Honour.objects.values("page_id"),
    ),
    "existence": lambda: HonoreePage.objects.filter(
        Exists(Honour.objects.filter(page_id=OuterRef("pk")))
    ),
    "a transform": lambda: HonoreePage.objects.annotate(low=Lower("title")).filter(low="example c"),
    "without regard to case": lambda: HonoreePage.objects.filter(title__icontains="EXAMPLE"),
    "another column": lambda: HonoreePage.objects.filter(first_published_at=F("last_published_at")),
    "a month": lambda: HonoreePage.objects.filter(first_published_at__month=1),
    "keys in an order": lambda: HonoreePage.objects.filter(pk__gt=first().pk),
    "exclusive or": lambda: HonoreePage.objects.filter(Q(kind="group") ^ Q(live=True)),
}


@pytest.mark.parametrize("case", [*ENGINE_DECIDES, *DATABASE_DECIDES])
def test_a_filtered_search_finds_what_the_database_finds(backend, case):
    queryset = (ENGINE_DECIDES | DATABASE_DECIDES)[case]()
    results = backend.search(MATCH_ALL, queryset)
    expected = set(queryset.values_list("pk", flat=True))
    assert {page.pk for page in results} == expected
    assert results.count() == len(expected)


@pytest.mark.parametrize("case", ENGINE_DECIDES)
def test_plain_filters_are_decided_by_the_engine(case):
    filter_test(ENGINE_DECIDES[case](), PAGES)


@pytest.mark.parametrize("case", DATABASE_DECIDES)
def test_exotic_filters_are_left_to_the_database(case):
    with pytest.raises(AskDatabase):
        filter_test(DATABASE_DECIDES[case](), PAGES)


def test_a_field_that_is_no_filter_field_is_refused_with_the_cure(backend):
    with pytest.raises(FilterFieldError, match=r'add index.FilterField\("slug"\)'):
        backend.search(MATCH_ALL, HonoreePage.objects.filter(slug="a"))
    with pytest.raises(OrderByFieldError, match=r'add index.FilterField\("slug"\)'):
        backend.search(MATCH_ALL, HonoreePage.objects.order_by("slug"), order_by_relevance=False)


ORDERS = [
    ("title",),
    ("-title",),
    ("kind", "-title"),
    ("first_published_at", "title"),
    ("-first_published_at", "title"),
    ("id",),
    ("-id",),
]


def with_nulls_first(name: str):
    """Return the order with nulls where SQLite and the engine put them, on PostgreSQL too."""
    field = F(name.removeprefix("-"))
    return field.desc(nulls_last=True) if name.startswith("-") else field.asc(nulls_first=True)


@pytest.mark.parametrize("order", ORDERS, ids=" ".join)
def test_an_order_by_columns_is_the_database_s(backend, order):
    queryset = HonoreePage.objects.order_by(*order)
    assert engine_order(queryset, PAGES) is not None
    results = backend.search(MATCH_ALL, queryset, order_by_relevance=False)
    expected = HonoreePage.objects.order_by(*map(with_nulls_first, order))
    assert [page.pk for page in results] == [page.pk for page in expected]


@pytest.mark.parametrize(
    "order", [Lower("title").asc(), F("first_published_at").desc(nulls_last=True)], ids=str
)
def test_an_order_by_an_expression_is_sorted_by_the_database(backend, order):
    queryset = HonoreePage.objects.order_by(order)
    results = backend.search(MATCH_ALL, queryset, order_by_relevance=False)
    assert [page.pk for page in results] == [page.pk for page in queryset]
    assert [page.pk for page in results[1:2]] == [queryset[1].pk]


def test_equal_results_come_newest_first_on_every_page(backend):
    for number in range(6):
        HonoreePageFactory(title="示例同分", slug=f"same-{number}")
    results = backend.search("示例同分", HonoreePage)
    one_by_one = [results[at : at + 1][0].pk for at in range(6)]
    assert one_by_one == sorted(one_by_one, reverse=True)
    assert len(set(one_by_one)) == 6


def test_a_page_that_the_database_no_longer_shows_is_left_out(backend):
    """The index may lag: what was unpublished without a signal is never shown."""
    page = first()
    assert list(backend.search("示例甲", HonoreePage.objects.live())) == [page]
    HonoreePage.objects.filter(pk=page.pk).update(live=False)
    assert list(backend.search("示例甲", HonoreePage.objects.live())) == []
