"""Hair and hats, about the middle of a head that looks right."""

from __future__ import annotations

from goodpeople.demo.drawing.shapes import Shape, blob, box, ellipse, poly, taper


def hair_and_hat(
    style: str, hat: str, radius: float, view: str = "side"
) -> tuple[list[Shape], list[Shape]]:
    """Return the hair's and the hat's outlines for a head of ``radius`` at (0, 0).

    ``view`` is side, front or back. Raises KeyError for an unknown style or hat.
    """
    hair = {"side": _side_hair, "front": _front_hair, "back": _back_hair}[view](style, radius)
    return hair, _hat(hat, radius, view)


def _side_hair(style: str, r: float) -> list[Shape]:
    cap = blob(
        (0.62 * r, -0.86 * r),
        (0.1 * r, -1.2 * r),
        (-0.7 * r, -0.95 * r),
        (-1.04 * r, -0.2 * r),
        (-0.86 * r, 0.56 * r),
        (-0.45 * r, 0.5 * r),
        (-0.3 * r, -0.1 * r),
        (0.3 * r, -0.5 * r),
    )
    bob = blob(
        (0.7 * r, -0.8 * r),
        (0, -1.24 * r),
        (-0.95 * r, -0.8 * r),
        (-1.14 * r, 0.3 * r),
        (-0.95 * r, 1.1 * r),
        (-0.2 * r, 1.05 * r),
        (-0.1 * r, 0.2 * r),
        (0.3 * r, -0.44 * r),
    )
    ring = blob((-0.95 * r, -0.2 * r), (-0.9 * r, 0.5 * r), (-0.4 * r, 0.55 * r), (-0.5 * r, 0))
    plait = taper([(-0.8 * r, 0.4 * r), (-1.3 * r, 1.5 * r), (-1.1 * r, 2.8 * r)], 0.7 * r, 0.3 * r)
    tail = taper([(-0.8 * r, -0.6 * r), (-1.7 * r, 0), (-1.7 * r, 1.3 * r)], 0.6 * r, 0.3 * r)
    return {
        "short": [cap],
        "bald": [ring],
        "bun": [cap, ellipse(-1.1 * r, -0.35 * r, 0.46 * r)],
        "bob": [bob],
        "plait": [cap, plait],
        "tail": [cap, tail],
    }[style]


def _front_hair(style: str, r: float) -> list[Shape]:
    fringe = blob(
        (-0.98 * r, 0.1 * r),
        (-0.9 * r, -0.7 * r),
        (0, -1.24 * r),
        (0.9 * r, -0.7 * r),
        (0.98 * r, 0.1 * r),
        (0.6 * r, -0.46 * r),
        (0, -0.5 * r),
        (-0.6 * r, -0.46 * r),
    )
    sides = [box(-1.1 * r, -0.5 * r, -0.62 * r, 1.0 * r, 0.24 * r)]
    sides.append(sides[0].mirrored(0))
    tuft = [
        ellipse(-0.9 * r, 0.1 * r, 0.2 * r, 0.4 * r),
        ellipse(0.9 * r, 0.1 * r, 0.2 * r, 0.4 * r),
    ]
    plaits = [
        taper([(side * 0.9 * r, 0.3 * r), (side * 1.2 * r, 2.4 * r)], 0.5 * r, 0.3 * r)
        for side in (-1, 1)
    ]
    return {
        "short": [fringe],
        "bald": tuft,
        "bun": [fringe, ellipse(0, -1.34 * r, 0.46 * r)],
        "bob": [fringe, *sides],
        "plait": [fringe, *plaits],
        "tail": [fringe],
    }[style]


def _back_hair(style: str, r: float) -> list[Shape]:
    full = ellipse(0, -0.12 * r, 0.98 * r, 1.08 * r)
    return {
        "short": [full],
        "bald": [
            blob(
                (-0.96 * r, 0),
                (0, 0.4 * r),
                (0.96 * r, 0),
                (0.6 * r, 0.86 * r),
                (-0.6 * r, 0.86 * r),
            )
        ],
        "bun": [full, ellipse(0, 0.3 * r, 0.5 * r)],
        "bob": [full, box(-1.08 * r, -0.4 * r, 1.08 * r, 1.12 * r, 0.4 * r)],
        "plait": [full, taper([(0, 0.6 * r), (0.1 * r, 2.8 * r)], 0.6 * r, 0.3 * r)],
        "tail": [full, taper([(0, -0.2 * r), (0, 1.9 * r)], 0.7 * r, 0.3 * r)],
    }[style]


def _hat(hat: str, r: float, view: str) -> list[Shape]:
    front = view != "side"
    dome = blob(
        (-1.06 * r, -0.3 * r),
        (-0.9 * r, -1.0 * r),
        (0, -1.36 * r),
        (0.9 * r, -1.0 * r),
        (1.06 * r, -0.3 * r),
        (0, -0.42 * r),
    )
    brim = box(-0.2 * r, -0.52 * r, 1.75 * r, -0.26 * r, 0.12 * r)
    peak = box(-0.9 * r, -0.5 * r, 0.9 * r, -0.18 * r, 0.14 * r) if front else brim
    edge = box(-1.2 * r, -0.54 * r, (1.2 if front else 1.7) * r, -0.26 * r, 0.13 * r)
    cone = poly(
        (-2.3 * r, -0.3 * r), (-0.3 * r, -1.62 * r), (0.3 * r, -1.62 * r), (2.3 * r, -0.3 * r)
    )
    hats: dict[str, list[Shape]] = {
        "": [],
        "straw": [cone, ellipse(0, -0.32 * r, 2.3 * r, 0.26 * r)],
        "cap": [dome, peak],
        "helmet": [dome, box(-1.1 * r, -0.6 * r, 1.1 * r, -0.2 * r, 0.2 * r)],
        "hard hat": [dome, edge, box(-0.2 * r, -1.5 * r, 0.2 * r, -0.5 * r, 0.1 * r)],
        "scarf": [_scarf(r, view)],
        "hood": [_scarf(r * 1.12, view)],
    }
    return hats[hat]


def _scarf(r: float, view: str) -> Shape:
    outlines = {
        "side": [(0.5, -1.1), (-0.5, -1.26), (-1.2, -0.3), (-1.0, 1.0), (0.3, 1.3), (-0.1, 0.2)],
        "front": [
            (-1.1, 0.9),
            (-1.14, -0.5),
            (0, -1.36),
            (1.14, -0.5),
            (1.1, 0.9),
            (0.66, 0.2),
            (0, -0.7),
            (-0.66, 0.2),
        ],
        "back": [(-1.1, 1.0), (-1.14, -0.5), (0, -1.36), (1.14, -0.5), (1.1, 1.0), (0, 1.5)],
    }
    return blob(*outlines[view]).scaled(r, (0, 0))
