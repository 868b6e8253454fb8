"""What a reader may ask for: bounded, so that no question breaks the page."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

MAX_CHARACTERS = 100
MAX_TERMS = 8


@dataclass(frozen=True)
class Query:
    """A question in words: ``text`` as it is shown, ``terms`` that must all be found.

    ``was_cut`` says that the reader asked for more than is looked for.
    """

    text: str = ""
    terms: tuple[str, ...] = ()
    was_cut: bool = False


def read_query(raw: str) -> Query:
    """Return ``raw`` in plain form: NFKC, no control characters, at most eight short terms.

    Terms are runs of letters and digits; signs, wildcards and quotes only part them, so
    that nothing a reader types is an operator. Never raises.
    """
    head = raw[: MAX_CHARACTERS * 4]
    plain = unicodedata.normalize("NFKC", head)
    text = " ".join("".join(_visible(char) for char in plain).split())
    was_cut = len(text) > MAX_CHARACTERS or len(raw.strip()) > len(head)
    text = text[:MAX_CHARACTERS].strip()
    found = "".join(char if _belongs_to_term(char) else " " for char in text).split()
    terms = tuple(dict.fromkeys(found))
    return Query(text, terms[:MAX_TERMS], was_cut or len(terms) > MAX_TERMS)


def _visible(char: str) -> str:
    """Return ``char``, or a space for a blank or control, or nothing for a hidden mark."""
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return " " if category[0] in "CZ" else char


def _belongs_to_term(char: str) -> bool:
    """Return whether ``char`` is a letter, a digit or a mark on one."""
    return unicodedata.category(char)[0] in "LNM"


class SearchForm(forms.Form):
    """The field alone; filters are links and travel in the address."""

    q = forms.CharField(
        label=_("Search the archive"),
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "maxlength": MAX_CHARACTERS, "autocomplete": "off"}
        ),
    )
