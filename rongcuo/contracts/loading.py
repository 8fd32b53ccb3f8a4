"""What a schema's `load` gives for data that fits, by one function per contract made once from the schema.

The fields' own validators are asked as ever. Whatever does not fit at once is a doubt, and left to the
schema: it alone refuses, and says why.
"""

from collections.abc import Callable
from inspect import getclosurevars
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields
from marshmallow_dataclass.collection_field import Sequence

from rongcuo.contracts.bounding import lengths
from rongcuo.contracts.moments import AwareDateTime, Date, read_day, read_moment

Read = Callable[[Any], Any]
DOUBTS = (ValidationError, ValueError)
_PLAIN: dict[type[fields.Field[Any]], type] = {
    fields.String: str, fields.Integer: int, fields.Boolean: bool}


def loader(schema: Schema) -> Read:
    """The function that builds the message of plain data. Raises DOUBTS."""
    contract = getclosurevars(type(schema).load).nonlocals["clazz"]     # where marshmallow_dataclass keeps it
    reads = tuple((name, _value(field)) for name, field in schema.load_fields.items())
    required = frozenset(name for name, field in schema.load_fields.items() if field.required)
    strict, known = schema.unknown != EXCLUDE, schema.load_fields.keys()

    def load(data: Any) -> Any:
        if data.__class__ is not dict or not required <= data.keys():
            return _refuse()
        if strict and not data.keys() <= known:
            return _refuse()
        return contract(**{name: value(data[name]) for name, value in reads if name in data})

    return load


def _value(field: fields.Field[Any]) -> Read:
    """A value of a field that is given, checked."""
    read, checks, may_be_none = _read(field), tuple(field.validators), field.allow_none

    def value(given: Any) -> Any:
        if given is None:
            return None if may_be_none else _refuse()
        told = read(given)
        for check in checks:
            check(told)
        return told

    return value


def _read(field: fields.Field[Any]) -> Read:
    if type(field) in _PLAIN:
        return _exactly(_PLAIN[type(field)])
    if type(field) is AwareDateTime:
        return read_moment
    if type(field) is Date:
        return read_day
    if type(field) is fields.Enum and field.by_value and type(field.field) is fields.Raw:
        return field.enum
    if type(field) is fields.Nested and not field.many and field.unknown is None:
        return loader(field.schema)
    if type(field) is Sequence:
        return _within(field, _each(field.inner))
    return _within(field, lambda given: field._deserialize(given, field.name, {}))


def _within(field: fields.Field[Any], read: Read) -> Read:
    """Only what keeps its length is read."""
    limits = tuple(check.max for check in lengths(field) if check.max is not None)
    if not limits:
        return read
    most = min(limits)
    return lambda given: read(given) if hasattr(given, "__len__") and len(given) <= most else _refuse()


def _exactly(kind: type) -> Read:
    return lambda given: given if given.__class__ is kind else _refuse()


def _each(inner: fields.Field[Any]) -> Read:
    value = _value(inner)
    return lambda given: tuple(map(value, given)) if given.__class__ is list else _refuse()


def _refuse() -> Any:
    raise ValidationError("does not fit at once")
