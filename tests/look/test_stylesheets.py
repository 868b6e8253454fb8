"""What the stylesheets promise to old WebViews, to reviewers and to one palette."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from goodpeople.styleguide.palette import palettes

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


@pytest.mark.parametrize(("block", "mode"), [(":root", "light"), (".w-theme-dark", "dark")])
def test_a_state_has_the_same_tone_in_the_admin(block, mode):
    sheet = rules(CSS / "admin.css")
    own = re.search(rf"(?m)^{re.escape(block)} \{{(.*?)^\}}", sheet, flags=re.DOTALL)[1]
    tones = dict(re.findall(r"--gp-([\w-]+): (#[0-9a-f]{6});", own))

    assert len(tones) == 8
    assert tones == {name: palettes()[mode][f"--{name}"] for name in tones}
