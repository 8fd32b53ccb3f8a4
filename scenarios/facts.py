"""A scenario file: who did what, when, and what must hold at the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from rongcuo.policy.calendar import ZONE

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Scenario:
    """`given` was reported, `chosen` fills what the report leaves open, `expect` must hold at the end."""

    id: str
    practices: tuple[str, ...]
    place: str
    given: Mapping[str, Any]
    chosen: Mapping[str, Any]
    expect: Mapping[str, Any]

    @property
    def filed_at(self) -> datetime | None:
        """When a filing was made in advance, if there was one."""
        written = self.chosen.get("filed_at")
        return datetime.fromisoformat(written).astimezone(ZONE) if written else None

    @property
    def is_funnel(self) -> bool:
        """Whether the scenario counts the filings of a whole prefecture."""
        return "funnel" in self.expect


def read_scenarios(folder: Path = FOLDER) -> list[Scenario]:
    """Every scenario of a folder, by file name."""
    return [_read(file) for file in sorted(folder.glob("*.yaml"))]


def _read(file: Path) -> Scenario:
    data = yaml.safe_load(file.read_text("utf-8"))
    return Scenario(data["id"], tuple(data.get("practices", ())), str(data["place"]), data.get("given") or {},
                    data.get("chosen") or {}, data.get("expect") or {})
