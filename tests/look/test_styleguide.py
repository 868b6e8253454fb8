"""The style page shows everything there is, with the templates that the site itself uses."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from goodpeople.styleguide import palette
from goodpeople.styleguide.pieces import cut
from goodpeople.styleguide.shown import OFFICE, PAGE

pytestmark = pytest.mark.django_db

ROOT = Path(settings.BASE_DIR) / "goodpeople"
COMPONENTS = ROOT / "static" / "css" / "components"
PARTIALS = ROOT / "templates" / "components"
SECTIONS = [*PAGE, *OFFICE]

# On <html>, by the reader's choice and by a script.
OF_THE_WHOLE_PAGE = {"large-print", "js"}
# Blocks of a stylesheet that cannot stand on a page of samples, and where they are seen.
SEEN_ELSEWHERE = {
    # Made by a script while somebody types: any search box.
    "suggestions": {"search-box--suggests", "site-header", "suggestion", "suggestions"},
    # Around a whole page of the nominator's desk or of a notice.
    "desk": {"desk", "desk-footer"},
    "notice-page": {"notice-crumbs", "notice-intro"},
    # What Wagtail's own lists, forms and menu are given, and the head of a page in its frame.
    "admin-office": {
        "listing",
        "office-links",
        "pick-list",
        "round-frozen",
        "title-wrapper",
        "unit-tree",
        "w-panel",
        "wide-only",
    },
    "admin-home": {
        "office-find",
        "sidebar-custom-branding",
        "sidebar-wagtail-branding",
        "office-seal",
    },
    "admin-nomination": {"office-jump", "office-papers"},
    "notice-admin": {"error-message"},
}


class Classes(HTMLParser):
    """Collects every class on a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= set((dict(attrs).get("class") or "").split())


def blocks(names: set[str]) -> set[str]:
    """Return the blocks that class names belong to: ``card`` of ``card__title``."""
    return {re.split(r"__|--", name)[0] for name in names}


@pytest.fixture(scope="module")
def kept_pages():
    """What the pages were when they were first asked for: they are the same for every test."""
    return {}


@pytest.fixture
def pages(client, kept_pages):
    """Both style pages, as (mark-up, names of the templates that made it)."""
    if not kept_pages:
        answers = [client.get(reverse(f"styleguide:{name}")) for name in ("page", "office")]
        assert [answer.status_code for answer in answers] == [200, 200]
        kept_pages["html"] = "".join(answer.content.decode() for answer in answers)
        kept_pages["rendered"] = {part.name for answer in answers for part in answer.templates}
    return kept_pages["html"], kept_pages["rendered"]


def test_every_stylesheet_and_every_partial_has_its_section():
    sheets = {sheet for section in SECTIONS for sheet in section.sheets}
    partials = {partial for section in SECTIONS for partial in section.partials}

    assert {file.stem for file in COMPONENTS.glob("*.css")} == sheets
    assert {f"components/{file.name}" for file in PARTIALS.glob("*.html")} <= partials


def test_every_partial_of_the_list_is_really_rendered(pages):
    _html, rendered = pages
    listed = {partial for section in SECTIONS for partial in section.partials}

    assert listed <= rendered, sorted(listed - rendered)


def test_every_block_of_every_stylesheet_is_seen(pages):
    html, _rendered = pages
    on_the_page = blocks(Classes(html).found)
    unseen = {}
    for sheet in sorted({sheet for section in SECTIONS for sheet in section.sheets}):
        css = (COMPONENTS / f"{sheet}.css").read_text(encoding="utf-8")
        rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", css, flags=re.DOTALL)
        styled = blocks(set(re.findall(r"\.(-?[a-zA-Z][\w-]*)", rules)))
        elsewhere = blocks(SEEN_ELSEWHERE.get(sheet, set())) | OF_THE_WHOLE_PAGE
        unseen[sheet] = sorted(styled - on_the_page - elsewhere)

    missing = {sheet: names for sheet, names in unseen.items() if names}
    assert missing == {}, missing


def test_nothing_on_it_leads_nowhere_or_takes_the_focus(pages):
    html, _rendered = pages

    assert not re.findall(r'(?:href|src|srcset|action)="[^"]*4040404', html)
    assert "data-focus-first" not in html
    assert "autofocus" not in html


@pytest.mark.parametrize("name", ["page", "office"])
def test_it_stays_with_those_who_build_the_site(client, settings, name):
    settings.STYLEGUIDE_SHOWN = False

    assert client.get(reverse(f"styleguide:{name}")).status_code == 404


def test_no_search_engine_keeps_it(pages):
    html, _rendered = pages

    assert html.count('<meta name="robots" content="noindex"') == 2


@pytest.mark.parametrize("mode", palette.MODES)
def test_every_pair_of_colours_can_be_read(mode):
    faint = [pair for pair in palette.pairs(mode) if not pair.passes]

    assert not faint


def test_contrast_is_wcags_own():
    assert palette.contrast("#000", "#ffffff") == pytest.approx(21)
    # The darkest grey that is still too pale for text on white, by WCAG's own worked example.
    assert palette.contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.005)


def test_every_size_of_the_scale_is_shown(pages):
    html, _rendered = pages
    for size in palette.measures("text"):
        assert f"guide-scale__sample{size.name}" in html


def test_a_piece_is_cut_out_whole():
    html = '<div><p class="a b">one<br>two <b>three</b></p><p class="a">four</p></div>'

    assert cut(html, "b") == '<p class="a b">one<br>two <b>three</b></p>'


def test_a_piece_that_is_gone_is_missed():
    with pytest.raises(LookupError, match="'share'"):
        cut("<p>nothing</p>", "share")
