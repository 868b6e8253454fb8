"""What an honouree's page is found, narrowed and sorted by: declared here, for any search engine.

Wishes such as ``pinyin`` and ``multi`` are keywords on the declarations; an engine that does not
know them leaves them aside, so that the archive knows no engine.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import QuerySet
from modelsearch import index
from wagtail.models import Page

from archive.facets import GROUPS, TOGETHER, facet_values, joint_key

_WORDS = "CharField"
_NUMBER = "IntegerField"


def joint_field(groups: Collection[str]) -> str:
    """Return the name of the field with the joint keys of ``groups``: ``honour_year_town``."""
    return "_".join(["honour", *(group for group in GROUPS if group in groups)])


class JointKeys:
    """What each honour of a page is by some groups together; an attribute of ``FoundBy``."""

    def __init__(self, groups: tuple[str, ...]) -> None:
        self.groups = groups

    def __get__(self, page: Any, owner: type | None = None) -> Any:
        """Return the page's joint keys; of the class, the attribute itself."""
        if page is None:
            return self
        found: dict[str, None] = {}
        for honour in page.valid_honours:
            values = facet_values(honour)
            if all(group in values for group in self.groups):
                found[joint_key({group: values[group] for group in self.groups})] = None
        return list(found)


class FoundBy(Page):
    """The parts of a page that a search looks into, beside its own columns. For ``HonoreePage``.

    Story and keywords follow from ``search_text`` and are blank while the page is not live; what
    is said of honours is said of the valid ones. A page model, though without a column: search
    servers name a field after the model that defines it.
    """

    class Meta:
        abstract = True

    search_fields = [
        index.SearchField("title", boost=8, pinyin=True),
        index.AutocompleteField("title", pinyin=True),
        index.SearchField("title_en", boost=6),
        index.AutocompleteField("title_en"),
        # The reading that an editor gave, where it is not the one that the characters suggest.
        index.SearchField("name_key", boost=6),
        index.AutocompleteField("name_key"),
        index.SearchField("citation", boost=3),
        index.SearchField("place_names", boost=2.5),
        index.SearchField("category_names", boost=1.5),
        index.SearchField("years_in_words"),
        index.SearchField("told"),
        index.SearchField("citation_en"),
        index.SearchField("standfirst_en"),
        index.FilterField("kind"),
        index.FilterField("is_sample"),
        index.FilterField("name_key"),
        index.FilterField("newest_honour", type=_NUMBER),
        index.FilterField("honour_years", type=_NUMBER, multi=True),
        index.FilterField("honour_categories", type=_WORDS, multi=True),
        index.FilterField("honour_towns", type=_WORDS, multi=True),
        index.FilterField("honour_levels", type=_WORDS, multi=True),
        *(index.FilterField(joint_field(groups), type=_WORDS, multi=True) for groups in TOGETHER),
    ]

    @classmethod
    def get_indexed_objects(cls) -> QuerySet:
        """Return the pages to be indexed, with their honours, in a constant number of queries."""
        return super().get_indexed_objects().with_honours_only().select_related("place")

    @property
    def told(self) -> str:
        """Citation, overview and story as running text, of which passages are shown."""
        return self.search_text.partition("\n")[0]

    @property
    def valid_honours(self) -> list[Any]:
        """The valid honours, newest first; by one query where they were not brought along."""
        brought = getattr(self, "public_honours", None)
        if brought is not None:
            return brought
        if not self.pk:
            return []
        return list(self.honours.valid().select_related("category", "place__town"))

    @property
    def place_names(self) -> str:
        """Where the person is from and was honoured, from the city down, in both languages."""
        places = [self.place] if self.place is not None else []
        places += [honour.place for honour in self.valid_honours]
        return _one_a_line(
            text for place in places for text in (place.chain_text, place.chain_text_en)
        )

    @property
    def category_names(self) -> str:
        """What the person was honoured for, in both languages."""
        categories = [honour.category for honour in self.valid_honours]
        return _one_a_line(text for each in categories for text in (each.name, each.name_en))

    @property
    def years_in_words(self) -> str:
        """The honours' years as they are written: 2024年."""
        return _one_a_line(f"{year}年" for year in self.honour_years)

    @property
    def honour_years(self) -> list[int]:
        """The years of the honours, newest first."""
        return list(dict.fromkeys(honour.year for honour in self.valid_honours))

    @property
    def honour_categories(self) -> list[str]:
        """The codes of the honours' categories."""
        return list(dict.fromkeys(honour.category.code for honour in self.valid_honours))

    @property
    def honour_towns(self) -> list[str]:
        """The web addresses of the honours' towns; none of an honour of the city as a whole."""
        towns = [honour.place.town for honour in self.valid_honours]
        return list(dict.fromkeys(town.slug for town in towns if town is not None))

    @property
    def honour_levels(self) -> list[str]:
        """The honours' levels."""
        return list(dict.fromkeys(honour.level for honour in self.valid_honours))

    @property
    def newest_honour(self) -> int | None:
        """The year of the newest honour."""
        return max(self.honour_years, default=None)


for _groups in TOGETHER:
    setattr(FoundBy, joint_field(_groups), JointKeys(_groups))


def _one_a_line(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))
