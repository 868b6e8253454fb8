"""The paper that the illustrations are cut from and laid on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
# How dark a shadow is, for each coverage from 0 to 255.
SHADE = [round(value * 0.34) for value in range(256)]
# The side in pixels of the piece of grain that is laid over the sheet again and again.
PIECE = 600

Grain = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def darker(colour: Colour, share: float = 0.82) -> Colour:
    """The same colour in shade."""
    return (round(colour[0] * share), round(colour[1] * share), round(colour[2] * share))


def paler(colour: Colour, by: int = 26) -> Colour:
    """The same colour in light."""
    return (min(colour[0] + by, 255), min(colour[1] + by, 255), min(colour[2] + by, 255))


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
        # The design covers the sheet: a portrait is the middle of the landscape.
        self.scale = max(size[0] / DESIGN[0], size[1] / DESIGN[1]) * view.zoom
        self.image = Image.new("RGB", size, PAPER)

    def ground(self, colour: Colour) -> None:
        """Cover the whole sheet with one colour."""
        self.image.paste(colour, (0, 0, *self.size))

    def fade(self, top: Colour, foot: Colour, y0: float = 0, y1: float = 1200) -> None:
        """Cover the whole sheet with a sky that turns from ``top`` at y0 to ``foot`` at y1."""
        rows = (np.arange(self.size[1]) - self.size[1] / 2) / self.scale + self.view.y
        share = np.clip((rows - y0) / max(y1 - y0, 1), 0, 1)[:, None]
        column = np.array(top) * (1 - share) + np.array(foot) * share
        strip = Image.fromarray(column.astype(np.uint8)[:, None, :])
        self.image.paste(strip.resize(self.size, Image.NEAREST))

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """A soft round light that fades to nothing at ``radius``; strength between 0 and 1."""
        (cx, cy) = self._pixels(np.array([[x, y]]))[0]
        reach = radius * self.scale
        left, top = max(int(cx - reach), 0), max(int(cy - reach), 0)
        right = min(int(cx + reach) + 1, self.size[0])
        bottom = min(int(cy + reach) + 1, self.size[1])
        if right <= left or bottom <= top:
            return
        # Drawn small and enlarged: light has no edge to keep.
        small = (max(2, (right - left) // 4), max(2, (bottom - top) // 4))
        across = (np.arange(small[0]) + 0.5) * (right - left) / small[0] + left - cx
        down = (np.arange(small[1]) + 0.5) * (bottom - top) / small[1] + top - cy
        distance = np.hypot(across[None, :], down[:, None]) / reach
        light = np.clip(1 - distance, 0, 1) ** 1.6 * strength * 255
        mask = Image.fromarray(light.astype(np.uint8))
        mask = mask.resize((right - left, bottom - top), Image.BILINEAR)
        self.image.paste(colour, (left, top, right, bottom), mask)

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
        # Only the outline is drawn larger; the colour is laid at the size that is asked for.
        origin = np.array([left, top])
        size = ((right - left) * SUPERSAMPLE, (bottom - top) * SUPERSAMPLE)
        mask = Image.new("L", size, 0)
        pen = ImageDraw.Draw(mask)
        for points, width in outlines:
            self._trace(pen, (points - origin) * SUPERSAMPLE, width, 255)
        for hole in holes:
            self._trace(pen, (self._pixels(hole.points) - origin) * SUPERSAMPLE, hole.width, 0)
        mask = mask.reduce(SUPERSAMPLE)
        covered = self._covered_from(mask)
        if shadow:
            # What lies wholly under the sheet needs no shadow, but casts some upward.
            reach = 4 * max(1, round(shadow * self.scale))
            rows = min(covered + reach, mask.height)
            self._cast(mask.crop((0, 0, mask.width, rows)), (left, top), shadow)
        self.image.paste(colour, (left, top), mask.crop((0, 0, mask.width, covered)))
        self.image.paste(colour, (left, top + covered, right, bottom))

    def _covered_from(self, mask: Image.Image) -> int:
        """The row of the mask from which on it covers the picture's whole width."""
        if mask.width < self.size[0]:
            return mask.height
        whole = np.asarray(mask).min(axis=1) == 255
        return mask.height if not whole[-1] else int(len(whole) - np.argmin(whole[::-1]))

    def finished(self) -> Image.Image:
        """The picture with the grain of the paper; the same every time."""
        random = np.random.default_rng(self.seed)
        fibre = random.standard_normal((PIECE, PIECE), dtype=np.float32) * 1.5
        fibre = fibre + np.roll(fibre, 1, axis=1) + np.roll(fibre, 1, axis=0)
        grain = self._laid(fibre) + self._cloud(random)
        # A printing block never inks evenly: small pale flecks where the colour is deep.
        spots = random.standard_normal((PIECE // 3, PIECE // 3), dtype=np.float32)
        fleck = np.asarray(Image.fromarray(spots).resize((PIECE, PIECE), Image.BICUBIC))
        fleck = np.clip(fleck - 1.75, 0, 1) * np.float32(70 / 255)
        depth = np.float32(255) - np.asarray(self.image.convert("L"), dtype=np.float32)
        grain += self._laid(fleck) * depth
        raised = np.asarray(self.image) + grain.astype(np.int16)[:, :, None]
        return Image.fromarray(np.clip(raised, 0, 255, out=raised).astype(np.uint8))

    def _laid(self, piece: Grain) -> Grain:
        """The piece side by side over the whole sheet: nobody sees that it comes back."""
        width, height = self.size
        times = (height // PIECE + 1, width // PIECE + 1)
        return np.tile(piece, times)[:height, :width]

    def _cloud(self, random: np.random.Generator) -> Grain:
        """Slow, wide unevenness."""
        width, height = self.size
        grid = random.standard_normal((height // 60 + 2, width // 60 + 2), dtype=np.float32)
        cloud = Image.fromarray(grid * np.float32(2.2))
        # In two steps, of which the wide one is cheap.
        cloud = cloud.resize((width // 4, height // 4), Image.BICUBIC)
        return np.asarray(cloud.resize(self.size, Image.BILINEAR))

    def _pixels(self, points: Points) -> Points:
        offset = points - np.array([self.view.x, self.view.y])
        if self.view.mirror:
            offset = offset * np.array([-1.0, 1.0])
        return offset * self.scale + np.array(self.size) / 2

    def _bounds(self, outlines: list[tuple[Points, float | None]]) -> tuple[int, int, int, int]:
        pad = max((width or 0) for _, width in outlines) * self.scale / 2 + 1
        points = np.vstack([points for points, _ in outlines])
        low = np.floor(points.min(axis=0) - pad)
        high = np.ceil(points.max(axis=0) + pad)
        return (
            max(int(low[0]), 0),
            max(int(low[1]), 0),
            min(int(high[0]), self.size[0]),
            min(int(high[1]), self.size[1]),
        )

    def _trace(
        self, pen: ImageDraw.ImageDraw, points: Points, width: float | None, value: int
    ) -> None:
        corners = points.ravel().tolist()
        if width is None:
            pen.polygon(corners, fill=value)
            return
        thick = max(1, round(width * self.scale * SUPERSAMPLE))
        pen.line(corners, fill=value, width=thick)
        # Pillow counts both ends of an ellipse's box.
        half = (thick - 1) / 2
        # A round at every corner joins the pieces; in a hair line the gaps are none.
        joints = points if thick > SUPERSAMPLE * 2 else points[[0, -1]]
        for x, y in joints.tolist():
            pen.ellipse((x - half, y - half, x + half, y + half), fill=value)

    def _cast(self, mask: Image.Image, corner: tuple[int, int], lift: float) -> None:
        reach = max(1, round(lift * self.scale))
        margin = reach * 3
        # Blurred small: the eye cannot tell, the clock can.
        small = 4 if reach >= 8 else 2
        spare = -(-margin // small)
        size = (-(-mask.width // small), -(-mask.height // small))
        shade = Image.new("L", (size[0] + 2 * spare, size[1] + 2 * spare), 0)
        shade.paste(mask.resize(size, Image.BOX), (spare, spare))
        shade = shade.filter(ImageFilter.GaussianBlur(reach / small)).point(SHADE)
        shade = shade.resize((shade.width * small, shade.height * small), Image.BILINEAR)
        margin = spare * small
        position = (corner[0] - margin + reach // 3, corner[1] - margin + round(reach * 0.8))
        self.image.paste(SHADOW, position, shade)


Scene = Callable[[Sheet], None]
