"""What names an object in an index: the model at the root of its family, and its primary key."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils.encoding import force_str


def key_of(pk: Any) -> str:
    """Return the engine's key of the object with this primary key."""
    return force_str(pk)


def root_of(model: type[Model]) -> type[Any]:
    """Return the topmost concrete model whose table ``model`` shares."""
    concrete: type[Any] = model._meta.concrete_model or model
    while concrete._meta.parents:
        concrete = next(iter(concrete._meta.parents))
    return concrete
