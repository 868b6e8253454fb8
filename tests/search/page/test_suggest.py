"""Names while typing: what is found by which beginning, and that it says little."""

from __future__ import annotations

import pytest

from tests.factories.archive import HonoreePageFactory, HonourFactory


def names(client, text: str, prefix: str = "") -> list[str]:
    response = client.get(f"{prefix}/search/suggest/", {"q": text})
    assert response.status_code == 200
    return [one["name"] for one in response.json()["names"]]


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize(
    "text", ["钱", "钱示", "钱示理", "qian", "qianshi", "qian shi", "QianShi", "Sample B"]
)
def test_found_by(text, client, barber, teacher):
    assert names(client, text) == ["钱示理"]


@pytest.mark.usefixtures("by_engine")
@pytest.mark.parametrize("text", ["qsl", "QSL", "錢示", "ｑｓｌ"])
def test_the_engine_also_reads_initials_and_traditional_characters(text, client, barber, teacher):
    assert names(client, text) == ["钱示理"]


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize(
    "text", ["", " ", "***", "流浪", "双庙村", "x" * 65_536, "\x00", "' OR 1=1"]
)
def test_not_found_by(text, client, barber, teacher):
    assert names(client, text) == []


@pytest.mark.usefixtures("answered")
def test_what_it_says(client, barber):
    (one,) = client.get("/search/suggest/?q=钱").json()["names"]

    assert one == {
        "name": "钱示理",
        "reading": "Qián Shìlǐ",
        "year": "2025",
        "place": "林埭镇",
        "url": barber.get_url(),
    }


@pytest.mark.usefixtures("answered")
def test_it_speaks_english_too(client, barber):
    (one,) = client.get("/en/search/suggest/?q=钱").json()["names"]

    assert one["name"] == "Sample Barber"
    assert one["url"].startswith("/en/")


@pytest.mark.usefixtures("answered")
def test_at_most_eight_and_as_many_queries_for_one_as_for_many(
    client, barber, django_assert_max_num_queries
):
    names(client, "钱")
    with django_assert_max_num_queries(4):
        names(client, "钱")
    for number in range(12):
        HonourFactory(page__title=f"钱示{'一二三四五六七八九十百千'[number]}")
    names(client, "钱")
    with django_assert_max_num_queries(4):
        assert len(names(client, "钱")) == 8


@pytest.mark.usefixtures("answered")
def test_who_is_not_public_is_not_suggested(client, db):
    HonourFactory(page__title="钱下线").page.unpublish()
    HonourFactory(page__title="钱限阅").page.view_restrictions.create(restriction_type="login")
    HonoreePageFactory(title="钱待发", awaiting=True)

    assert names(client, "钱") == []


def test_only_reading(client, db):
    assert client.post("/search/suggest/").status_code == 405
