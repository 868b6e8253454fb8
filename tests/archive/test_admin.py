"""The archive's screens in the admin: what an editor is offered, refused and told."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from archive.embargo import awaiting_reason, copy_reason, deletion_reason
from archive.models import HomePage, HonoreeIndexPage, HonoreePage, Honour, Place
from archive.publishing import unfinished
from tests.factories.accounts import UserFactory
from tests.factories.archive import (
    CategoryFactory,
    HonoreePageFactory,
    HonourFactory,
    PlaceFactory,
    finish,
    jpeg,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["editor", "superuser"])
def client_of_someone(request, client):
    """Return a client signed in as one who may do most, and as one who may do all."""
    client.force_login(request.getfixturevalue(request.param))
    return client


def form(page, **changes):
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "kind": page.kind,
            "citation": page.citation,
            "standfirst": page.standfirst,
            "place": page.place_id or "",
            "body": streamfield([]),
            "corrections": rich_text(""),
            **changes,
        }
    )


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def shown(response) -> str:
    return response.content.decode()


def test_a_waiting_profile_has_no_publish_button_and_says_why(client_of_someone, waiting):
    content = shown(client_of_someone.get(edit_url(waiting)))

    assert 'name="action-publish"' not in content
    assert awaiting_reason(waiting.title) in content


def test_the_editor_reads_what_is_still_missing(client, editor):
    client.force_login(editor)
    page = HonoreePageFactory(awaiting=True, finished=False)
    (missing,) = unfinished(page)

    assert missing in shown(client.get(edit_url(page)))

    finish(page)
    assert missing not in shown(client.get(edit_url(page)))


def test_a_profile_that_does_not_wait_has_the_button_and_no_notice(client_of_someone):
    page = HonoreePageFactory()

    content = shown(client_of_someone.get(edit_url(page)))

    assert 'name="action-publish"' in content
    assert awaiting_reason(page.title) not in content


def test_pressing_publish_all_the_same_saves_a_draft_and_says_why(client_of_someone, waiting):
    response = client_of_someone.post(
        edit_url(waiting),
        form(waiting, citation="更好的一句话。", **{"action-publish": "action-publish"}),
        follow=True,
    )

    assert awaiting_reason(waiting.title) in shown(response)
    page = HonoreePage.objects.get(pk=waiting.pk)
    assert not page.live
    assert page.get_latest_revision_as_object().citation == "更好的一句话。"


def test_an_editor_ticks_off_a_waiting_profile(client, editor, waiting_again):
    client.force_login(editor)

    client.post(edit_url(waiting_again), form(waiting_again, profile_ready="on"))

    page = HonoreePage.objects.get(pk=waiting_again.pk)
    assert page.get_latest_revision_as_object().profile_ready
    assert not page.profile_ready


def bulk_url(action, *pages):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return address + "?" + "&".join(f"id={page.pk}" for page in pages)


def test_bulk_publish_passes_a_waiting_profile_by(client_of_someone, waiting):
    other = HonoreePageFactory(live=False)

    client_of_someone.post(bulk_url("publish", waiting, other))

    assert not HonoreePage.objects.get(pk=waiting.pk).live
    assert HonoreePage.objects.get(pk=other.pk).live


def test_bulk_publish_of_the_whole_index_passes_it_by(client_of_someone, waiting):
    client_of_someone.post(bulk_url("publish", waiting.get_parent()), {"include_descendants": "on"})

    assert not HonoreePage.objects.get(pk=waiting.pk).live


def test_a_waiting_profile_is_not_deleted(client_of_someone, waiting):
    url = reverse("wagtailadmin_pages:delete", args=[waiting.pk])

    response = client_of_someone.post(url, follow=True)

    assert deletion_reason(waiting.title) in shown(response)
    assert HonoreePage.objects.filter(pk=waiting.pk).exists()


def test_a_waiting_profile_is_not_deleted_in_bulk(client_of_someone, waiting):
    response = client_of_someone.post(bulk_url("delete", waiting), follow=True)

    assert deletion_reason(waiting.title) in shown(response)
    assert HonoreePage.objects.filter(pk=waiting.pk).exists()


def test_what_is_above_a_waiting_profile_is_not_deleted(client, superuser, waiting):
    client.force_login(superuser)
    url = reverse("wagtailadmin_pages:delete", args=[waiting.get_parent().pk])

    response = client.post(url)

    # The index is kept for good, whoever asks.
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")
    assert HonoreePage.objects.filter(pk=waiting.pk).exists()


@pytest.mark.parametrize("extra", [{}, {"alias": "on"}, {"publish_copies": "on"}])
def test_a_waiting_profile_is_not_copied(extra, client_of_someone, waiting):
    response = client_of_someone.post(
        reverse("wagtailadmin_pages:copy", args=[waiting.pk]),
        {
            "new_title": "副本",
            "new_slug": "copy",
            "new_parent_page": waiting.get_parent().pk,
            **extra,
        },
        follow=True,
    )

    assert copy_reason(waiting.title) in shown(response)
    assert HonoreePage.objects.count() == 1


def test_a_page_with_honours_is_not_deleted_and_the_number_is_named(client, superuser):
    client.force_login(superuser)
    page = HonourFactory().page

    response = client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)

    assert page.title in shown(response)
    assert HonoreePage.objects.filter(pk=page.pk).exists()


def test_the_form_offers_no_time_to_publish_at(client_of_someone):
    content = shown(client_of_someone.get(edit_url(HonoreePageFactory())))

    assert "go_live_at" not in content


@pytest.mark.parametrize("viewset", ["archive_honours", "archive_places", "archive_categories"])
def test_the_lists_cost_the_same_for_three_rows_as_for_thirty(
    viewset, client, superuser, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(superuser)
    url = reverse(f"{viewset}:index")

    def cost():
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    def rows(first, last):
        for number in range(first, last):
            place = PlaceFactory.chain("平湖市", "林埭镇", f"示例{number}村")
            HonourFactory(page__place=place, category=CategoryFactory(code=f"kind-{number}"))

    rows(0, 3)
    few = cost()
    rows(3, 18)
    assert cost() == few


def test_the_office_enters_an_honour_of_the_past(client, superuser):
    client.force_login(superuser)
    page = HonoreePageFactory()

    client.post(
        reverse("archive_honours:add"),
        {
            "page": page.pk,
            "year": 2016,
            "level": "county",
            "category": CategoryFactory().pk,
            "place": page.place_id,
            "status": "valid",
        },
    )

    honour = Honour.objects.get()
    assert (honour.page.specific, honour.year) == (page, 2016)
    assert "2016年" in HonoreePage.objects.get(pk=page.pk).search_text


def test_a_revocation_says_when_and_why(client, superuser):
    client.force_login(superuser)
    honour = HonourFactory()

    response = client.post(
        reverse("archive_honours:edit", args=[honour.pk]),
        {
            "page": honour.page_id,
            "year": honour.year,
            "level": honour.level,
            "category": honour.category_id,
            "place": honour.place_id,
            "status": "revoked",
        },
    )

    assert set(response.context["form"].errors) == {"revoked_on", "revoked_reason"}
    assert Honour.objects.get().status == "valid"


@pytest.mark.parametrize("role", ["editor", "auditor"])
def test_others_than_the_office_do_not_write_honours(role, client):
    client.force_login(UserFactory(**{role: True}))

    response = client.get(reverse("archive_honours:add"))

    assert response.status_code in {302, 403}
    assert not Honour.objects.exists()


def test_the_box_to_tick_has_its_name_beside_it(client_of_someone, waiting):
    text = shown(client_of_someone.get(reverse("wagtailadmin_pages:edit", args=[waiting.pk])))

    label = HonoreePage._meta.get_field("profile_ready").verbose_name
    assert 'for="id_profile_ready"' in text
    box = text.split('for="id_profile_ready"', 1)[1]
    assert capfirst(str(label)) in box[: box.index("</label>")]


def test_an_empty_portrait_is_said_to_be_filled_at_the_announcement(client_of_someone, waiting):
    text = shown(client_of_someone.get(reverse("wagtailadmin_pages:edit", args=[waiting.pk])))

    assert _("Left empty, the nominee's own photo is taken at the announcement.") in text


def test_a_picture_cut_short_is_refused_beside_its_field(client):
    client.force_login(UserFactory(editor=True))
    whole = jpeg()
    cut = SimpleUploadedFile("cut.jpg", whole[: len(whole) // 2], "image/jpeg")

    answer = client.post(reverse("wagtailimages:add"), {"title": "半张", "file": cut})

    assert answer.status_code == 200
    assert answer.context["form"].errors.as_data()["file"][0].code == "unreadable"


@pytest.mark.parametrize("model", [HomePage, HonoreeIndexPage])
def test_nobody_takes_the_archive_down_with_one_press(client, model):
    client.force_login(UserFactory(is_superuser=True))
    page = model.objects.get()

    client.post(
        reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"include_descendants": "on"}
    )
    client.post(f"/admin/api/main/pages/{page.pk}/action/delete/", "{}", "application/json")

    page.refresh_from_db()
    assert page.live


def test_a_place_that_is_still_named_is_kept_and_says_by_what(client, superuser):
    client.force_login(superuser)
    place = HonourFactory().place

    response = client.post(reverse("archive_places:delete", args=[place.pk]), follow=True)

    reason = _("“%(name)s” cannot be deleted, other records refer to it: %(what)s.")
    assert reason.split("：")[0] % {"name": place} in shown(response)
    assert f"{capfirst(str(Honour._meta.verbose_name_plural))} (1)" in shown(response)
    assert Place.objects.filter(pk=place.pk).exists()


def test_a_place_that_nothing_names_is_deleted(client, superuser):
    client.force_login(superuser)
    place = PlaceFactory()

    client.post(reverse("archive_places:delete", args=[place.pk]))

    assert not Place.objects.filter(pk=place.pk).exists()
