"""A round's page: what each step would move and what blocks it; pressing it once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goodpeople.nominations import round_links as links
from goodpeople.nominations import steps as table
from goodpeople.nominations.models import StepRecord
from goodpeople.nominations.steps import Preview, Step
from tests.factories.nominations import NominationFactory
from tests.nominations.admin.asking import said, text_of, told


def page(round_):
    return reverse("nominations_round:page", args=[round_.pk])


def press(client, round_, key):
    return client.post(reverse("nominations_round:step", args=[round_.pk, key]))


@pytest.fixture
def steps(monkeypatch):
    """Two steps of our own in place of the rooms': a first one that goes, and one after it."""
    blockers: list[str] = []
    moved: list[int] = []

    def preview(round_, now):
        return Preview(list(round_.nominations.all()), list(blockers), ["有一条说明"])

    def perform(round_, user, now, prepared):
        moved.append(round_.pk)
        return round_.nominations.count()

    first = Step("first", 1, "第一步", "说明第一步", preview, perform)
    second = Step("second", 2, "第二步", "说明第二步", preview, perform, after=("first",))
    monkeypatch.setattr(table, "_steps", {"first": first, "second": second})
    return blockers, moved


def test_next_step_names_what_it_moves(as_office, waiting, steps):
    text = text_of(as_office.get(page(waiting.round)))

    assert "说明第一步" in text
    assert "有一条说明" in text
    assert "张建国" in text
    assert reverse("nominations_round:step", args=[waiting.round_id, "first"]) in text
    assert said("Comes after:") in text
    assert reverse("nominations_round:step", args=[waiting.round_id, "second"]) not in text


def test_blocked_step_names_why_and_has_no_button(as_office, waiting, steps):
    blockers, _moved = steps
    blockers.append("张建国：评分表还没有交齐")

    text = text_of(as_office.get(page(waiting.round)))

    assert "张建国：评分表还没有交齐" in text
    assert reverse("nominations_round:step", args=[waiting.round_id, "first"]) not in text


def test_pressing_performs_it_once_and_says_so(as_office, office, waiting, steps):
    _blockers, moved = steps
    done = press(as_office, waiting.round, "first")
    again = press(as_office, waiting.round, "first")

    assert moved == [waiting.round_id]
    record = StepRecord.objects.get()
    assert (record.step, record.performed_by_id, record.moved) == ("first", office.pk, 1)
    assert done.url == again.url == page(waiting.round)
    already = said("This step has already been performed.")
    assert told(again)[-1] == said("%(step)s: %(reasons)s", step="第一步", reasons=already)
    assert str(office) in text_of(as_office.get(page(waiting.round)))


def test_pressing_what_is_blocked_moves_nothing(as_office, waiting, steps):
    blockers, moved = steps
    blockers.append("还差一份")

    response = press(as_office, waiting.round, "first")

    assert moved == []
    assert told(response) == [said("%(step)s: %(reasons)s", step="第一步", reasons="还差一份")]


def test_steps_out_of_order_are_refused(as_office, waiting, steps):
    response = press(as_office, waiting.round, "second")

    assert said("First: %(step)s.", step="第一步") in told(response)[0]
    assert not StepRecord.objects.exists()


def test_unknown_step_is_not_found(as_office, round_):
    assert press(as_office, round_, "no-such-step").status_code == 404


def test_get_performs_nothing(as_office, waiting, steps):
    address = reverse("nominations_round:step", args=[waiting.round_id, "first"])

    assert as_office.get(address).status_code == 405
    assert not StepRecord.objects.exists()


def test_auditor_reads_without_buttons_and_is_refused(client, auditor, waiting, steps):
    client.force_login(auditor)
    refusal = said("Only {roles} may do this.").split("{roles}")[0]

    text = text_of(client.get(page(waiting.round)))
    assert "张建国" in text
    assert refusal in text
    assert reverse("nominations_round:step", args=[waiting.round_id, "first"]) not in text

    response = press(client, waiting.round, "first")
    assert response.status_code == 403
    assert refusal in told(response)[0]
    assert not StepRecord.objects.exists()


@pytest.mark.parametrize("role", ["editor", "nominator"])
def test_others_learn_and_do_nothing(client, people, waiting, steps, role):
    client.force_login(people[role])

    for response in (client.get(page(waiting.round)), press(client, waiting.round, "first")):
        assert response.status_code in {302, 403}
        assert "张建国" not in text_of(response)
    assert not StepRecord.objects.exists()


def test_counts_lead_to_the_filtered_list(as_office, waiting, round_):
    NominationFactory(round=round_)
    text = text_of(as_office.get(page(round_)))

    filtered = f"{reverse('nominations_nomination:list')}?round={round_.pk}&state=eligibility"
    assert filtered in text
    listed = text_of(as_office.get(filtered))
    assert "张建国" in listed
    assert said("(no name yet)") not in listed


def test_links_of_other_rooms_stand_where_they_apply(as_office, waiting, monkeypatch):
    monkeypatch.setattr(links, "_entries", {})
    links.register_round_link(20, "后面的", "nominations_round:edit")
    links.register_round_link(10, "前面的", "nominations_round:page")
    links.register_round_link(
        30, "不适用的", "nominations_round:delete", applies=lambda round_: False
    )

    for address in (
        page(waiting.round),
        reverse("nominations_nomination:inspect", args=[waiting.pk]),
    ):
        text = text_of(as_office.get(address))
        assert text.index("前面的") < text.index("后面的")
        assert "不适用的" not in text


def test_page_shows_the_tasks_in_order_and_the_log(as_office, waiting, steps):
    press(as_office, waiting.round, "first")
    text = text_of(as_office.get(page(waiting.round)))

    order = [text.index(said(f"{kind}").capitalize()) for kind in ("eligibility check",)]
    assert order
    assert said("%(step)s: %(count)d nomination", step="第一步", count=1) in text


def test_a_round_made_in_the_admin_was_created_and_not_begun(as_office, office, round_):
    from wagtail.log_actions import log

    log(instance=round_, action="wagtail.create", user=office)

    text = text_of(as_office.get(page(round_)))

    assert said("Created") in text
    assert said("Started") not in text
