"""The plain text that a published profile is found by."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from wagtail.rich_text import get_text_for_indexing

from archive.pinyin import pinyin_forms

if TYPE_CHECKING:
    from archive.models import HonoreePage

_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return ``text`` with letters and digits in their plain form (NFKC), signs kept.

    Full-width figures become 3000 and ㎏ stays, since a reader sees this text again.
    """
    return "".join(unicodedata.normalize("NFKC", char) if char.isalnum() else char for char in text)


def story_text(page: HonoreePage) -> str:
    """Return the story's plain text, one block's part after another."""
    return " ".join(page.body.stream_block.get_searchable_content(page.body))


def compose(page: HonoreePage) -> str:
    """Return what ``page`` is found by: two lines, what it tells and its keywords.

    The first line is running text, of which excerpts are made; the second holds name,
    pinyin, places, categories and years of the valid honours. Neither has a line break
    inside. Reads the page's honours.
    """
    is_person = page.kind == page.Kind.PERSON
    telling = [page.citation, page.standfirst, story_text(page)]
    keywords = [page.title, page.title_en, page.name_pinyin]
    keywords += [page.citation_en, page.standfirst_en]
    keywords += pinyin_forms(page.title, is_person=is_person)
    if page.place is not None:
        keywords += [page.place.chain_text, page.place.chain_text_en]
    if page.pk:
        for honour in page.honours.valid().select_related("category", "place"):
            keywords += [
                f"{honour.year}年",
                honour.category.name,
                honour.category.name_en,
                honour.place.chain_text,
                honour.place.chain_text_en,
            ]
    if page.corrections:
        telling.append(get_text_for_indexing(page.corrections))
    return "\n".join(_line(parts) for parts in (telling, keywords))


def _line(parts: list[str]) -> str:
    kept = dict.fromkeys(part.strip() for part in parts if part and part.strip())
    return _SPACE.sub(" ", fold(" ".join(kept)).replace("\x00", "")).strip()
