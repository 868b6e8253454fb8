"""From a record of public facts to a public profile, once and all or nothing."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry, PageLogEntry

from archive.models import HonoreePage, Honour
from archive.publishing import (
    HonoreeRecord,
    PublishingRefused,
    discard_draft,
    draft_honouree,
    publish_honouree,
    unfinished,
)
from tests.factories.archive import (
    CategoryFactory,
    HonoreePageFactory,
    HonourFactory,
    PlaceFactory,
    finish,
    image,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english_reasons():
    with translation.override("en"):
        yield


def record(**changes) -> HonoreeRecord:
    facts = {
        "name": "示例甲",
        "kind": "person",
        "citation": "三十年只收成本价。",
        "overview": "一位乡村理发师。",
        "story": "第一段：<剪刀>。\n\n第二段，\n换行。",
        "place": PlaceFactory.chain("平湖市", "林埭镇", "双庙村"),
        "category": CategoryFactory(),
        "year": 2026,
        "level": "county",
        **changes,
    }
    return HonoreeRecord(**facts)


def stored(page) -> HonoreePage:
    return HonoreePage.objects.get(pk=page.pk)


def test_a_record_has_no_field_for_anything_private():
    assert {field.name for field in fields(HonoreeRecord)} == {
        "name",
        "kind",
        "citation",
        "overview",
        "story",
        "place",
        "category",
        "year",
        "level",
        "is_sample",
    }


def test_a_new_draft_is_marked_and_not_public(editor, client):
    page = draft_honouree(record(), user=editor)

    assert (page.live, page.awaiting_honour, page.search_text) == (False, True, "")
    assert page.owner == editor
    assert client.get(page.url).status_code == 404


def test_a_draft_tells_the_story_in_paragraphs_and_escapes_it(editor):
    page = draft_honouree(record(), user=editor)

    section = page.get_latest_revision_as_object().body[0]
    assert str(section.value["text"].source) == (
        "<p>第一段：&lt;剪刀&gt;。</p><p>第二段，<br/>换行。</p>"
    )


def test_two_people_of_one_name_have_two_addresses(editor):
    first = draft_honouree(record(), user=editor)
    second = draft_honouree(record(), user=editor)

    assert first.slug != second.slug


def test_an_existing_honouree_keeps_story_and_public_face(editor):
    page = HonourFactory(page__citation="旧的。").page

    draft_honouree(record(citation="新的。", year=2026), user=editor, existing=page)

    public, draft = stored(page), stored(page).get_latest_revision_as_object()
    assert (public.live, public.citation, len(public.body)) == (True, "旧的。", 1)
    assert (draft.citation, draft.profile_ready, len(draft.body)) == ("新的。", False, 2)
    assert draft.body[1].value["heading"] == "2026"


def test_an_existing_schedule_is_dropped_when_the_page_is_marked(editor):
    page = HonourFactory().page
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    assert page.revisions.filter(approved_go_live_at__isnull=False).exists()

    draft_honouree(record(), user=editor, existing=page)

    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: HonoreePageFactory(awaiting=True), "already waits for an honour"),
        (lambda: HonoreePageFactory(live=False), "has never been published"),
        (
            lambda: HonoreePageFactory().create_alias(update_slug="mirror").specific,
            "only mirrors another page",
        ),
    ],
    ids=["waits already", "an editor's draft", "an alias"],
)
def test_a_page_that_cannot_take_a_draft(make, reason, editor):
    page = make()

    with pytest.raises(PublishingRefused) as refusal:
        draft_honouree(record(), user=editor, existing=page)

    assert reason in refusal.value.reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": ""}, "The name is missing."),
        ({"citation": " "}, "The citation is missing."),
        ({"standfirst": ""}, "The overview is missing."),
        ({"body": []}, "The story is missing."),
        ({"place": None}, "The place is missing."),
        ({"profile_ready": False}, "The editor has not ticked “the story is finished”."),
        ({"citation": "长" * 141}, "citation: Ensure this value has at most 140 characters"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_an_unfinished_draft_lacks(changes, reason, waiting, facts, editor):
    finish(waiting, **changes)

    assert any(one.startswith(reason) for one in unfinished(waiting))
    with pytest.raises(PublishingRefused) as refusal:
        publish_honouree(waiting, facts(waiting), user=editor)
    assert reason in refusal.value.reason
    assert not stored(waiting).live
    assert not Honour.objects.exists()


def test_a_portrait_needs_credit_and_description(waiting):
    finish(waiting, portrait=image())

    assert unfinished(waiting) == [
        "The portrait has no description for readers who cannot see it.",
        "The portrait has no credit.",
    ]


def test_the_announcement_publishes_writes_and_clears(waiting, facts, editor, client):
    honour = publish_honouree(waiting, facts(waiting, certificate_no="2026-01"), user=editor)

    page = stored(waiting)
    assert (page.live, page.awaiting_honour, page.has_unpublished_changes) == (True, False, False)
    assert (honour.page, honour.year, honour.certificate_no) == (page, 2026, "2026-01")
    assert "2026年" in page.search_text
    assert client.get(page.url).status_code == 200
    assert PageLogEntry.objects.filter(page=page.pk, action="archive.publish_honouree").count() == 1
    assert ModelLogEntry.objects.filter(object_id=honour.pk, action="archive.honour").count() == 1


def test_the_announcement_publishes_the_latest_draft(waiting_again, facts, editor):
    finish(waiting_again, citation="编辑改好的一句话。")

    publish_honouree(waiting_again, facts(waiting_again), user=editor)

    page = stored(waiting_again)
    assert page.citation == "编辑改好的一句话。"
    assert page.honours.count() == 2


def test_the_announcement_happens_once(waiting, facts, editor):
    publish_honouree(waiting, facts(waiting), user=editor)

    with pytest.raises(PublishingRefused) as refusal:
        publish_honouree(waiting, facts(waiting, year=2027), user=editor)

    assert "does not wait for an honour" in refusal.value.reason
    assert Honour.objects.count() == 1


def test_an_honour_already_on_record_is_refused_and_nothing_is_published(
    waiting_again, facts, editor
):
    finish(waiting_again)

    with pytest.raises(PublishingRefused) as refusal:
        publish_honouree(waiting_again, facts(waiting_again, year=2025), user=editor)

    assert "already has this honour" in refusal.value.reason
    assert stored(waiting_again).awaiting_honour
    assert stored(waiting_again).citation == "旧的一句话。"


def test_a_list_that_breaks_leaves_nothing_published(facts, editor):
    """The verbs take part in the caller's transaction: all of a list or none."""
    good = HonoreePageFactory(awaiting=True)
    bad = HonoreePageFactory(awaiting=True, finished=False)

    @transaction.atomic
    def announce_the_list():
        for page in (good, bad):
            publish_honouree(page, facts(page), user=editor)

    with pytest.raises(PublishingRefused):
        announce_the_list()

    assert not stored(good).live
    assert stored(good).awaiting_honour
    assert not Honour.objects.exists()


def test_times_set_by_an_editor_do_not_hold_up_the_list(waiting, facts, editor):
    finish(
        waiting,
        go_live_at=timezone.now() + timedelta(days=9),
        expire_at=timezone.now() - timedelta(days=1),
    )

    publish_honouree(waiting, facts(waiting), user=editor)

    page = stored(waiting)
    assert (page.live, page.go_live_at, page.expire_at) == (True, None, None)


def test_the_handed_in_portrait_is_used_where_the_editor_chose_none(waiting, facts, editor):
    portrait = image("示例肖像")

    publish_honouree(waiting, facts(waiting), user=editor, portrait=portrait)

    assert stored(waiting).portrait == portrait
    assert stored(waiting).portrait_alt == waiting.title


def test_the_editors_portrait_wins(waiting, facts, editor):
    chosen = image("编辑选的")
    finish(waiting, portrait=chosen, portrait_alt="正面照", portrait_credit="示例 摄")

    publish_honouree(waiting, facts(waiting), user=editor, portrait=image("自动"))

    assert stored(waiting).portrait == chosen


def test_after_the_announcement_an_editor_may_correct_the_page(waiting, facts, editor):
    publish_honouree(waiting, facts(waiting), user=editor)
    draft = stored(waiting)
    draft.corrections = "<p>2026年7月：更正年份。</p>"

    draft.save_revision(user=editor).publish(user=editor)

    assert "更正年份" in stored(waiting).corrections


def test_a_discarded_new_draft_is_gone(waiting, editor):
    discard_draft(waiting, user=editor)

    assert not HonoreePage.objects.filter(pk=waiting.pk).exists()
    assert PageLogEntry.objects.filter(page=waiting.pk, action="archive.discard_draft").exists()


def test_a_discarded_draft_of_a_public_page_leaves_it_as_it_was(waiting_again, editor):
    discard_draft(waiting_again, user=editor)

    page = stored(waiting_again)
    assert (page.live, page.awaiting_honour, page.has_unpublished_changes) == (True, False, False)
    assert page.get_latest_revision().as_object().citation == page.citation == "旧的一句话。"


def test_discarding_twice_is_harmless(waiting_again, editor):
    discard_draft(waiting_again, user=editor)
    revisions = waiting_again.revisions.count()

    discard_draft(waiting_again, user=editor)

    assert waiting_again.revisions.count() == revisions


def test_an_announced_page_is_not_discarded(waiting, facts, editor):
    publish_honouree(waiting, facts(waiting), user=editor)

    discard_draft(waiting, user=editor)

    assert stored(waiting).live
