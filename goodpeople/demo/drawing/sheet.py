"""The paper that the illustrations are cut from and laid on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from goodpeople.demo.drawing.shapes import Points, Shape

Colour = tuple[int, int, int]

PAPER: Colour = (246, 238, 222)
CREAM: Colour = (252, 247, 236)
SAND: Colour = (232, 212, 173)
OCHRE: Colour = (205, 146, 58)
UMBER: Colour = (138, 90, 48)
CINNABAR: Colour = (190, 58, 42)
OXBLOOD: Colour = (140, 38, 32)
BLUSH: Colour = (228, 170, 146)
INK: Colour = (44, 42, 45)
NIGHT: Colour = (45, 66, 74)
DUSK: Colour = (77, 104, 110)
PINE: Colour = (66, 105, 92)
CELADON: Colour = (134, 172, 153)
MIST: Colour = (208, 222, 208)

DESIGN = (1600, 1200)
SUPERSAMPLE = 2
SHADOW: Colour = (52, 34, 22)


@dataclass(frozen=True)
class View:
    """Which part of the design is seen: nearer, aside, or from behind."""

    zoom: float = 1.0
    x: float = 800
    y: float = 600
    mirror: bool = False


class Sheet:
    """Layers of coloured paper, each with the soft shadow of a sheet that lies a little above."""

    def __init__(self, size: tuple[int, int], *, seed: int, view: View) -> None:
        self.size = size
        self.seed = seed
        self.view = view
        width, height = size[0] * SUPERSAMPLE, size[1] * SUPERSAMPLE
        # The design covers the sheet: a portrait is the middle of the landscape.
        self.scale = max(width / DESIGN[0], height / DESIGN[1]) * view.zoom
        self.image = Image.new("RGB", (width, height), PAPER)

    def ground(self, colour: Colour) -> None:
        self.image.paste(colour, (0, 0, *self.image.size))

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """A soft round light that fades to nothing at ``radius``; strength between 0 and 1."""
        # Drawn small and enlarged: light has no edge to keep.
        small = (self.image.width // 8, self.image.height // 8)
        (cx, cy) = self._pixels(np.array([[x, y]]))[0] / 8
        rows, columns = np.mgrid[0 : small[1], 0 : small[0]]
        distance = np.hypot(columns - cx, rows - cy) / (radius * self.scale / 8)
        light = np.clip(1 - distance, 0, 1) ** 1.6 * strength * 255
        mask = Image.fromarray(light.astype(np.uint8)).resize(self.image.size, Image.BICUBIC)
        self.image.paste(colour, (0, 0, *self.image.size), mask)

    def lay(
        self,
        colour: Colour,
        *shapes: Shape,
        holes: Sequence[Shape] = (),
        shadow: float = 0.0,
    ) -> None:
        """Lay one sheet of paper: the union of shapes less the holes.

        ``shadow`` is how far the sheet stands off what lies beneath, in design units.
        """
        outlines = [(self._pixels(shape.points), shape.width) for shape in shapes]
        left, top, right, bottom = self._bounds(outlines)
        if right <= left or bottom <= top:
            return
        origin = np.array([left, top])
        mask = Image.new("L", (right - left, bottom - top), 0)
        pen = ImageDraw.Draw(mask)
        for points, width in outlines:
            self._trace(pen, points - origin, width, 255)
        for hole in holes:
            self._trace(pen, self._pixels(hole.points) - origin, hole.width, 0)
        if shadow:
            self._cast(mask, (left, top), shadow)
        self.image.paste(colour, (left, top), mask)

    def finished(self) -> Image.Image:
        """The picture at its asked size, with the grain of the paper; the same every time."""
        small = self.image.reduce(SUPERSAMPLE)
        random = np.random.default_rng(self.seed)
        width, height = small.size
        pixels = np.asarray(small, dtype=np.float32)
        fibre = random.standard_normal((height, width), dtype=np.float32)
        fibre = (fibre + np.roll(fibre, 1, axis=1) + np.roll(fibre, 1, axis=0)) * 1.5
        cloud = self._noise(random, (width, height), 60) * 2.2
        # A printing block never inks evenly: small pale flecks where the colour is deep.
        fleck = np.clip(self._noise(random, (width, height), 3) - 1.75, 0, 1)
        depth = (255 - pixels.mean(axis=2)) / 255
        pixels = pixels + (fibre + cloud)[:, :, None] + (fleck * depth * 70)[:, :, None]
        return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))

    @staticmethod
    def _noise(
        random: np.random.Generator, size: tuple[int, int], coarse: int
    ) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        grid = random.standard_normal(
            (size[1] // coarse + 2, size[0] // coarse + 2), dtype=np.float32
        )
        return np.asarray(Image.fromarray(grid).resize(size, Image.BICUBIC))

    def _pixels(self, points: Points) -> Points:
        offset = points - np.array([self.view.x, self.view.y])
        if self.view.mirror:
            offset = offset * np.array([-1.0, 1.0])
        return offset * self.scale + np.array(self.image.size) / 2

    def _bounds(self, outlines: list[tuple[Points, float | None]]) -> tuple[int, int, int, int]:
        pad = max((width or 0) for _, width in outlines) * self.scale / 2 + 2
        points = np.vstack([points for points, _ in outlines])
        low = np.floor(points.min(axis=0) - pad)
        high = np.ceil(points.max(axis=0) + pad)
        return (
            max(int(low[0]), 0),
            max(int(low[1]), 0),
            min(int(high[0]), self.image.width),
            min(int(high[1]), self.image.height),
        )

    def _trace(
        self, pen: ImageDraw.ImageDraw, points: Points, width: float | None, value: int
    ) -> None:
        corners = [(float(x), float(y)) for x, y in points]
        if width is None:
            pen.polygon(corners, fill=value)
            return
        thick = max(1, round(width * self.scale))
        pen.line(corners, fill=value, width=thick, joint="curve")
        half = thick / 2
        for x, y in (corners[0], corners[-1]):
            pen.ellipse((x - half, y - half, x + half, y + half), fill=value)

    def _cast(self, mask: Image.Image, corner: tuple[int, int], lift: float) -> None:
        reach = max(2, round(lift * self.scale))
        margin = reach * 3
        size = (mask.width + 2 * margin, mask.height + 2 * margin)
        shade = Image.new("L", size, 0)
        shade.paste(mask, (margin, margin))
        # Blurred at a quarter of the size: the eye cannot tell, the clock can.
        quarter = shade.resize((max(1, size[0] // 4), max(1, size[1] // 4)), Image.BILINEAR)
        quarter = quarter.filter(ImageFilter.GaussianBlur(reach / 4))
        shade = quarter.resize(size, Image.BILINEAR).point(lambda value: value * 0.34)
        position = (corner[0] - margin + reach // 3, corner[1] - margin + round(reach * 0.8))
        self.image.paste(SHADOW, position, shade)
