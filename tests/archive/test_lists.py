"""The archive's public lists and profile: what they show, and at what cost."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import HonoreePage, Honour, LevelTitles
from tests.factories.archive import (
    CategoryFactory,
    HonoreePageFactory,
    HonourFactory,
    PlaceFactory,
    image,
)

pytestmark = pytest.mark.django_db

LISTS = [
    "/",
    "/honourees/",
    "/years/",
    "/years/2025/",
    "/categories/honesty/",
    "/names/",
    "/names/?letter=s",
    "/places/",
    "/places/lindaizhen/",
    "/places/shuangmiaocun/",
    "/search/",
    "/search/?q=小店",
    "/search/?q=小店&year=2025&category=honesty&town=lindaizhen",
    "/honourees/the-first/",
]


def people(count: int, portrait=None) -> None:
    for number in range(count):
        HonourFactory(
            year=2025 if number % 3 else 2024,
            page__portrait=portrait,
            page__place=PlaceFactory.chain("平湖市", "林埭镇", f"示例{number}村"),
        )


def queries_of_each(client) -> dict[str, int]:
    counts = {}
    for address in LISTS:
        client.get(address)  # site roots and content types are looked up once and kept
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
        assert response.status_code == 200, address
        counts[address] = len(captured)
    return counts


def test_as_many_queries_for_ten_as_for_forty(client):
    portrait = image()
    HonourFactory(page__slug="the-first", page__portrait=portrait)
    people(9, portrait)  # a search that finds fewer than FEW also asks who is near: one query more
    few = queries_of_each(client)

    people(30, portrait)

    assert queries_of_each(client) == few


def test_a_years_list_names_its_people_and_its_neighbours(client):
    for year in (2022, 2024, 2025):
        HonourFactory(year=year, page__title=f"示例{year}")

    response = client.get("/years/2024/")

    assert [honour.page.title for honour in response.context["honours"]] == ["示例2024"]
    assert response.context["previous_year"] == 2022
    assert response.context["next_url"] == "/years/2025/"


def test_a_year_without_a_list_is_not_there(client):
    HonourFactory(year=2024)

    assert client.get("/years/2023/").status_code == 404
    assert client.get("/years/20230000000000000000000/").status_code == 404


def test_a_category_list_holds_its_honours_only(client):
    HonourFactory(page__title="示例守信")
    HonourFactory(page__title="示例孝老", category=CategoryFactory(code="filial"))

    honours = client.get("/categories/filial/").context["honours"]

    assert [honour.page.title for honour in honours] == ["示例孝老"]
    assert client.get("/categories/no-such/").status_code == 404


def test_a_town_lists_its_villages_people_and_names_the_places_around(client):
    HonourFactory(page__title="示例双庙")
    HonourFactory(
        page__title="示例新埭", page__place=PlaceFactory.chain("平湖市", "新埭镇", "社区")
    )

    context = client.get("/places/lindaizhen/").context

    assert [honour.page.title for honour in context["honours"]] == ["示例双庙"]
    assert [(row["place"].name, row["count"]) for row in context["children"]] == [("双庙村", 1)]
    assert [row["place"].name for row in context["neighbours"]] == ["新埭镇"]


def test_the_tree_of_places_counts_people_under_each(client):
    HonourFactory()
    HonourFactory()

    (town,) = client.get("/places/").context["towns"]

    assert (town["place"].name, town["count"]) == ("林埭镇", 2)
    assert [(row["place"].name, row["count"]) for row in town["villages"]] == [("双庙村", 2)]


def test_a_revoked_honour_leaves_every_list_but_stays_on_the_profile(client):
    honour = HonourFactory(
        year=2024, status="revoked", revoked_on="2025-01-02", revoked_reason="事迹不实。"
    )

    assert client.get("/years/2024/").status_code == 404
    profile = client.get(honour.page.url)
    assert profile.context["honours"] == []
    assert "事迹不实。" in profile.content.decode()


def test_a_waiting_draft_is_in_no_list_and_on_no_page(client, waiting, waiting_again):
    for address in ("/", "/honourees/", "/places/", "/search/?q=示例", "/search/?q=新的"):
        content = client.get(address).content.decode()
        assert waiting.title not in content
        assert "新的一句话" not in content
    assert "新的" not in client.get(waiting_again.url).content.decode()


def test_the_front_page_prefers_a_real_person_of_the_newest_year(client):
    HonourFactory(year=2025, page__title="示例样本", page__is_sample=True)
    real = HonourFactory(year=2025, page__title="真人")
    HonourFactory(year=2024, page__title="往年")

    context = client.get("/").context

    assert context["featured"] == real
    assert [honour.page.title for honour in context["honours"]] == ["示例样本", "往年"]
    assert context["people_count"] == 3
    assert context["years"] == [(2025, 2), (2024, 1)]


def test_an_empty_archive_has_pages_too(client, db):
    for address in ("/", "/honourees/", "/years/", "/places/", "/search/"):
        assert client.get(address).status_code == 200


def test_a_page_number_that_makes_no_sense_gives_the_nearest(client):
    HonourFactory()

    for number in ("0", "-3", "999", "zwei", ""):
        response = client.get("/honourees/", {"page": number})
        assert response.context["page_obj"].number == 1


def test_pages_keep_what_was_asked(client):
    people(30)

    response = client.get("/honourees/", {"page": "1"})

    assert response.context["next_page_url"] == "/honourees/?page=2"
    second = client.get(response.context["next_page_url"])
    assert second.context["previous_page_url"] == "/honourees/"


def test_a_profile_leads_to_the_next_in_its_year(client):
    honours = [HonourFactory(year=2025) for _ in range(7)]
    HonourFactory(year=2024)

    context = client.get(honours[1].page.url).context

    assert context["previous"] == honours[0]
    assert context["next"] == honours[2]
    assert context["same_year"] == honours[3:]
    assert honours[1].page_id not in {honour.page_id for honour in context["same_place"]}


def test_the_ends_of_a_years_list_have_one_neighbour(client):
    first, last = HonourFactory(year=2025), HonourFactory(year=2025)

    assert client.get(first.page.url).context["previous"] is None
    assert client.get(last.page.url).context["next"] is None


def test_the_same_village_comes_before_the_same_town(client):
    here = HonourFactory()
    village = PlaceFactory.chain("平湖市", "林埭镇", "示例村")
    HonourFactory(page__title="同镇", page__place=village, year=2024)
    HonourFactory(page__title="同村", year=2023)

    near = client.get(here.page.url).context["same_place"]

    assert [honour.page.title for honour in near] == ["同村", "同镇"]


def test_nobody_is_named_twice_at_the_foot_of_a_profile(client):
    honours = [HonourFactory(year=2025) for _ in range(4)]
    HonourFactory(page=honours[1].page, year=2024)
    far = HonourFactory(year=2020)

    context = client.get(honours[0].page.url).context

    named = [context["next"], *context["same_year"], *context["same_place"]]
    pages = [honour.page_id for honour in named]
    assert len(pages) == len(set(pages)) == 4
    assert context["same_place"] == [far]


def test_the_list_of_years_names_people_and_leads_to_its_categories(client):
    for number in range(10):
        HonourFactory(year=2021, page__title=f"示例{number}")
    HonourFactory(year=2019, category=CategoryFactory(code="filial"))

    response = client.get("/years/")

    newer, older = response.context["decades"]
    assert (newer["decade"], older["decade"]) == (2020, 2010)
    (year,) = newer["years"]
    assert (year["count"], len(year["names"]), year["more"]) == (10, 8, 2)
    (category,) = older["years"][0]["categories"]
    assert (category.count, category.url) == (1, "/search/?year=2019&category=filial")
    found = client.get(category.url).content.decode()
    assert Honour.objects.get(year=2019).page.url in found
    assert Honour.objects.filter(year=2021).first().page.url not in found


def test_what_honours_are_called_is_the_offices_to_say(client):
    honour = HonourFactory(level="city", year=2024)
    assert "平湖好人" not in client.get(honour.page.url).content.decode()
    LevelTitles.objects.create(city="嘉兴好人", city_en="Good Person of Jiaxing")

    profile = client.get(honour.page.url).content.decode()

    assert "嘉兴好人" in profile
    assert "嘉兴好人" in client.get("/years/2024/").content.decode()
    assert "Good Person of Jiaxing" in client.get(f"/en{honour.page.url}").content.decode()


def test_a_level_narrows_the_search(client):
    county = HonourFactory(level="county")
    city = HonourFactory(level="city")

    (link,) = [
        v.url for v in client.get("/years/2025/").context["facets"]["level"] if v.value == "city"
    ]

    assert link == "/search/?year=2025&level=city"
    found = client.get(link).content.decode()
    assert city.page.url in found
    assert county.page.url not in found
    assert client.get("/search/?level=nonsense").status_code == 200


def test_a_profile_of_someone_without_a_valid_honour_is_still_a_page(client):
    assert client.get(HonoreePageFactory().url).status_code == 200


def test_a_preview_of_a_waiting_draft_renders(waiting, rf):
    page = HonoreePage.objects.get(pk=waiting.pk).get_latest_revision_as_object()
    page.make_preview_request()


def test_english_shows_what_there_is_and_marks_the_rest(client):
    HonourFactory(
        page__title="示例英文", page__title_en="Sample Person", page__citation="中文引语。"
    )

    content = client.get("/en/years/2025/").content.decode()

    assert "Sample Person" in content
    assert '<span lang="zh-Hans">中文引语。</span>' in content
    assert "Honest and Trustworthy" in content
