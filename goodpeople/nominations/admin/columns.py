"""Columns of the office's lists."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.tables import Column


class DayColumn(Column):
    """A date as it is written. Wagtail's column tells how long ago, also of days to come."""

    def get_value(self, instance: Any) -> str:
        """Return the date as 2026-05-01."""
        day = super().get_value(instance)
        return day.isoformat() if day else ""


class TagColumn(Column):
    """A state in words as a tag; the accessor returns something with ``label`` and ``tone``."""

    cell_template_name = "nominations/admin/tag_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Hand the tag over."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "tag": self.get_value(instance)}
