"""Every action of this room reads as a sentence in the log, whatever an entry lacks."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from wagtail.log_actions import registry

from goodpeople.nominations.admin.history import history_of
from goodpeople.nominations.admin.log_actions import FORMATTERS, PLAIN
from goodpeople.nominations.models import Nomination
from tests.factories.nominations import RETURN_REASON, NominationFactory
from tests.nominations.admin.asking import said

VERBS = {
    "decide",
    "edit_personal",
    "reveal_personal",
    "add_photo",
    "remove_photo",
    "caption_photos",
    "add_evidence",
    "remove_evidence",
    "close",
    "step",
    "draft_profile",
    "announce",
}


def formatter(action):
    return registry.get_formatter(SimpleNamespace(action=f"nominations.{action}"))


def test_each_verbs_action_is_registered():
    assert {name.removeprefix("nominations.") for name in {*FORMATTERS, *PLAIN}} == VERBS


@pytest.mark.parametrize("action", sorted(VERBS))
@pytest.mark.parametrize("data", [{}, {"step": "gone", "kind": "gone", "task": "gone"}])
def test_entry_without_its_data_still_reads(action, data):
    entry = SimpleNamespace(action=f"nominations.{action}", data=data)
    assert str(formatter(action).format_message(entry))
    assert isinstance(str(formatter(action).format_comment(entry)), str)


def test_history_tells_a_return_from_first_to_last(round_, office):
    back = NominationFactory(returned=True, round=round_, office=office)
    lines = history_of(Nomination.objects.get(pk=back.pk))

    newest = lines[0]
    assert newest.who == str(office)
    assert newest.why == RETURN_REASON
    assert newest.what == said(
        "%(task)s: %(action)s",
        task=said("Eligibility check"),
        action=said("Return for changes"),
    )
    told = [line.what for line in lines]
    assert said("Sent to the office") in told
    assert told[-1] == said("Started")
