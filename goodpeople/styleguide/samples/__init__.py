"""What the style page's components are filled with: made up, unsaved, in the reader's language."""

from __future__ import annotations

from typing import Any

from goodpeople.styleguide.samples import archive, desk, forms, notices, office, panel, search
from goodpeople.styleguide.samples.archive import NOWHERE

__all__ = ["NOWHERE", "sample_context"]


def sample_context() -> dict[str, Any]:
    """Return everything the sections' templates ask for; no query to the database."""
    return {
        **archive.context(),
        **desk.context(),
        **forms.context(),
        **notices.context(),
        **office.context(),
        **panel.context(),
        **search.context(),
        # What `piece` renders its pages with.
        "pages": {
            **archive.pages(),
            **desk.pages(),
            **notices.pages(),
            **office.pages(),
            **panel.pages(),
        },
    }
