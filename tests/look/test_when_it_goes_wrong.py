"""When it goes wrong, the page says what, who can, and the ways on; nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from django.template import loader
from django.test import Client
from django.utils import translation

from tests.factories.accounts import UserFactory
from tests.factories.nominations import NominationFactory, UnitFactory, staff_account

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def in_chinese(sentence: str) -> str:
    """Return the sentence as the admin shows it to an account without a language of its own."""
    with translation.override("zh-hans"):
        return translation.gettext(sentence)


def main_of(response) -> str:
    return re.search(r"<main.*</main>", response.content.decode(), re.DOTALL)[0]


@pytest.fixture
def nominator():
    return client_of(staff_account(UnitFactory()))


@pytest.fixture
def office():
    return client_of(UserFactory(office=True))


class TestAnAddressThatLeadsNowhere:
    def test_in_public_has_the_search_and_ways_on(self, client):
        page = client.get("/en/nowhere/")

        assert page.status_code == 404
        assert 'role="search"' in page.content.decode()
        assert 'class="error-page__ways"' in page.content.decode()

    def test_on_the_desk_keeps_the_desk_around_it(self, nominator):
        html = nominator.get("/en/desk/999999/").content.decode()

        assert 'class="desk-header"' in html
        assert "a nomination opens for the unit that wrote it and the unit above" in html
        assert 'href="/en/desk/"' in html
        assert 'role="search"' in html

    def test_another_units_nomination_looks_as_if_there_were_none(self, nominator):
        others = NominationFactory()

        theirs = nominator.get(f"/en/desk/{others.pk}/")
        nobodys = nominator.get("/en/desk/999999/")

        assert (theirs.status_code, nobodys.status_code) == (404, 404)
        assert main_of(theirs) == main_of(nobodys)

    def test_on_the_desk_a_stranger_meets_the_public_page(self, client):
        assert 'class="site-header"' in client.get("/en/desk/nowhere/").content.decode()

    @pytest.mark.parametrize("address", ["nowhere/", "nominations/999999/"])
    def test_in_the_admin_stays_in_the_admin(self, office, address):
        page = office.get(f"/admin/{address}")

        assert page.status_code == 404
        assert "wagtailadmin/404.html" in {template.name for template in page.templates}
        html = page.content.decode()
        assert "page404" not in html, "Wagtail's own page, with its bird"
        assert 'role="search"' in html

    def test_an_editor_is_not_led_to_nominations(self):
        editor = client_of(UserFactory(editor=True))

        assert 'role="search"' not in editor.get("/admin/nowhere/").content.decode()


class TestWhatMayNotBeDone:
    def test_a_form_without_its_token_hands_back_what_was_written(self):
        browser = Client(enforce_csrf_checks=True)
        words = "三十一年里渡口没有出过一次事故，汛期连着九夜不歇。"

        page = browser.post(
            "/en/sign-in/",
            {
                "text": words,
                "password": "a-long pass-phrase of mine",
                "username": "li",
                "opened": "MTc5NTU4MDYwNg:1xW4XW:JK_odxA",
            },
        )

        html = page.content.decode()
        assert page.status_code == 403
        assert re.search(rf"<textarea[^>]* readonly>{words}</textarea>", html)
        assert "a-long pass-phrase of mine" not in html
        assert html.count("<textarea") == 1, "short answers and marks of the form are left out"

    def test_what_is_handed_back_is_text_and_not_markup(self):
        browser = Client(enforce_csrf_checks=True)

        page = browser.post("/en/sign-in/", {"text": "</textarea><script>alert(1)</script>"})

        assert b"<script>alert" not in page.content

    def test_an_address_that_only_takes_forms_says_so(self, client):
        page = client.post("/en/years/")

        assert page.status_code == 405
        assert page["Allow"] == "GET, HEAD"
        assert "nothing was changed" in page.content.decode()
        assert 'class="error-page__ways"' in page.content.decode()

    def test_a_script_is_told_in_its_own_form(self, client):
        answer = client.post("/en/years/", headers={"accept": "application/json"})

        assert answer.status_code == 405
        assert answer.json() == {"reason": "There is no page at this address"}

    def test_a_page_that_is_not_mine_says_who_can(self, nominator):
        page = nominator.get("/en/panel/")

        assert page.status_code == 403
        assert "the office" in page.content.decode()


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        ("address", "words"),
        [("/en/sign-in/", "Too large to be sent at once"), ("/sign-in/", "zh-Hans")],
    )
    def test_too_large_says_so_in_the_readers_language(self, client, settings, address, words):
        settings.REQUEST_MAX_BYTES = 1024 * 1024

        page = client.post(address, {"username": "x" * (1024 * 1024)})

        assert page.status_code == 413
        assert words in page.content.decode()
        assert "1 MB" in page.content.decode()

    def test_what_no_form_sends_says_that_nothing_was_saved(self, client):
        page = client.post("/en/sign-in/", {"username": "a\x00b"})

        assert page.status_code == 400
        assert "nothing was saved" in page.content.decode()

    @pytest.mark.parametrize("name", ["400.html", "413.html", "500.html"])
    def test_the_last_pages_need_nothing(self, name):
        html = loader.get_template(name).render()

        assert "<link rel=" in html
        assert "stylesheet" not in html
        assert "<script" not in html
        assert "<h1>" in html


class TestAFormThatComesBack:
    def test_a_wrong_password_is_announced_and_read_first(self, client):
        html = client.post("/en/sign-in/", {"username": "nobody", "password": "x"}).content.decode()
        summary = html[html.index('class="message message--bad"') :]

        assert 'role="alert" tabindex="-1" data-focus-first' in summary[: summary.index(">")]
        assert "js/fields.js" in html, "what moves the focus there"

    def test_a_missing_name_leads_to_its_field(self, client):
        html = client.post("/en/sign-in/", {"username": "", "password": ""}).content.decode()

        assert '<a href="#id_username">' in html
        assert 'aria-invalid="true"' in html

    def test_a_decision_without_its_reason_stands_open_at_the_field(self, office):
        nomination = NominationFactory(submitted=True)

        page = office.post(
            f"/admin/nominations/{nomination.pk}/decide/",
            {
                "action": "return",
                "reason": "",
                "task_state": nomination.current_workflow_state.current_task_state_id,
            },
        )

        field = re.search(r'<textarea id="reason-return"[^>]*>', page.content.decode())[0]
        assert 'aria-describedby="reason-return-error"' in field
        assert "autofocus" in field


class TestAnEmptyList:
    def test_a_search_that_leaves_nothing_offers_the_whole_list(self, office):
        html = office.get("/admin/nominations/?q=nobody-of-this-name").content.decode()

        words = in_chinese("Show the whole list")
        assert re.search(rf'href="/admin/nominations/"[^>]*>{words}</a>', html)

    def test_a_list_that_the_office_cannot_fill_says_where_it_comes_from(self, office):
        html = office.get("/admin/nominations/").content.decode()

        assert (
            in_chinese(
                "No nomination yet. They come here as units begin them while a round is open."
            )
            in html
        )
        assert in_chinese("Show the whole list") not in html

    def test_a_list_that_can_be_filled_leads_to_the_form(self, office):
        assert 'href="/admin/rounds/new/"' in office.get("/admin/rounds/").content.decode()

    def test_a_desk_says_what_comes_next(self, nominator):
        html = nominator.get("/en/desk/").content.decode()

        assert "As soon as a round opens, its button stands here." in html
