"""No dead link, no broken picture, no address that fails, for anyone who can walk there."""

from __future__ import annotations

import re
import urllib.parse

import pytest

from tests.proofs.conftest import WALKS
from tests.proofs.visitor import Visitor

pytestmark = pytest.mark.proof

# Wagtail's bulk actions are links whose rows its own script adds; without rows they are 404.
LINKS_THAT_A_SCRIPT_COMPLETES = re.compile(r"/admin/bulk/")


@pytest.mark.parametrize("who", WALKS)
def test_every_address_that_a_page_names_is_there(visitors: dict[str, Visitor], who: str) -> None:
    failed = [
        f"{answer.status} {answer.url} (on {answer.found_on})"
        for answer in visitors[who].answers.values()
        if answer.status >= 400 and not LINKS_THAT_A_SCRIPT_COMPLETES.search(answer.url)
    ]
    assert failed == []


@pytest.mark.parametrize("who", WALKS)
def test_every_walk_reads_pages(visitors: dict[str, Visitor], who: str) -> None:
    """A walk that was turned away at the door would prove nothing."""
    assert len(visitors[who].pages()) > 20
    account = WALKS[who][0]
    turned_away = [page.url for page in visitors[who].pages() if "/sign-in/?next=" in page.url]
    assert not (account and turned_away)


@pytest.mark.parametrize("who", ["reader", "nominator", "town", "member"])
def test_every_anchor_leads_somewhere_on_its_page(visitors: dict[str, Visitor], who: str) -> None:
    missing = []
    for page in visitors[who].pages():
        for link in page.links:
            target, fragment = urllib.parse.urldefrag(link)
            if fragment and not target and urllib.parse.unquote(fragment) not in page.anchors:
                missing.append(f"#{fragment} on {page.url}")
    assert missing == []
