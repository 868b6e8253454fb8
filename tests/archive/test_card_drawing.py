"""The drawing of a share card: its size, what it never shows, and what it makes room for."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops, ImageDraw

from archive.cards import faces
from archive.cards.card import HEIGHT, WIDTH, CardText, as_jpeg, draw_card
from archive.cards.faces import MISSING_SORT, SANS, SERIF

TEXT = CardText(
    name="朱云观",
    kicker="2025年度平湖好人",
    citation="林埭镇双庙村的乡村理发师，守着保本的价钱。",
    facts="诚实守信 · 林埭镇",
    seal="诚实守信",
    initial="朱",
    reading="Zhū Yúnguǎn",
)
# A character that is in neither face: a rare form of 吉, outside the BMP.
NOWHERE_DRAWN = "𠮷"


def written(text: str, face: str = SERIF) -> Image.Image:
    picture = Image.new("RGB", (400, 100), "white")
    faces.write(ImageDraw.Draw(picture), (10, 70), text, face, 48, (0, 0, 0))
    return picture


def same(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one, other).getbbox() is None


def test_a_card_is_1200_by_630_and_light_enough_to_send():
    content = as_jpeg(draw_card(TEXT))

    with Image.open(io.BytesIO(content)) as opened:
        assert opened.size == (WIDTH, HEIGHT) == (1200, 630)
        assert opened.format == "JPEG"
    assert len(content) < 300_000


def test_the_same_text_gives_the_same_card():
    assert same(draw_card(TEXT), draw_card(TEXT))


@pytest.mark.parametrize("name", ["李翀", "凌赟", "周堃", "高喆", "沈𬬭", "钱䶮", "周燚", "濮濮"])
def test_rare_characters_of_names_are_drawn_as_themselves(name):
    assert faces.can_write(name)
    assert MISSING_SORT not in "".join(part for _, part in faces.runs(name, SERIF))


@pytest.mark.parametrize("face", [SERIF, SANS])
def test_what_no_face_holds_is_never_a_box(face):
    box = written("", face)
    font = faces._font(face, 48)
    ImageDraw.Draw(box).text((10, 70), NOWHERE_DRAWN, font=font, fill=(0, 0, 0), anchor="ls")

    assert not faces.can_write(f"田{NOWHERE_DRAWN}")
    assert not same(written(NOWHERE_DRAWN, face), box)
    assert same(written(NOWHERE_DRAWN, face), written(MISSING_SORT, face))


def test_what_one_face_lacks_the_other_writes(monkeypatch):
    has = faces._has
    monkeypatch.setattr(
        faces, "_has", lambda face, char: char != "观" if face == SERIF else has(face, char)
    )

    assert faces.runs("朱云观。", SERIF) == [(SERIF, "朱云"), (SANS, "观"), (SERIF, "。")]


def test_a_name_that_cannot_be_written_is_given_by_its_reading():
    rare = replace(TEXT, name=f"田{NOWHERE_DRAWN}", reading="Tián Jí")

    assert same(draw_card(rare), draw_card(replace(TEXT, name="Tián Jí", reading="Tián Jí")))


def test_invisible_characters_draw_nothing():
    assert faces.seen("朱\u200b云\ufeff观\x00 \n 氏\ue000") == "朱云观 氏"


def test_english_has_narrow_quotation_marks():
    assert faces.seen("his wife’s “word”") == 'his wife\'s "word"'
    assert faces.seen("他说“来”") == "他说“来”"


@pytest.mark.parametrize(
    "text",
    [
        replace(TEXT, name="枫叶湾村排涝站值守组和它的九位老组员及其家属志愿服务队" * 2),
        replace(TEXT, name="The Retired Women's Soup Kitchen of Hebang Village and Its Friends"),
        replace(TEXT, citation="守" * 140),
        replace(TEXT, citation="A word kept for thirty years. " * 10),
        replace(TEXT, kicker="", citation="", facts="", seal="", reading=""),
        replace(TEXT, facts="Honest and Trustworthy · " * 6, seal="勤俭节约模范"),
    ],
)
def test_long_and_missing_texts_stay_on_the_card(text):
    card = draw_card(text)
    bare = draw_card(replace(text, name="", kicker="", citation="", facts=""))

    # Nothing is written over the right edge or into the waves.
    touched = ImageChops.difference(card, bare).getbbox()
    if touched is not None:
        assert touched[2] <= 1140
        assert touched[3] <= 545


def test_a_portrait_takes_the_place_of_the_disc():
    portrait = Image.new("L", (300, 900), 120)

    card = draw_card(TEXT, portrait)

    assert card.getpixel((260, 300)) == (120, 120, 120)
    assert not same(card, draw_card(TEXT))
