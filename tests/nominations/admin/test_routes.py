"""Which of Wagtail's routes exist for this room, and that the others leak nothing."""

from __future__ import annotations

import pytest
from django.urls import get_resolver, reverse
from wagtail.models import ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from goodpeople.nominations.admin.allowed_routes import AllowedRoutes
from goodpeople.nominations.admin.nominations import NominationViewSet
from goodpeople.nominations.admin.rounds import RoundViewSet
from goodpeople.nominations.admin.units import UnitViewSet
from goodpeople.nominations.models import Nomination, Round, Unit
from tests.nominations.admin.asking import text_of

ROUTES = {
    "nominations_nomination": {
        "list",
        "list_results",
        "inspect",
        "edit",
        "decide",
        "reveal",
        "draft_profile",
    },
    "nominations_round": {"index", "index_results", "add", "edit", "delete", "page", "step"},
    "nominations_unit": {"index", "index_results", "add", "edit", "delete", "page"},
}


def routes_in(namespace):
    prefix, resolver = get_resolver().namespace_dict[namespace]
    return {pattern.name for pattern in resolver.url_patterns}


@pytest.mark.parametrize("namespace", ROUTES)
def test_only_the_listed_routes_exist(namespace):
    assert routes_in(namespace) == ROUTES[namespace]


def test_a_route_that_a_later_wagtail_adds_is_left_out(monkeypatch):
    from django.urls import path
    from wagtail.snippets.views.snippets import SnippetViewSet

    original = SnippetViewSet.get_urlpatterns

    def later(self):
        return [*original(self), path("brand-new/", lambda request: None, name="brand_new")]

    monkeypatch.setattr(SnippetViewSet, "get_urlpatterns", later)
    patterns = NominationViewSet().get_urlpatterns()

    assert {pattern.name for pattern in patterns} == ROUTES["nominations_nomination"]


@pytest.mark.parametrize("viewset", [NominationViewSet, RoundViewSet, UnitViewSet])
def test_no_view_is_handed_the_address_of_a_shut_route(viewset):
    made = viewset()
    assert isinstance(made, AllowedRoutes)
    for name, value in made.get_common_view_kwargs().items():
        if name.endswith("_url_name") and value:
            assert value.split(":")[1] in ROUTES[made.url_namespace]


def test_workflow_code_finds_the_viewset_and_nothing_can_choose_nominations():
    assert Nomination in get_snippet_models()
    assert Nomination.snippet_viewset.url_namespace == "nominations_nomination"
    namespaces = get_resolver().namespace_dict
    assert not [name for name in namespaces if "chooser" in name and "nomination" in name]


@pytest.mark.parametrize("model", [Nomination, Round, Unit])
def test_usage_pages_of_others_do_not_list_our_rows(model):
    assert not ReferenceIndex.is_indexed(model)


SHUT = (
    "/admin/workflows/list/",
    "/admin/workflows/disable/1/",
    "/admin/workflows/tasks/index/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow/results/",
    "/admin/reports/workflow_tasks/",
    "/admin/reports/workflow_tasks/results/",
    "/admin/bulk/nominations/nomination/delete/",
)


@pytest.mark.parametrize("address", SHUT)
@pytest.mark.parametrize("role", ["office", "auditor", "editor", "superuser"])
def test_shut_for_everyone_with_the_reason(client, people, waiting, address, role):
    client.force_login(people[role])
    for send in (client.get, client.post):
        response = send(address, {"id": waiting.pk})
        assert response.status_code == 403
        assert "张建国" not in text_of(response)
        assert response.context["reason"]
    assert Nomination.objects.filter(pk=waiting.pk).exists()


def test_shut_routes_send_strangers_to_sign_in(client):
    response = client.get("/admin/reports/workflow/")
    assert response.url.startswith(reverse("accounts:sign_in"))


# Everything in the admin that an editor reaches without naming a row.
EDITORS_PAGES = (
    "/admin/",
    "/admin/snippets/",
    "/admin/nominations/",
    "/admin/nominations/results/",
    "/admin/rounds/",
    "/admin/units/",
    "/admin/reports/site-history/",
    "/admin/reports/site-history/results/",
    "/admin/reports/locked/",
    "/admin/reports/aging-pages/",
    "/admin/pages/search/?q=张建国",
    "/admin/images/?q=张建国",
    "/admin/api/main/pages/?search=张建国",
)


@pytest.mark.parametrize("address", EDITORS_PAGES)
def test_editor_meets_no_nominee(client, editor, waiting, address):
    client.force_login(editor)
    response = client.get(address)

    assert response.status_code in {200, 302, 403}
    found = text_of(response).replace("q=张建国", "").replace('value="张建国"', "")
    assert waiting.headline not in found
    assert waiting.round.title not in found
    assert '张建国"' not in found.replace("“张建国”", "")


@pytest.mark.parametrize("role", ["office", "auditor", "superuser"])
def test_site_history_names_what_happened_to_those_who_read_everything(
    client, people, waiting, role
):
    client.force_login(people[role])
    response = client.get("/admin/reports/site-history/")

    assert response.status_code == 200
    assert "张建国" in text_of(response)


def menu(client):
    return text_of(client.get(reverse("wagtailadmin_home")))


def test_office_has_its_menu_without_wagtails_own(as_office):
    text = menu(as_office)
    for address in ("nominations_round:index", "nominations_nomination:list"):
        assert reverse(address) in text
    for gone in (
        "/admin/workflows/",
        "/admin/reports/workflow/",
        "/admin/snippets/",
        "guide.wagtail",
    ):
        assert gone not in text


def test_editor_has_no_selection_menu(client, editor):
    client.force_login(editor)
    text = menu(client)
    for address in ("nominations_round:index", "nominations_nomination:list"):
        assert f'"{reverse(address)}"' not in text
    assert "/admin/reports/site-history/" not in text


def test_auditor_finds_the_site_log(client, auditor):
    client.force_login(auditor)
    assert "/admin/reports/site-history/" in menu(client)
