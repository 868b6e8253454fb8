"""The demo's illustrations: ``draw(key)`` returns a picture, the same one every time."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from PIL import Image

from goodpeople.demo.drawing import bench, evening, field, home, road, water, workshop
from goodpeople.demo.drawing.sheet import Sheet, View

SCENES: dict[str, Callable[[Sheet], None]] = {
    "abacus": bench.abacus,
    "barber": workshop.barber,
    "bicycle": road.bicycle,
    "book": home.book,
    "bus": road.bus,
    "carpenter": bench.carpenter,
    "cocoons": evening.cocoons,
    "ferry": water.ferry,
    "fish": water.fish,
    "hand-cart": road.hand_cart,
    "hands": field.hands,
    "ladder": home.ladder,
    "life-buoy": water.life_buoy,
    "needle": bench.needle,
    "rice": field.rice,
    "river-gauge": water.river_gauge,
    "school-desk": home.school_desk,
    "seedling": field.seedling,
    "sluice": water.sluice,
    "soup-bowl": home.soup_bowl,
    "stethoscope": field.stethoscope,
    "street-lamp": home.street_lamp,
    "tea": home.tea,
    "telephone": evening.telephone,
    "truck": road.truck,
    "watch": bench.watch,
    "water-pipe": evening.water_pipe,
}
KEYS: tuple[str, ...] = tuple(SCENES)

# Other views of the same scene, for a nomination that needs several sample pictures.
VIEWS: dict[str, View] = {
    "": View(),
    "2": View(zoom=1.3, x=720, y=560),
    "3": View(zoom=1.55, x=860, y=700, mirror=True),
    "4": View(zoom=1.12, x=800, y=640, mirror=True),
}


def draw(key: str, size: tuple[int, int] = (1600, 1200)) -> Image.Image:
    """Draw one scene as an RGB picture of ``size`` pixels; the same key gives the same picture.

    ``key`` is one of ``KEYS``, or such a key with ``@2``, ``@3`` or ``@4`` for another view.
    A portrait size shows the middle of the scene. Raises KeyError for anything else.
    """
    scene, _, view = key.partition("@")
    sheet = Sheet(size, seed=zlib.crc32(key.encode()), view=VIEWS[view])
    SCENES[scene](sheet)
    return sheet.finished()
