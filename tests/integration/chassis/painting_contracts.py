"""What the painter is told to do, and asked."""

from dataclasses import dataclass
from types import NoneType

from rongcuo.contracts.fields import identifier, text
from rongcuo.contracts.operation import Command, Query


@dataclass(frozen=True, kw_only=True)
class Paint:
    command_id: str = identifier()
    wall: str = identifier()


@dataclass(frozen=True, kw_only=True)
class WallQuery:
    wall: str = identifier()
    note: str = text(2_000_000, default="")


@dataclass(frozen=True, kw_only=True)
class WallView:
    wall: str = identifier()
    coats: int = 0


PAINT = Command("painter", "paint", Paint, WallView)
PAINT_AND_LINGER = Command("painter", "paint_and_linger", Paint, WallView)
PAINT_IF_BARE = Command("painter", "paint_if_bare", Paint, WallView)
PAINT_AND_SHOW_ONCE = Command("painter", "paint_and_show_once", Paint, WallView)
SCRATCH = Command("painter", "scratch", Paint, NoneType)
LOOK = Query("painter", "look", WallQuery, WallView)
STUMBLE = Query("painter", "stumble", WallQuery, WallView)
REFUSE = Query("painter", "refuse", WallQuery, WallView)
BABBLE = Query("painter", "babble", WallQuery, WallView)
PASS_ON = Query("painter", "pass_on", WallQuery, WallView)
