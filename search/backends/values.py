"""How a model's values stand in the engine's columns, and come back from them.

A field that has no exact, ordered form here (decimals, JSON, ranges …) gets no column: what
filters or sorts by it is left to the database.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils import timezone

from ..engine.schema import ColumnKind

_DAY = dt.date(2000, 1, 1)
_MICROSECOND = dt.timedelta(microseconds=1)


class NoColumnValue(Exception):
    """A value that this column cannot hold; the database is asked instead."""


@dataclass(frozen=True)
class ValueCodec:
    """One kind of value: ``encode`` into the column and ``decode`` back, never given None."""

    kind: ColumnKind
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any] = lambda value: value


def _whole_number(value: Any) -> int:
    if isinstance(value, Model):
        value = value.pk
    if isinstance(value, float) and not value.is_integer():
        raise NoColumnValue(value)
    number = int(value)
    if not -(2**63) <= number < 2**63:
        raise NoColumnValue(value)
    return number


def _text(value: Any) -> str:
    return str(value.pk if isinstance(value, Model) else value)


def _uuid_text(value: Any) -> str:
    if isinstance(value, Model):
        value = value.pk
    return str(value if isinstance(value, uuid.UUID) else uuid.UUID(str(value)))


def _moment(value: Any) -> dt.datetime:
    """Return an aware moment; a bare date is the start of that day, as the database takes it."""
    if not isinstance(value, dt.datetime):
        value = dt.datetime(value.year, value.month, value.day)
    if timezone.is_naive(value):
        zone = timezone.get_current_timezone() if settings.USE_TZ else dt.UTC
        return value.replace(tzinfo=zone)
    return value


def _shown_moment(value: dt.datetime) -> dt.datetime:
    return value if settings.USE_TZ else value.replace(tzinfo=None)


def _day(value: Any) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _time_of_day(value: dt.time) -> int:
    return (dt.datetime.combine(_DAY, value) - dt.datetime.combine(_DAY, dt.time())) // _MICROSECOND


def _time(value: int) -> dt.time:
    return (dt.datetime.combine(_DAY, dt.time()) + value * _MICROSECOND).time()


_INT = ValueCodec(ColumnKind.INT, _whole_number)
_STR = ValueCodec(ColumnKind.STR, _text)
_CODECS = {
    **dict.fromkeys(
        (
            "AutoField",
            "BigAutoField",
            "BigIntegerField",
            "IntegerField",
            "PositiveBigIntegerField",
            "PositiveIntegerField",
            "PositiveSmallIntegerField",
            "SmallAutoField",
            "SmallIntegerField",
        ),
        _INT,
    ),
    **dict.fromkeys(
        (
            "CharField",
            "EmailField",
            "FileField",
            "FilePathField",
            "ImageField",
            "SlugField",
            "TextField",
            "URLField",
        ),
        _STR,
    ),
    "BooleanField": ValueCodec(ColumnKind.BOOL, bool),
    "DateField": ValueCodec(ColumnKind.DATE, _day),
    "DateTimeField": ValueCodec(ColumnKind.DATETIME, _moment, _shown_moment),
    "DurationField": ValueCodec(
        ColumnKind.INT, lambda value: value // _MICROSECOND, lambda value: value * _MICROSECOND
    ),
    "FloatField": ValueCodec(ColumnKind.FLOAT, float),
    "TimeField": ValueCodec(ColumnKind.INT, _time_of_day, _time),
    "UUIDField": ValueCodec(ColumnKind.STR, _uuid_text, uuid.UUID),
}


def codec_for(internal_type: str) -> ValueCodec | None:
    """Return how fields of Django's ``internal_type`` are kept, or None where they are not."""
    return _CODECS.get(internal_type)
