"""The demo's illustrations: ``draw(key)`` returns a picture, the same one every time."""

from __future__ import annotations

import importlib
import pkgutil
import zlib

from PIL import Image

from goodpeople.demo import drawing
from goodpeople.demo.drawing.sheet import Scene, Sheet, View


def _gathered() -> dict[str, Scene]:
    """Return the scenes of every module of ``drawing`` that has ``SCENES``.

    Raises ValueError where two modules use one key.
    """
    scenes: dict[str, Scene] = {}
    for found in pkgutil.iter_modules(drawing.__path__, f"{drawing.__name__}."):
        module = importlib.import_module(found.name)
        for key, scene in getattr(module, "SCENES", {}).items():
            if key in scenes:
                raise ValueError(f"two scenes are called {key!r}; one is in {found.name}")
            scenes[key] = scene
    return dict(sorted(scenes.items()))


SCENES: dict[str, Scene] = _gathered()
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
