"""Profiles of the archive: old ones straight into it, those of 2024 by way of their round."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.html import escape

from archive.models import Category, HonoreeIndexPage, HonoreePage, Honour, Place
from goodpeople.demo.loading.studio import Studio
from goodpeople.demo.samples import names_in, read


def body_of(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a sample's body as the stream's raw data."""
    return [{"type": row["type"], "value": _block(row["type"], row["value"])} for row in rows]


def _block(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    if kind == "section":
        paragraphs = "".join(f"<p>{escape(text.strip())}</p>" for text in value["paragraphs"])
        return {"heading": value["heading"], "text": paragraphs}
    if kind == "timeline":
        return {"title": value.get("title", ""), "entries": value["items"]}
    if kind == "figure":
        return {"figures": value["items"]}
    return value


def fill_page(
    page: HonoreePage, sample: dict[str, Any], places: dict[str, Place], studio: Studio
) -> HonoreePage:
    """Write a sample's story on ``page``, as an editor would; nothing is saved."""
    page.title = sample["title"]
    page.title_en = sample["title_en"]
    page.name_pinyin = sample["pinyin"]
    page.kind = sample["kind"]
    page.citation = sample["citation"]
    page.citation_en = sample["citation_en"]
    page.standfirst = sample["overview"]
    page.standfirst_en = sample.get("overview_en", "")
    page.place = places[sample["place"]]
    page.is_sample = sample["is_sample"]
    page.portrait = studio.portrait(sample["title"], sample["illustration"]["key"])
    page.portrait_alt = sample["illustration"]["alt"]
    page.portrait_caption = sample["illustration"]["caption"]
    page.portrait_credit = "绘图：好人项目"
    page.body = HonoreePage.body.field.stream_block.to_python(body_of(sample["body"]))
    page.profile_ready = True
    return page


def load_profile(name: str, places: dict[str, Place], studio: Studio) -> HonoreePage:
    """Make a published profile with its honours from ``data/<name>.yaml``."""
    sample = read(name)
    page = HonoreePage(slug=sample["slug"])
    fill_page(page, sample, places, studio)
    HonoreeIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    for row in sample["honours"]:
        add_honour(page, row, places)
    return page


def add_honour(page: HonoreePage, row: dict[str, Any], places: dict[str, Place]) -> Honour:
    """Write one honour that is older than the system, or stands apart from its rounds."""
    announced = row.get("announced_on")
    return Honour.objects.create(
        page=page,
        level=row["level"],
        year=row["year"],
        category=Category.objects.get(code=row["category"]),
        place=places[row["place"]],
        announced_on=date.fromisoformat(str(announced)) if announced else None,
        source_title=row.get("source_title", ""),
    )


def samples_by_slug() -> dict[str, dict[str, Any]]:
    """Return the samples by their slug."""
    return {sample["slug"]: sample for sample in (read(name) for name in names_in("samples"))}
