"""Two people at one nomination: 409, everything typed still there, the newer value beside it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goodpeople.nominations.models import Nomination, PersonalRecord
from goodpeople.nominations.submission import save_draft

REASON = "Someone else saved this nomination after you opened it. Nothing you typed is lost."


def url(name, nomination):
    return reverse(f"desk:{name}", args=[nomination.pk])


def test_a_stale_save_is_answered_with_both_texts(desk, draft, nominator):
    save_draft(draft.pk, nominator, {"headline": "同事写的", "overview": "同事的概述"})
    response = desk.post(
        url("deeds", draft),
        {"version": draft.version, "headline": "我写的", "story": "我的\r\n正文"},
    )
    assert response.status_code == 409
    form = response.context["form"]
    assert form["headline"].value() == "我写的"
    assert form.newer == {"headline": "同事写的", "story": ""}
    text = response.content.decode()
    for said in (REASON, "我写的", "我的\r\n正文", "同事写的"):
        assert said in text
    assert Nomination.objects.get(pk=draft.pk).headline == "同事写的"


def test_saving_once_more_keeps_what_was_typed(desk, draft, nominator):
    save_draft(draft.pk, nominator, {"headline": "同事写的", "overview": "同事的概述"})
    form = desk.post(url("deeds", draft), {"version": draft.version, "headline": "我写的"}).context[
        "form"
    ]
    again = desk.post(
        url("deeds", draft), {"version": form["version"].value(), "headline": "我写的"}
    )
    assert again.status_code == 302
    saved = Nomination.objects.get(pk=draft.pk)
    assert (saved.headline, saved.overview) == ("我写的", "同事的概述")


@pytest.mark.parametrize("version", ["", "-1", "x", "９", None])
def test_a_form_without_a_readable_version_counts_as_out_of_date(desk, draft, version):
    data = {"headline": "我写的"} if version is None else {"headline": "我写的", "version": version}
    response = desk.post(url("deeds", draft), data)
    assert response.status_code == 409
    assert REASON in response.content.decode()
    assert Nomination.objects.get(pk=draft.pk).headline == ""


def test_autosave_is_told_in_json(desk, draft, nominator):
    saved = save_draft(draft.pk, nominator, {"headline": "同事写的"})
    response = desk.post(
        url("deeds", draft),
        {"version": draft.version, "headline": "我写的"},
        headers={"accept": "application/json"},
    )
    assert response.status_code == 409
    assert response.json() == {"reason": REASON, "version": saved.version}


def test_a_choice_is_shown_by_its_label(desk, complete, nominator):
    save_draft(complete.pk, nominator, {"sex": "female"})
    response = desk.post(
        url("who", complete), {"version": complete.version, "sex": "male", "name": "示例张三"}
    )
    assert response.context["form"].newer == {"sex": "Female"}


def test_personal_data_conflicts_too_and_nothing_is_overwritten(desk, draft, nominator):
    save_draft(draft.pk, nominator, {}, personal={"phone": "13900000000"})
    response = desk.post(url("contact", draft), {"version": draft.version, "phone": "13800000000"})
    assert response.status_code == 409
    assert response.context["form"].newer == {"phone": "13900000000"}
    assert PersonalRecord.objects.get(nomination=draft).phone == "13900000000"


def test_sending_what_somebody_else_has_changed_asks_first(desk, complete, nominator):
    save_draft(complete.pk, nominator, {"headline": "同事改了"})
    response = desk.post(
        url("check", complete), {"version": complete.version, "consent": "on", "go": "send"}
    )
    assert response.status_code == 409
    assert REASON in response.content.decode()
    assert Nomination.objects.get(pk=complete.pk).state == "draft"
