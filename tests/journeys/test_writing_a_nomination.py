"""What only a browser does: saving while one types, and losing nothing when the network goes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from goodpeople.nominations.models import Nomination
from goodpeople.nominations.submission import save_draft
from goodpeople.nominations.validators import count_characters
from tests.chromium import PHONE
from tests.factories.accounts import PASSWORD
from tests.factories.nominations import NominationFactory, UnitFactory, staff_account

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

KEPT = "() => Object.keys(sessionStorage).filter(key => key.startsWith('desk:')).length"
ODD_TEXT = "他\u3000修车\u00a0\u200928年\ufeff，\u200b不收钱\x85👍🏽"


@pytest.fixture
def draft(transactional_db):
    return NominationFactory(unit=UnitFactory(), name="示例李四")


@pytest.fixture
def page(chromium, live_server, draft):
    """The nominator's phone, signed in; what the page logs as an error fails the test."""
    context = chromium.new_context(viewport=PHONE, base_url=live_server.url)
    page = context.new_page()
    broken = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto("/en/sign-in/")
    page.fill("#id_username", staff_account(draft.unit).username)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(re.compile("desk"))
    yield page
    context.close()
    assert broken == []


def saved(draft) -> Nomination:
    return Nomination.objects.get(pk=draft.pk)


def status(page):
    return page.locator("[data-save-status]")


def test_saved_as_one_types(page, draft):
    page.goto(f"/en/desk/{draft.pk}/deeds/")
    page.fill("#id_headline", "二十八年给学生修车不收钱")
    expect(status(page)).to_have_text(re.compile(r"^Saved at \d\d:\d\d$"), timeout=45000)
    assert saved(draft).headline == "二十八年给学生修车不收钱"
    assert page.evaluate(KEPT) == 0
    # The version that came back is the one that the button sends.
    page.fill("#id_overview", "一段概述")
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_url(re.compile("/photos/"))
    assert saved(draft).overview == "一段概述"


def cut_saving(route) -> None:
    """Let pages through and no save."""
    if route.request.method == "POST":
        route.abort()
    else:
        route.continue_()


def test_without_a_network_nothing_is_lost(page, draft):
    page.goto(f"/en/desk/{draft.pk}/deeds/")
    page.context.set_offline(True)
    page.fill("#id_story", "断网时写下的正文")
    expect(status(page)).to_have_text(re.compile("is kept in this browser"), timeout=45000)
    assert saved(draft).story == ""
    # The page is opened again; its text is there, and is saved once the network lets it.
    # The old page sends a last save as it goes, which no route of Playwright's would catch:
    # here it must not reach the server, as when the phone is switched off.
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('cut')) }")
    page.context.set_offline(False)
    page.route("**/deeds/", cut_saving)
    page.reload()
    expect(page.locator("#id_story")).to_have_value("断网时写下的正文")
    page.unroute("**/deeds/")
    page.fill("#id_headline", "又有网了")
    expect(status(page)).to_have_text(re.compile("^Saved at"), timeout=45000)
    assert (saved(draft).story, saved(draft).headline) == ("断网时写下的正文", "又有网了")


def test_personal_data_is_never_kept_in_the_browser(page, draft):
    page.goto(f"/en/desk/{draft.pk}/contact/")
    page.context.set_offline(True)
    page.fill("#id_phone", "13800000001")
    expect(status(page)).to_have_text(re.compile("do not close this page"), timeout=45000)
    assert page.evaluate(KEPT) == 0
    assert "13800000001" not in page.evaluate("() => JSON.stringify(sessionStorage)")
    page.context.set_offline(False)
    expect(status(page)).to_have_text(re.compile("^Saved at"), timeout=45000)
    assert saved(draft).personal.phone == "13800000001"


def test_a_colleague_saved_meanwhile(page, draft):
    page.goto(f"/en/desk/{draft.pk}/deeds/")
    save_draft(draft.pk, staff_account(draft.unit), {"headline": "同事写的一句话"})
    page.fill("#id_headline", "我写的一句话")
    expect(status(page)).to_have_text(re.compile("Nothing you typed is lost"), timeout=45000)
    assert saved(draft).headline == "同事写的一句话"
    page.get_by_role("button", name="Save and continue").click()
    expect(page.locator("#id_headline")).to_have_value("我写的一句话")
    expect(page.locator("#id_headline_newer")).to_contain_text("同事写的一句话")
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_url(re.compile("/photos/"))
    assert saved(draft).headline == "我写的一句话"


def test_a_link_elsewhere_saves_first(page, draft):
    page.goto(f"/en/desk/{draft.pk}/who/")
    page.fill("#id_ethnicity", "汉族")
    page.get_by_role("link", name="Deeds").click()
    page.wait_for_url(re.compile("/deeds/"))
    assert saved(draft).ethnicity == "汉族"


def test_the_browsers_back_button_is_no_conflict(page, draft):
    page.goto(f"/en/desk/{draft.pk}/who/")
    page.fill("#id_name", "示例王五")
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_url(re.compile("/contact/"))
    page.go_back()
    page.wait_for_url(re.compile("/who/"))
    page.fill("#id_name", "示例赵六")
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_url(re.compile("/contact/"))
    assert saved(draft).name == "示例赵六"


def test_the_counter_counts_as_the_rule_does(page, draft):
    page.goto(f"/en/desk/{draft.pk}/deeds/")
    page.fill("#id_overview", ODD_TEXT)
    counter = page.locator("[data-characters-of=id_overview]")
    expect(counter).to_have_text(f"{count_characters(ODD_TEXT)} of 140 characters")


def test_fields_fit_the_kind_of_nominee(page, draft):
    page.goto(f"/en/desk/{draft.pk}/who/")
    expect(page.locator("#id_ethnicity")).to_be_visible()
    expect(page.locator("#id_group_size")).to_be_hidden()
    page.get_by_label("Group of people", exact=True).check()
    expect(page.locator("#id_ethnicity")).to_be_hidden()
    expect(page.locator("#id_group_size")).to_be_visible()


@pytest.mark.parametrize("step", ["", "who/", "contact/", "deeds/", "photos/", "check/"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(page, draft, step):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/desk/{draft.pk}/{step}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
