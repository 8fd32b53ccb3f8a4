"""Reading YAML so that a mistake is told by file and place, in words that help.

Policy data never holds expressions: an entry is text, a number, a date, a list or a mapping, read by name.
"""

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import yaml

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.moments import FIRST_YEAR, LAST_YEAR
from rongcuo.policy.provenance import Grade, Source, Standing
from rongcuo.texts.signs import LEFTWARD, LINES, is_seen

LONGEST_FILE = 1_000_000  # bytes; a year's calendar or a pack is a few thousand
_HOUR = re.compile("([01][0-9]|2[0-3]):([0-5][0-9])")
Chosen = TypeVar("Chosen", bound=StrEnum)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Strict(_Loader):  # type: ignore[misc]  # the base is chosen when the module loads
    """YAML lets a later key silently replace an earlier one; a rule must not vanish like that."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = next((key for n, key in enumerate(keys) if key in keys[:n]), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(None, None, f"“{twice}” appears twice", node.start_mark)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


@dataclass(frozen=True)
class Entry:
    """A value in a file, which knows where it stands. `code` is the error raised when it cannot be read.

    `parts` holds the children of a mapping that was put together from several files.
    """

    value: Any
    file: str
    code: str
    place: str = ""
    sources: Mapping[str, Source] = field(default_factory=dict)
    parts: Mapping[str, "Entry"] = field(default_factory=dict)

    def wrong(self, problem: str) -> NoReturn:
        place = self.place or "the whole file"
        details = {"file": self.file, "entry": place, "problem": problem}
        raise CaseError(self.code, f"{self.file}, {place}: {problem}", details)

    def child(self, key: str | int, value: Any) -> "Entry":
        step = f"[{key}]" if isinstance(key, int) else f".{key}" if self.place else key
        return Entry(value, self.file, self.code, f"{self.place}{step}", self.sources)

    def mapping(self, allowed: frozenset[str] | None = None) -> dict[str, "Entry"]:
        """The children by name; a name outside `allowed` is refused, for it is most likely misspelt."""
        self._require_mapping()
        strange = sorted(set(self.value) - allowed) if allowed is not None else []
        if strange:
            self.wrong(f"knows no “{strange[0]}”; possible are {', '.join(sorted(allowed or ()))}")
        return {key: self._named(key) for key in self.value}

    def has(self, key: str) -> bool:
        return isinstance(self.value, dict) and self.value.get(key) is not None

    def at(self, key: str) -> "Entry":
        self._require_mapping()
        if self.value.get(key) is None:
            self.wrong(f"“{key}” is missing")
        return self._named(key)

    def each(self) -> Iterator["Entry"]:
        if not isinstance(self.value, list):
            self.wrong("should be a list")
        return (self.child(number, value) for number, value in enumerate(self.value))

    def text(self) -> str:
        if not isinstance(self.value, str) or not is_seen(self.value):
            self.wrong("should be text, not empty (quote digits and times)")
        if turning := LINES.search(self.value) or LEFTWARD.search(self.value):
            self.wrong(f"must not hold U+{ord(turning[0]):04X}, which turns or hides the words around it")
        return self.value.strip()

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.each())

    def whole(self, least: int = 0, most: int = 10_000) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            self.wrong("should be a whole number")
        if not least <= self.value <= most:
            self.wrong(f"should lie between {least} and {most}")
        return self.value

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            self.wrong("should be true or false")
        return self.value

    def day(self) -> date:
        if isinstance(self.value, datetime) or not isinstance(self.value, date):
            self.wrong("should be a date like 2026-02-14, without quotes")
        if not FIRST_YEAR <= self.value.year <= LAST_YEAR:
            self.wrong(f"should lie between the years {FIRST_YEAR} and {LAST_YEAR}")
        return self.value

    def hour(self) -> time:
        """A time of day in Asia/Shanghai, written "08:30"."""
        found = _HOUR.fullmatch(self.text())
        if not found:
            self.wrong('should be a time like "08:30", in quotes')
        return time(int(found[1]), int(found[2]))

    def one_of(self, kinds: type[Chosen]) -> Chosen:
        try:
            return kinds(self.value)
        except ValueError:
            self.wrong(f"should be one of {', '.join(kinds)}")

    def source(self) -> Source:
        """Written out, or the name of an entry of the file's `sources`."""
        if isinstance(self.value, str):
            if self.value not in self.sources:
                self.wrong(f"names the source “{self.value}”, which the file's `sources` does not hold")
            return self.sources[self.value]
        self.mapping(frozenset({"text", "standing", "checked", "grade"}))
        return Source(
            text=self.at("text").text(),
            standing=self.at("standing").one_of(Standing),
            checked=self.at("checked").day() if self.has("checked") else None,
            grade=self.at("grade").one_of(Grade).value if self.has("grade") else "",
        )

    def _require_mapping(self) -> None:
        if not isinstance(self.value, dict) or not all(isinstance(key, str) for key in self.value):
            self.wrong("should be a mapping with text as keys (quote codes that are digits)")

    def _named(self, key: str) -> "Entry":
        return self.parts.get(key) or self.child(key, self.value[key])

    def with_sources(self) -> "Entry":
        """The same file, its named sources known to every entry below."""
        named = self.at("sources").mapping() if self.has("sources") else {}
        sources = {name: entry.source() for name, entry in named.items()}
        return Entry(self.value, self.file, self.code, self.place, sources)


def read_yaml(file: Path, code: str) -> Entry:
    """The file as one entry. Raises `CaseError(code)` naming file and line when it is no readable YAML."""
    return parse_yaml(read_text(file, code), file.name, code)


def read_text(file: Path, code: str) -> str:
    """Raises `CaseError(code)` when the file is missing, too long or not UTF-8."""
    unread = Entry(None, file.name, code)
    try:
        with file.open("rb") as opened:
            content = opened.read(LONGEST_FILE + 1)
        if len(content) > LONGEST_FILE:
            unread.wrong(f"is longer than {LONGEST_FILE} bytes")
        return content.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        unread.wrong(f"cannot be read: {type(error).__name__}")


def parse_yaml(text: str, name: str, code: str) -> Entry:
    """`name` is what messages call the file."""
    try:
        value = yaml.load(text, Loader=_Strict)  # noqa: S506 - _Strict is a safe loader
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        Entry(None, name, code).wrong(f"is not valid YAML: {error}")
    return Entry(value, name, code).with_sources()
