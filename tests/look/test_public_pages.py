"""What a public page costs and carries: requests, language, modes, no dead decoration."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from tests.factories.archive import HonourFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def honour():
    return HonourFactory(page__title="朱示例", page__citation="三十年守一句话。")


def profile_of(client, honour) -> str:
    response = client.get(honour.page.get_url())
    assert response.status_code == 200
    return response.content.decode()


def test_the_profile_needs_six_requests_at_most(client, honour):
    html = profile_of(client, honour)
    sheets = re.findall(r'<link rel="stylesheet"', html)
    scripts = re.findall(r"<script[^>]* src=", html)
    assert 1 + len(sheets) + len(scripts) <= 6
    assert 'rel="icon" href="data:' in html, "no request for the tab's picture"


def test_the_profile_runs_no_script_of_its_own_in_the_page(client, honour):
    assert not re.search(r"<script(?![^>]* src=)", profile_of(client, honour))


def test_the_seal_is_not_text(client, honour):
    html = profile_of(client, honour)
    category = honour.category.name
    assert f'data-seal="{category}"' in html
    assert not re.search(rf'<span class="seal"[^>]*>\s*{category}', html)


def test_what_only_a_script_can_do_is_marked(client, honour):
    html = profile_of(client, honour)
    share = html[html.index('<div class="share') :]
    assert "js-only" in share[: share.index(">")]


def test_large_print_is_a_class_on_the_page(client, honour):
    client.cookies["large_print"] = "1"
    assert re.search(r'<html lang="zh-Hans" class="large-print">', profile_of(client, honour))


def test_a_page_names_its_language_and_the_other(client, honour):
    html = profile_of(client, honour)
    assert '<html lang="zh-Hans">' in html
    assert re.search(r'<link rel="alternate"\s+hreflang="en"', html)


def test_an_empty_list_says_what_to_do_next(client):
    html = client.get(reverse("wagtail_serve", args=["honourees/"])).content.decode()
    empty = html[html.index('<div class="empty">') :]
    assert f'href="{reverse("wagtail_serve", args=[""])}"' in empty[: empty.index("</div>")]


def test_the_last_page_of_all_needs_nothing():
    from django.template import loader

    html = loader.get_template("500.html").render()
    assert '<link rel="stylesheet"' not in html
    assert "<script" not in html
