"""Tools and gear: a basket, a jar, hoes and hammers, a net, a telephone, a satchel."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
    blob,
    box,
    crescent,
    curve,
    ellipse,
    line,
    petal,
    poly,
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet, darker, paler
from goodpeople.demo.drawing.things import BAMBOO, WOOD
from goodpeople.demo.drawing.vehicles import STEEL


def lay_basket(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    *,
    colour: Colour = BAMBOO,
    content: Colour | None = None,
    handle: bool = True,
) -> None:
    """A woven basket, heaped with round things of the colour ``content``."""
    put = standing(x, y, width / 100)
    if handle:
        sheet.lay(darker(colour), *put(arc(0, -56, 42, 52, 180, 360, 5)), shadow=4)
    if content:
        heap = [ellipse(i * 17 - 34, -62 - 8 * (i % 2), 12) for i in range(5)]
        sheet.lay(content, *put(*heap, box(-40, -64, 40, -54)), shadow=4)
    sheet.lay(colour, *put(poly((-50, -58), (50, -58), (38, 0), (-38, 0))), shadow=9)
    rows = [
        line([(-48 + i * 2.6, -50 + i * 13), (48 - i * 2.6, -50 + i * 13)], 2) for i in range(4)
    ]
    ribs = [line([(i * 11, -58), (i * 8.6, 0)], 1.6) for i in range(-4, 5)]
    sheet.lay(darker(colour), *put(*rows, *ribs))
    sheet.lay(darker(colour, 0.9), *put(box(-52, -62, 52, -55, 3)), shadow=3)


def lay_jar(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    *,
    colour: Colour = tone.UMBER,
    lid: Colour = tone.CINNABAR,
) -> None:
    """An earthen jar with a cloth tied over it."""
    put = standing(x, y, height / 100)
    sheet.lay(
        colour,
        *put(
            blob(
                (-28, 0),
                (-44, -40),
                (-36, -72),
                (-20, -84),
                (20, -84),
                (36, -72),
                (44, -40),
                (28, 0),
            )
        ),
        shadow=10,
    )
    sheet.lay(paler(colour), *put(curve([(-34, -58), (-36, -38), (-29, -18)], 4)))
    sheet.lay(
        lid, *put(blob((-26, -76), (-24, -92), (0, -97), (24, -92), (26, -76), (0, -80))), shadow=5
    )
    sheet.lay(tone.SAND, *put(line([(-24, -83), (24, -83)], 3)))


def tool(
    kind: str, x: float, y: float, length: float, degrees: float = 0
) -> tuple[list[Shape], list[Shape]]:
    """Return (handle, head) of a tool, its working end at (x, y), its handle upward at 0 degrees.

    ``kind``: hoe, spade, rake, broom, hammer, axe, sickle, spanner, brush, pole, trowel.
    Raises KeyError for another.
    """
    put = standing(x, y, length / 100, turn=degrees)
    stick = taper([(0, -100), (0, -4)], 3.4, 3.8)
    heads: dict[str, list[Shape]] = {
        "hoe": [poly((-3, -6), (3, -6), (24, -3), (24, 3), (0, 2), (-3, 0))],
        "spade": [blob((-9, -26), (9, -26), (9, -8), (0, 1), (-9, -8))],
        "rake": [
            box(-18, -6, 18, -2),
            *[box(i * 5.6 - 1, -4, i * 5.6 + 1, 6) for i in range(-3, 4)],
        ],
        "broom": [petal(0, -30, 34, 13, 180 + a) for a in (-22, -11, 0, 11, 22)],
        "hammer": [box(-14, -10, 12, 2, 2), poly((-14, -8), (-14, 0), (-20, -2), (-20, -6))],
        "axe": [blob((-2, -14), (14, -18), (22, -4), (14, 6), (-2, 2))],
        "sickle": [crescent(12, -4, 18, 60, 0.66)],
        "spanner": [arc(0, 2, 7, 7, -60, 240, 5).turned(180, (0, 2))],
        "brush": [box(-9, -26, 9, -12, 2), poly((-9, -12), (9, -12), (6, 4), (-6, 4))],
        "pole": [],
        "trowel": [poly((-9, -18), (9, -18), (0, 8))],
    }
    return put(stick), put(*heads[kind])


def lay_tool(
    sheet: Sheet,
    kind: str,
    x: float,
    y: float,
    length: float,
    degrees: float = 0,
    *,
    wood: Colour = WOOD,
    metal: Colour = STEEL,
) -> None:
    """Lay a tool of :func:`tool` with a wooden handle."""
    handle, head = tool(kind, x, y, length, degrees)
    sheet.lay(wood, *handle, shadow=5)
    if head:
        sheet.lay(BAMBOO if kind == "broom" else metal, *head, shadow=5)


def net(x0: float, y0: float, x1: float, y1: float, cells: int = 9, sag: float = 60) -> list[Shape]:
    """The meshes of a hanging net between two upper corners, its middle lower by ``sag``."""
    step = (x1 - x0) / cells
    rows = max(round((y1 - y0) / step), 1)

    def knot(column: float, row: float) -> tuple[float, float]:
        share = min(max(column / cells, 0), 1)
        return (x0 + share * (x1 - x0), y0 + row * step + sag * 4 * share * (1 - share))

    out = []
    for i in range(cells + rows + 1):
        for way in (-1, 1):
            first = i if way < 0 else i - rows
            columns = [(first + way * row, row) for row in range(rows + 1)]
            points = [knot(column, row) for column, row in columns if 0 <= column <= cells]
            if len(points) > 1:
                out.append(line(points, 2.6))
    edge = [knot(column, 0) for column in range(cells + 1)]
    return [*out, line(edge, 5)]


def lay_telephone(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    *,
    call: bool = True,
    body: Colour = tone.INK,
    screen: Colour = (206, 222, 210),
) -> None:
    """A mobile telephone that stands upright on (x, y); draw on its screen afterwards.

    The screen is 0.42 of the height wide and reaches from 0.1 to 0.9 of its height.
    """
    put = standing(x, y, height / 100)
    sheet.lay(body, *put(box(-25, -100, 25, 0, 6)), shadow=12)
    sheet.lay(screen, *put(box(-21.5, -94, 21.5, -6, 3)))
    if call:
        sheet.lay(tone.PINE, *put(ellipse(0, -16, 6)))


def lay_bag(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    *,
    colour: Colour = tone.PINE,
    strap: bool = True,
) -> None:
    """A satchel with its flap, buckle and strap; 0.72 of its width high."""
    put = standing(x, y, width / 100)
    if strap:
        sheet.lay(darker(colour), *put(arc(0, -66, 40, 52, 180, 360, 5)), shadow=4)
    sheet.lay(colour, *put(box(-50, -72, 50, 0, 7)), shadow=11)
    sheet.lay(
        paler(colour, 14),
        *put(poly((-51, -73), (51, -73), (47, -30), (0, -20), (-47, -30))),
        shadow=5,
    )
    sheet.lay(tone.OCHRE, *put(box(-6, -30, 6, -14, 2)), shadow=3)
