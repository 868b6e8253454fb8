"""The public's pages of a notice: what they show, to whom, when, and nothing private."""

from __future__ import annotations

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.models import Place
from goodpeople.nominations.models import Nomination, Round, StepRecord
from goodpeople.notices.models import Notice, OfficeContact
from goodpeople.notices.objections import dispose_of
from tests.factories.nominations import PERSONAL
from tests.factories.notices import notice_for, objection_to
from tests.notices.conftest import days_from_now

pytestmark = pytest.mark.django_db


def page_of(client, notice: Notice) -> str:
    response = client.get(reverse("notices:notice", args=[notice.pk]))
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def masked(office):
    """A notice that masks, with a person of a village and a group."""
    town = Place.objects.create(name="林埭镇", kind="town")
    village = Place.objects.create(name="双桥示例村", kind="village", parent=town)
    return notice_for(
        [
            {
                "name": "欧阳静华",
                "headline": "欧阳静华守着一口水井",
                "overview": "村里人说，静华答应的事从不落空。",
                "place": village,
            },
            {
                "name": "枫叶湾水闸值守组",
                "kind": "group",
                "group_size": 4,
                "overview": "枫叶湾水闸值守组守闸二十年。",
                "place": village,
            },
        ],
        office=office,
        notice_masks_names=True,
    )


def test_a_notice_shows_its_list_by_category_with_headline_and_overview(client, running):
    notice, candidates = running

    html = page_of(client, notice)

    for nomination in candidates:
        assert nomination.name in html
        assert nomination.headline in html
        assert nomination.overview in html
        assert reverse("notices:object", args=[notice.pk, nomination.pk]) in html
    assert candidates[0].category.name in html
    assert notice.round.title in html


def test_masked_names_appear_nowhere_and_the_place_ends_at_the_town(client, masked):
    notice, [person, _group] = masked

    pages = [
        page_of(client, notice),
        client.get(reverse("notices:object", args=[notice.pk, person.pk])).content.decode(),
    ]

    for html in pages:
        assert "欧阳某某" in html
        assert "静华" not in html
        assert "林埭镇" in html
        assert "双桥示例村" not in html
    assert "枫叶湾水闸值守组守闸二十年" in pages[0]
    assert "某某答应的事从不落空" in pages[0]


def test_an_unmasked_notice_still_ends_at_the_town(client, running):
    notice, [first, _second] = running

    html = page_of(client, notice)

    assert first.place.parent.name in html
    assert first.place.name not in html


def test_nothing_private_reaches_any_public_page(client, running):
    """Not the nominee's personal data, not the long texts, not the objector, not the objection."""
    notice, [first, _second] = running
    objection = objection_to(
        first, text="时间与我了解的不一致", objector="陈建国", contact="13900001234"
    )
    secrets = [
        *PERSONAL.values(),
        first.story[:40],
        first.summary[:20],
        str(first.unit),
        "时间与我了解的不一致",
        "陈建国",
        "13900001234",
    ]

    for address in (
        reverse("notices:list"),
        reverse("notices:notice", args=[notice.pk]),
        reverse("notices:object", args=[notice.pk, first.pk]),
        reverse("notices:received", args=[objection.reference]),
    ):
        html = client.get(address).content.decode()
        for secret in secrets:
            assert secret not in html, (address, secret)


def test_the_receipt_shows_the_reference_and_the_date_alone(client, running):
    _notice, [first, _second] = running
    objection = objection_to(first)

    response = client.get(reverse("notices:received", args=[objection.reference]))

    html = response.content.decode()
    assert objection.reference in html
    assert first.name not in html
    assert "no-store" in response["Cache-Control"]
    assert client.get(reverse("notices:received", args=["NOSUCHONE"])).status_code == 404


def test_before_it_starts_there_is_no_notice(client, running):
    notice, [first, _second] = running
    Notice.objects.filter(pk=notice.pk).update(
        starts_on=days_from_now(1).date(), ends_on=days_from_now(7).date()
    )

    assert client.get(reverse("notices:notice", args=[notice.pk])).status_code == 404
    assert client.get(reverse("notices:object", args=[notice.pk, first.pk])).status_code == 404
    assert notice.round.title not in client.get(reverse("notices:list")).content.decode()


@pytest.mark.parametrize(
    ("started", "words"),
    [
        (
            -2,
            ngettext(
                "Today is day %(number)s; %(left)s day is left, today included.",
                "Today is day %(number)s; %(left)s days are left, today included.",
                5,
            )
            % {"number": 3, "left": 5},
        ),
        (-6, "Today is the last day."),
        (-7, "The period is over; the list has not been announced yet."),
    ],
)
def test_the_period_is_told_in_plain_words(client, office, started, words):
    notice, _candidates = notice_for(1, office=office, now=days_from_now(started))

    html = page_of(client, notice)

    assert _(words) in html
    assert date_format(notice.ends_on, "DATE_FORMAT") in html


def test_after_the_period_nobody_is_invited_to_object(client, office):
    notice, [first] = notice_for(1, office=office, now=days_from_now(-7))

    html = page_of(client, notice)

    assert reverse("notices:object", args=[notice.pk, first.pk]) not in html
    assert _("How to object") not in html
    assert _("Contact the office") in html


def test_after_the_announcement_the_notice_leads_to_the_list_of_the_year(client, office):
    notice, _candidates = notice_for(1, office=office, now=days_from_now(-9), year=2026)
    address = reverse("archive:year", args=[2026])
    assert f'href="{address}"' not in page_of(client, notice)
    StepRecord.objects.create(round=notice.round, step="announce")

    html = page_of(client, notice)

    assert f'href="{address}"' in html
    assert _("The period is over and the list has been announced.") in html


def test_who_was_taken_off_is_off_the_public_list(client, running, office):
    notice, [first, second] = running
    dispose_of(objection_to(first).pk, office, uphold=True, reason="不实。")

    html = page_of(client, notice)

    assert first.name not in html
    assert second.name in html
    gone = client.get(reverse("notices:object", args=[notice.pk, first.pk]))
    assert gone.status_code == 404


def test_the_offices_address_stands_on_the_notice(client, running):
    notice, _candidates = running
    OfficeContact.objects.create(
        name="平湖市示例办公室", address="示例路1号", phone="0573-00000000", hours="工作日"
    )

    html = page_of(client, notice)

    for words in ("平湖市示例办公室", "示例路1号", "0573-00000000", "工作日"):
        assert words in html


def test_a_readers_request_writes_no_settings_row(client, running):
    notice, _candidates = running

    page_of(client, notice)

    assert not OfficeContact.objects.exists()


def test_the_list_tells_running_from_past_notices(client, running, office):
    notice, candidates = running
    over, _others = notice_for(1, office=office, now=days_from_now(-20))

    response = client.get(reverse("notices:list"))

    assert response.context["running"] == [notice]
    assert response.context["past"] == [over]
    assert response.context["running"][0].candidate_count == len(candidates)


def test_an_empty_list_says_what_will_stand_there(client, db):
    html = client.get(reverse("notices:list")).content.decode()

    assert _("No list is on notice at the moment") in html


def test_search_engines_are_asked_to_keep_no_candidate(client, running):
    notice, _candidates = running

    assert '<meta name="robots" content="noindex">' in page_of(client, notice)


def test_the_english_address_answers_in_english(client, running):
    notice, [first, _second] = running

    html = client.get(f"/en/notices/{notice.pk}/").content.decode()

    assert "How to object" in html
    assert first.category.name_en in html
    assert f'lang="zh-Hans">{first.overview}' in html


def test_queries_of_a_notice_do_not_grow_with_its_list(client, office):
    notice, candidates = notice_for(3, office=office)
    address = reverse("notices:notice", args=[notice.pk])
    at_three = queries_of(client, address)
    more_candidates(candidates[0], 27)

    assert queries_of(client, address) == at_three <= 4
    assert client.get(address).context["candidate_count"] == 30


def test_queries_of_the_list_do_not_grow_with_its_rows(client, running):
    notice, _candidates = running
    address = reverse("notices:list")
    more_notices(notice, 2)
    at_three = queries_of(client, address)
    more_notices(notice, 27)

    assert queries_of(client, address) == at_three
    assert client.get(address).context["page_obj"].paginator.count == 30


def more_candidates(like: Nomination, count: int) -> None:
    """Add candidates that have passed: plain rows, since only the reading is looked at."""
    Nomination.objects.bulk_create(
        Nomination(
            round_id=like.round_id,
            unit_id=like.unit_id,
            category_id=like.category_id,
            place_id=like.place_id,
            name=f"示例李{number}",
            outcome="passed",
            live=False,
        )
        for number in range(count)
    )


def more_notices(like: Notice, count: int) -> None:
    """Add rounds with a notice each, as plain rows."""
    rounds = Round.objects.bulk_create(
        Round(title=f"示例评选之{n}", year=2025, opens_on=like.starts_on, closes_on=like.ends_on)
        for n in range(count)
    )
    Notice.objects.bulk_create(
        Notice(round=round_, starts_on=like.starts_on, ends_on=like.ends_on) for round_ in rounds
    )


def queries_of(client, address: str) -> int:
    """Return how many queries the second of two requests made: the first fills caches."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def rendered_line(request) -> str:
    template = Template("{% load public_notices %}{% running_notices %}{% running_notices %}")
    return template.render(Context({"request": request}))


def test_the_line_for_other_pages_asks_once_a_request(rf, running, django_assert_num_queries):
    notice, _candidates = running

    with django_assert_num_queries(1):
        html = rendered_line(rf.get("/"))

    assert html.count(reverse("notices:notice", args=[notice.pk])) == 2


def test_the_line_for_other_pages_is_nothing_while_no_notice_runs(rf, office):
    notice_for(1, office=office, now=days_from_now(-9))

    assert rendered_line(rf.get("/")).strip() == ""
