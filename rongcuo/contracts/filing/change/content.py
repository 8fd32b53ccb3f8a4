"""What a change says, and what was filed in which time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from rongcuo.contracts.fields import moment, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.readers import Reader

MOST = 20_000


@dataclass(frozen=True, kw_only=True)
class FiledTerms:
    """项目、方式、程序、期限: what a filing covers. `way` and `procedure` are empty where they were told with
    the scope."""

    scope: str
    way: str = ""
    procedure: str = ""
    act_from: date | None = None
    act_until: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeContent:
    """What is to be filed in place of what was: left empty, it stays."""

    scope: str = text(MOST, default="")
    way: str = text(MOST, default="")
    procedure: str = text(MOST, default="")
    act_from: date | None = None
    act_until: date | None = None
    valid_until: date | None = None
    reasons: str = text(MOST, 1, read_by=Reader.REVIEWERS)
    attachments: tuple[AttachmentRef, ...] = files(50)


@dataclass(frozen=True, kw_only=True)
class FiledVersion:
    """What was filed, and from when until when it holds. `since`, `until`: its first and last day; the day
    on which another takes its place is that one's. `filed_at`: when it was told; `holds_from`: when it was
    accepted or approved. `change_id`: by which; empty of what was filed at first."""

    number: int
    digest: str
    terms: FiledTerms
    since: date
    until: date | None = None
    filed_at: datetime = moment()
    holds_from: datetime = moment()
    change_id: str = ""
    change_number: str = ""


class Held(Protocol):
    """Something that was filed, and its days."""

    @property
    def number(self) -> int: ...

    @property
    def since(self) -> date: ...

    @property
    def until(self) -> date | None: ...


H = TypeVar("H", bound=Held)


def in_force(versions: Iterable[H], first: date, last: date) -> tuple[H, ...]:
    """Those that held on any of these days, the earliest first. What was before the acceptance is held
    against what was filed at first; what was replaced on its own first day held on none."""
    held = (each for each in versions if each.until is None or each.since <= each.until)
    known = sorted(held, key=lambda each: each.number)
    return tuple(each for each in known if (each is known[0] or each.since <= last) and (
        each.until is None or first <= each.until))
