"""How far the watchdog has looked at one service."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Watch:
    """`until`: what changed there up to this moment is looked at; `cursor`: where the round goes on, empty
    where a new one begins."""

    service: str
    until: datetime
    cursor: str = ""
