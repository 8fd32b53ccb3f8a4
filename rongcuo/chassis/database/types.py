"""Column types of ours, and what follows from other columns: the same on PostgreSQL and on SQLite."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Computed, DateTime, Dialect, String, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import DDLCompiler
from sqlalchemy.types import TypeDecorator, TypeEngine

from rongcuo.chassis.time_source import SHANGHAI

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: Any) -> "Canonical":
    """JSON with sorted keys and no spaces, so that equal values are equal texts."""
    return Canonical(_CANONICAL.encode(value))


class Moment(TypeDecorator[datetime]):
    """An aware moment: stored in UTC, read back in Asia/Shanghai. A naive one is refused (ValueError)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(String(27) if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs its zone: {value}")
        utc = value.astimezone(UTC)
        if dialect.name != "sqlite":
            return utc
        return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"     # sorts as text

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = datetime.fromisoformat(value) if dialect.name == "sqlite" else value
        return moment.astimezone(SHANGHAI)


class Canonical(str):
    """A JSON value that is canonical text already."""

    __slots__ = ()


class Json(TypeDecorator[Any]):
    """A JSON value as canonical text: Chinese readable, equal values equal."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        return value if value is None or isinstance(value, Canonical) else canonical(value)

    def process_result_value(self, value: Any, _dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class Derived(Computed):
    """What follows from other columns of its row. PostgreSQL stores it, as it indexes nothing else; SQLite
    does not, as it adds no stored one to a table that is there."""


@compiles(Derived, "postgresql")
def _stored(derived: Derived, _compiler: DDLCompiler, **_: Any) -> str:
    return f"GENERATED ALWAYS AS ({derived.sqltext}) STORED"
