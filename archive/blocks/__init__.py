"""What a profile's story is made of: one file a block, its template beside it."""

from __future__ import annotations

from archive.blocks.figure import FigureBlock
from archive.blocks.gallery import GalleryBlock
from archive.blocks.quote import QuoteBlock
from archive.blocks.section import SectionBlock
from archive.blocks.source import SourceBlock
from archive.blocks.timeline import TimelineBlock

STORY_BLOCKS = [
    ("section", SectionBlock()),
    ("quote", QuoteBlock()),
    ("timeline", TimelineBlock()),
    ("figure", FigureBlock()),
    ("gallery", GalleryBlock()),
    ("source", SourceBlock()),
]

__all__ = [
    "STORY_BLOCKS",
    "FigureBlock",
    "GalleryBlock",
    "QuoteBlock",
    "SectionBlock",
    "SourceBlock",
    "TimelineBlock",
]
