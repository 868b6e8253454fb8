"""The illustrations are the same every time, of the asked size, and whole in a portrait crop."""

from __future__ import annotations

import pytest
from PIL import ImageChops

from goodpeople.demo.drawings import KEYS, draw


@pytest.mark.parametrize("key", KEYS)
def test_every_scene_draws_at_the_asked_size(key: str) -> None:
    picture = draw(key, (400, 300))
    assert picture.size == (400, 300)
    assert picture.mode == "RGB"
    shades = picture.quantize(64).getcolors()
    assert shades is not None
    assert len(shades) > 16, "more than a bare ground"


def test_same_key_same_pixels() -> None:
    first, second = draw("barber", (320, 240)), draw("barber", (320, 240))
    assert ImageChops.difference(first, second).getbbox() is None


def test_default_size_is_a_landscape() -> None:
    assert draw("tea").size == (1600, 1200)


def test_portrait_shows_the_middle_of_the_landscape() -> None:
    wide, tall = draw("barber", (800, 600)), draw("barber", (450, 600))
    middle = wide.crop((175, 0, 625, 600)).resize((30, 40))
    pairs = zip(middle.tobytes(), tall.resize((30, 40)).tobytes(), strict=True)
    assert max(abs(a - b) for a, b in pairs) < 24


def test_views_differ() -> None:
    pictures = {draw(f"needle{view}", (160, 120)).tobytes() for view in ("", "@2", "@3", "@4")}
    assert len(pictures) == 4


@pytest.mark.parametrize("key", ["nobody", "barber@9"])
def test_unknown_key_is_refused(key: str) -> None:
    with pytest.raises(KeyError):
        draw(key)
