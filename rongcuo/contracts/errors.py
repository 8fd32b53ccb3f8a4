"""The one module of errors that cross a service boundary.

nameko rebuilds a remote error by module path and turns every argument that is not a plain JSON value into a
string, so there is one class, and its arguments are strings and JSON.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rongcuo.contracts.error_codes import CATALOGUE, UNEXPECTED, ErrorKind
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, slots=True)
class ErrorText:
    """What a person reads: Chinese first, English second."""

    zh: str
    en: str


class CaseError(Exception):
    """A refusal with a stable `code`. `message` adds the concrete circumstance; `details` is JSON."""

    def __init__(self, code: str, message: str = "", details: Mapping[str, Any] | str | None = None) -> None:
        self.code = code
        self.message = message
        plain = json.loads(details) if isinstance(details, str) else details
        self.details: dict[str, Any] = dict(plain or {})
        told = json.dumps(self.details, ensure_ascii=False, default=str) if self.details else "{}"
        super().__init__(code, message, told)

    @property
    def kind(self) -> ErrorKind:
        """The catalogue's entry: HTTP status and words. An unlisted code reads as unexpected."""
        return CATALOGUE.get(self.code, UNEXPECTED)

    @property
    def text(self) -> ErrorText:
        """The sentence for this code."""
        return sentence_of(self.code, self.details)

    def __str__(self) -> str:
        return f"{self.code}: {self.message or self.kind.en}"


def sentence_of(code: str, details: Mapping[str, Any]) -> ErrorText:
    """The catalogue's sentence with the details it names, and who would have read what is missing."""
    kind, reader = CATALOGUE.get(code, UNEXPECTED), details.get("read_by")
    zh, en = (text.format_map(_Told(details)) for text in (kind.zh, kind.en))
    if not reader:
        return ErrorText(zh, en)
    return ErrorText(f"{zh}{Reader(reader).zh}", f"{en} {Reader(reader).en}")


class _Told(dict[str, Any]):
    """The details; of what a service of an earlier edition did not tell, dots."""

    def __missing__(self, _name: str) -> str:
        return "……"
