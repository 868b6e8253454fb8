"""The office's screens of a round's scoring: progress, taking off, results, single sheets."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.site_tree import ensure_site_tree
from goodpeople.nominations.round_links import round_links
from goodpeople.panels.models import Result
from goodpeople.panels.sheets import declare_recusal, excuse_member, save_scores
from tests.factories.accounts import UserFactory
from tests.factories.panels import open_scoring, ready_round

pytestmark = pytest.mark.django_db

NOT_YOURS = "Only the organising office、the auditor、the superuser may do this."


def url(name: str, *args) -> str:
    return reverse(f"panels_admin:{name}", args=args)


def text(answer, status: int = 200) -> str:
    assert answer.status_code == status
    return answer.content.decode()


@pytest.fixture
def running():
    """Two candidates, three members; a sheet in, one begun, one recused, one taken off."""
    scoring = open_scoring(candidates=2, members=3)
    scoring.hand_in(0, 0, 9, 9, 9, 8)
    user = scoring.members[1].user
    save_scores(scoring.sheet(1, 0).pk, user, scoring.points(7, None, None, None), comment="密语")
    declare_recusal(scoring.sheet(2, 0).pk, scoring.members[2].user, "候选人是本人的姐夫。")
    excuse_member(scoring.sheet(2, 1).pk, scoring.office, "因病住院")
    return scoring


@pytest.fixture
def closed():
    """Three candidates for two places, the second and third tied; scoring closed."""
    ensure_site_tree()
    scoring = open_scoring(candidates=3, members=2, quota=2)
    scoring.hand_in_all({0: 9, 1: 7, 2: 7})
    scoring.perform("close_scoring")
    return scoring


@pytest.fixture
def office(as_user):
    """The office's browser."""
    return as_user(UserFactory(office=True, display_name="文明办"))


@pytest.fixture
def auditor(as_user):
    """The auditor's browser."""
    return as_user(UserFactory(auditor=True))


class TestProgress:
    def test_names_who_is_missing_and_shows_states(self, running, office):
        answer = office.get(url("progress", running.round.pk))
        html = text(answer)
        assert "1 of 4 sheets are in" in html
        assert [(str(m), n) for m, n in answer.context["missing"]] == [("评委1", 1), ("评委2", 2)]
        ((_category, lines),) = answer.context["groups"]
        states = [[cell.state for cell in line.cells] for line in lines]
        assert states == [["handed_in", "begun", "recused"], ["to_score", "to_score", "recused"]]
        for words in ("候选人是本人的姐夫。", "因病住院"):
            assert words in html

    def test_shows_no_points_and_no_comments(self, running, office):
        html = text(office.get(url("progress", running.round.pk)))
        assert "88.00" not in html
        assert "89.00" not in html
        assert "密语" not in html

    def test_the_auditor_reads_without_a_way_to_take_off(self, running, auditor):
        html = text(auditor.get(url("progress", running.round.pk)))
        assert "评委1" in html
        assert "excuse" not in html

    def test_before_opening_it_says_so(self, office):
        html = text(office.get(url("progress", ready_round().pk)))
        assert "Scoring has not opened yet." in html

    def test_costs_the_same_for_more_sheets(self, office):
        def cost(scoring) -> int:
            office.get(url("progress", scoring.round.pk))
            with CaptureQueriesContext(connection) as queries:
                text(office.get(url("progress", scoring.round.pk)))
            return len(queries)

        few = open_scoring(candidates=1, members=1)
        many = open_scoring(candidates=4, members=4)
        many.hand_in(0, 0, 8)
        assert cost(few) == cost(many)


class TestExcuse:
    def test_takes_a_member_off_with_the_reason(self, running, office):
        sheet = running.sheet(1, 0)
        address = url("excuse", running.round.pk, sheet.pk)
        assert "Take the member off" in text(office.get(address))
        assert "Please give a reason." in text(office.post(address, {"reason": " "}))
        html = text(office.post(address, {"reason": "始终没有答复"}, follow=True))
        assert "评委2 no longer scores 示例候选1." in html
        assert running.sheet(1, 0).recusal.reason == "始终没有答复"

    def test_a_sheet_that_is_in_stays(self, running, office):
        sheet = running.sheet(0, 0)
        address = url("excuse", running.round.pk, sheet.pk)
        assert "This sheet is closed: handed in." in text(office.get(address))
        html = text(office.post(address, {"reason": "因病住院"}))
        assert "This sheet is closed: handed in." in html
        assert running.sheet(0, 0).status == "handed_in"

    def test_the_auditor_may_not(self, running, auditor):
        address = url("excuse", running.round.pk, running.sheet(1, 0).pk)
        reason = "Only the organising office、the superuser may do this."
        assert reason in text(auditor.get(address), 403)
        assert reason in text(auditor.post(address, {"reason": "因病住院"}), 403)
        assert running.sheet(1, 0).status == "open"

    def test_another_rounds_sheet_is_not_found(self, running, office):
        other = open_scoring()
        address = url("excuse", running.round.pk, other.sheet().pk)
        assert office.post(address, {"reason": "因病住院"}).status_code == 404


def sent(scoring, answer, **choices) -> dict:
    """Return what the results' form sends; ``c0=("selected", "why")`` changes a row."""
    data = {"version": answer.context["version"]}
    for result in Result.objects.filter(round=scoring.round):
        data[f"decision_{result.nomination_id}"] = result.decision
        data[f"reason_{result.nomination_id}"] = result.reason
    for key, (decision, reason) in choices.items():
        pk = scoring.candidates[int(key[1:])].pk
        data |= {f"decision_{pk}": decision, f"reason_{pk}": reason}
    return data


def decisions() -> list[str]:
    return list(Result.objects.order_by("nomination_id").values_list("decision", flat=True))


TIE_BROKEN = {"c1": ("selected", "持续更久"), "c2": ("not_selected", "时间较短")}


class TestResults:
    def test_shows_the_standing_with_ties_and_the_cut_line(self, closed, office):
        answer = office.get(url("results", closed.round.pk))
        html = text(answer)
        (group,) = answer.context["categories"]
        assert [(r.result.rank, r.result.tied, r.cut_below) for r in group.rows] == [
            (1, False, False),
            (2, True, True),
            (2, True, False),
        ]
        for words in ("90.00", "70.00", "Cut line: 2 places", "tied at the cut", "quota 2"):
            assert words in html
        assert "Equal scores lie across the cut line" in html

    def test_there_is_none_before_closing(self, running, office):
        html = text(office.get(url("results", running.round.pk)))
        assert "There is no standing before scoring has closed." in html
        assert "decision_" not in html

    def test_saves_the_decisions(self, closed, office):
        address = url("results", closed.round.pk)
        answer = office.get(address)
        saved = office.post(address, sent(closed, answer, **TIE_BROKEN), follow=True)
        assert "The decisions are saved. They are not confirmed yet." in text(saved)
        assert decisions() == ["selected", "selected", "not_selected"]

    def test_a_missing_reason_stands_beside_its_row_and_all_is_kept(self, closed, office):
        address = url("results", closed.round.pk)
        data = sent(closed, office.get(address), c0=("held", ""), c1=("selected", "持续更久"))
        answer = office.post(address, data)
        html = text(answer)
        assert html.count("This departs from the standing: please say why.") == 1
        assert "持续更久" in html
        (group,) = answer.context["categories"]
        assert [row.decision for row in group.rows] == ["held", "selected", ""]
        assert decisions() == ["selected", "", ""]

    def test_an_undecided_tie_may_wait(self, closed, office):
        address = url("results", closed.round.pk)
        data = sent(closed, office.get(address), c0=("held", "待补充证明"))
        assert office.post(address, data).status_code == 302
        assert decisions() == ["held", "", ""]

    def test_a_decision_cannot_be_emptied(self, closed, office):
        address = url("results", closed.round.pk)
        data = sent(closed, office.get(address), c0=("", ""))
        assert "Choose a decision from the list." in text(office.post(address, data))
        assert decisions() == ["selected", "", ""]

    def test_a_reason_without_a_decision_is_kept_and_asked_about(self, closed, office):
        address = url("results", closed.round.pk)
        data = sent(closed, office.get(address), c1=("", "持续更久"))
        html = text(office.post(address, data))
        assert "Choose a decision from the list." in html
        assert "持续更久" in html

    def test_a_stale_form_gets_409_with_what_was_typed_and_what_is_stored(self, closed, office):
        address = url("results", closed.round.pk)
        data = sent(closed, office.get(address), c1=("held", "我的理由"))
        office.post(address, sent(closed, office.get(address), **TIE_BROKEN))
        answer = office.post(address, data)
        html = text(answer, 409)
        assert "Someone else decided on these results meanwhile." in html
        assert "我的理由" in html
        assert "Saved now: selected · 持续更久" in " ".join(html.split())
        assert decisions() == ["selected", "selected", "not_selected"]
        again = {**data, "version": answer.context["version"]}
        again[f"decision_{closed.candidates[2].pk}"] = "not_selected"
        again[f"reason_{closed.candidates[2].pk}"] = "时间较短"
        assert office.post(address, again).status_code == 302
        assert decisions() == ["selected", "held", "not_selected"]

    def test_more_than_the_quota_is_said(self, closed, office):
        address = url("results", closed.round.pk)
        both = {"c1": ("selected", "并列增选"), "c2": ("selected", "并列增选")}
        saved = office.post(address, sent(closed, office.get(address), **both), follow=True)
        assert "Helping Others: 3 selected, the quota is 2." in text(saved)

    def test_confirmed_it_is_read_only(self, closed, office):
        address = url("results", closed.round.pk)
        data = sent(closed, office.get(address), **TIE_BROKEN)
        office.post(address, data)
        closed.perform("confirm_results")
        answer = office.get(address)
        html = text(answer)
        assert "<select" not in html
        assert "持续更久" in html
        late = office.post(address, sent(closed, answer, c0=("held", "太迟")), follow=True)
        assert "The results have been confirmed and no longer change." in text(late)
        assert decisions() == ["selected", "selected", "not_selected"]

    def test_the_auditor_reads_and_decides_nothing(self, closed, auditor):
        address = url("results", closed.round.pk)
        answer = auditor.get(address)
        html = text(answer)
        assert "90.00" in html
        assert "<select" not in html
        refused = auditor.post(address, sent(closed, answer, **TIE_BROKEN))
        assert "Only the organising office、the superuser may do this." in text(refused, 403)
        assert decisions() == ["selected", "", ""]

    def test_costs_the_same_for_more_candidates(self, closed, office):
        def cost(scoring) -> int:
            office.get(url("results", scoring.round.pk))
            with CaptureQueriesContext(connection) as queries:
                text(office.get(url("results", scoring.round.pk)))
            return len(queries)

        more = open_scoring(candidates=6, members=1)
        more.hand_in_all(dict.fromkeys(range(6), 8))
        more.perform("close_scoring")
        assert cost(closed) == cost(more)


class TestSheets:
    def test_stay_shut_while_the_panel_scores(self, running, office):
        address = url("sheets", running.round.pk, running.candidates[0].pk)
        html = text(office.get(address), 403)
        assert "Single sheets can be read once scoring has closed." in html

    def test_show_points_comments_and_recusals_afterwards(self, office, auditor):
        scoring = open_scoring(members=3)
        sheet = scoring.sheet(0)
        save_scores(sheet.pk, sheet.member.user, {}, comment="记录本没有涂改")
        scoring.hand_in(0, 0, 9, 8, 7, 6)
        scoring.hand_in(1, 0, 8)
        declare_recusal(scoring.sheet(2).pk, scoring.members[2].user, "候选人是本人的姐夫。")
        scoring.perform("close_scoring")
        address = url("sheets", scoring.round.pk, scoring.candidates[0].pk)
        for client in (office, auditor):
            answer = client.get(address)
            html = text(answer)
            assert [column.points for column in answer.context["columns"]] == [
                [9, 8, 7, 6],
                [8, 8, 8, 8],
            ]
            for words in ("80.00", "候选人是本人的姐夫。", "Rank 1, score 80.00"):
                assert words in html

    def test_another_rounds_candidate_is_not_found(self, closed, running, office):
        address = url("sheets", closed.round.pk, running.candidates[0].pk)
        assert office.get(address).status_code == 404


@pytest.mark.parametrize("name", ["progress", "results", "sheets"])
def test_others_are_refused_with_the_reason(closed, as_user, name):
    args = [closed.round.pk, *([closed.candidates[0].pk] if name == "sheets" else [])]
    assert NOT_YOURS in text(as_user(UserFactory(editor=True)).get(url(name, *args)), 403)


@pytest.mark.parametrize("name", ["progress", "results", "sheets"])
def test_members_and_nominators_do_not_get_in(closed, as_user, name):
    args = [closed.round.pk, *([closed.candidates[0].pk] if name == "sheets" else [])]
    for user in (closed.members[0].user, closed.candidates[0].created_by):
        assert as_user(user).get(url(name, *args)).status_code == 302


def test_the_round_leads_here_as_far_as_it_has_come(closed):
    def labels(round_) -> list[str]:
        return [str(link.label) for link in round_links(round_)]

    assert labels(ready_round()) == []
    assert labels(open_scoring().round) == ["Scoring progress"]
    assert labels(closed.round) == ["Scoring progress", "Results"]
