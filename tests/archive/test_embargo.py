"""While a page waits for its announcement, no other way publishes it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.actions import action_registry
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.edit_page import EditPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import GroupApprovalTask, Page, Revision, Workflow, WorkflowTask
from wagtail.workflows import publish_workflow_state

from archive.embargo import (
    PublishingRefused,
    awaiting_reason,
    copy_reason,
    deletion_reason,
)
from archive.models import HomePage, HonoreeIndexPage, HonoreePage
from tests.factories.archive import HonoreePageFactory, finish

pytestmark = pytest.mark.django_db


def revision_publish(page, user):
    page.get_latest_revision().publish()


def revision_publish_as_superuser(page, user):
    page.get_latest_revision().publish(user=user, skip_permission_checks=True)


def page_publish(page, user):
    page.publish(page.get_latest_revision())


def plain_page_publish(page, user):
    Page.objects.get(pk=page.pk).publish(page.get_latest_revision())


def registered_action(page, user):
    action = action_registry.get_action_class(HonoreePage, "publish")
    action(page.get_latest_revision(), user=user).execute(skip_permission_checks=True)


def wagtails_own_action(page, user):
    PublishPageRevisionAction(page.get_latest_revision(), user=user).execute(
        skip_permission_checks=True
    )


def edit_and_publish(page, user):
    draft = page.get_latest_revision_as_object()
    EditPageAction(draft, user=user, publish=True).execute(skip_permission_checks=True)


def older_revision(page, user):
    page.revisions.order_by("created_at").first().publish()


def live_set_by_hand(page, user):
    draft = page.get_latest_revision_as_object()
    draft.live = True
    draft.save()


def live_set_by_hand_unmarked_in_memory(page, user):
    draft = page.get_latest_revision_as_object()
    draft.live = True
    draft.awaiting_honour = False
    draft.save(clean=False)


def live_set_on_a_plain_page(page, user):
    plain = Page.objects.get(pk=page.pk)
    plain.live = True
    plain.title = "改过的名字"
    plain.save()


def only_some_fields(page, user):
    draft = page.get_latest_revision_as_object()
    draft.live = True
    draft.citation = "抢先发布的一句话。"
    draft.save(update_fields=["live", "citation"])


def bulk_publish(page, user):
    PublishBulkAction.execute_action([Page.objects.get(pk=page.pk)], user=user)


def bulk_publish_without_user(page, user):
    PublishBulkAction.execute_action(
        [page.get_parent()], include_descendants=True, user=None
    ) if not page.live else page.get_latest_revision().publish()


def schedule(page, user):
    draft = page.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    draft.save_revision().publish()


def schedule_at_saving(page, user):
    draft = page.get_latest_revision_as_object()
    draft.save_revision(approved_go_live_at=timezone.now() + timedelta(hours=1))


def publish_scheduled(page, user):
    Revision.objects.filter(pk=page.latest_revision_id).update(
        approved_go_live_at=timezone.now() - timedelta(hours=1)
    )
    call_command("publish_scheduled")


def workflow_approval(page, user):
    workflow = Workflow.objects.create(name="审核")
    task = GroupApprovalTask.objects.create(name="一审")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    publish_workflow_state(workflow.start(page, user))


def aliases_follow(page, user):
    page.update_aliases(revision=page.get_latest_revision())


WAYS_TO_PUBLISH = [
    revision_publish,
    revision_publish_as_superuser,
    page_publish,
    plain_page_publish,
    registered_action,
    wagtails_own_action,
    edit_and_publish,
    older_revision,
    live_set_by_hand,
    live_set_by_hand_unmarked_in_memory,
    live_set_on_a_plain_page,
    only_some_fields,
    bulk_publish,
    bulk_publish_without_user,
    schedule,
    schedule_at_saving,
    publish_scheduled,
    workflow_approval,
    aliases_follow,
]


def public_side(page):
    """Return what readers could see of the page, straight from the tables."""
    return HonoreePage.objects.filter(pk=page.pk).values(
        "live", "title", "citation", "standfirst", "body", "search_text", "awaiting_honour"
    )[0]


@pytest.mark.parametrize("publish", WAYS_TO_PUBLISH, ids=lambda way: way.__name__)
@pytest.mark.parametrize("which", ["waiting", "waiting_again"])
def test_no_other_way_publishes_a_marked_page(publish, which, request, superuser):
    page = request.getfixturevalue(which)
    finish(page)
    page = HonoreePage.objects.get(pk=page.pk)
    before = public_side(page)

    with pytest.raises(PublishingRefused) as refusal:
        publish(page, superuser)

    assert refusal.value.reason == awaiting_reason(page.title)
    assert public_side(page) == before
    assert before["awaiting_honour"] is True


def test_a_refused_schedule_leaves_nothing_to_publish_later(waiting):
    with pytest.raises(PublishingRefused):
        schedule(waiting, None)

    assert not waiting.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize(
    "copy",
    [
        lambda page: page.copy(update_attrs={"slug": "abschrift"}),
        lambda page: CopyPageAction(page, update_attrs={"slug": "abschrift"}).execute(),
        lambda page: CopyPageAction(
            Page.objects.get(pk=page.pk), keep_live=False, update_attrs={"slug": "abschrift"}
        ).execute(),
        lambda page: page.create_alias(update_slug="spiegel"),
        lambda page: CreatePageAliasAction(page, update_slug="spiegel").execute(),
    ],
    ids=[
        "page.copy",
        "CopyPageAction",
        "CopyPageAction of a draft",
        "create_alias",
        "alias action",
    ],
)
def test_a_copy_that_could_be_published_is_refused(copy, waiting):
    with pytest.raises(PublishingRefused) as refusal:
        copy(waiting)

    assert refusal.value.reason == copy_reason(waiting.title)
    assert HonoreePage.objects.count() == 1


def test_a_copy_of_a_public_page_has_neither_mark_nor_honours():
    page = HonoreePageFactory()

    copy = page.copy(update_attrs={"slug": "zweite"}).specific

    assert not copy.awaiting_honour
    assert not copy.honours.exists()


def test_the_editor_goes_on_drafting(waiting_again, editor):
    """Saving a draft is what the waiting is for; the public page stays as it was."""
    draft = waiting_again.get_latest_revision_as_object()
    draft.citation = "更好的一句话。"

    EditPageAction(draft, user=editor).execute(skip_permission_checks=True)

    page = HonoreePage.objects.get(pk=waiting_again.pk)
    assert page.citation == "旧的一句话。"
    assert page.get_latest_revision_as_object().citation == "更好的一句话。"
    assert page.awaiting_honour


def test_a_stale_object_cannot_take_the_mark_away(waiting):
    stale = HonoreePage.objects.get(pk=waiting.pk)
    stale.awaiting_honour = False

    stale.save()

    assert HonoreePage.objects.get(pk=waiting.pk).awaiting_honour


def test_a_revision_neither_sets_nor_clears_the_mark(waiting):
    content = {**waiting.serializable_data(), "awaiting_honour": False}

    assert waiting.with_content_json(content).awaiting_honour is True


@pytest.mark.parametrize(
    "delete",
    [
        lambda page: page.delete(),
        lambda page: Page.objects.get(pk=page.pk).delete(),
        lambda page: HonoreePage.objects.filter(pk=page.pk).delete(),
        lambda page: Page.objects.filter(pk=page.pk).delete(),
        lambda page: HonoreeIndexPage.objects.get().delete(),
        lambda page: HomePage.objects.get().delete(),
    ],
    ids=["page", "plain page", "queryset", "plain queryset", "its parent", "the home page"],
)
def test_a_marked_page_cannot_be_deleted(delete, waiting):
    with pytest.raises(PublishingRefused) as refusal, transaction.atomic():
        delete(waiting)

    assert refusal.value.reason == deletion_reason(waiting.title)
    assert HonoreePage.objects.filter(pk=waiting.pk).exists()


@pytest.mark.parametrize("which", ["waiting", "waiting_again"])
def test_a_marked_page_may_be_moved_and_keeps_its_mark(which, request):
    page = request.getfixturevalue(which)
    before = public_side(page)

    page.move(HomePage.objects.get(), pos="first-child")

    assert public_side(page) == before


def test_a_marked_public_page_may_be_taken_down(waiting_again):
    waiting_again.unpublish()

    page = HonoreePage.objects.get(pk=waiting_again.pk)
    assert (page.live, page.awaiting_honour, page.search_text) == (False, True, "")


def test_a_marked_page_may_be_locked_against_editing(waiting_again, editor):
    waiting_again.locked = True
    waiting_again.locked_by = editor

    waiting_again.save()

    assert HonoreePage.objects.get(pk=waiting_again.pk).locked


def test_nobody_is_offered_to_publish_a_marked_page(waiting, superuser, editor):
    for user in (superuser, editor):
        assert not waiting.permissions_for_user(user).can_publish()
        assert not Page.objects.get(pk=waiting.pk).permissions_for_user(user).can_publish()


def test_an_editor_publishes_what_does_not_wait(editor):
    page = HonoreePageFactory(live=False)

    page.get_latest_revision().publish(user=editor)

    assert HonoreePage.objects.get(pk=page.pk).live
