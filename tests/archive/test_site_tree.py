"""The tree that the archive starts with, and makes again after a flush."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page, Site, Workflow

from archive.models import Category, HomePage, HonoreeIndexPage
from archive.roles import grant_page_permissions
from archive.site_tree import ensure_categories, ensure_site_tree
from tests.factories.archive import HonoreePageFactory


@pytest.mark.django_db
def test_root_home_and_index_and_nothing_of_wagtails():
    assert [page.specific_class for page in Page.objects.order_by("path")] == [
        Page,
        HomePage,
        HonoreeIndexPage,
    ]
    assert Site.objects.get().root_page.specific == HomePage.objects.get()
    assert not Workflow.objects.filter(name="Moderators approval").exists()
    assert not HonoreePageFactory().has_workflow


@pytest.mark.django_db
def test_it_is_safe_to_repeat():
    before = list(Page.objects.values())

    ensure_site_tree()
    ensure_categories()

    assert list(Page.objects.values()) == before
    assert Category.objects.count() == 5


@pytest.mark.django_db
def test_a_category_that_the_office_removed_stays_away():
    Category.objects.get(code="filial").delete()

    ensure_categories()

    assert not Category.objects.filter(code="filial").exists()


@pytest.mark.django_db(transaction=True)
def test_after_a_flush_a_profile_can_be_made():
    call_command("flush", interactive=False, verbosity=0)

    assert HonoreePageFactory().url == "/honourees/shili/" or HonoreePageFactory().live
    assert Category.objects.count() == 5


@pytest.mark.django_db
def test_editors_and_office_write_and_publish_pages_and_pictures():
    editors, office = Group.objects.create(name="甲"), Group.objects.create(name="乙")

    for _ in range(2):
        grant_page_permissions(editors, office)

    for group in (editors, office):
        pages = GroupPagePermission.objects.filter(group=group)
        assert {row.permission.codename for row in pages} == {
            "add_page",
            "change_page",
            "publish_page",
        }
        pictures = GroupCollectionPermission.objects.filter(group=group)
        assert {row.permission.codename for row in pictures} == {
            "add_image",
            "choose_image",
        }
