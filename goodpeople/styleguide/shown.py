"""The one list of what the style page shows, and with which files.

A new stylesheet under ``static/css/components`` or a new partial under ``templates/components``
belongs to a section here; ``tests/look/test_styleguide.py`` fails until it has one and is seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Section:
    """One heading of the page; ``sheets`` and ``partials`` are what it shows."""

    key: str
    title: Any
    sheets: tuple[str, ...] = ()
    partials: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        """Return the section's own template."""
        return f"styleguide/sections/{self.key}.html"


PAGE = (
    Section("colours", _("Colours and contrast"), ("styleguide",)),
    Section("type", _("Type and spacing")),
    Section("buttons", _("Buttons and links")),
    Section(
        "marks",
        _("Tags, messages, the seal"),
        partials=("components/messages.html",),
    ),
    Section(
        "fields",
        _("Fields and forms"),
        ("form",),
        ("components/field.html", "components/form_errors.html"),
    ),
    Section(
        "controls",
        _("Cards, tables, menus"),
        ("controls",),
        ("components/progress.html", "components/pager.html", "components/empty.html"),
    ),
    Section(
        "frame",
        _("The frame of a page"),
        ("chrome", "notice-running"),
        (
            "components/header.html",
            "components/footer.html",
            "components/search_box.html",
            "components/language_switch.html",
            "components/large_print_switch.html",
            "archive/parts/crumbs.html",
            "notices/parts/running.html",
        ),
    ),
    Section("front", _("The front page"), ("home",)),
    Section(
        "honourees",
        _("Honourees in a list"),
        ("honouree-card",),
        ("archive/parts/honouree_card.html", "archive/parts/honouree_roll.html"),
    ),
    Section(
        "lists",
        _("Lists, filters, the register of names"),
        ("listing", "name-index"),
        (
            "archive/parts/facets.html",
            "archive/parts/count_list.html",
            "archive/parts/letters.html",
        ),
    ),
    Section(
        "search",
        _("The search page"),
        ("search", "suggestions"),
        (
            "search_page/parts/chosen.html",
            "search_page/parts/count.html",
            "search_page/parts/facets.html",
            "search_page/parts/near.html",
            "search_page/parts/nothing.html",
            "search_page/parts/promoted.html",
            "search_page/parts/result.html",
            "search_page/parts/said.html",
            "search_page/parts/start.html",
        ),
    ),
    Section(
        "profile",
        _("The profile"),
        ("profile",),
        (
            "archive/parts/honour_facts.html",
            "archive/blocks/section.html",
            "archive/blocks/quote.html",
            "archive/blocks/figure.html",
            "archive/blocks/timeline.html",
            "archive/blocks/gallery.html",
            "archive/blocks/source.html",
        ),
    ),
    Section(
        "notices",
        _("Public notices and objections"),
        ("notice", "notice-page", "notice-list", "notice-form"),
        (
            "notices/parts/contact.html",
            "notices/parts/days_left.html",
            "notices/parts/list_item.html",
            "notices/parts/period.html",
            "notices/parts/phase_tag.html",
        ),
    ),
    Section("errors", _("When it goes wrong"), ("error",), ("components/ways_on.html",)),
    Section(
        "desk",
        _("The desks"),
        ("desk", "desk-nomination"),
        (
            "components/stepper.html",
            "nominations/desk/parts/card.html",
            "nominations/desk/parts/field.html",
            "nominations/desk/parts/line.html",
            "nominations/desk/parts/line_missing.html",
            "nominations/desk/parts/notices.html",
            "nominations/desk/parts/photo.html",
            "nominations/desk/parts/photo_shown.html",
            "nominations/desk/parts/review.html",
            "nominations/desk/parts/timeline.html",
        ),
    ),
    Section(
        "panel",
        _("The panel's desk"),
        ("panel-list", "panel-sheet", "scoring"),
        (
            "panels/desk/candidates.html",
            "panels/desk/candidate_head.html",
            "panels/desk/points.html",
            "panels/desk/sheet_form.html",
            "panels/desk/sheet_read.html",
            "panels/desk/story.html",
        ),
    ),
)

OFFICE = (
    Section(
        "office",
        _("The office's pages"),
        ("admin-home", "admin-office", "admin-nomination"),
        (
            "nominations/admin/action_form.html",
            "nominations/admin/history.html",
            "nominations/admin/home_drafts.html",
            "nominations/admin/home_rounds.html",
            "nominations/admin/home_waiting.html",
            "nominations/admin/nomination_decision.html",
            "nominations/admin/nomination_personal.html",
            "nominations/admin/nomination_reading.html",
            "nominations/admin/round_step.html",
            "nominations/admin/same_name.html",
            "nominations/admin/state_counts.html",
        ),
    ),
    Section(
        "office_panel",
        _("Scoring and results"),
        ("panel-admin",),
        (
            "panels/admin/decision_inputs.html",
            "panels/admin/decision_read.html",
            "panels/admin/recusals.html",
            "panels/admin/results_category.html",
        ),
    ),
    Section("office_notices", _("Objections"), ("notice-admin",)),
)
