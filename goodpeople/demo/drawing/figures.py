"""People in the paper-cut manner: no features, told by their pose and their clothes."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace

import numpy as np

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.headgear import hair_and_hat
from goodpeople.demo.drawing.shapes import (
    Placed,
    Point,
    Shape,
    blob,
    box,
    ellipse,
    poly,
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet, darker

SKIN: Colour = (236, 188, 150)
TAN: Colour = (204, 146, 104)
GREY: Colour = (188, 184, 176)


@dataclass(frozen=True)
class Pose:
    """Angles in degrees of a body that looks right; 0 hangs straight down, 90 points forward.

    ``lean`` is the trunk's (0 upright, 90 bent level); arms and legs are pairs (upper, lower),
    first the near one, then the far one. ``nod`` turns the head down.
    """

    lean: float = 0
    near_arm: tuple[float, float] = (4, 14)
    far_arm: tuple[float, float] = (-8, 4)
    near_leg: tuple[float, float] = (2, 0)
    far_leg: tuple[float, float] = (-4, -4)
    nod: float = 0


POSES: dict[str, Pose] = {
    "standing": Pose(),
    "walking": Pose(6, (-26, -6), (28, 44), (26, 12), (-20, -34)),
    "running": Pose(16, (-50, 30), (50, 120), (52, 2), (-30, -84)),
    "bending": Pose(72, (8, 16), (22, 30), (6, -4), (-6, -12), 10),
    "stooping": Pose(34, (36, 62), (24, 52), (8, -4), (-8, -14), 14),
    "reaching": Pose(4, (118, 126), (96, 110), (4, 0), (-6, -10)),
    "reaching up": Pose(-2, (158, 168), (140, 160), (2, 0), (-6, -8)),
    "pointing": Pose(2, (88, 90), (-6, 6)),
    "holding": Pose(2, (24, 94), (34, 100), nod=6),
    "giving": Pose(10, (52, 86), (44, 80), (8, 0), (-8, -10), 6),
    "pushing": Pose(24, (60, 78), (56, 72), (30, 2), (-18, -34)),
    "pulling": Pose(-14, (66, 76), (60, 70), (28, 8), (4, -14)),
    "rowing": Pose(20, (62, 92), (50, 84), (16, -6), (-16, -26)),
    "digging": Pose(30, (30, 46), (58, 70), (20, -4), (-10, -22), 8),
    "sitting": Pose(3, (22, 76), (30, 82), (84, 4), (78, -2), 6),
    "sitting low": Pose(14, (40, 66), (46, 74), (106, -18), (98, -26), 12),
    "squatting": Pose(30, (52, 72), (58, 80), (112, -24), (104, -30), 8),
    "kneeling": Pose(14, (40, 70), (46, 76), (40, -84), (70, -12), 10),
    "riding": Pose(26, (58, 72), (56, 70), (62, -16), (30, -6)),
    "carrying": Pose(-4, (30, 86), (36, 92), (14, 4), (-12, -18)),
    "shouldering": Pose(10, (60, 150), (-10, 10), (18, 6), (-14, -24)),
    "leaning on a stick": Pose(20, (36, 52), (-4, 10), (10, 0), (-6, -12), 4),
}


@dataclass(frozen=True)
class Dress:
    """What a figure wears.

    ``style`` of hair: short, bald, bun, bob, plait, tail; ``hat``: "", straw, cap, helmet,
    hard hat, scarf, hood; ``skirt``, ``coat`` long over the thigh, ``apron`` a colour.
    """

    top: Colour = tone.DUSK
    legs: Colour = tone.NIGHT
    hair: Colour = tone.INK
    skin: Colour = SKIN
    shoes: Colour = tone.INK
    style: str = "short"
    hat: str = ""
    hat_colour: Colour = tone.OCHRE
    skirt: bool = False
    coat: bool = False
    apron: Colour | None = None


@dataclass(frozen=True)
class Joints:
    """Where a laid figure's parts are, in design units: for what it holds, sits on or leans on."""

    head: Point
    shoulder: Point
    hip: Point
    near_hand: Point
    far_hand: Point
    near_knee: Point
    near_foot: Point
    far_foot: Point


# Lengths of a grown figure of 100.
TRUNK, UPPER_ARM, LOWER_ARM, THIGH, SHIN, HEAD = 31.0, 16.0, 15.5, 22.0, 22.0, 7.6
FRONT_HIP, FRONT_SHOULDER = -48.0, -76.0


def _step(start: Point, length: float, degrees: float) -> Point:
    angle = math.radians(degrees)
    return (start[0] + length * math.sin(angle), start[1] + length * math.cos(angle))


def _skeleton(pose: Pose) -> dict[str, Point]:
    """Joints with the lowest foot (or knee) on y = 0 and the hip at x = 0."""
    hip = (0.0, 0.0)
    neck = _step(hip, TRUNK, 180 - pose.lean)
    shoulder = _step(hip, TRUNK - 3, 180 - pose.lean)
    head = _step(neck, HEAD + 2.6, 180 - pose.lean * 0.72 - pose.nod)
    at: dict[str, Point] = {"hip": hip, "neck": neck, "shoulder": shoulder, "head": head}
    for side, arm, leg in (
        ("near", pose.near_arm, pose.near_leg),
        ("far", pose.far_arm, pose.far_leg),
    ):
        at[f"{side}_elbow"] = _step(shoulder, UPPER_ARM, arm[0])
        at[f"{side}_wrist"] = _step(at[f"{side}_elbow"], LOWER_ARM, arm[1])
        at[f"{side}_hand"] = _step(at[f"{side}_elbow"], LOWER_ARM + 3.4, arm[1])
        at[f"{side}_knee"] = _step(hip, THIGH, leg[0])
        at[f"{side}_foot"] = _step(at[f"{side}_knee"], SHIN, leg[1])
    low = max(at[f"{side}_{part}"][1] for side in ("near", "far") for part in ("knee", "foot"))
    return {name: (x, y - low - 3.2) for name, (x, y) in at.items()}


def lay_figure(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    pose: str | Pose = "standing",
    dress: Dress = Dress(),  # noqa: B008 - frozen
    *,
    mirror: bool = False,
    child: bool = False,
    shadow: float = 6,
) -> Joints:
    """A person from the side, looking right (left with ``mirror``), hip above x, feet on y.

    ``height`` is what the figure would measure upright. A ``child`` has a larger head.
    Returns the joints, so that tools can be put into its hands (before or after, as they lie).
    """
    pose = POSES[pose] if isinstance(pose, str) else pose
    at = _skeleton(pose)
    put = standing(x, y, height / 100, mirror=mirror)
    sheet.lay(darker(dress.skin), *put(ellipse(*at["far_hand"], 2.9)), shadow=shadow / 2)
    sheet.lay(darker(dress.top), *put(_arm(at, "far")), shadow=shadow / 2)
    for side, colour in (("far", darker(dress.legs)), ("near", dress.legs)):
        sheet.lay(dress.shoes, *put(_shoe(at, side)))
        sheet.lay(colour, *put(*_leg(at, side)), shadow=shadow / 2)
    sheet.lay(dress.skin, *put(taper([at["shoulder"], at["neck"], at["head"]], 6, 5)))
    sheet.lay(dress.top, *put(*_trunk(at, dress)), shadow=shadow)
    if dress.apron:
        sheet.lay(dress.apron, *put(_apron(at)))
    _lay_head(sheet, put, at, pose, dress, 1.36 if child else 1.0)
    sheet.lay(dress.skin, *put(ellipse(*at["near_hand"], 3.1)), shadow=shadow / 3)
    sheet.lay(darker(dress.top, 0.92), *put(_arm(at, "near")), shadow=shadow / 2)
    names = [part.name for part in fields(Joints)]
    spots = put(poly(*[at[name] for name in names]))[0].points.tolist()
    return Joints(**{name: (px, py) for name, (px, py) in zip(names, spots, strict=True)})


def _arm(at: dict[str, Point], side: str) -> Shape:
    return taper([at["shoulder"], at[f"{side}_elbow"], at[f"{side}_wrist"]], 8.6, 5.6)


def _leg(at: dict[str, Point], side: str) -> list[Shape]:
    hip, knee, foot = at["hip"], at[f"{side}_knee"], at[f"{side}_foot"]
    return [taper([hip, knee], 13, 9), taper([knee, foot], 9, 6.4)]


def _shoe(at: dict[str, Point], side: str) -> Shape:
    (kx, ky), (fx, fy) = at[f"{side}_knee"], at[f"{side}_foot"]
    shoe = blob((-3.6, -2.6), (3, -3), (8, 0.6), (8.4, 3.2), (-3.6, 3.2))
    heel = math.degrees(math.atan2(fx - kx, fy - ky))
    # A foot behind the body stands on its toes; one in front lies flat.
    return shoe.moved(fx, fy).turned(max(0, -heel) * 0.7, (fx, fy))


def _trunk(at: dict[str, Point], dress: Dress) -> list[Shape]:
    (hx, hy), (sx, sy), (nx, ny) = at["hip"], at["shoulder"], at["neck"]
    waist = ((hx + sx) / 2, (hy + sy) / 2)
    parts = [
        taper([(hx, hy + 0.5), waist, (sx, sy + 2)], 15, 15.5),
        taper([(sx, sy + 1), (nx, ny + 1.4)], 10, 6.4),
    ]
    if dress.skirt or dress.coat:
        knees = [at["near_knee"], at["far_knee"]]
        reach = 0.96 if dress.skirt else 0.6
        ends = sorted((hx + (kx - hx) * reach, hy + (ky - hy) * reach) for kx, ky in knees)
        (x0, y0), (x1, y1) = ends
        flare = 7.4 if dress.skirt else 6.6
        parts.append(
            poly((hx - 7.4, hy - 2), (hx + 7.4, hy - 2), (x1 + flare, y1), (x0 - flare, y0))
        )
    return parts


def _apron(at: dict[str, Point]) -> Shape:
    (hx, hy), (sx, sy) = at["hip"], at["shoulder"]
    kx, ky = at["near_knee"]
    along = np.array([sx - hx, sy - hy]) / TRUNK
    front = np.array([-along[1], along[0]])
    hip, low = np.array([hx, hy]), np.array([hx + (kx - hx) * 0.8, hy + (ky - hy) * 0.8])
    points = [
        hip + along * 20 + front * 7.6,
        hip + along * 20 + front * 3,
        hip + along * 2 - front * 2,
        low - front * 1,
        low + front * 6.4,
        hip + along * 2 + front * 7.9,
    ]
    return poly(*[(float(px), float(py)) for px, py in points])


def _lay_head(
    sheet: Sheet, put: Placed, at: dict[str, Point], pose: Pose, dress: Dress, size: float
) -> None:
    hx, hy = at["head"]
    nx, ny = at["neck"]
    hx, hy = nx + (hx - nx) * (1 + (size - 1) * 0.7), ny + (hy - ny) * (1 + (size - 1) * 0.7)
    tilt = pose.lean * 0.72 + pose.nod
    head = ellipse(0, 0, HEAD * 0.93, HEAD * 1.08)
    nose = blob((6.2, -1.2), (8.5, 1.6), (6.0, 2.4))
    turn = standing(hx, hy, size, turn=tilt)
    sheet.lay(dress.skin, *put(*turn(head, nose)), shadow=4)
    hair, hat = hair_and_hat(dress.style, dress.hat, HEAD)
    if hair:
        sheet.lay(dress.hair, *put(*turn(*hair)))
    if hat:
        sheet.lay(dress.hat_colour, *put(*turn(*hat)), shadow=4)


def lay_figure_front(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    dress: Dress = Dress(),  # noqa: B008 - frozen
    *,
    arms: tuple[tuple[float, float], tuple[float, float]] = ((8, 4), (8, 4)),
    back: bool = False,
    child: bool = False,
    shadow: float = 6,
) -> Joints:
    """A person facing us, or seen from behind with ``back``; feet on y.

    ``arms`` are the left and the right one as we see them: (upper, lower) degrees, 0 hanging,
    90 straight out to its side, 180 up.
    """
    put = standing(x, y, height / 100)
    size = 1.36 if child else 1.0
    hip, shoulder = FRONT_HIP, FRONT_SHOULDER
    head = (0.0, -79.0 - HEAD * 1.36 * (1 + (size - 1) * 0.7))
    hands: list[Point] = []
    for side, (upper, lower) in zip((-1, 1), arms, strict=True):
        start = (side * 9.4, shoulder + 2)
        elbow = _step(start, UPPER_ARM, side * upper)
        wrist = _step(elbow, LOWER_ARM, side * lower)
        hand = _step(elbow, LOWER_ARM + 3.4, side * lower)
        hands.append(hand)
        sheet.lay(dress.skin, *put(ellipse(*hand, 3.0)), shadow=shadow / 3)
        sheet.lay(
            darker(dress.top, 0.92), *put(taper([start, elbow, wrist], 8, 5.4)), shadow=shadow / 2
        )
    sheet.lay(dress.skin, *put(taper([(0, shoulder), (0, head[1])], 6, 5)))
    _lay_front(sheet, put, dress, apron=None if back else dress.apron, shadow=shadow)
    turn = standing(*head, size)
    sheet.lay(dress.skin, *put(*turn(ellipse(0, 0, HEAD * 0.9, HEAD * 1.08))), shadow=4)
    hair, hat = hair_and_hat(dress.style, dress.hat, HEAD, view="back" if back else "front")
    if hair:
        sheet.lay(dress.hair, *put(*turn(*hair)))
    if hat:
        sheet.lay(dress.hat_colour, *put(*turn(*hat)), shadow=4)
    spots = {
        "head": head,
        "shoulder": (0, shoulder),
        "hip": (0, hip),
        "near_hand": hands[1],
        "far_hand": hands[0],
        "near_knee": (5, -26),
        "near_foot": (5, 0),
        "far_foot": (-5, 0),
    }
    scale = height / 100
    return Joints(**{name: (x + px * scale, y + py * scale) for name, (px, py) in spots.items()})


def _lay_front(
    sheet: Sheet, put: Placed, dress: Dress, *, apron: Colour | None, shadow: float
) -> None:
    """Legs and trunk seen from the front or from behind."""
    hip, shoulder = FRONT_HIP, FRONT_SHOULDER
    sheet.lay(dress.shoes, *put(box(-9, -5, -1, 0, 2.4), box(1, -5, 9, 0, 2.4)))
    legs = [taper([(side * 4.6, hip), (side * 5, -3.5)], 9.6, 6.8) for side in (-1, 1)]
    sheet.lay(dress.legs, *put(*legs), shadow=shadow / 2)
    body = [
        blob(
            (-11, shoulder - 0.6),
            (0, shoulder - 4),
            (11, shoulder - 0.6),
            (11, -60),
            (10, hip + 2),
            (0, hip + 3),
            (-10, hip + 2),
            (-11, -60),
        )
    ]
    if dress.skirt or dress.coat:
        low = -24 if dress.skirt else -33
        body.append(poly((-10, hip - 6), (10, hip - 6), (13, low), (-13, low)))
    sheet.lay(dress.top, *put(*body), shadow=shadow)
    if apron:
        sheet.lay(apron, *put(box(-5, -70, 5, -52, 1.5), box(-9, -54, 9, -27, 3)))


def elder(dress: Dress) -> Dress:
    """The same clothes on somebody whose hair is grey."""
    return replace(dress, hair=GREY)
