"""The form in which an editor completes a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

from archive.embargo import awaiting_reason

if TYPE_CHECKING:
    from archive.models import HonoreePage


class AnnouncementPanel(HelpPanel):
    """Says at the top that the announcement publishes the page; shown only while it will."""

    class BoundPanel(HelpPanel.BoundPanel):
        """Reads the notice from the page that is being edited."""

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.content = announcement_notice(self.instance)

        def is_shown(self) -> bool:
            """Return whether the page waits for its announcement."""
            return bool(self.content) and super().is_shown()


def announcement_notice(page: HonoreePage) -> SafeString:
    """Return what the editor of a waiting profile reads first; blank where none waits.

    Says who will publish it, what the editor is asked for and what is still missing.
    """
    from archive.publishing import unfinished

    if not page.awaiting_honour:
        return SafeString("")
    missing = unfinished(page)
    asked = _("Complete the story, tick “the story is finished” at the end and save the draft.")
    done = _("The story is finished; nothing more is asked of you.")
    return format_html(
        '<div class="help-block help-info"><p>{}</p><p><strong>{}</strong></p><ul>{}</ul></div>',
        awaiting_reason(page.title),
        asked if missing else done,
        format_html_join("", "<li>{}</li>", ((reason,) for reason in missing)),
    )


def profile_form() -> TabbedInterface:
    """Return the tabs of a profile's form: the story, its English and its address.

    No panel for publishing at a time: profiles go out when the list does.
    """
    story = [
        AnnouncementPanel(),
        TitleFieldPanel(
            "title", placeholder=_("Full name"), help_text=_("The name as readers will see it.")
        ),
        MultiFieldPanel(
            ["kind", "name_pinyin", "place", "is_sample"], heading=_("Who and from where")
        ),
        MultiFieldPanel(["citation", "standfirst"], heading=_("In short")),
        MultiFieldPanel(
            [
                FieldPanel(
                    "portrait",
                    help_text=_(
                        "Left empty, the nominee's own photo is taken at the announcement."
                    ),
                ),
                "portrait_alt",
                "portrait_caption",
                "portrait_credit",
            ],
            heading=_("Portrait"),
        ),
        FieldPanel("body"),
        FieldPanel("corrections"),
        # In a group of its own: a heading on the field itself would stand in for its name.
        MultiFieldPanel(["profile_ready"], heading=_("Completion")),
    ]
    return TabbedInterface(
        [
            ObjectList(story, heading=_("Profile page")),
            ObjectList(["title_en", "citation_en", "standfirst_en"], heading=_("English")),
            ObjectList(["slug", "search_description"], heading=_("Web address")),
        ]
    )


def plain_form(*fields: str, address: bool = True) -> TabbedInterface:
    """Return the tabs of a page that only introduces others.

    Without ``address`` the slug cannot be edited, for a page that others name by it.
    """
    title = TitleFieldPanel("title") if address else FieldPanel("title")
    tabs = [ObjectList([title, *fields], heading=_("Content"))]
    if address:
        tabs.append(ObjectList(["slug", "search_description"], heading=_("Web address")))
    return TabbedInterface(tabs)
