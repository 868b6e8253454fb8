"""The tokens of ``static/css/tokens.css``, read from the file: colours, sizes, contrast."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

TOKENS = Path(settings.BASE_DIR) / "goodpeople" / "static" / "css" / "tokens.css"
# What 1rem is on a screen of normal print: base.css sets the root to 112.5 % of 16 px.
REM = 18

# Text and the ground it stands on; each pair must reach 4.5 (WCAG 2.2, 1.4.3).
TEXT_ON_GROUND = (
    ("--ink", "--paper"),
    ("--ink", "--surface"),
    ("--ink", "--sunken"),
    ("--ink-soft", "--paper"),
    ("--ink-soft", "--surface"),
    ("--ink-soft", "--sunken"),
    ("--seal", "--paper"),
    ("--seal", "--surface"),
    ("--on-seal", "--seal-ground"),
    ("--on-seal", "--seal-ground-hover"),
    ("--info", "--info-wash"),
    ("--good", "--good-wash"),
    ("--warn", "--warn-wash"),
    ("--bad", "--bad-wash"),
)
# Edges by which a control is known; each must reach 3 (WCAG 2.2, 1.4.11).
EDGE_ON_GROUND = (
    ("--rule-strong", "--surface"),
    ("--rule-strong", "--paper"),
    ("--focus", "--paper"),
    ("--focus", "--surface"),
    ("--bad", "--surface"),
)
MODES = {
    "light": _("Light ground"),
    "dark": _("Dark ground"),
    "light, more": _("Light ground, more contrast"),
    "dark, more": _("Dark ground, more contrast"),
}


@dataclass(frozen=True)
class Pair:
    """Two colours of one mode and the contrast between them; ``needed`` is WCAG's least."""

    first: str
    second: str
    first_colour: str
    second_colour: str
    contrast: float
    needed: float

    @property
    def passes(self) -> bool:
        """Whether the contrast is enough."""
        return self.contrast >= self.needed


@dataclass(frozen=True)
class Measure:
    """A length token; ``pixels`` is what it comes to in normal print."""

    name: str
    value: str
    pixels: float


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rgb`` or ``#rrggbb``, 0 to 1 (WCAG 2.2, definition)."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _blocks() -> list[str]:
    sheet = re.sub(r"/\*.*?\*/", "", TOKENS.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.findall(r":root \{(.*?)\}", sheet, flags=re.DOTALL)


def palettes() -> dict[str, dict[str, str]]:
    """Return the colours of each of ``MODES`` by token, as the cascade leaves them."""
    light, dark, more, more_dark = (
        dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3}(?:[0-9a-f]{3})?);", block))
        for block in _blocks()[:4]
    )
    return dict(
        zip(
            MODES,
            (light, light | dark, light | more, light | dark | more | more_dark),
            strict=True,
        )
    )


def pairs(mode: str) -> list[Pair]:
    """Return every pair that the site uses, in one of ``MODES``."""
    colours = palettes()[mode]
    wanted = [(*pair, 4.5) for pair in TEXT_ON_GROUND] + [(*pair, 3.0) for pair in EDGE_ON_GROUND]
    return [
        Pair(
            first,
            second,
            colours[first],
            colours[second],
            contrast(colours[first], colours[second]),
            needed,
        )
        for first, second, needed in wanted
    ]


def measures(prefix: str) -> list[Measure]:
    """Return the tokens in rem whose names begin with ``prefix`` ("text", "space"), in order."""
    found = re.findall(rf"(--{prefix}-[\w-]+): ([\d.]+)rem;", _blocks()[0])
    return [Measure(name, f"{size}rem", round(float(size) * REM, 1)) for name, size in found]
