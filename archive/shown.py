"""Text for a reader whose language it may not be in: it carries its own ``lang``."""

from __future__ import annotations

from typing import Self

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

CHINESE = "zh-Hans"


def reader_is_english() -> bool:
    """Return whether the page is being made for a reader of English."""
    return (get_language() or "").startswith("en")


class Shown(str):
    """A text that templates escape and, where its language is not the page's, mark.

    ``lang`` is blank when the text is in the page's own language.
    """

    lang: str

    def __new__(cls, text: str, lang: str = "") -> Self:
        shown = super().__new__(cls, text)
        shown.lang = lang
        return shown

    @property
    def plain(self) -> str:
        """The text without mark-up, for attributes and titles."""
        return str.__str__(self)

    def __html__(self) -> SafeString:
        if self.lang and self:
            return format_html('<span lang="{}">{}</span>', self.lang, self.plain)
        return escape(self.plain)


def shown(chinese: str, english: str = "") -> Shown:
    """Return the English where the reader wants it and there is some, else the Chinese."""
    if not reader_is_english():
        return Shown(chinese)
    return Shown(english) if english else Shown(chinese, CHINESE)
