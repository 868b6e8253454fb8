"""Sample honourees, lists and pieces of stories."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from django.templatetags.static import static
from django.utils.translation import gettext as _

from archive.facets import FacetValue
from archive.models import Category, HomePage, HonoreePage, Honour, Place
from archive.names import Letter
from archive.seeds import CATEGORIES
from archive.shown import Shown, shown

# Stands in every address of a sample, which the page replaces: there is nothing behind it.
NOWHERE = 4040404


class SamplePicture:
    """Answers as an image does and shows the sample picture in every size."""

    width = 400
    height = 500

    def get_renditions(self, *specs: str) -> dict[str, Any]:
        """Return the same picture for each of ``specs``."""
        one = SimpleNamespace(url=static("img/sample.svg"), width=self.width, height=self.height)
        return dict.fromkeys(specs, one)


def categories() -> list[Category]:
    """Return the five categories that an archive starts with, unsaved."""
    return [
        Category(
            pk=NOWHERE + position,
            code=f"{code}-{NOWHERE}",
            name=name,
            name_en=name_en,
            description=description,
            description_en=description_en,
        )
        for position, (code, name, name_en, description, description_en) in enumerate(CATEGORIES)
    ]


def place() -> Place:
    """Return a village in a town."""
    town = Place(
        pk=NOWHERE,
        name="示例镇",
        name_en="Sample Town",
        kind=Place.Kind.TOWN,
        slug=f"town-{NOWHERE}",
        chain_text="平湖市示例镇",
        chain_text_en="Sample Town, Pinghu",
    )
    return Place(
        pk=NOWHERE + 1,
        name="双桥村",
        name_en="Shuangqiao Village",
        kind=Place.Kind.VILLAGE,
        slug=f"village-{NOWHERE}",
        parent=town,
        town=town,
        chain_text="平湖市示例镇双桥村",
        chain_text_en="Shuangqiao Village, Sample Town, Pinghu",
    )


def _page(**fields: Any) -> HonoreePage:
    page = HonoreePage(pk=NOWHERE, body=[], is_sample=True, **fields)
    page.get_url = lambda *args, **kwargs: f"/{NOWHERE}/"
    return page


def person() -> Honour:
    """Return a person with a portrait."""
    page = _page(
        title="沈水根",
        title_en="Shen Shuigen",
        name_pinyin="Shěn Shuǐgēn",
        citation="三十一年，他把渡船停在离桥最近的一边。",
        citation_en="For thirty-one years he moored his ferry on the side that had no bridge.",
        standfirst="桥修好以前，过河的人都认得他的竹篙。",
        standfirst_en="Before the bridge was built, everyone who crossed knew his pole.",
        portrait_alt="示例图：河湾与落日",
        portrait_caption="双桥渡口（示例图）",
        portrait_credit="示例",
        corrections="<p>2026年3月2日：更正了渡船停航的年份。</p>",
    )
    HonoreePage.portrait.field.set_cached_value(page, SamplePicture())
    return Honour(
        pk=NOWHERE,
        page=page,
        year=2025,
        category=categories()[3],
        place=place(),
        certificate_no="2025-014",
        announced_on=date(2025, 12, 5),
        source_title="示例日报",
        source_date=date(2025, 11, 20),
    )


def person_without_portrait() -> Honour:
    """Return a person of whom there is no picture, honoured in another year."""
    page = _page(
        title="陆巧云",
        title_en="Lu Qiaoyun",
        name_pinyin="Lù Qiǎoyún",
        citation="捡到的每一只钱包，她都等到了失主。",
        citation_en="Whoever lost a purse on her bus got it back.",
    )
    return Honour(
        pk=NOWHERE + 1, page=page, year=2024, level="city", category=categories()[2], place=place()
    )


def group() -> Honour:
    """Return a group with a long name."""
    page = _page(
        title="双桥村夜间巡堤队",
        title_en="The Night Watch on the Shuangqiao Dyke",
        name_pinyin="Shuāngqiáocūn Yèjiān Xúndīduì",
        kind=HonoreePage.Kind.GROUP,
        citation="汛期的每一夜，堤上都有他们的手电光。",
        citation_en="On every night of the flood season their torches were on the dyke.",
    )
    HonoreePage.portrait.field.set_cached_value(page, SamplePicture())
    return Honour(
        pk=NOWHERE + 2, page=page, year=2025, category=categories()[1], place=place().town
    )


def facets() -> dict[str, list[FacetValue]]:
    """Return the ways to narrow a list, one of them chosen."""
    nowhere = f"?{NOWHERE}"
    return {
        "year": [
            FacetValue("2025", "2025", 12, nowhere, active=True),
            FacetValue("2024", "2024", 9, nowhere),
            FacetValue("2023", "2023", 11, nowhere),
        ],
        "category": [
            FacetValue(one.code, one.label, 4 + 3 * position, nowhere)
            for position, one in enumerate(categories())
        ],
        "town": [FacetValue("sample", place().town.shown_name, 7, nowhere)],
        "level": [],
    }


def letters() -> list[Letter]:
    """Return A to Z; some letters have nobody."""
    return [
        Letter(chr(65 + place), 0 if place in {4, 8, 20, 21} else place + 1) for place in range(26)
    ]


def page_of_pages(number: int = 2, last: int = 5) -> Any:
    """Return what the pager takes: page ``number`` of ``last``."""
    return SimpleNamespace(
        number=number,
        has_other_pages=True,
        has_previous=number > 1,
        has_next=number < last,
        previous_page_number=number - 1,
        next_page_number=number + 1,
        paginator=SimpleNamespace(num_pages=last),
    )


def _blocks() -> dict[str, Any]:
    return {
        "section": {
            "heading": shown("渡口的早晨", "Morning at the ferry"),
            "text": shown(
                "天没亮，第一班过河的是卖菜的人。他收一角钱，菜农给一把青菜，他也收。",
                "Before light the vegetable sellers crossed first. He took ten cents; "
                "where they gave a bunch of greens instead, he took the greens.",
            ),
        },
        "quote": {
            "text": shown("船小，话要算数。", "A small boat, but a promise is a promise."),
            "speaker": shown("沈水根", "Shen Shuigen"),
            "context": shown("停航那天", "on the last day of the ferry"),
        },
        "figures": {
            "figures": [
                {
                    "value": "31",
                    "unit": shown("年", "years"),
                    "label": shown("摆渡", "at the ferry"),
                },
                {"value": "0", "unit": "", "label": shown("事故", "accidents")},
                {
                    "value": "4",
                    "unit": shown("次", "times"),
                    "label": shown("跳下河救人", "in the river to save someone"),
                },
            ]
        },
        "timeline": {
            "title": shown("三十一年", "Thirty-one years"),
            "entries": [
                {"when": "1988", "what": shown("接过父亲的竹篙。", "Took over his father’s pole.")},
                {
                    "when": "1998",
                    "what": shown("汛期连渡九夜。", "Nine nights of flood, nine nights at work."),
                },
                {
                    "when": "2019",
                    "what": shown("桥通车，渡口停航。", "The bridge opened; the ferry stopped."),
                },
            ],
        },
        "gallery": {
            "images": [
                {
                    "image": SamplePicture(),
                    "alt": shown("示例图：河湾与落日", "Sample picture: a bend of the river"),
                    "caption": shown("停航以后的渡口。", "The landing after the last crossing."),
                    "credit": shown("示例", "Sample"),
                }
            ]
        },
        "source": {
            "title": shown("《渡口最后一班船》", "“The last boat at the landing”"),
            "publisher": shown("示例日报", "Sample Daily"),
            "date": date(2025, 11, 20),
        },
    }


def context() -> dict[str, Any]:
    """Return what the sections on lists, cards and stories show."""
    return {
        "seals": [one.name for one in categories()],
        "honours_shown": [person(), group(), person_without_portrait()],
        "person": person(),
        "person_without_portrait": person_without_portrait(),
        "group": group(),
        "facets": facets(),
        "letters": letters(),
        "letter": letters()[11],
        "middle_page": page_of_pages(),
        "blocks": _blocks(),
        "crumbs": [
            {"label": _("Home"), "url": "/"},
            {"label": "2025", "url": f"/{NOWHERE}/"},
            {"label": shown("沈水根", "Shen Shuigen"), "url": ""},
        ],
    }


def pages() -> dict[str, dict[str, Any]]:
    """Return the contexts of the archive's pages, for the pieces that are cut out of them."""
    first, second, third = person(), person_without_portrait(), group()
    a_list = _list_of([first, second, third])
    return {
        "archive/home_page.html": {
            "page": HomePage(pk=NOWHERE),
            "featured": first,
            "honours": [second, third],
            "latest_year": 2025,
            "people_count": 3,
            "years": [(2025, 12), (2024, 9), (2023, 11)],
            "towns": _towns(),
            "categories": [
                {"category": one, "count": 3, "url": f"/{NOWHERE}/"} for one in categories()
            ],
        },
        "archive/honoree_page.html": {
            "page": first.page,
            "main_honour": first,
            "honours": [first],
            "revoked_honours": [],
            "previous": second,
            "next": third,
            "same_year": [third],
            "same_place": [second],
            "town": place().town,
        },
        "archive/honour_list.html": a_list,
        "archive/place.html": a_list,
        "archive/place_index.html": {"city": None, "towns": _towns()},
        "archive/year_index.html": {"decades": [_decade([first, second, third])]},
        "archive/name_index.html": {
            "letters": [],
            "groups": [("L", [_in_the_register(second)]), ("S", [_in_the_register(first)])],
            "page_obj": SimpleNamespace(has_other_pages=False),
        },
    }


def _towns() -> list[dict[str, Any]]:
    """Return a town and its village, as the tree of places takes them."""
    village = {"place": place(), "count": 3, "url": f"/{NOWHERE}/"}
    return [{"place": place().town, "count": 7, "url": f"/{NOWHERE}/", "villages": [village]}]


def _list_of(honours: list[Honour]) -> dict[str, Any]:
    """Return what a narrowed list of a place and a year takes."""
    return {
        "honours": honours,
        "heading": Shown("2025"),
        "lead": "",
        "kind": "place",
        "facets": facets(),
        "paginator": SimpleNamespace(count=len(honours)),
        "page_obj": page_of_pages(),
        "previous_year": 2024,
        "next_year": 2026,
        "previous_url": f"/{NOWHERE}/",
        "next_url": f"/{NOWHERE}/",
        "place": place(),
        "neighbours": _towns(),
        "children": [],
    }


def _decade(honours: list[Honour]) -> dict[str, Any]:
    """Return ten years of which one has ``honours``."""
    year = {
        "year": 2025,
        "url": f"/{NOWHERE}/",
        "count": 12,
        "names": [{"name": one.page.shown_title, "is_sample": True} for one in honours],
        "more": 9,
        "categories": facets()["category"],
    }
    return {"decade": 2020, "years": [year]}


def _in_the_register(honour: Honour) -> HonoreePage:
    honour.page.public_honours = [honour]
    return honour.page
