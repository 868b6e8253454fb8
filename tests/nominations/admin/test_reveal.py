"""Personal data is masked on the page; seeing it takes the right, a reason, and leaves a trace."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.factories.nominations import PERSONAL, NominationFactory
from tests.nominations.admin.asking import said, text_of, told


def page(nomination):
    return reverse("nominations_nomination:inspect", args=[nomination.pk])


def reveal(client, nomination, why="电话核实事迹"):
    return client.post(reverse("nominations_nomination:reveal", args=[nomination.pk]), {"why": why})


def trace():
    return ModelLogEntry.objects.filter(action="nominations.reveal_personal")


def test_masked_on_the_page(as_office, waiting):
    text = text_of(as_office.get(page(waiting)))

    assert "138******01" in text
    for value in PERSONAL.values():
        assert value not in text


def test_revealed_once_in_an_answer_that_nothing_keeps(as_office, waiting):
    response = reveal(as_office, waiting)

    for value in PERSONAL.values():
        assert value in text_of(response)
    assert "no-store" in response["Cache-Control"]
    assert PERSONAL["phone"] not in text_of(as_office.get(page(waiting)))


def test_trace_says_who_and_why_and_never_what(as_office, office, waiting):
    reveal(as_office, waiting, why="电话核实事迹")

    entry = trace().get()
    assert entry.user_id == office.pk
    assert entry.data == {"why": "电话核实事迹"}
    history = text_of(as_office.get(page(waiting)))
    assert said("Personal data revealed") in history
    assert "电话核实事迹" in history


@pytest.mark.parametrize("why", ["", "   "])
def test_without_a_reason_nothing_is_shown(as_office, waiting, why):
    response = reveal(as_office, waiting, why=why)

    assert response.status_code == 422
    assert said("Please say what you need the data for.") in text_of(response)
    assert PERSONAL["phone"] not in text_of(response)
    assert not trace().exists()


@pytest.mark.parametrize("why", ["电话核实事迹", ""])
def test_auditor_is_refused_with_the_reason(client, auditor, waiting, why):
    client.force_login(auditor)
    refusal = said("Only {roles} may do this.").split("{roles}")[0]

    response = reveal(client, waiting, why=why)

    assert response.status_code == 403
    assert told(response)[0].startswith(refusal)
    assert PERSONAL["phone"] not in text_of(response)
    assert not trace().exists()


def test_draft_is_refused_even_to_the_office(as_office, round_):
    draft = NominationFactory(state="complete", round=round_)

    response = reveal(as_office, draft)

    assert response.status_code == 403
    assert told(response) == [
        said(
            "Not possible while the nomination is in the state “%(state)s”.",
            state=said("Draft"),
        )
    ]
    assert PERSONAL["phone"] not in text_of(response)


def test_get_reveals_nothing(as_office, waiting):
    response = as_office.get(reverse("nominations_nomination:reveal", args=[waiting.pk]))

    assert response.status_code == 405
    assert not trace().exists()


def test_no_log_entry_holds_personal_data(as_office, waiting):
    reveal(as_office, waiting)

    told_everywhere = str(list(ModelLogEntry.objects.values_list("label", "data")))
    for value in PERSONAL.values():
        assert value not in told_everywhere
