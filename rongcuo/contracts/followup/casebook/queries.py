"""What can be asked of the casebook."""

from dataclasses import dataclass

from rongcuo.contracts.fields import identifier, line, next_page, number, sought


@dataclass(frozen=True, kw_only=True)
class EntryQuery:
    """One."""

    case_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class EntriesQuery:
    """A page of a list. `tab`: published (all that hold now), work (those not out yet), over (of the organ,
    those that hold no more). `search`: words of two signs and more, of published ones."""

    tab: str = line(20, default="published")
    area: str = line(40, default="")
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=30)


@dataclass(frozen=True, kw_only=True)
class GuideQuery:
    """《容错纠错工作指引》 of an area, as it stands now."""

    area: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ReadingsQuery:
    """Who of the actor's organ was asked to read the guide of an area, and who has read it."""

    area: str = identifier()


@dataclass(frozen=True, kw_only=True)
class AreasQuery:
    """The guides that there are."""
