"""What a schema's `dump` gives, by one function per contract that is made once from the schema's own fields.

marshmallow asks every field again for every message, which made up a third of a command. Here a value that is
plain already is taken as it is; what has no shortcut here is left to its field.
"""

from collections.abc import Callable
from datetime import date, datetime
from operator import attrgetter
from types import NoneType
from typing import Any

from marshmallow import Schema, fields

Plain = Callable[[Any], Any]
_PLAIN: dict[type[fields.Field[Any]], type] = {   # a subclass such as StrEnum is not plain
    fields.String: str, fields.Integer: int, fields.Boolean: bool}


def dumper(schema: Schema) -> Plain:
    """The function that makes plain data of one message."""
    values = attrgetter(*schema.dump_fields, "__class__", "__class__")    # a tuple, however few they are
    outs = tuple((name, _as_they_are(field), _plain(field)) for name, field in schema.dump_fields.items())

    def dump(message: Any) -> dict[str, Any]:
        return {name: value if value.__class__ in kinds else plain(value)
                for (name, kinds, plain), value in zip(outs, values(message), strict=False)}

    return dump


def _as_they_are(field: fields.Field[Any]) -> frozenset[type]:
    return frozenset({NoneType, _PLAIN.get(type(field), NoneType)})


def _plain(field: fields.Field[Any]) -> Plain:
    """What a field makes of a value that is not None."""
    if type(field) is fields.Nested and not field.many:
        return dumper(field.schema)
    if isinstance(field, fields.List):
        return _each(field.inner)
    if isinstance(field, fields.Enum) and field.by_value and type(field.field) is fields.Raw:
        return attrgetter("value")
    if isinstance(field, fields.DateTime | fields.Date) and field.format == "iso":
        return date.isoformat if isinstance(field, fields.Date) else datetime.isoformat
    return lambda value: field._serialize(value, None, None)


def _each(inner: fields.Field[Any]) -> Plain:
    kinds, plain = _as_they_are(inner), _plain(inner)
    return lambda values: [value if value.__class__ in kinds else plain(value) for value in values]
