"""What still refers to a row, asked before it is deleted: a refusal instead of a crash."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.utils.text import capfirst


def what_protects(instance: models.Model) -> list[tuple[str, int]]:
    """Return the kinds of rows that keep ``instance`` from being deleted, and how many each."""
    collector = NestedObjects(using=router.db_for_write(type(instance)))
    collector.collect([instance])
    counts: Counter[Any] = Counter(
        type(row)._meta.verbose_name_plural for row in collector.protected
    )
    return [(capfirst(str(name)), count) for name, count in counts.items()]


def in_words(protectors: list[tuple[str, int]]) -> str:
    """Return for instance "Nominations (3), Panels (1)"."""
    return "、".join(f"{name} ({count})" for name, count in protectors)
