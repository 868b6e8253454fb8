"""The score sheet's screen: what is read, what is saved, what comes back, and for whom."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from goodpeople.nominations.decisions import decide
from goodpeople.panels.models import Criterion, ScoreSheet
from goodpeople.panels.sheets import declare_recusal, save_scores
from tests.factories.accounts import UserFactory
from tests.factories.nominations import PERSONAL
from tests.factories.panels import open_scoring

pytestmark = pytest.mark.django_db


@pytest.fixture
def scoring():
    """Three candidates, two members."""
    return open_scoring(candidates=3, members=2)


def url(sheet: ScoreSheet, name: str = "sheet") -> str:
    return reverse(f"panel_desk:{name}", args=[sheet.pk])


def sent(scoring, *values, version=0, comment="", **more) -> dict:
    """Return what the form would send."""
    points = {f"points_{pk}": "" if v is None else v for pk, v in scoring.points(*values).items()}
    return {**points, "version": version, "comment": comment, **more}


def points_on(sheet: ScoreSheet) -> list[int]:
    return [score.points for score in sheet.scores.all()]


class TestReading:
    def test_the_story_stands_beside_the_criteria(self, scoring, as_user):
        sheet = scoring.sheet(0, 1)
        html = as_user(sheet.member.user).get(url(sheet)).content.decode()
        nomination = scoring.candidates[1]
        for words in (
            nomination.name,
            nomination.headline,
            nomination.overview,
            nomination.summary,
            nomination.story[:40],
            nomination.employer_post,
            str(nomination.place.public_text),
            "事迹真实感人",
            "weight 40%",
        ):
            assert words in html
        photo = nomination.photos.get()
        assert reverse("desk:file", args=[photo.key]) in html

    def test_nothing_private_and_nobodys_account_is_in_it(self, scoring, as_user):
        save_scores(
            scoring.sheet(1).pk, scoring.members[1].user, scoring.points(3), comment="同行的评语"
        )
        sheet = scoring.sheet(0)
        html = as_user(sheet.member.user).get(url(sheet)).content.decode()
        nomination = scoring.candidates[0]
        private = [
            *PERSONAL.values(),
            nomination.created_by.username,
            str(nomination.created_by),
            nomination.unit.name,
            nomination.place.name,
            "评委2",
            "同行的评语",
        ]
        assert [words for words in private if words in html] == []

    def test_leads_on_to_the_neighbours(self, scoring, as_user):
        sheet = scoring.sheet(0, 1)
        html = as_user(sheet.member.user).get(url(sheet)).content.decode()
        assert url(scoring.sheet(0, 0)) in html
        assert url(scoring.sheet(0, 2)) in html

    def test_the_saved_points_and_their_total_are_shown(self, scoring, as_user):
        sheet = scoring.sheet()
        save_scores(sheet.pk, sheet.member.user, scoring.points(8, 6, None, None))
        html = as_user(sheet.member.user).get(url(sheet)).content.decode()
        assert "<strong data-total>50.00</strong>" in html

    def test_a_wide_scale_is_one_field_to_type_in(self, as_user):
        scoring = open_scoring(members=1, criteria=[("事迹", 1)])
        Criterion.objects.update(max_points=100)
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        assert 'type="number"' in client.get(url(sheet)).content.decode()
        client.post(url(sheet), sent(scoring, 87))
        assert points_on(sheet) == [87]

    def test_the_file_of_a_photo_opens_for_the_member_who_scores(self, scoring, as_user):
        photo = scoring.candidates[0].photos.get()
        address = reverse("desk:file", args=[photo.key])
        member = scoring.members[0].user
        assert as_user(member).get(address).status_code == 200
        declare_recusal(scoring.sheet().pk, member, "亲属")
        assert as_user(member).get(address).status_code == 404


class TestSaving:
    def test_saves_and_stays(self, scoring, as_user):
        sheet = scoring.sheet()
        answer = as_user(sheet.member.user).post(
            url(sheet), sent(scoring, 8, 7, None, 9, comment="写得实\r\n好")
        )
        assert answer.status_code == 302
        sheet.refresh_from_db()
        assert (points_on(sheet), sheet.comment) == ([8, 7, 9], "写得实\n好")

    def test_the_bar_of_buttons_says_when_it_was_saved(self, scoring, as_user):
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        assert "Saved at" not in client.get(url(sheet)).content.decode()
        html = client.post(url(sheet), sent(scoring, 8), follow=True).content.decode()
        sheet.refresh_from_db()
        when = timezone.localtime(sheet.updated_at)
        assert f"data-status>Saved at {when:%H:%M}</p>" in html
        ScoreSheet.objects.update(updated_at=when - timedelta(days=2))
        html = client.get(url(sheet)).content.decode()
        before = date_format(when - timedelta(days=2), "SHORT_DATETIME_FORMAT")
        assert f"data-status>Saved at {before}</p>" in html

    def test_the_bar_of_buttons_says_what_was_not_saved(self, scoring, as_user):
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        client.post(url(sheet), sent(scoring, 8))
        for wrong in ({"version": 1, "comment": "长" * 2001}, {"version": 0}):
            html = client.post(url(sheet), sent(scoring, 8, **wrong)).content.decode()
            assert "data-status>Not saved yet</p>" in html

    def test_saves_as_one_goes(self, scoring, as_user):
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        answer = client.post(
            url(sheet), sent(scoring, 8), headers={"x-requested-with": "XMLHttpRequest"}
        )
        body = json.loads(answer.content)
        assert answer.status_code == 200
        assert body["version"] == 1
        assert body["message"].startswith("Saved at ")
        assert points_on(sheet) == [8, 8, 8, 8]

    @pytest.mark.parametrize("wrong", ["11", "-1", "8.5", "很高"])
    def test_wrong_points_stand_beside_the_field_and_all_is_kept(self, scoring, as_user, wrong):
        sheet = scoring.sheet()
        answer = as_user(sheet.member.user).post(
            url(sheet), sent(scoring, 8, 7, wrong, 9, comment="写得实")
        )
        html = answer.content.decode()
        assert answer.status_code == 200
        assert "Whole points from 0 to 10, please." in html
        assert "写得实" in html
        checked = answer.context["form"][f"points_{scoring.criteria[1].pk}"].value()
        assert checked == "7"
        assert points_on(sheet) == []

    def test_a_comment_too_long_is_kept_whole(self, scoring, as_user):
        sheet = scoring.sheet()
        answer = as_user(sheet.member.user).post(url(sheet), sent(scoring, 8, comment="长" * 2001))
        assert answer.status_code == 200
        assert "长" * 2001 in answer.content.decode()
        assert answer.context["form"].errors["comment"] == [
            "Too long to be kept: 2000 characters at most here."
        ]

    def test_a_stale_form_gets_409_with_all_that_was_typed(self, scoring, as_user):
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        save_scores(sheet.pk, sheet.member.user, scoring.points(3), comment="另一窗口")
        answer = client.post(url(sheet), sent(scoring, 8, comment="这一窗口"))
        html = answer.content.decode()
        assert answer.status_code == 409
        assert "This sheet was saved in another window. Nothing you entered is lost." in html
        assert "这一窗口" in html
        assert "另一窗口" in html
        assert "Saved in the other window: 3" in html
        assert points_on(sheet) == [3, 3, 3, 3]
        again = client.post(
            url(sheet), sent(scoring, 8, version=answer.context["form"].data["version"])
        )
        assert again.status_code == 302
        assert points_on(sheet) == [8, 8, 8, 8]

    def test_a_stale_save_as_one_goes_gets_409_and_the_reason(self, scoring, as_user):
        sheet = scoring.sheet()
        save_scores(sheet.pk, sheet.member.user, scoring.points(3))
        answer = as_user(sheet.member.user).post(
            url(sheet), sent(scoring, 8), headers={"x-requested-with": "XMLHttpRequest"}
        )
        assert answer.status_code == 409
        assert json.loads(answer.content) == {
            "reason": "This sheet was saved in another window. Nothing you entered is lost."
        }

    def test_a_form_from_before_the_hand_in_is_refused(self, scoring, as_user):
        sheet = scoring.sheet()
        scoring.hand_in(0, 0, 8)
        client = as_user(sheet.member.user)
        answer = client.post(url(sheet), sent(scoring, 1), follow=True)
        assert "This sheet is closed: handed in." in answer.content.decode()
        script = client.post(
            url(sheet), sent(scoring, 1), headers={"x-requested-with": "XMLHttpRequest"}
        )
        assert script.status_code == 403
        assert json.loads(script.content) == {"reason": "This sheet is closed: handed in."}
        assert points_on(sheet) == [8, 8, 8, 8]


class TestHandingIn:
    def test_missing_points_are_asked_for_beside_their_criteria(self, scoring, as_user):
        sheet = scoring.sheet()
        answer = as_user(sheet.member.user).post(
            url(sheet), sent(scoring, 8, None, 8, None, hand_in="1")
        )
        html = answer.content.decode()
        assert "Saved, but not handed in: some criteria have no points yet." in html
        assert html.count("Please give points before handing in.") == 2
        assert points_on(sheet) == [8, 8]
        assert answer.context["form"].data["version"] == "1"

    def test_leads_to_a_page_that_lists_the_points(self, scoring, as_user):
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        answer = client.post(url(sheet), sent(scoring, 8, 7, 9, 8, hand_in="1"), follow=True)
        html = answer.content.decode()
        assert answer.redirect_chain == [(url(sheet, "hand_in"), 302)]
        assert "Handing in is final" in html
        assert "79.00" in html
        sheet.refresh_from_db()
        assert sheet.status == "open"

    def test_confirmed_it_is_in_and_read_only(self, scoring, as_user):
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        client.post(url(sheet), sent(scoring, 8, comment="写得实"))
        answer = client.post(url(sheet, "hand_in"), {"version": 1}, follow=True)
        assert answer.redirect_chain == [(reverse("panel_desk:index"), 302)]
        assert "Handed in: 示例候选1." in answer.content.decode()
        html = client.get(url(sheet)).content.decode()
        assert "It does not change any more." in html
        assert 'type="radio"' not in html
        assert "写得实" in html
        assert scoring.candidates[0].headline in html

    def test_what_was_not_confirmed_is_not_handed_in(self, scoring, as_user):
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        client.post(url(sheet), sent(scoring, 8))
        client.get(url(sheet, "hand_in"))
        save_scores(sheet.pk, sheet.member.user, scoring.points(2), version=1)
        answer = client.post(url(sheet, "hand_in"), {"version": 1}, follow=True)
        assert answer.redirect_chain == [(url(sheet, "hand_in"), 302)]
        assert "20.00" in answer.content.decode()
        sheet.refresh_from_db()
        assert sheet.status == "open"

    @pytest.mark.parametrize("version", ["", "x", "-1", "９"])
    def test_a_version_that_is_none_hands_nothing_in(self, scoring, as_user, version):
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        client.post(url(sheet), sent(scoring, 8))
        assert client.post(url(sheet, "hand_in"), {"version": version}).status_code == 302
        sheet.refresh_from_db()
        assert sheet.status == "open"

    def test_pressed_twice_it_says_so(self, scoring, as_user):
        sheet = scoring.sheet()
        scoring.hand_in(0, 0, 8)
        client = as_user(sheet.member.user)
        answer = client.post(url(sheet, "hand_in"), {"version": 1}, follow=True)
        assert "This sheet is closed: handed in." in answer.content.decode()

    def test_the_page_opens_for_a_whole_sheet_only(self, scoring, as_user):
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        client.post(url(sheet), sent(scoring, 8, None, 8, 8))
        answer = client.get(url(sheet, "hand_in"), follow=True)
        assert answer.redirect_chain == [(url(sheet), 302)]
        assert "Not scored yet: 社会影响." in answer.content.decode()


class TestRecusal:
    def test_asks_for_the_reason_and_then_shows_no_story(self, scoring, as_user):
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        assert client.get(url(sheet, "recuse")).status_code == 200
        empty = client.post(url(sheet, "recuse"), {"reason": " "})
        assert "Please give a reason." in empty.content.decode()
        answer = client.post(url(sheet, "recuse"), {"reason": "候选人是本人的姐夫。"}, follow=True)
        assert "You are recused from 示例候选1." in answer.content.decode()
        html = client.get(url(sheet)).content.decode()
        assert "You do not score this candidate." in html
        assert "候选人是本人的姐夫。" in html
        assert scoring.candidates[0].headline not in html
        assert scoring.candidates[0].story[:40] not in html

    def test_is_not_offered_for_a_closed_sheet(self, scoring, as_user):
        scoring.hand_in(0, 0, 8)
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        assert client.get(url(sheet, "recuse")).status_code == 302
        answer = client.post(url(sheet, "recuse"), {"reason": "亲属"}, follow=True)
        assert "This sheet is closed: handed in." in answer.content.decode()


class TestClosed:
    def test_after_closing_only_the_own_points_are_left(self, scoring, as_user):
        for candidate in range(3):
            for member in (0, 1):
                scoring.hand_in(member, candidate, 8)
        scoring.perform("close_scoring")
        sheet = scoring.sheet()
        html = as_user(sheet.member.user).get(url(sheet)).content.decode()
        assert "Scoring has closed." in html
        assert "80.00" in html
        assert scoring.candidates[0].headline not in html

    def test_a_candidate_who_left_the_round_is_closed(self, scoring, as_user):
        assert decide(scoring.candidates[0].pk, None, "hold", scoring.office, reason="待核实").done
        sheet = scoring.sheet()
        client = as_user(sheet.member.user)
        html = client.get(url(sheet)).content.decode()
        assert "This candidate is not being scored any more." in html
        assert scoring.candidates[0].headline not in html
        answer = client.post(url(sheet), sent(scoring, 8), follow=True)
        assert "Not possible while the nomination is in the state" in answer.content.decode()
        assert points_on(sheet) == []


class TestWho:
    @pytest.mark.parametrize("name", ["sheet", "hand_in", "recuse"])
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_others_find_no_such_sheet(self, scoring, as_user, name, method):
        sheet = scoring.sheet(0)
        others = [
            scoring.members[1].user,
            scoring.office,
            UserFactory(auditor=True),
            UserFactory(superuser=True),
            scoring.candidates[0].created_by,
        ]
        for user in others:
            assert getattr(as_user(user), method)(url(sheet, name)).status_code == 404
        sheet.refresh_from_db()
        assert sheet.status == "open"

    @pytest.mark.parametrize("name", ["sheet", "hand_in", "recuse"])
    def test_strangers_are_sent_to_sign_in(self, scoring, name):
        answer = Client().post(url(scoring.sheet(), name))
        assert answer.status_code == 302
        assert answer.url.startswith(reverse("accounts:sign_in"))
