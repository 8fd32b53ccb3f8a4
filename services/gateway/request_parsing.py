"""Reading what a request brings, strictly: what two readers could understand differently is refused."""

import json
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar, cast

from flask import Request
from marshmallow import Schema, fields
from werkzeug.datastructures import MultiDict

from rongcuo.chassis.threads import in_native_thread
from rongcuo.contracts.bounding import UNKNOWN, cut
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump, load, schema_class

T = TypeVar("T")
MOST_BYTES = 1_048_576
LONG = 65_536        # bytes; what is longer takes so long that others must go on meanwhile
DEEPEST = 32         # levels of nesting
MOST_PARTS = 10_000  # keys and entries of lists, however deep
LONGEST_NUMBER = 18  # digits
_WHOLE = re.compile(f"[0-9]{{1,{LONGEST_NUMBER}}}")
_UNSTORABLE = re.compile("[\\x00\\ud800-\\udfff]")


def read_object(request: Request) -> dict[str, Any]:
    """The JSON object of the body; an empty body is an empty object.

    Raises `malformed`, `unsupported_media_type`; too long a body is werkzeug's RequestEntityTooLarge.
    """
    text = _received(request)
    if not text:
        return {}
    if request.mimetype != "application/json":
        raise CaseError("unsupported_media_type")
    read = worked(len(text), read_json, text)
    if not isinstance(read, dict):
        raise CaseError("malformed", "the body must be a JSON object")
    return read


def worked(length: int | None, work: Callable[..., T], *given: Any) -> T:
    """Work on a body of this length, in a native thread where it is long; so is one of unknown length."""
    return in_native_thread(work, *given) if length is None or length > LONG else work(*given)


def _received(request: Request) -> bytes:
    try:
        text = request.get_data(cache=False)
    except (ValueError, OSError):
        raise CaseError("malformed", "the body broke off, or its chunks are not well-formed") from None
    if len(text) > MOST_BYTES:
        raise CaseError("too_large")
    return text


def read_json(text: bytes) -> Any:
    """JSON in UTF-8 without doubled keys, NaN, numbers beyond 18 digits, NUL or half surrogate pairs."""
    _countable(text)
    try:
        read = json.loads(text.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant,
                          parse_int=_number, parse_float=_fraction)
    except (ValueError, RecursionError):
        raise CaseError("malformed", "the body is not valid JSON in UTF-8") from None
    _check(read, DEEPEST)
    return read


def message(contract: type[Any], given: Mapping[str, Any], fixed: Mapping[str, str],
            without: Iterable[str] = ()) -> dict[str, Any]:
    """What is `given` and what the address and headers have `fixed`, checked as a contract, in wire form.

    Raises `invalid` naming the fields, also for one that is given though it is fixed or left out.
    """
    foreign = {name: [UNKNOWN] for name in given if name in fixed or name in set(without)}
    if foreign:
        raise CaseError("invalid", details={"fields": foreign})
    return dump(load(contract, {**given, **fixed}))


def query(contract: type[Any], arguments: MultiDict[str, str], fixed: Mapping[str, str]) -> dict[str, Any]:
    """A query's parameters, checked as a contract, in wire form. Raises `invalid`."""
    doubled = {name: ["Given twice."] for name, values in arguments.lists() if len(values) > 1}
    if doubled:
        raise CaseError("invalid", details={"fields": cut(doubled)})
    kinds = schema_of(contract).fields
    given = {name: _typed(kinds.get(name), value) for name, value in arguments.items()}
    return message(contract, given, fixed)


def schema_of(contract: type[Any]) -> Schema:
    """The contract's schema, made once."""
    return _schema(cast(Hashable, contract))


@cache
def _schema(contract: Any) -> Schema:
    return schema_class(contract)()


def _typed(kind: fields.Field[Any] | None, value: str) -> Any:
    """An address holds only text: a whole number is read, and a `+` that became a space is put back."""
    if isinstance(kind, fields.Integer) and _WHOLE.fullmatch(value):
        return int(value)
    if isinstance(kind, fields.AwareDateTime):
        return value.replace(" ", "+")
    return value


def _countable(text: bytes) -> None:
    """Counted in the text, before anything is made of it; the commas within strings only where it matters."""
    if text.count(b",") < MOST_PARTS:
        return
    unescaped = text.replace(rb"\\", b"").replace(rb'\"', b"")
    if b"".join(unescaped.split(b'"')[::2]).count(b",") >= MOST_PARTS:
        raise CaseError("too_large", f"the body holds more than {MOST_PARTS} keys and entries")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise CaseError("malformed", "a key stands twice in one object")
    return read


def _no_constant(name: str) -> Any:
    raise CaseError("malformed", f"{name} is no JSON number")


def _number(digits: str) -> int:
    if len(digits.lstrip("-")) > LONGEST_NUMBER:
        raise CaseError("malformed", "a number is too long")
    return int(digits)


def _fraction(digits: str) -> float:
    if len(digits) > 2 * LONGEST_NUMBER or abs(float(digits)) > 10 ** LONGEST_NUMBER:
        raise CaseError("malformed", "a number is too long")
    return float(digits)


def _check(value: Any, levels: int) -> None:
    if isinstance(value, str) and _UNSTORABLE.search(value):
        raise CaseError("malformed", "a text holds NUL or half a surrogate pair")
    if isinstance(value, dict | list):
        if levels == 0:
            raise CaseError("malformed", "the body is nested too deeply")
        parts = [*value, *value.values()] if isinstance(value, dict) else value
        for part in parts:
            _check(part, levels - 1)
