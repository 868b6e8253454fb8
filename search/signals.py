"""What is told to the outbox: every save, deletion, tag and move of an indexed object.

Publishing and unpublishing are saves. Moving a page changes the tree paths of pages that are
never saved, by SQL alone, so the move marks them itself.
"""

from __future__ import annotations

from typing import Any

from asgiref.local import Local
from django.apps import apps
from django.db import router
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from modelsearch.index import class_is_indexed, get_indexed_models

from . import outbox
from .keys import root_of

_M2M_DONE = frozenset({"post_add", "post_remove", "post_clear"})
_UID = f"{__name__}."


def connect() -> None:
    """Follow every indexed model that does not opt out by ``search_auto_update = False``."""
    for model in get_indexed_models():
        if getattr(model, "search_auto_update", True):
            uid = f"{_UID}{model._meta.label_lower}"
            post_save.connect(on_change, sender=model, dispatch_uid=uid)
            post_delete.connect(on_change, sender=model, dispatch_uid=uid)
    m2m_changed.connect(on_relation_change, dispatch_uid=f"{_UID}m2m")
    if apps.is_installed("wagtail"):
        from wagtail.signals import post_page_move, pre_page_move

        pre_page_move.connect(before_move, dispatch_uid=f"{_UID}move")
        post_page_move.connect(after_move, dispatch_uid=f"{_UID}move")


def on_change(sender: type[Model], instance: Model, using: str, **kwargs: Any) -> None:
    """Mark an object that was saved or deleted; pages that a move has shifted with it."""
    outbox.mark(sender, [instance.pk], using)
    if instance.pk in _moving():
        _mark_shifted(instance, using)


def on_relation_change(
    instance: Any, action: str, using: str, pk_set: set[Any] | None, model: Any, **kwargs: Any
) -> None:
    """Mark both ends of a relation whose rows changed: tags, authors, categories."""
    if action not in _M2M_DONE:
        return
    if isinstance(instance, Model) and _is_followed(type(instance)):
        outbox.mark(type(instance), [instance.pk], using)
    if pk_set and isinstance(model, type) and _is_followed(model):
        outbox.mark(model, pk_set, using)


def _is_followed(model: type[Model]) -> bool:
    return bool(class_is_indexed(model)) and getattr(model, "search_auto_update", True)


# Pages between the two signals of a move. The page is saved in the move's own transaction, after
# its new place stands: there the pages that it shifted are marked. One set for each thread.
_moves = Local()


def _moving() -> set[Any]:
    """Return the keys of the pages that this thread is moving."""
    if not hasattr(_moves, "pages"):
        _moves.pages = set()
    return _moves.pages


def before_move(instance: Any, **kwargs: Any) -> None:
    """Note that the page's next save is a move."""
    _moving().add(instance.pk)


def after_move(instance: Any, **kwargs: Any) -> None:
    """Forget it; without a save in between, mark what was shifted now."""
    if instance.pk in _moving():
        _mark_shifted(instance, router.db_for_write(type(instance)))


def _mark_shifted(page: Any, using: str) -> None:
    """Mark the moved page with all below it, and what stands after it under the same parent.

    A page that is put before others shifts them and all below them to the right; one that is put
    last shifts nobody.
    """
    _moving().discard(page.pk)
    tree = root_of(type(page))
    shifted = tree._base_manager.using(using).filter(
        path__startswith=page.path[: -page.steplen], path__gte=page.path
    )
    outbox.mark(tree, shifted.values_list("pk", flat=True), using)
