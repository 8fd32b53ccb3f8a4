"""The kinds of fields that a contract declares: what a value may be stands beside it, with its limits.

    name: str = line(200, 1)

So one declaration serves the service, the HTTP API and its OpenAPI document. Moments are aware, days plain.
"""

import re
from dataclasses import field
from enum import StrEnum
from typing import Any

from marshmallow import ValidationError, fields, validate

from rongcuo.contracts.email import deliverable
from rongcuo.contracts.moments import AwareDateTime
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.rules import Each
from rongcuo.contracts.writing import Writing, unseen

LONGEST_ADDRESS = 200
# Nor half a surrogate pair, which JSON can write but neither UTF-8 nor a database can.
_UNSTORABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff]")
IDENTIFIER = validate.Regexp(r"^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,63}\Z",
                             error="must be 1–64 letters, digits or _ . : @ -")
_BASE64 = validate.Regexp(r"^[A-Za-z0-9+/]+={0,2}\Z", error="must be base64")
TAG = validate.Regexp(r"^[A-Za-z0-9_.:@-]{1,128}\Z", error="must be the tag of a view")


def identifier(**extra: Any) -> Any:
    """A field that names something: 1–64 characters of a safe alphabet."""
    return field(metadata={"validate": IDENTIFIER}, **extra)


def identifiers(most: int) -> Any:
    """A tuple of names as `identifier` has them."""
    return field(default=(), metadata={"validate": [validate.Length(max=most), Each(IDENTIFIER)]})


def tags(most: int) -> Any:
    """A tuple of tags, as the views bear them."""
    return field(default=(), metadata={"validate": [validate.Length(max=most), Each(TAG)]})


def line(most: int, least: int = 0, **extra: Any) -> Any:
    """A field of text on one line, such as a name, with its length in characters; with `least`, something to
    see."""
    return field(metadata={"validate": _written(most, least, one_line=True)}, **extra)


def file_name(most: int) -> Any:
    """A field for the name of a file: one line with something to see, which no letter prints."""
    return field(metadata={"validate": [
        validate.Length(min=1, max=most), Writing(one_line=True, required=True, printed=False)]})


def text(most: int, least: int = 0, read_by: Reader | None = None, **extra: Any) -> Any:
    """A field of running text, of as many lines as there are. `read_by`: who reads it, whom a refusal of an
    empty one names; what has to be written always names somebody."""
    told = {"error_messages": dict.fromkeys(("required", "null"), unseen(read_by))} if read_by else {}
    return field(metadata={"validate": _written(most, least, read_by, one_line=False), **told}, **extra)


def lines(most: int, longest: int) -> Any:
    """A tuple of texts on one line each, with the most entries and the length of each."""
    return field(default=(), metadata={"validate": [
        validate.Length(max=most), *map(Each, _written(longest, 1, one_line=True))]})


def sought(most: int = 100, least: int = 0) -> Any:
    """A field of words to look for. Whatever is pasted there, what can't be seen is looked through. Required
    with `least`."""
    given: dict[str, Any] = {} if least else {"default": ""}
    return field(metadata={"validate": [validate.Length(min=least, max=most), _storable]}, **given)


def _written(most: int, least: int, read_by: Reader | None = None, *, one_line: bool) -> list[Any]:
    writing = Writing(one_line, least > 0, read_by=read_by)
    if not read_by:
        return [validate.Length(min=least, max=most), writing]
    return [validate.Length(min=least, error=unseen(read_by)), validate.Length(max=most), writing]


def email(**extra: Any) -> Any:
    """A field for an address that mail can be sent to."""
    checks = [validate.Length(max=LONGEST_ADDRESS), deliverable]
    return field(metadata={"validate": checks, "metadata": {"format": "email"}}, **extra)


def secret(most: int, least: int = 0) -> Any:
    """A password or token: text that no log, digest or ledger may hold, not even as a plain hash."""
    return field(metadata={"validate": [validate.Length(min=least, max=most), _storable],
                           "metadata": {"format": "password"}})


def sealed(kind: Any) -> Any:
    """A field that nobody may learn of yet, such as a vote: kept as little as a secret."""
    return field(default=kind.default, metadata={**kind.metadata, "metadata": {"x-sealed": True}})


def sealed_text(most: int) -> Any:
    """What is closed already, in base64: shown to nobody, and no part of a digest or a log line."""
    return field(metadata={"validate": [validate.Length(min=4, max=most), _BASE64],
                           "metadata": {"x-sealed": True}})


def chosen(**extra: Any) -> Any:
    """A StrEnum field, on the wire by its value."""
    return field(metadata={"by_value": True}, **extra)


class Several(fields.List[Any]):
    """A list on the wire, a tuple in the dataclass."""

    def _deserialize(self, *args: Any, **kwargs: Any) -> Any:
        return tuple(super()._deserialize(*args, **kwargs))


def choices(kind: type[StrEnum], most: int = 20) -> Any:
    """A tuple of StrEnum members, on the wire by their values."""
    return field(default=(), metadata={"marshmallow_field": Several(
        fields.Enum(kind, by_value=True), load_default=(), validate=validate.Length(max=most))})


def many(most: int, **extra: Any) -> Any:
    """A tuple field, with the most entries it may have."""
    return field(default=(), metadata={"validate": validate.Length(max=most)}, **extra)


def next_page() -> Any:
    """A field for where the next page of a list begins, as the page before has said."""
    return line(1_000, default="")


def number(least: int = 0, most: int = 1_000_000_000, **extra: Any) -> Any:
    """A whole number within bounds."""
    return field(metadata={"validate": validate.Range(min=least, max=most), "strict": True}, **extra)


def moment(**extra: Any) -> Any:
    """A moment in time, always with its zone."""
    return field(metadata={"marshmallow_field": AwareDateTime(required="default" not in extra,
                 allow_none=extra.get("default", ...) is None)}, **extra)


def _storable(value: str) -> None:
    if _UNSTORABLE.search(value):
        raise ValidationError("must not contain control characters")
