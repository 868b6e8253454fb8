"""The page tree that the archive lives in: root → home → index of honourees."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
)

from archive import seeds
from archive.models import Category, HomePage, HonoreeIndexPage


def after_migrate(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """After every migrate, and after a test's flush: make what is missing.

    Not a data migration, since pages are made by Wagtail's own code, which needs all
    columns; so it waits until no migration is left to run.
    """
    if using != DEFAULT_DB_ALIAS or not schema_is_complete():
        return
    ensure_categories()
    ensure_site_tree()


def schema_is_complete() -> bool:
    """Return whether no migration is left to run."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def ensure_categories() -> None:
    """Make the five categories where there are none; one that was deleted stays away."""
    if Category.objects.exists():
        return
    for position, (code, name, name_en, description, description_en) in enumerate(
        seeds.CATEGORIES, start=1
    ):
        Category.objects.create(
            code=code,
            name=name,
            name_en=name_en,
            description=description,
            description_en=description_en,
            sort_order=position,
        )


@transaction.atomic
def ensure_site_tree() -> HonoreeIndexPage:
    """Make home page, index and site where they are missing; return the index.

    Safe to repeat: what exists is left as the office has made it.
    """
    if not Locale.objects.exists():
        language = get_supported_content_language_variant(settings.LANGUAGE_CODE)
        Locale.objects.create(language_code=language)
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    home = HomePage.objects.first()
    if home is None:
        _clear_what_wagtail_brings(root)
        root = Page.objects.get(pk=root.pk)
        home = root.add_child(
            instance=HomePage(
                title=seeds.HOME_TITLE,
                slug="home",
                intro=seeds.HOME_INTRO,
                intro_en=seeds.HOME_INTRO_EN,
            )
        )
    index = HonoreeIndexPage.objects.first()
    if index is None:
        index = home.add_child(
            instance=HonoreeIndexPage(
                title=seeds.INDEX_TITLE,
                title_en=seeds.INDEX_TITLE_EN,
                slug=seeds.INDEX_SLUG,
            )
        )
    if not Site.objects.exists():
        Site.objects.create(
            hostname="localhost",
            site_name=home.title,
            root_page=home,
            is_default_site=True,
        )
    return index


def _clear_what_wagtail_brings(root: Page) -> None:
    """Remove the welcome page, the moderation of pages and its groups, none of them ours."""
    root.get_children().filter(slug="home", depth=2).exact_type(Page).delete()
    WorkflowPage.objects.filter(page=root).delete()
    Workflow.objects.filter(name="Moderators approval", workflow_states__isnull=True).delete()
    GroupApprovalTask.objects.filter(name="Moderators approval").delete()
    Group.objects.filter(name__in=["Moderators", "Editors"], user__isnull=True).delete()
