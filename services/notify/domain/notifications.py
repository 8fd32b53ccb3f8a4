"""What somebody is told, and why: a notification becomes one message for each recipient."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from rongcuo.contracts.events import Aggregate, Event
from rongcuo.contracts.filing import FilingSubmitted
from rongcuo.contracts.notify import MatterKind
from services.notify.domain.tracked_case import TrackedCase


class InBoth(NamedTuple):
    """A fact that is words itself."""

    zh: str
    en: str


OF_A_RECUSAL = frozenset({"reviewer_recused", "member_recused"})   # the last that the recused are told
TOLD_ONCE = frozenset({"statement_invited"})   # of a case, however many stages of acceptance a place has

Fact = str | date | datetime | InBoth


@dataclass(frozen=True)
class Notification:
    """`key` is the same whenever the same thing is told again, so that nobody hears it twice. `name` is that
    of its words in `messages.yaml`; `to` are officers and role queues, `but` officers who are left out."""

    key: str
    name: str
    to: tuple[str, ...]
    facts: Mapping[str, Fact]
    but: tuple[str, ...] = ()


Told = Iterator[Notification]


def notification(case: TrackedCase, name: str, to: tuple[str, ...], but: tuple[str, ...] = (), key: str = "",
                 /, **facts: Fact) -> Notification:
    """Of a case, by its number, its title and, unless another is told, its deadline. Without a key it gets
    that of the event, see `counted`."""
    known: dict[str, Fact] = {"number": case.known.number, "title": case.known.title}
    if case.review:
        known["due"] = case.review.due_at
    return Notification(key, name, to, known | facts, but)


def counted(case: TrackedCase, event: Event, told: Iterable[Notification]) -> list[Notification]:
    """The event has its number in the case, so that hearing it again is the same notification."""
    number = case.heard[event.source] = case.heard.get(event.source, 0) + 1
    key = f"{case.id}/{event.source}"
    return [replace(each, key=each.key or f"{key}/{1 if each.name in TOLD_ONCE else number}/{each.name}")
            for each in told]


def name_of(occasion: str) -> str:
    """Of the words of what was told, by its key."""
    return occasion.rpartition("/")[2]


def cover_of(filed: FilingSubmitted) -> InBoth:
    """From when and until when a filing will cover acts; nothing for an event that does not say."""
    day, months = filed.valid_until, filed.validity_months
    if not day and not months:
        return InBoth("", "")
    zh = f"最晚到{day.year}年{day.month}月{day.day}日（含当日）" if day else f"为期{months}个月"
    en = f"up to and including {day.isoformat()} at the latest" if day else f"for {months} months"
    return InBoth(f"受理以后才适用，从受理之日起，{zh}；受理以前的行为不在内。",
                  f"Once accepted it covers acts from its acceptance on, {en}; none before. ")


@dataclass
class Message(Aggregate):
    """One entry of one person's inbox. `occasion` is its notification's key; `matter_kind` is kept with the
    matter."""

    id: str
    occasion: str
    recipient_id: str
    matter_id: str
    subject: str
    body: str
    at: datetime
    read_at: datetime | None = None
    matter_kind: MatterKind = MatterKind.FILING

    def mark_read(self, now: datetime) -> None:
        """The first reading counts."""
        self.read_at = self.read_at or now
