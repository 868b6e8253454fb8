"""The search page: found by name, place and mid-sentence; narrowed; shareable; unbreakable."""

from __future__ import annotations

import pytest
from django.utils.http import urlencode

from tests.factories.archive import (
    CategoryFactory,
    HonoreePageFactory,
    HonourFactory,
    PlaceFactory,
    story,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def barber():
    """Return a barber of 双庙村, honoured twice."""
    page = HonoreePageFactory(
        title="示例理发师",
        title_en="Sample Barber",
        body=story("那年冬天，他把门外的流浪汉叫进店里，剪了头发，分文不取。"),
    )
    HonourFactory(page=page, year=2025)
    HonourFactory(page=page, year=2023, category=CategoryFactory(code="helping-others"))
    return page


@pytest.fixture
def teacher():
    """Return a teacher of 新埭社区."""
    page = HonoreePageFactory(
        title="示例老师",
        place=PlaceFactory.chain("平湖市", "新埭镇", "新埭社区"),
        body=story("他在村里教书。"),
    )
    HonourFactory(page=page, year=2025, category=CategoryFactory(code="dedication"))
    return page


def search(client, **asked):
    return client.get("/search/", asked)


def found(response):
    return [result["page"].title for result in response.context["results"]]


def facet(response, name):
    (group,) = [group for group in response.context["facets"] if group["name"] == name]
    return {value.value: value for value in group["values"]}


@pytest.mark.parametrize(
    "words",
    [
        "示例理发师",
        "Sample Barber",
        "sample barber",
        "shililifashi",
        "流浪",
        "叫进店",
        "分文不取",
        "双庙村",
        "林埭镇",
        "诚实守信",
        "Helping Others",
        "2023年",
        "流浪 双庙村 2025",
        "　流浪　分文　",
        "“流浪汉”，分文！",
    ],
)
def test_it_is_found_by(words, client, barber, teacher):
    assert found(search(client, q=words)) == ["示例理发师"]


@pytest.mark.parametrize("words", ["没有的词", "流浪 教书", "分文取"])
def test_it_is_not_found_by(words, client, barber, teacher):
    response = search(client, q=words)

    assert found(response) == []
    assert response.context["total"] == 0


def test_the_hit_is_marked_in_its_sentence(client, barber):
    (result,) = search(client, q="流浪").context["results"]

    assert "门外的<mark>流浪</mark>汉叫进店里" in result["excerpt"]


def test_a_hit_in_the_name_comes_first(client, barber):
    HonourFactory(page__title="路人", page__body=story("认识一位示例理发师。"), year=2026)

    assert found(search(client, q="理发师")) == ["示例理发师", "路人"]


def test_facets_count_people_not_honours(client, barber, teacher):
    response = search(client)

    assert {k: v.count for k, v in facet(response, "year").items()} == {"2025": 2, "2023": 1}
    assert {k: v.count for k, v in facet(response, "town").items()} == {
        "lindaizhen": 1,
        "xindaizhen": 1,
    }


def test_facets_follow_the_words(client, barber, teacher):
    response = search(client, q="教书")

    assert list(facet(response, "category")) == ["dedication"]


def test_filters_combine_on_one_honour(client, barber):
    assert found(search(client, year="2023", category="helping-others")) == ["示例理发师"]
    assert found(search(client, year="2023", category="honesty")) == []


def test_filters_combine_with_words(client, barber, teacher):
    assert found(search(client, q="示例", town="xindaizhen", year="2025")) == ["示例老师"]


def test_a_village_filters_too(client, barber, teacher):
    assert found(search(client, town="shuangmiaocun")) == ["示例理发师"]


def test_a_group_is_counted_under_the_other_groups_filters(client, barber, teacher):
    response = search(client, year="2025", category="honesty")

    assert {k: v.count for k, v in facet(response, "year").items()} == {"2025": 1}
    assert {k: v.count for k, v in facet(response, "category").items()} == {
        "honesty": 1,
        "dedication": 1,
    }


def test_filters_come_off_one_by_one(client, barber):
    response = search(client, q="流浪", year="2025", category="honesty")

    assert [(link["label"], link["url"]) for link in response.context["chosen"]] == [
        ("2025", "/search/?" + urlencode({"q": "流浪", "category": "honesty"})),
        ("诚实守信", "/search/?" + urlencode({"q": "流浪", "year": "2025"})),
    ]
    assert facet(response, "year")["2025"].active
    assert facet(response, "year")["2025"].url == response.context["chosen"][0]["url"]
    assert response.context["clear_url"] == "/search/?" + urlencode({"q": "流浪"})


def test_each_facets_address_gives_as_many_as_it_says(client, barber, teacher):
    for asked in ({}, {"q": "示例"}, {"year": "2025"}, {"q": "示例", "town": "lindaizhen"}):
        response = search(client, **asked)
        for group in response.context["facets"]:
            for value in group["values"]:
                if not value.active:
                    assert client.get(value.url).context["total"] == value.count


def test_an_address_can_be_shared(client, barber, teacher):
    url = facet(search(client, q="示例"), "town")["xindaizhen"].url

    assert found(client.get(url)) == ["示例老师"]


def test_pages_keep_words_and_filters(client):
    for _ in range(23):
        HonourFactory(year=2024)

    response = search(client, q="小店", year="2024")

    assert response.context["total"] == 23
    assert len(response.context["results"]) == 20
    second = client.get(response.context["next_page_url"])
    assert len(second.context["results"]) == 3
    titles = found(response) + found(second)
    assert len(set(titles)) == 23


def test_who_is_not_public_is_not_found(client, waiting_draft):
    assert found(search(client, q="示例待发")) == []
    assert found(search(client, year="2026")) == []


@pytest.fixture
def waiting_draft(db):
    """Return a marked draft, and beside it a taken-down and a restricted page."""
    HonourFactory(page__title="示例待发二", year=2026).page.unpublish()
    restricted = HonourFactory(page__title="示例待发三", year=2026).page
    restricted.view_restrictions.create(restriction_type="login")
    return HonoreePageFactory(title="示例待发一", awaiting=True)


def test_someone_without_an_honour_is_found_by_words(client):
    HonoreePageFactory(title="示例无荣誉")

    response = search(client, q="示例无荣誉")

    assert found(response) == ["示例无荣誉"]
    assert response.context["results"][0]["main_honour"] is None


def test_a_revoked_honour_is_no_filter(client):
    HonourFactory(year=2020, status="revoked")

    assert found(search(client, year="2020")) == []


def test_nothing_asked_is_no_result_but_ways_in(client, barber):
    response = search(client)

    assert response.context["asked"] is False
    assert found(response) == []
    assert facet(response, "year")


UNFRIENDLY = [
    "\x00",
    "理发\x00",
    "'",
    '"',
    '"理发',
    "' OR 1=1 --",
    "*",
    "*a*",
    "%",
    "_",
    "\\",
    "()",
    "NOT ",
    "NOT " * 300,
    "AND",
    "OR OR OR",
    "理" * 65536,
    "a " * 32768,
    "😀👨‍👩‍👧",
    "\u202e理发",
    "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "　",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "year:2025",
    "[a-",
]


@pytest.mark.parametrize("words", UNFRIENDLY, ids=lambda words: repr(words[:12]))
def test_no_question_raises(words, client, barber):
    response = search(client, q=words)

    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"year": "zwei"},
        {"year": "9999999999999999999999"},
        {"year": "²0²5"},
        {"year": "-1"},
        {"category": "no-such"},
        {"category": "' OR 1=1"},
        {"town": "no-such"},
        {"town": "\x00"},
        {"page": "nine"},
        {"page": "-1"},
        {"q": "示例", "page": "99999999999999999999999"},
    ],
    ids=str,
)
def test_no_filter_raises(asked, client, barber):
    assert search(client, **asked).status_code == 200


def test_a_raw_byte_that_is_no_text_does_not_raise(client):
    assert client.get("/search/?q=%ff%fe%80&town=%ff").status_code == 200


def test_a_cut_question_says_so(client, barber):
    assert "8" in search(client, q="一 二 三 四 五 六 七 八 九").context["notice"]
    assert search(client, q="流浪").context["notice"] == ""


def test_only_reading(client):
    assert client.post("/search/").status_code == 405


def test_the_english_page_answers_too(client, barber):
    response = client.get("/en/search/", {"q": "流浪"})

    assert found(response) == ["示例理发师"]
    assert facet(response, "category")["honesty"].label == "Honest and Trustworthy"
