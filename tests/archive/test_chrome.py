"""What stands around every page: the other language, large print, the page that is not there."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.context_processors import Chrome
from goodpeople.notices.models import OfficeContact
from tests.factories.archive import HonourFactory

pytestmark = pytest.mark.django_db


def chrome(client, address):
    return client.get(address).context["chrome"]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/", "/en/"),
        ("/en/", "/"),
        ("/years/", "/en/years/"),
        ("/en/places/", "/places/"),
        ("/search/?q=%E7%90%86%E5%8F%91&year=2025", "/en/search/?q=%E7%90%86%E5%8F%91&year=2025"),
        ("/honourees/", "/en/honourees/"),
        ("/no-such-page/", "/en/no-such-page/"),
    ],
)
def test_every_address_has_its_other_language(here, there, client):
    assert chrome(client, here).other_language_url == there


def test_a_profile_has_its_english_address(client):
    page = HonourFactory().page

    assert chrome(client, page.url).other_language_url == f"/en{page.url}"
    assert client.get(f"/en{page.url}").status_code == 200


def test_a_previewed_draft_offers_no_address_that_is_not_there_yet(rf):
    request = rf.get("/honourees/not-yet/")
    request.is_preview = True

    assert Chrome(request).other_language_url == ""
    assert Chrome(request).large_print_url == ""


def test_the_languages_name_themselves(client):
    assert chrome(client, "/").html_lang == "zh-Hans"
    assert chrome(client, "/").other_language_label == "English"
    assert chrome(client, "/en/").html_lang == "en"
    assert chrome(client, "/en/").other_language_label == "中文"


def test_large_print_is_a_link_that_comes_back_and_is_remembered(client):
    response = client.get(chrome(client, "/years/?page=1").large_print_url)

    assert response.url == "/years/?page=1"
    assert chrome(client, "/").large_print is True
    assert 'class="large-print"' in client.get("/").content.decode()

    client.get(chrome(client, "/").large_print_url)
    assert chrome(client, "/").large_print is False


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example", ""],
)
def test_large_print_does_not_lead_off_the_site(target, client):
    response = client.get("/large-print/", {"on": "1", "next": target})

    assert response.url == "/"


def test_large_print_takes_no_other_method():
    assert Client().post("/large-print/").status_code == 405


def test_the_registrations_of_the_office_are_shown(client, settings):
    settings.SITE_REGISTRATIONS = {"icp": "浙ICP备示例号", "police": ""}

    assert chrome(client, "/").registrations == [
        {"label": "浙ICP备示例号", "url": "https://beian.miit.gov.cn/"}
    ]
    link = '<a href="https://beian.miit.gov.cn/" rel="external nofollow noopener">浙ICP备示例号</a>'
    assert link in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("浙公网安备33048202000123号", "#/query/webSearch?code=33048202000123"),
        ("公安备案办理中", ""),
    ],
)
def test_the_police_record_leads_to_its_own_page(number, address, client, settings):
    settings.SITE_REGISTRATIONS = {"icp": "", "police": number}

    (record,) = chrome(client, "/").registrations

    assert record == {"label": number, "url": f"https://beian.mps.gov.cn/{address}"}


@pytest.mark.parametrize("address", ["/", "/en/", "/years/", "/no-such-page/"])
def test_every_page_says_where_the_office_is(address, client):
    assert "site-footer__office" not in client.get(address).content.decode()

    OfficeContact.objects.create(name="示例办公室", phone="0573-0000000")

    foot = client.get(address).content.decode().partition('<address class="site-footer__office"')[2]
    assert "示例办公室" in foot
    assert "0573-0000000" in foot


@pytest.mark.parametrize("address", ["/no-such/", "/en/no-such/", "/honourees/nobody/"])
def test_what_is_not_there_is_answered_with_a_search_form(address, client):
    response = client.get(address)

    assert response.status_code == 404
    assert f'action="{response.context["chrome"].search_url}"' in response.content.decode()
