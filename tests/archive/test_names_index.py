"""The register of names: everybody once, under the first letter of the name as it is read."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import HonoreePage
from archive.pinyin import name_key
from tests.factories.archive import HonoreePageFactory, HonourFactory

pytestmark = pytest.mark.django_db


def honoured(*names: str, **fields) -> None:
    for name in names:
        HonourFactory(page__title=name, **fields)


def register(client, letter: str = "") -> dict[str, list[str]]:
    """Return the names as the page shows them: by letter."""
    groups = client.get("/names/", {"letter": letter}).context["groups"]
    return {first: [page.title for page in people] for first, people in groups}


@pytest.mark.parametrize(
    ("reading", "key"),
    [("Zhū Yúnguǎn", "zhu yunguan"), ("Lǚ Dòng", "lu dong"), ("", ""), ("Ōuyáng", "ouyang")],
)
def test_names_are_sorted_by_their_plain_letters(reading, key):
    assert name_key(reading) == key


def test_surnames_stand_where_they_are_read(client):
    honoured("查示例", "单示例", "仇示例", "解示例", "曾示例", "朱示例")

    assert register(client) == {
        "Q": ["仇示例"],
        "S": ["单示例"],
        "X": ["解示例"],
        "Z": ["曾示例", "查示例", "朱示例"],
    }


def test_what_the_editor_wrote_of_a_reading_counts(client):
    HonourFactory(page__title="盖示例", page__name_pinyin="Gài Shìlì")

    assert register(client, "g") == {"G": ["盖示例"]}


def test_a_letter_narrows_the_register(client):
    honoured("朱示例", "沈示例", "陈示例")

    assert register(client, "s") == {"S": ["沈示例"]}
    assert register(client, "S") == {"S": ["沈示例"]}


@pytest.mark.parametrize("letter", ["q", "1", "zz", "<b>", "%"])
def test_a_letter_that_nobody_has_gives_a_page(letter, client):
    honoured("朱示例")

    assert client.get("/names/", {"letter": letter}).status_code == 200


def test_empty_letters_are_shown_and_lead_nowhere(client):
    honoured("朱示例")

    response = client.get("/names/")

    assert [(one.letter, one.count) for one in response.context["letters"]][-1] == ("Z", 1)
    assert len(response.context["letters"]) == 26
    html = response.content.decode()
    assert '<span class="letters__none" aria-disabled="true">A</span>' in html
    assert 'href="/names/?letter=z"' in html
    assert "?letter=a" not in html


def test_names_without_a_letter_come_under_a_sign_of_their_own(client):
    honoured("7号渡口", "朱示例")

    assert register(client)["#"] == ["7号渡口"]
    assert register(client, "other") == {"#": ["7号渡口"]}


def test_everybody_stands_there_once_and_nobody_without_a_valid_honour(client):
    twice = HonourFactory(page__title="朱两次").page
    HonourFactory(page=twice, year=2020)
    HonourFactory(page__title="朱撤销", status="revoked")
    HonoreePageFactory(title="朱无名")
    HonourFactory(page__title="朱未发", page__live=False)

    assert register(client) == {"Z": ["朱两次"]}


def test_the_register_is_in_pages_and_its_letters_too(client, monkeypatch):
    monkeypatch.setattr("archive.contexts.NAMES_PER_PAGE", 2)
    honoured("朱甲", "朱乙", "朱丙")

    first = client.get("/names/", {"letter": "z"})

    assert first.context["next_page_url"] == "/names/?letter=z&page=2"
    assert len(client.get(first.context["next_page_url"]).context["groups"]) == 1


def test_the_list_of_honourees_leads_to_the_letters(client):
    honoured("朱示例")

    assert 'href="/names/?letter=z"' in client.get("/honourees/").content.decode()


def test_a_thousand_names_cost_as_many_queries_as_three(client):
    honoured("朱甲", "沈乙", "陈丙")
    client.get("/names/")
    with CaptureQueriesContext(connection) as few:
        client.get("/names/")
    template = HonoreePage.objects.first()
    HonourFactory._meta.model.objects.bulk_create(
        HonourFactory.build(page=HonoreePageFactory(), category=h.category, place=h.place)
        for h in [template.honours.first()] * 30
    )

    with CaptureQueriesContext(connection) as many:
        response = client.get("/names/")

    assert response.context["paginator"].count == 33
    assert len(many) == len(few)
