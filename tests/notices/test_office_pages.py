"""Objections in the admin: the office decides, the auditor reads, others see nothing."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import registry

from goodpeople.nominations import states as st
from goodpeople.nominations.round_links import round_links
from goodpeople.notices.models import Notice, Objection, OfficeContact
from goodpeople.notices.objections import dispose_of
from tests.factories.accounts import UserFactory
from tests.factories.notices import fresh_round, notice_for, objection_to
from tests.notices.conftest import state_of

pytestmark = pytest.mark.django_db

INDEX = "notices_objection:index"
HOME = "/admin/"


@pytest.fixture
def signed_in(client):
    """Sign somebody of a role in and return the client; "" is a person without a role."""

    def sign_in(role: str):
        client.force_login(UserFactory(**({role: True} if role else {})))
        return client

    return sign_in


@pytest.fixture
def objection(running):
    """An objection with a name and a telephone to the first candidate."""
    _notice, [first, _second] = running
    return objection_to(first, text="时间不一致", objector="陈建国", contact="13900001234")


def addresses(objection) -> list[str]:
    return [
        reverse(INDEX),
        reverse("notices_objection:page", args=[objection.pk]),
        reverse("notices_objection:notice", args=[objection.notice.round_id]),
    ]


@pytest.mark.parametrize("role", ["office", "auditor", "superuser"])
def test_who_reads_everything_reads_objections(signed_in, objection, role):
    client = signed_in(role)

    for address in addresses(objection):
        response = client.get(address)
        assert response.status_code == 200, address
        assert objection.reference in response.content.decode()


def test_an_editor_sees_no_objection(signed_in, objection):
    client = signed_in("editor")

    for address in addresses(objection):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (302, HOME), address
    assert reverse(INDEX) not in client.get(HOME).content.decode()


def test_who_has_no_role_never_enters(signed_in, objection):
    client = signed_in("")

    for address in addresses(objection):
        assert client.get(address).status_code in {302, 403}, address


def test_the_objector_is_masked_to_everybody_who_only_looks(signed_in, objection):
    for role in ("auditor", "office"):
        html = signed_in(role).get(addresses(objection)[1]).content.decode()
        assert "陈某某" in html
        assert "139******34" in html
        assert "陈建国" not in html
        assert "13900001234" not in html


def test_a_reveal_is_shown_once_logged_and_kept_by_no_cache(signed_in, objection):
    client = signed_in("office")
    address = reverse("notices_objection:reveal", args=[objection.pk])

    response = client.post(address)

    html = response.content.decode()
    assert "陈建国" in html
    assert "13900001234" in html
    assert "no-store" in response["Cache-Control"]
    assert registry.get_logs_for_instance(objection.nomination).filter(
        action="notices.reveal_objector"
    )
    assert client.get(address).status_code == 405
    assert "陈建国" not in client.get(addresses(objection)[1]).content.decode()


def test_the_auditor_may_not_reveal(signed_in, objection):
    client = signed_in("auditor")

    response = client.post(reverse("notices_objection:reveal", args=[objection.pk]))

    assert response.status_code == 403
    assert _("the organising office") in response.content.decode()
    assert "陈建国" not in response.content.decode()


def decide(client, objection, decision: str, reason: str = "已向村委会核实。"):
    address = reverse("notices_objection:decide", args=[objection.pk])
    return client.post(address, {"decision": decision, "reason": reason})


@pytest.mark.parametrize(
    ("decision", "status", "state"),
    [("dismiss", "dismissed", st.NOTICE), ("uphold", "upheld", st.OBJECTION_UPHELD)],
)
def test_the_office_decides_with_a_reason(signed_in, objection, decision, status, state):
    client = signed_in("office")

    response = decide(client, objection, decision)

    objection.refresh_from_db()
    assert response.status_code == 302
    assert (objection.status, objection.disposal_reason) == (status, "已向村委会核实。")
    assert state_of(objection.nomination) == state
    html = client.get(response["Location"]).content.decode()
    assert "已向村委会核实。" in html
    assert 'name="decision"' not in html


def test_a_small_correction_is_a_reason_to_dismiss(signed_in, objection):
    page = signed_in("office").get(addresses(objection)[1]).content.decode()

    hint = "let the editor correct the profile before the announcement."
    assert page.count(hint) + page.count("在发布前请编辑更正事迹页") == 1


@pytest.mark.parametrize("decision", ["dismiss", "uphold"])
def test_a_missing_reason_is_told_beside_its_own_field(signed_in, objection, decision):
    response = decide(signed_in("office"), objection, decision, " ")

    other = "uphold" if decision == "dismiss" else "dismiss"
    assert response.status_code == 400
    assert response.context[f"{decision}_form"].errors["reason"] == [_("Please give a reason.")]
    assert not response.context[f"{other}_form"].errors
    objection.refresh_from_db()
    assert objection.is_open


def test_a_refused_decision_keeps_the_typed_reason(signed_in, objection, monkeypatch):
    from goodpeople.nominations.decisions import Decision
    from goodpeople.notices.admin import objections

    refusal = Decision("refused", "此刻不能处理。")
    monkeypatch.setattr(objections, "dispose_of", lambda *args, **kwargs: refusal)

    response = decide(signed_in("office"), objection, "uphold", "查阅登记本后认定。")

    html = response.content.decode()
    assert "此刻不能处理。" in html
    assert "查阅登记本后认定。" in html


def test_a_second_decision_is_told_and_changes_nothing(signed_in, objection, office):
    dispose_of(objection.pk, office, uphold=False, reason="先核实过。")
    client = signed_in("office")

    response = decide(client, objection, "uphold")

    objection.refresh_from_db()
    assert objection.settled_words in client.get(response["Location"]).content.decode()
    assert (objection.status, objection.disposal_reason) == ("dismissed", "先核实过。")


def test_the_auditor_changes_nothing(signed_in, objection):
    client = signed_in("auditor")

    response = decide(client, objection, "uphold")

    assert response.status_code == 403
    assert _("the organising office") in response.content.decode()
    objection.refresh_from_db()
    assert objection.is_open
    assert 'name="decision"' not in client.get(addresses(objection)[1]).content.decode()


def test_an_unknown_decision_is_a_bad_request(signed_in, objection):
    assert decide(signed_in("office"), objection, "forget").status_code == 400


def test_objections_are_filtered_by_state_and_by_round_and_found_by_reference(
    signed_in, objection, office
):
    other_notice, [other] = notice_for(1, office=office)
    dismissed = objection_to(other)
    dispose_of(dismissed.pk, office, uphold=False, reason="已核实。")
    client = signed_in("office")

    def found(**query) -> list:
        return list(client.get(reverse(INDEX), query).context["object_list"])

    assert found() == [objection, dismissed]
    assert found(status="dismissed") == [dismissed]
    assert found(round=objection.notice.round_id) == [objection]
    assert found(q=objection.reference) == [objection]
    assert client.get(reverse("notices_objection:index_results")).status_code == 200


def test_no_other_route_of_wagtails_leads_to_an_objection():
    for name in ("add", "edit", "delete", "copy", "inspect", "history", "usage"):
        for args in ([], [1]):
            with pytest.raises(NoReverseMatch):
                reverse(f"notices_objection:{name}", args=args)


def test_the_notices_page_names_who_is_objected_to(signed_in, objection):
    response = signed_in("office").get(addresses(objection)[2])

    rows = {nomination.name: nomination for nomination, _entry in response.context["rows"]}
    assert rows["贝阿毛"].open_objections == 1
    assert rows["龚敏"].open_objections == 0
    assert reverse("notices:notice", args=[objection.notice_id]) in response.content.decode()


def test_a_round_leads_to_its_notice_once_it_has_started(running):
    notice, _candidates = running
    address = reverse("notices_objection:notice", args=[notice.round_id])

    assert address in [link.url for link in round_links(fresh_round(notice))]
    Notice.objects.all().delete()
    assert address not in [link.url for link in round_links(fresh_round(notice))]


def test_the_office_fills_in_its_address_and_the_auditor_does_not(signed_in):
    contact = OfficeContact.objects.create()
    address = reverse("wagtailsettings:edit", args=["notices", "officecontact", contact.pk])
    signed_in("auditor").post(address, {"name": "别处"}, follow=True)
    assert not OfficeContact.objects.filter(name="别处").exists()

    signed_in("office").post(address, {"name": "示例办公室", "phone": "0573-1"}, follow=True)

    assert OfficeContact.current().name == "示例办公室"


@pytest.mark.parametrize("page", [0, 2])
def test_queries_do_not_grow_with_the_objections(signed_in, objection, page):
    client = signed_in("office")
    address = addresses(objection)[page]
    more_objections(objection, 2)
    at_three = queries_of(client, address)
    more_objections(objection, 27)

    assert queries_of(client, address) == at_three


def more_objections(like: Objection, count: int) -> None:
    """Add objections to the same candidate, as plain rows."""
    Objection.objects.bulk_create(
        Objection(notice=like.notice, nomination=like.nomination, text="同上。")
        for _number in range(count)
    )


def queries_of(client, address: str) -> int:
    """Return how many queries the second of two requests made: the first fills caches."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
