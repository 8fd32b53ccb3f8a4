"""A service to come that brings letters: its events, and its `letters.yaml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from rongcuo.contracts.case_moved import CaseMoved
from services.documents.domain import kinds
from services.documents.domain.kinds import LetterKind
from tests.unit.documents import scene


@dataclass(frozen=True, kw_only=True)
class Ordered(CaseMoved):
    """What is to be mended, by when."""

    source, kind, version = "followup", "ordered", 1
    whom: str
    wanted: tuple[str, ...] = ()
    until: date | None = None
    late: bool = False
    ordered_at: datetime


@dataclass(frozen=True, kw_only=True)
class Dropped(CaseMoved):
    """Nothing has to be mended any more."""

    source, kind, version = "followup", "dropped", 1
    reasons: str


@dataclass(frozen=True, kw_only=True)
class Answered(Ordered):
    """With a field that is called as the platform's own word in a letter."""

    kind = "answered"
    office: str


FILE = """
followup.order:
  event: ordered
  name: 整改通知书
  name_en: Order to mend
  to: subject
  series: 函
  family: order
  title: 整改通知书
  body: |
    {whom}：
    “{matter}”（编号{number}）需要整改：{wanted}。
    期限：{until}
    本通知于{ordered_at}由{organ}作出。
  source: {text: 示例, standing: illustrative}
followup.end:
  event: dropped
  name: 终止整改决定书
  name_en: Decision to end it
  to: nobody
  revokes: true
  title: 终止整改决定书
  body: "理由：{reasons}"
  source: {text: 示例, standing: illustrative}
"""


def read(folder: Path, text: str = FILE, service: str = "followup",
         events: Iterable[type[CaseMoved]] = (Ordered, Dropped)) -> Mapping[str, LetterKind]:
    file = folder / "letters.yaml"
    file.write_text(text, "utf-8")
    return kinds.read_kinds({service: file}, events)


def bring(patch: pytest.MonkeyPatch, folder: Path, text: str = FILE) -> None:
    """As if the file lay in the folder of a service."""
    found = {**kinds.known_kinds(), **read(folder, text)}
    patch.setattr(kinds, "known_kinds", lambda: found)


def ordered(wanted: tuple[str, ...] = ("补办用地手续", "公示结果"), **changes: Any) -> Ordered:
    return Ordered(standing=scene.standing("mending", "w1"), whom="刘某", wanted=wanted, ordered_at=scene.NOW,
                   **changes)


def dropped() -> Dropped:
    return Dropped(standing=scene.standing("mending", "w1"), reasons="情况已经变化。")
