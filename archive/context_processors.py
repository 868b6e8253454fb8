"""What stands around every page: addresses, the other language, large print, registrations."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.models import Category, LevelTitles
from archive.seeds import INDEX_SLUG
from archive.shown import CHINESE, reader_is_english

LARGE_PRINT_COOKIE = "large_print"


def _police_record(number: str) -> str:
    """Return the page of one 公安 record, which its figures find; the register without any."""
    figures = "".join(char for char in number if char.isascii() and char.isdigit())
    register = "https://beian.mps.gov.cn/"
    return f"{register}#/query/webSearch?code={figures}" if figures else register


# Where each record that a public site must show is to lead to.
REGISTERS = {"icp": lambda number: "https://beian.miit.gov.cn/", "police": _police_record}


class Chrome:
    """Answers a template's questions about the page's surroundings as it asks them."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.is_english = reader_is_english()
        # A draft shown to its editor has no public address yet to come back to.
        self._is_preview = getattr(request, "is_preview", False)

    @property
    def language(self) -> str:
        """The page's language as Django names it."""
        return get_language() or settings.LANGUAGE_CODE

    @property
    def html_lang(self) -> str:
        """The page's language for ``<html lang>``."""
        return "en" if self.is_english else CHINESE

    @property
    def other_html_lang(self) -> str:
        """The other language for ``lang`` and ``hreflang``."""
        return CHINESE if self.is_english else "en"

    @property
    def other_language_label(self) -> str:
        """The other language in its own words."""
        return "中文" if self.is_english else "English"

    @cached_property
    def other_language_url(self) -> str:
        """This address in the other language; its front page where there is no such address.

        Blank for a draft that is being previewed.
        """
        if self._is_preview:
            return ""
        other = "zh-hans" if self.is_english else "en"
        here = self._request.get_full_path()
        there = translate_url(here, other)
        return there if there != here else translate_url(self.home_url, other)

    @property
    def large_print(self) -> bool:
        """Whether the reader has asked for large print."""
        return self._request.COOKIES.get(LARGE_PRINT_COOKIE) == "1"

    @property
    def large_print_url(self) -> str:
        """The address that switches large print and comes back here; blank for a preview."""
        if self._is_preview:
            return ""
        query = {"on": "0" if self.large_print else "1", "next": self._request.get_full_path()}
        return f"{reverse('archive:large_print')}?{urlencode(query)}"

    @property
    def large_print_label(self) -> str:
        """What the switch does next."""
        return _("Normal print") if self.large_print else _("Large print")

    @property
    def registrations(self) -> list[dict[str, str]]:
        """The records that a public site must show, those that the office has."""
        records = settings.SITE_REGISTRATIONS
        return [
            {"label": records[name], "url": address(records[name])}
            for name, address in REGISTERS.items()
            if records.get(name)
        ]

    @property
    def site_name(self) -> str:
        """The site's name as its settings give it."""
        return settings.WAGTAIL_SITE_NAME

    @property
    def home_url(self) -> str:
        """The front page."""
        return reverse("wagtail_serve", args=[""])

    @property
    def honourees_url(self) -> str:
        """The list of all honourees."""
        return reverse("wagtail_serve", args=[f"{INDEX_SLUG}/"])

    @property
    def years_url(self) -> str:
        """The list of years."""
        return reverse("archive:years")

    @property
    def names_url(self) -> str:
        """The register of names."""
        return reverse("archive:names")

    @property
    def places_url(self) -> str:
        """The list of places."""
        return reverse("archive:places")

    @property
    def search_url(self) -> str:
        """The search page."""
        return reverse("search:page")

    @cached_property
    def level_titles(self) -> LevelTitles:
        """What honours of each level are called, by one query where a page asks for it."""
        return LevelTitles.current()

    @cached_property
    def categories(self) -> list[dict[str, str]]:
        """The categories with their addresses, by one query where a page asks for them."""
        return [
            {
                "code": category.code,
                "label": category.label,
                "url": reverse("archive:category", args=[category.code]),
            }
            for category in Category.objects.all()
        ]


def site_chrome(request: HttpRequest) -> dict[str, Any]:
    """Give every template ``chrome``; nothing is looked up before it is asked for."""
    return {"chrome": Chrome(request)}
