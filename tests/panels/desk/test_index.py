"""A member's list: what there is to score, how far they have come, and what others may see."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.models import Category
from goodpeople.nominations.decisions import decide
from goodpeople.panels.desk.progress import rounds_of
from goodpeople.panels.sheets import declare_recusal, save_scores
from tests.factories.accounts import UserFactory
from tests.factories.panels import PanelMemberFactory, open_scoring, ready_round

pytestmark = pytest.mark.django_db


def index() -> str:
    return reverse("panel_desk:index")


def page(client, status: int = 200) -> str:
    answer = client.get(index())
    assert answer.status_code == status
    return answer.content.decode()


def test_shows_candidates_by_category_with_their_states(as_user):
    filial = Category.objects.get(code="filial")
    helping = Category.objects.get(code="helping-others")
    scoring = open_scoring(candidates=[filial, helping, helping, helping], members=1)
    user = scoring.members[0].user
    scoring.hand_in(0, 0, 8)
    save_scores(scoring.sheet(0, 1).pk, user, scoring.points(8, 8, None, None))
    declare_recusal(scoring.sheet(0, 2).pk, user, "亲属")
    (mine,) = rounds_of(user)
    assert [
        (category.code, [(row.sheet.nomination.name, row.state) for row in rows])
        for category, rows in mine.groups
    ] == [
        (
            "helping-others",
            [("示例候选2", "begun"), ("示例候选3", "recused"), ("示例候选4", "to_score")],
        ),
        ("filial", [("示例候选1", "handed_in")]),
    ]
    assert (mine.stage, mine.done, mine.total) == ("open", 1, 3)
    assert mine.next.sheet == scoring.sheet(0, 1)
    html = page(as_user(user))
    for words in ("Continue with 示例候选2", "2 of 4 criteria scored", "Recused", "1 of 3 done"):
        assert words in html
    assert scoring.round.panel.briefing in html


def test_a_sheet_with_all_points_is_told_from_one_half_done(as_user):
    scoring = open_scoring(members=1)
    sheet = scoring.sheet()
    save_scores(sheet.pk, sheet.member.user, scoring.points(8))
    (mine,) = rounds_of(sheet.member.user)
    assert [row.state for row in mine.sheets] == ["scored"]
    assert (mine.done, mine.total, mine.next.sheet) == (0, 1, sheet)
    html = page(as_user(sheet.member.user))
    assert "All scored, not handed in yet" in html
    assert "criteria scored" not in html


def test_says_thank_you_when_all_is_in(as_user):
    scoring = open_scoring(members=1)
    scoring.hand_in_all({0: 8})
    html = page(as_user(scoring.members[0].user))
    assert "All your sheets are in. Thank you." in html
    assert "Continue with" not in html


def test_a_candidate_who_left_the_round_asks_for_nothing(as_user):
    scoring = open_scoring(candidates=2, members=1)
    assert decide(scoring.candidates[0].pk, None, "hold", scoring.office, reason="待核实").done
    (mine,) = rounds_of(scoring.members[0].user)
    assert [row.state for row in mine.sheets] == ["closed", "to_score"]
    assert (mine.done, mine.total) == (0, 1)
    html = page(as_user(scoring.members[0].user))
    assert "Not needed any more" in html
    assert html.count(scoring.candidates[0].headline) == 1


def test_before_and_after_scoring(as_user):
    waiting = ready_round(members=0)
    seat = PanelMemberFactory(round=waiting)
    html = page(as_user(seat.user))
    assert "Scoring has not opened yet." in html
    scoring = open_scoring(members=1)
    scoring.hand_in_all({0: 8})
    scoring.perform("close_scoring")
    html = page(as_user(scoring.members[0].user))
    assert "Scoring has closed. You can still read what you gave." in html
    assert reverse("panel_desk:sheet", args=[scoring.sheet().pk]) in html
    assert scoring.candidates[0].headline not in html


def test_rounds_open_now_come_first(as_user):
    scoring = open_scoring(members=1, year=2025)
    user = scoring.members[0].user
    PanelMemberFactory(round=ready_round(members=0, year=2026), user=user)
    assert [mine.stage for mine in rounds_of(user)] == ["open", "waiting"]


@pytest.mark.parametrize("role", [{}, {"office": True}, {"auditor": True}, {"superuser": True}])
def test_those_without_a_seat_get_the_reason(as_user, role):
    html = page(as_user(UserFactory(**role)), status=403)
    assert "This desk is for the members of a panel." in html


def test_strangers_are_sent_to_sign_in():
    answer = Client().get(index())
    assert answer.status_code == 302
    assert answer.url == f"{reverse('accounts:sign_in')}?next={index()}"


def test_costs_the_same_for_more_candidates_and_rounds(as_user):
    def cost(scoring) -> int:
        client = as_user(scoring.members[0].user)
        page(client)
        with CaptureQueriesContext(connection) as queries:
            page(client)
        return len(queries)

    few = open_scoring(candidates=1, members=1)
    many = open_scoring(candidates=6, members=1)
    many.hand_in(0, 0, 8)
    PanelMemberFactory(round=ready_round(members=0), user=many.members[0].user)
    assert cost(few) == cost(many)
