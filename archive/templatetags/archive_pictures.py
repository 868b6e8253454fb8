"""Pictures as ``<picture>``: WebP where the browser has it, JPEG where not."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import SourceImageIOError

from archive.pictures import spec

register = template.Library()


@register.simple_tag
def picture(image: Any, size: str, alt: str = "", eager: bool = False) -> SafeString:
    """Return the mark-up of ``image`` in one of ``archive.pictures.SIZES``; blank without one."""
    if image is None:
        return SafeString("")
    webp, jpeg = spec(size, "webp"), spec(size, "jpeg")
    try:
        renditions = image.get_renditions(webp, jpeg)
    except (OSError, SourceImageIOError):
        return SafeString("")
    fallback = renditions[jpeg]
    return format_html(
        '<picture><source type="image/webp" srcset="{}">'
        '<img src="{}" width="{}" height="{}" alt="{}" {} decoding="async"></picture>',
        renditions[webp].url,
        fallback.url,
        fallback.width,
        fallback.height,
        alt,
        SafeString('fetchpriority="high"' if eager else 'loading="lazy"'),
    )


@register.simple_tag
def portrait(page: Any, size: str) -> SafeString:
    """Return the mark-up of the portrait of an honouree's page; blank where there is none."""
    alt = page.portrait_alt or page.shown_title.plain
    return picture(page.portrait, size, alt=alt, eager=size == "profile")
