"""What is far too much, found before any of it is loaded: a refusal costs no more than what is accepted.

What passes its limit by little is left to the schema, which tells it with all else that is wrong. What is
worded is cut: nobody reads the thousandth error.
"""

from collections.abc import Iterable, Iterator, Mapping, Sized
from functools import cache
from itertools import islice
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields, validate

from rongcuo.contracts.rules import Each

MOST_NAMED = 20    # fields that nobody knows, named in one refusal
MOST_FAULTS = 100  # faults told of one message
FAR = 2            # times its limit
LONGEST_NAME = 80  # characters of a name that is told back
UNKNOWN = "Unknown field."
Faults = dict[Any, Any]


def excess(schema: Schema, data: Any) -> Faults:
    """What is far too long or too many, as a tree of sentences; empty where nothing is."""
    if not isinstance(data, Mapping):
        return {}
    known = schema.load_fields
    if schema.unknown != EXCLUDE and len(data) > len(known) + MOST_NAMED:
        unknown = islice((name for name in data if name not in known), MOST_NAMED)
        return {str(name)[:LONGEST_NAME]: [UNKNOWN] for name in unknown}
    return _found((name, _of_field(field, data[name])) for name, field in known.items() if name in data)


@cache
def lengths(field: fields.Field[Any]) -> tuple[validate.Length, ...]:
    """The limits of a list, a mapping or a text, which can be asked before it is loaded."""
    return tuple(check for check in field.validators if isinstance(check, validate.Length))


@cache
def _lengths_of_each(field: fields.List[Any]) -> tuple[validate.Length, ...]:
    return tuple(check.rule for check in field.validators
                 if isinstance(check, Each) and isinstance(check.rule, validate.Length))


def cut(faults: Faults, most: int = MOST_FAULTS) -> Faults:
    """The first of a tree of sentences, its names cut to what can be read."""
    kept: Faults = {}
    for path, sentences in islice(_flat(faults), most):
        inner = kept
        for name in path[:-1]:
            inner = inner.setdefault(name, {})
        inner[path[-1]] = sentences
    return kept


def _flat(faults: Mapping[Any, Any]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    for name, told in faults.items():
        short = name[:LONGEST_NAME] if isinstance(name, str) else name
        if isinstance(told, Mapping):
            yield from (((short, *path), inner) for path, inner in _flat(told))
        else:
            yield (short,), told


def _of_field(field: fields.Field[Any], given: Any) -> Any:
    if not isinstance(given, str | list | Mapping):
        return None
    if too_long := _beyond(lengths(field), given):
        return too_long
    if isinstance(field, fields.Nested):
        return excess(field.schema, given)
    if isinstance(field, fields.List) and isinstance(given, list):
        return _found((place, _of_entry(field, each)) for place, each in enumerate(given))
    return None


def _of_entry(field: fields.List[Any], given: Any) -> Any:
    too_long = isinstance(given, str) and _beyond(_lengths_of_each(field), given)
    return too_long or _of_field(field.inner, given)


def _beyond(checks: Iterable[validate.Length], given: Sized) -> list[str]:
    return [sentence for check in checks if (sentence := _too_long(check, given))]


def _too_long(check: validate.Length, given: Sized) -> str:
    if check.max is None or len(given) <= FAR * check.max:
        return ""
    try:
        check(given)
    except ValidationError as error:
        return str(error.messages[0])
    return ""


def _found(told: Iterable[tuple[Any, Any]]) -> Faults:
    return dict(islice(((name, faults) for name, faults in told if faults), MOST_FAULTS))
