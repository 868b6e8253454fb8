"""The pages: home, the index of honourees, and one page for each person or group."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager

from archive.actions import PublishHonoreeAction
from archive.blocks import STORY_BLOCKS
from archive.editing import plain_form, profile_form
from archive.embargo import (
    PublishingRefused,
    check_save,
    copy_reason,
    is_awaiting,
    refuse_while_awaiting,
)
from archive.found_by import FoundBy
from archive.models.carries_card import CarriesCard
from archive.permissions import HonoreePagePermissionTester, StandingPagePermissionTester
from archive.pinyin import name_key, pinyin_with_tones, slug_for
from archive.querysets import HonoreePageQuerySet
from archive.search_text import compose
from archive.shown import CHINESE, Shown, reader_is_english, shown


class HomePage(CarriesCard):
    """The site's front door; its share card serves every page that has none of its own."""

    title_en = models.CharField(_("English title"), max_length=120, blank=True)
    intro = models.TextField(_("introduction"), blank=True, max_length=300)
    intro_en = models.TextField(_("English introduction"), blank=True, max_length=500)

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["archive.HonoreeIndexPage"]
    edit_handler = plain_form("intro", "title_en", "intro_en")

    class Meta:
        verbose_name = _("home page")

    @property
    def shown_title(self) -> Shown:
        """The title in the reader's language."""
        return shown(self.title, self.title_en)

    @property
    def shown_intro(self) -> Shown:
        """The introduction in the reader's language."""
        return shown(self.intro, self.intro_en)

    def permissions_for_user(self, user: Any) -> StandingPagePermissionTester:
        """Return what ``user`` may do; nobody takes this page down."""
        return StandingPagePermissionTester(user, self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict:
        """Add the newest honours and the ways into the archive."""
        from archive.contexts import home_context

        return {
            **super().get_context(request, *args, **kwargs),
            **home_context(request),
        }


class HonoreeIndexPage(Page):
    """The parent of all honourees' pages, and the list of all of them."""

    title_en = models.CharField(_("English title"), max_length=120, blank=True)

    max_count = 1
    parent_page_types = ["archive.HomePage"]
    subpage_types = ["archive.HonoreePage"]
    edit_handler = plain_form("title_en", address=False)

    class Meta:
        verbose_name = _("index of honourees")

    @property
    def shown_title(self) -> Shown:
        """The title in the reader's language."""
        return shown(self.title, self.title_en)

    def permissions_for_user(self, user: Any) -> StandingPagePermissionTester:
        """Return what ``user`` may do; nobody takes this page down."""
        return StandingPagePermissionTester(user, self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict:
        """Add the list of all honours."""
        from archive.contexts import index_context

        return {
            **super().get_context(request, *args, **kwargs),
            **index_context(request, self),
        }


class HonoreePage(FoundBy, CarriesCard):
    """One person or group, whatever the number of their honours; ``title`` is the name."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        GROUP = "group", _("Group of people")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PERSON)
    title_en = models.CharField(_("English name"), max_length=120, blank=True)
    name_pinyin = models.CharField(
        _("pinyin"),
        max_length=200,
        blank=True,
        help_text=_("Made from the name when left blank."),
    )
    citation = models.CharField(
        _("citation"), max_length=140, help_text=_("One sentence that says what for.")
    )
    citation_en = models.CharField(_("English citation"), max_length=300, blank=True)
    standfirst = models.TextField(
        _("overview"),
        blank=True,
        max_length=400,
        help_text=_("Shown before the story."),
    )
    standfirst_en = models.TextField(_("English overview"), blank=True, max_length=800)
    portrait = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    portrait_alt = models.CharField(
        _("description of the portrait"),
        max_length=200,
        blank=True,
        help_text=_("For readers who cannot see it."),
    )
    portrait_caption = models.CharField(_("caption"), max_length=200, blank=True)
    portrait_credit = models.CharField(_("credit"), max_length=60, blank=True)
    place = models.ForeignKey(
        "archive.Place",
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honourees",
    )
    body = StreamField(STORY_BLOCKS, verbose_name=_("story"), blank=True)
    corrections = RichTextField(
        _("corrections"),
        blank=True,
        features=["bold", "link"],
        help_text=_("What was corrected after publication, and when. Shown at the end."),
    )
    is_sample = models.BooleanField(_("sample"), default=False)
    profile_ready = models.BooleanField(
        _("the story is finished"),
        default=False,
        help_text=_("Tick it when the profile may go out. The announcement waits for it."),
    )
    # Outside revisions: written by archive.publishing alone, see archive.embargo.
    awaiting_honour = models.BooleanField(default=False, db_index=True, editable=False)
    # Outside revisions: follows from what is published; blank while the page is not live.
    search_text = models.TextField(default="", blank=True, editable=False)
    # The name's reading in plain letters: lists are sorted and divided by it.
    name_key = models.CharField(max_length=200, default="", db_index=True, editable=False)

    objects = PageManager.from_queryset(HonoreePageQuerySet)()

    search_fields = [
        *Page.search_fields,
        # What the index holds field by field, in one column for when there is no index.
        index.SearchField("search_text", fallback=True),
        *FoundBy.search_fields,
    ]
    parent_page_types = ["archive.HonoreeIndexPage"]
    subpage_types: list = []
    exclude_fields_in_copy = ["search_text", "share_card"]
    edit_handler = profile_form()

    class Meta:
        verbose_name = _("honouree")
        verbose_name_plural = _("honourees")

    # What readers see, in their language

    @property
    def shown_title(self) -> Shown:
        """The name in the reader's language."""
        return shown(self.title, self.title_en)

    @property
    def shown_citation(self) -> Shown:
        """The citation in the reader's language."""
        return shown(self.citation, self.citation_en)

    @property
    def shown_standfirst(self) -> Shown:
        """The overview in the reader's language."""
        return shown(self.standfirst, self.standfirst_en)

    @property
    def shown_pinyin(self) -> str:
        """The pinyin that stands beside a Chinese name; blank where the name is not shown."""
        return "" if reader_is_english() and self.title_en else self.name_pinyin

    @property
    def reading(self) -> str:
        """The name's pinyin: the editor's where there is one, else what the name makes."""
        is_person = self.kind == self.Kind.PERSON
        return self.name_pinyin or pinyin_with_tones(self.title, is_person=is_person)

    @property
    def content_lang(self) -> str:
        """The language of the story where it is not the page's own, else blank."""
        return CHINESE if reader_is_english() else ""

    @property
    def initial(self) -> str:
        """The name's first character, drawn where there is no portrait."""
        return self.title[:1]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict:
        """Add the honours and the neighbours in the list."""
        from archive.contexts import profile_context

        return {
            **super().get_context(request, *args, **kwargs),
            **profile_context(request, self),
        }

    # Writing

    def _set_core_field_defaults(self) -> None:
        is_person = self.kind == self.Kind.PERSON
        self.name_pinyin = self.reading
        parent_is_known = bool(self.path or getattr(self, "_cached_parent_obj", None))
        if not self.slug and self.title and parent_is_known:
            stem = slug_for(self.title, is_person=is_person) or "honouree"
            self.slug = self._get_autogenerated_slug(stem)
        super()._set_core_field_defaults()

    def with_content_json(self, content: Any) -> HonoreePage:
        """Return the revision as a page; what follows from the published one stays as it is."""
        page = super().with_content_json(content)
        page.awaiting_honour = self.awaiting_honour
        page.search_text = self.search_text
        return page

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, unless that would publish what waits for an announcement.

        Raises :class:`archive.embargo.PublishingRefused`.
        """
        update_fields = kwargs.get("update_fields")
        check_save(self, update_fields)
        if update_fields is None:
            self.search_text = compose(self) if self.live else ""
            self.name_key = name_key(self.reading)[:200]
        super().save(*args, **kwargs)

    def refresh_search_text(self) -> None:
        """Write the search text again after something outside the page changed.

        Saved through ``save()`` so that what follows the page's signals follows this too.
        """
        self.search_text = compose(self) if self.live else ""
        self.save(update_fields=["search_text"], clean=False)

    # The walls: see archive.embargo

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        """Publish ``revision``; refused while the page waits for its announcement."""
        skip = kwargs.pop("skip_permission_checks", False)
        action = PublishHonoreeAction(revision, user=user, **kwargs)
        return action.execute(skip_permission_checks=skip)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a draft; one that would publish itself at a time is refused while waiting."""
        if kwargs.get("approved_go_live_at") is not None:
            refuse_while_awaiting(self.pk, self.title)
        return super().save_revision(*args, **kwargs)

    def update_aliases(self, *args: Any, **kwargs: Any) -> None:
        """Publish what mirrors this page; refused while the page waits."""
        refuse_while_awaiting(self.pk, self.title)
        super().update_aliases(*args, **kwargs)

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        """Copy the page without its honours; refused while it waits for its announcement."""
        if is_awaiting(self.pk):
            raise PublishingRefused(copy_reason(self.title))
        return super().copy(*args, **kwargs)

    def create_alias(self, *args: Any, **kwargs: Any) -> Any:
        """Mirror the page; refused while it waits for its announcement."""
        if is_awaiting(self.pk):
            raise PublishingRefused(copy_reason(self.title))
        return super().create_alias(*args, **kwargs)

    def permissions_for_user(self, user: Any) -> HonoreePagePermissionTester:
        """Return what ``user`` may do; nobody may publish a page that waits."""
        return HonoreePagePermissionTester(user, self)
