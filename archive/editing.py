"""The form in which an editor completes a profile."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)


class AnnouncementPanel(HelpPanel):
    """Says at the top that the announcement publishes the page; shown only while it will."""

    class BoundPanel(HelpPanel.BoundPanel):
        """Reads the notice from the page that is being edited."""

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.content = self.instance.publishing_notice()

        def is_shown(self) -> bool:
            """Return whether the page waits for its announcement."""
            return bool(self.content) and super().is_shown()


def profile_form() -> TabbedInterface:
    """Return the tabs of a profile's form: the story, its English and its address.

    No panel for publishing at a time: profiles go out when the list does.
    """
    story = [
        AnnouncementPanel(),
        TitleFieldPanel("title", placeholder=_("Name")),
        MultiFieldPanel(
            ["kind", "name_pinyin", "place", "is_sample"], heading=_("Who and from where")
        ),
        MultiFieldPanel(["citation", "standfirst"], heading=_("In short")),
        MultiFieldPanel(
            ["portrait", "portrait_alt", "portrait_caption", "portrait_credit"],
            heading=_("Portrait"),
        ),
        FieldPanel("body"),
        FieldPanel("corrections"),
        FieldPanel("profile_ready", heading=_("Completion")),
    ]
    return TabbedInterface(
        [
            ObjectList(story, heading=_("Profile")),
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
