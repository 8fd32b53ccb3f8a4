"""A context of review: its people, at the moment of the filing."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rongcuo.contracts.identity import OfficerView
from services.review.domain import FilingCheck
from tests.unit.casework import context
from tests.unit.review.scene import EVERYBODY, FILED_AT, view


class FakeChecks(context.FakeRepository):
    counted: int = 0

    def of_filing(self, report_id: str, filing_id: str) -> FilingCheck | None:
        found = [each for each in self.rows.values() if (each.report_id, each.filing_id) == (
            report_id, filing_id)]
        return deepcopy(found[-1]) if found else None

    def of_report(self, report_id: str) -> tuple[FilingCheck, ...]:
        return tuple(deepcopy(each) for each in self.rows.values()
                     if each.report_id == report_id and not each.ended)

    def next_number(self, _organ_id: str, _year: int) -> int:
        self.counted += 1
        return self.counted


@dataclass
class FakeCases(context.FakeRepository):
    checks: FakeChecks = field(default_factory=FakeChecks)

    def put(self, aggregate: Any) -> None:
        (self.checks.put if isinstance(aggregate, FilingCheck) else super().put)(aggregate)


@dataclass
class FakeContext(context.FakeContext):
    officers: tuple[OfficerView, ...] = tuple(map(view, EVERYBODY))
    now: datetime = FILED_AT
    store: Any = field(default_factory=FakeCases)
