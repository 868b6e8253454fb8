"""Form controls that only the nominator's desk has."""

from __future__ import annotations

from typing import Any

from django import forms

from goodpeople.nominations.validators import count_characters


class CountedTextarea(forms.Textarea):
    """A text with a counter under it that counts as ``validators.count_characters`` does.

    More than ``limit`` may be typed and is kept: the counter says how much is too much. It is
    right without a script; a script keeps it right while typing.
    """

    template_name = "nominations/desk/widgets/counted_textarea.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, rows: int = 3):
        super().__init__({"rows": rows, **(attrs or {})})
        # Set per round by the form: (least, most) in characters without white space.
        self.least = 0
        self.most = 0

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add how many characters there are and how many are wanted."""
        context = super().get_context(name, value, attrs)
        used = count_characters(str(value or ""))
        context["count"] = {
            "used": used,
            "least": self.least,
            "most": self.most,
            "over": used > self.most,
        }
        return context
