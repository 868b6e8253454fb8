"""What the archive lets the groups of the office do; which groups these are it is told.

The permissions are named here as "app_label.codename"; whoever owns the groups grants
them and calls :func:`grant_page_permissions` after every migrate.
"""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from archive.site_tree import ensure_site_tree, schema_is_complete

_ROWS = ("honour", "place", "category")
# An honour is revoked with its reason, never deleted; a category's code stands in addresses.
OFFICE_PERMISSIONS = frozenset(
    {f"archive.{verb}_{row}" for row in _ROWS for verb in ("view", "add", "change")}
    | {"archive.delete_place", "archive.change_leveltitles"}
)
EDITOR_PERMISSIONS = frozenset(f"archive.view_{row}" for row in _ROWS)
AUDITOR_PERMISSIONS = frozenset(f"archive.view_{row}" for row in _ROWS)

PAGE_VERBS = ("add_page", "change_page", "publish_page")
# Not "change_image": who adds a picture keeps it, and nobody replaces another's portrait.
IMAGE_VERBS = ("add_image", "choose_image")


def grant_page_permissions(editor_group: Group, office_group: Group) -> None:
    """Let both groups write and publish the archive's pages and keep its pictures.

    Safe to repeat; makes the site tree where a test's flush has taken it, and does
    nothing while migrations are still to run.
    """
    if not schema_is_complete():
        return
    home = ensure_site_tree().get_parent()
    root_collection = Collection.get_first_root_node()
    pages = _permissions("wagtailcore", PAGE_VERBS)
    images = _permissions("wagtailimages", IMAGE_VERBS)
    for group in (editor_group, office_group):
        for permission in pages:
            GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
        for permission in images:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root_collection, permission=permission
            )


def _permissions(app_label: str, codenames: tuple[str, ...]) -> list[Permission]:
    return list(
        Permission.objects.filter(
            content_type__app_label=app_label, codename__in=codenames
        ).order_by("codename")
    )
