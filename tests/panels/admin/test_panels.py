"""Panels in the office's menu: who may be seated, who stays, who may look."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goodpeople.panels.models import Panel, PanelMember
from tests.factories.accounts import UserFactory
from tests.factories.nominations import RoundFactory
from tests.factories.panels import PanelMemberFactory, open_scoring, ready_round

pytestmark = pytest.mark.django_db


def url(name: str, *args) -> str:
    return reverse(f"panels_panel:{name}", args=args)


@pytest.fixture
def office(as_user):
    """The office's browser."""
    return as_user(UserFactory(office=True, display_name="文明办"))


def members_of(panel) -> set[str]:
    return {str(member) for member in PanelMember.objects.filter(panel=panel)}


def errors_of(answer) -> list[str]:
    assert answer.status_code == 200
    return list(answer.context["form"].errors.get("member_accounts", []))


class TestForm:
    def test_seats_a_panel(self, office):
        round_ = RoundFactory()
        people = [UserFactory(display_name=name) for name in ("周素琴", "钱卫平")]
        answer = office.post(
            url("add"),
            {"round": round_.pk, "briefing": "先读完", "member_accounts": [p.pk for p in people]},
        )
        panel = Panel.objects.get()
        assert answer.url == url("page", panel.pk)
        assert (panel.round, panel.briefing) == (round_, "先读完")
        assert members_of(panel) == {"周素琴", "钱卫平"}

    def test_a_round_has_one_panel(self, office):
        taken = ready_round()
        answer = office.post(url("add"), {"round": taken.pk, "briefing": ""})
        assert answer.status_code == 200
        assert "round" in answer.context["form"].errors
        assert Panel.objects.count() == 1

    @pytest.mark.parametrize("role", ["office", "editor", "auditor", "superuser"])
    def test_whoever_runs_the_site_does_not_score(self, office, role):
        person = UserFactory(**{role: True})
        answer = office.post(
            url("add"), {"round": RoundFactory().pk, "briefing": "", "member_accounts": [person.pk]}
        )
        assert len(errors_of(answer)) == 1
        assert not Panel.objects.exists()

    def test_a_closed_account_cannot_be_seated(self, office):
        person = UserFactory(is_active=False)
        answer = office.post(
            url("add"), {"round": RoundFactory().pk, "briefing": "", "member_accounts": [person.pk]}
        )
        assert len(errors_of(answer)) == 1

    def test_the_round_stays_the_panels_own(self, office):
        panel = ready_round(members=0).panel
        office.post(url("edit", panel.pk), {"round": RoundFactory().pk, "briefing": "改"})
        panel.refresh_from_db()
        assert panel.briefing == "改"
        assert panel.round.panel == panel

    def test_before_scoring_members_come_and_go(self, office):
        panel = ready_round(members=2).panel
        new = UserFactory(display_name="冯雅文")
        keep = panel.members.first().user
        office.post(url("edit", panel.pk), {"briefing": "", "member_accounts": [keep.pk, new.pk]})
        assert members_of(panel) == {str(keep), "冯雅文"}

    def test_a_member_with_sheets_stays(self, office):
        scoring = open_scoring(members=2)
        panel = scoring.round.panel
        keep = scoring.members[0].user
        answer = office.post(
            url("edit", panel.pk), {"briefing": "改", "member_accounts": [keep.pk]}
        )
        assert errors_of(answer) == [
            "评委2 already has score sheets and stays on the panel. On the page “Scoring "
            "progress” a member can be taken off a single candidate."
        ]
        assert members_of(panel) == {"评委1", "评委2"}

    def test_a_late_member_gets_sheets_at_once(self, office):
        scoring = open_scoring(members=1, candidates=2)
        scoring.hand_in(0, 0, 8)
        new = UserFactory(display_name="冯雅文")
        answer = office.post(
            url("edit", scoring.round.panel.pk),
            {"briefing": "", "member_accounts": [scoring.members[0].user.pk, new.pk]},
        )
        assert answer.status_code == 302
        seat = PanelMember.objects.get(user=new)
        assert seat.sheets.filter(status="open").count() == 2
        assert scoring.sheet(0, 0).status == "handed_in"

    def test_after_closing_nobody_comes_or_goes(self, office):
        scoring = open_scoring(members=1)
        scoring.hand_in_all({0: 8})
        scoring.perform("close_scoring")
        panel = scoring.round.panel
        member, new = scoring.members[0].user, UserFactory()
        answer = office.post(
            url("edit", panel.pk), {"briefing": "", "member_accounts": [member.pk, new.pk]}
        )
        assert errors_of(answer) == ["Scoring has closed: the panel can no longer change."]
        answer = office.post(
            url("edit", panel.pk), {"briefing": "谢谢各位", "member_accounts": [member.pk]}
        )
        panel.refresh_from_db()
        assert panel.briefing == "谢谢各位"

    def test_a_panel_that_has_scored_is_not_deleted(self, office):
        scoring = open_scoring()
        answer = office.post(url("delete", scoring.round.panel.pk), follow=True)
        assert "other records refer to it" in answer.content.decode()
        assert Panel.objects.exists()
        unused = ready_round().panel
        office.post(url("delete", unused.pk))
        assert not Panel.objects.filter(pk=unused.pk).exists()


class TestWho:
    def test_the_auditor_reads_and_changes_nothing(self, as_user):
        panel = ready_round().panel
        client = as_user(UserFactory(auditor=True))
        assert client.get(url("index")).status_code == 200
        html = client.get(url("page", panel.pk)).content.decode()
        assert "评委1" in html
        assert panel.briefing in html
        assert url("edit", panel.pk) not in html
        for name, args in (("add", ()), ("edit", (panel.pk,)), ("delete", (panel.pk,))):
            answer = client.post(url(name, *args), {"briefing": "改"})
            assert answer.status_code == 302
        panel.refresh_from_db()
        assert panel.briefing != "改"

    @pytest.mark.parametrize("name", ["index", "page", "edit", "delete"])
    def test_members_and_editors_do_not_get_in(self, as_user, name):
        panel = ready_round().panel
        args = () if name == "index" else (panel.pk,)
        for user in (panel.members.first().user, UserFactory(editor=True)):
            answer = as_user(user).get(url(name, *args))
            assert answer.status_code == 302
            assert panel.briefing not in answer.content.decode()


def test_the_list_costs_the_same_for_more_panels(office):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert office.get(url("index")).status_code == 200
        return len(queries)

    ready_round(members=1)
    cost()
    few = cost()
    for _more in range(3):
        ready_round(members=3)
    assert cost() == few


def test_the_form_costs_the_same_for_more_accounts(office):
    panel = ready_round(members=1).panel

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert office.get(url("edit", panel.pk)).status_code == 200
        return len(queries)

    cost()
    few = cost()
    UserFactory.create_batch(5)
    PanelMemberFactory.create_batch(3, panel=panel)
    assert cost() == few
