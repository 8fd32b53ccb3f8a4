"""A contract as plain data and back: a frozen dataclass, whose marshmallow schema follows from its types.

What its fields may hold stands in `rongcuo.contracts.fields`. Unknown fields are refused.
"""

from collections.abc import Hashable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, cast

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields
from marshmallow_dataclass import class_schema

from rongcuo.contracts.bounding import cut, excess
from rongcuo.contracts.dumping import Plain, dumper
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.loading import DOUBTS, Read, loader
from rongcuo.contracts.moments import AwareDateTime, Date, within_years
from rongcuo.contracts.rules import Each
from rongcuo.contracts.writing import Writing

T = TypeVar("T")
_INCOMING = (Writing, Each)


class MessageSchema(Schema):
    """Refuses what it does not know: a misspelt field is an error, not a silence."""

    TYPE_MAPPING = {**Schema.TYPE_MAPPING, date: Date, datetime: AwareDateTime}  # noqa: RUF012  (as marshmallow has it)

    class Meta:
        unknown = RAISE

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:  # noqa: ARG002
        """No date or moment comes in from the calendar's ends."""
        if isinstance(field_obj, (fields.DateTime, fields.Date)):
            field_obj.validators = [*field_obj.validators, within_years]


class TolerantSchema(Schema):
    """Ignores what it does not know: an event from a newer sender still loads."""

    class Meta:
        unknown = EXCLUDE

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:  # noqa: ARG002
        """What people may write is asked when they write it: what was taken before stays readable."""
        field_obj.validators = [rule for rule in field_obj.validators if not isinstance(rule, _INCOMING)]


@cache
def schema_class(contract: Any) -> type[Schema]:
    """The marshmallow schema of a contract dataclass."""
    return class_schema(contract, base_schema=MessageSchema)


@cache
def _schema(contract: Any, tolerant: bool) -> Schema:
    return class_schema(contract, base_schema=TolerantSchema)() if tolerant else schema_class(contract)()


def secrets_of(contract: type[Any]) -> frozenset[str]:
    """The names of a contract's secret and sealed fields."""
    return _secrets(cast(Hashable, contract))


@cache
def _secrets(contract: Any) -> frozenset[str]:
    declared = schema_class(contract)().declared_fields
    return frozenset(name for name, kind in declared.items()
                     if kind.metadata.get("format") == "password" or kind.metadata.get("x-sealed"))


def load(contract: type[T], data: Any, *, tolerant: bool = False) -> T:
    """Read a contract from plain JSON data; `tolerant` ignores fields added by a newer sender.

    Raises CaseError `invalid` with details {field: [sentences]}, or `malformed` where it is not an object.
    """
    if not isinstance(data, Mapping):
        raise CaseError("malformed", f"{contract.__name__} must be an object")
    try:
        loaded: T = _loader(cast(Hashable, contract), tolerant)(data)
    except DOUBTS:
        return _load_asking(contract, data, tolerant)
    return loaded


def _load_asking(contract: type[T], data: Mapping[str, Any], tolerant: bool) -> T:
    schema = _schema(cast(Hashable, contract), tolerant)
    if too_much := excess(schema, data):
        raise CaseError("invalid", contract.__name__, {"fields": too_much})
    try:
        loaded: T = schema.load(data)
    except ValidationError as error:
        raise CaseError("invalid", contract.__name__, {"fields": cut(error.messages_dict)}) from None
    return loaded


@cache
def _loader(contract: Any, tolerant: bool) -> Read:
    return loader(_schema(contract, tolerant))


def dump(message: Any) -> dict[str, Any]:
    """The plain JSON data of a contract."""
    dumped: dict[str, Any] = _dumper(cast(Hashable, type(message)))(message)
    return dumped


@cache
def _dumper(contract: Any) -> Plain:
    return dumper(_schema(contract, False))
