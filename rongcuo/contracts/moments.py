"""Days and moments on the wire: spelt as RFC 3339 has them, far from the calendar's ends.

Python reads more of ISO 8601 (week dates, 24:00, dates without hyphens); who writes those may mean another
day.
"""

import re
from datetime import date, datetime
from typing import Any

from marshmallow import ValidationError, fields

FIRST_YEAR, LAST_YEAR = 1900, 2200    # far from the calendar's ends, whatever the zone
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(_DAY.pattern + r"[T ](?!24)[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
                     r"(?:Z|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)")      # Shanghai had seconds before 1901


def within_years(told: date | datetime) -> None:
    """A moment or day whose year, as written, is one that can be meant."""
    if not FIRST_YEAR <= told.year <= LAST_YEAR:
        raise ValidationError(f"must lie between the years {FIRST_YEAR} and {LAST_YEAR}.")


def read_moment(written: Any) -> datetime:
    """Raises ValueError for anything else."""
    return datetime.fromisoformat(_spelt(_MOMENT, written))


def read_day(written: Any) -> date:
    """Raises ValueError for anything else."""
    return date.fromisoformat(_spelt(_DAY, written))


def _spelt(spelling: re.Pattern[str], written: Any) -> str:
    if not isinstance(written, str) or not spelling.fullmatch(written):
        raise ValueError("not spelt as RFC 3339 has it")
    return written


class AwareDateTime(fields.AwareDateTime):
    """A moment with its zone."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> datetime:
        try:
            return read_moment(value)
        except ValueError:
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE) from None


class Date(fields.Date):
    """A day of the calendar."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> date:
        try:
            return read_day(value)
        except ValueError:
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE) from None
