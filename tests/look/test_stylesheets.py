"""What the stylesheets promise to old WebViews, to reviewers and to one palette."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR) / "goodpeople" / "static" / "css"
SHEETS = sorted(CSS.rglob("*.css"))
# The admin's sheets borrow the admin's own variables and set two hues of it.
PUBLIC = [sheet for sheet in SHEETS if "admin" not in sheet.name]


def rules(sheet: Path) -> str:
    """Return a sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


def ids(sheets: list[Path]) -> list[str]:
    return [str(sheet.relative_to(CSS)) for sheet in sheets]


@pytest.mark.parametrize("sheet", SHEETS, ids=ids(SHEETS))
def test_a_sheet_is_short_enough_to_read(sheet):
    assert len(sheet.read_text(encoding="utf-8").splitlines()) < 400


@pytest.mark.parametrize("sheet", PUBLIC, ids=ids(PUBLIC))
def test_no_layout_needs_what_old_webviews_lack(sheet):
    text = rules(sheet)
    assert ":has(" not in text
    assert "&" not in text, "nesting"
    assert "@import" not in text, "a request behind a request"
    assert "@font-face" not in text, "the fonts are the reader's own"
    assert not re.search(r"https?://", text)


@pytest.mark.parametrize("sheet", PUBLIC, ids=ids(PUBLIC))
def test_colours_come_from_the_tokens(sheet):
    if sheet.name == "tokens.css":
        return
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", rules(sheet))


def test_every_token_that_is_used_exists():
    defined = set(re.findall(r"(--[\w-]+):", rules(CSS / "tokens.css")))
    for sheet in PUBLIC:
        used = set(re.findall(r"var\((--[\w-]+)", rules(sheet)))
        own = set(re.findall(r"(--[\w-]+):", rules(sheet)))
        assert used <= defined | own, sheet.name


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast of two ``#rrggbb`` colours."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palettes() -> dict[str, dict[str, str]]:
    """Return the light and the dark colours of tokens.css."""
    blocks = re.findall(r":root \{(.*?)\}", rules(CSS / "tokens.css"), flags=re.DOTALL)
    light, dark = (dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", block)) for block in blocks[:2])
    return {"light": light, "dark": {**light, **dark}}


TEXT_ON_GROUND = [
    ("--ink", "--paper"),
    ("--ink", "--sunken"),
    ("--ink-soft", "--paper"),
    ("--ink-soft", "--surface"),
    ("--ink-soft", "--sunken"),
    ("--seal", "--paper"),
    ("--seal", "--surface"),
    ("--on-seal", "--seal-ground"),
    ("--on-seal", "--seal-ground-hover"),
    *((f"--{tone}", f"--{tone}-wash") for tone in ("info", "good", "warn", "bad")),
]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read(mode, text, ground):
    colours = palettes()[mode]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_edges_of_fields_can_be_seen(mode):
    colours = palettes()[mode]
    assert contrast(colours["--rule-strong"], colours["--surface"]) >= 3
    assert contrast(colours["--focus"], colours["--paper"]) >= 3
