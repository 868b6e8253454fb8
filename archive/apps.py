"""The archive: the published record, readable without the rest of the project."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import (
    post_delete,
    post_migrate,
    post_save,
    pre_delete,
    pre_save,
)
from django.utils.translation import gettext_lazy as _


class ArchiveConfig(AppConfig):
    """Connects the walls of :mod:`archive.embargo`, the care for pictures and the share cards."""

    name = "archive"
    label = "archive"
    verbose_name = _("Archive")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what Django and Wagtail tell us of."""
        from wagtail.actions import action_registry
        from wagtail.images import get_image_model
        from wagtail.models import Page, PageViewRestriction
        from wagtail.permissions import register_permission_policy

        from archive import embargo, pictures, share_cards
        from archive.actions import PublishHonoreeAction
        from archive.models import Category, HomePage, HonoreePage, Honour
        from archive.permissions import KeptForGood
        from archive.site_tree import after_migrate

        action_registry.register(HonoreePage, PublishHonoreeAction)
        for model in (Honour, Category):
            register_permission_policy(model, KeptForGood(model))
        pre_save.connect(
            embargo.check_plain_page_save,
            sender=Page,
            dispatch_uid="archive.embargo.save",
        )
        pre_delete.connect(
            embargo.check_deletion,
            sender=HonoreePage,
            dispatch_uid="archive.embargo.delete",
        )
        image = get_image_model()
        pre_save.connect(pictures.strip_upload, sender=image, dispatch_uid="archive.pictures.strip")
        post_save.connect(
            pictures.make_standard_renditions,
            sender=image,
            dispatch_uid="archive.pictures.sizes",
        )
        for model in (HomePage, HonoreePage):
            post_delete.connect(
                share_cards.after_page_deletion,
                sender=model,
                dispatch_uid=f"archive.share_cards.{model.__name__}",
            )
        for signal, sender, receiver in (
            (post_save, image, share_cards.after_picture_change),
            (pre_delete, image, share_cards.after_picture_change),
            (post_save, PageViewRestriction, share_cards.after_restriction_change),
            (post_delete, PageViewRestriction, share_cards.after_restriction_change),
        ):
            uid = f"archive.share_cards.{receiver.__name__}"
            signal.connect(receiver, sender=sender, dispatch_uid=uid)
        post_migrate.connect(after_migrate, sender=self, dispatch_uid="archive.site_tree")
