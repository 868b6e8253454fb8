"""The published record: honourees, their honours, and where and for what they were honoured."""

from archive.models.category import Category
from archive.models.honour import Honour, Level
from archive.models.level_titles import LevelTitles
from archive.models.pages import HomePage, HonoreeIndexPage, HonoreePage
from archive.models.place import Place

__all__ = [
    "Category",
    "HomePage",
    "HonoreeIndexPage",
    "HonoreePage",
    "Honour",
    "Level",
    "LevelTitles",
    "Place",
]
