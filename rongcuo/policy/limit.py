"""How long something may take."""

import calendar as months
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rongcuo.policy.provenance import Source

LONGEST = 3_660  # days; ten years, beyond which a limit is a mistake


class LimitUnit(StrEnum):
    WORKDAYS = "workdays"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Limit:
    """`amount` units from the day of the triggering event.

    `counts_start`: whether that day itself counts; by custom it does not (domain facts §11, grade M).
    `rolls`: whether a limit in days or months that ends on a day off moves to the next working day (same).
    """

    amount: int
    unit: LimitUnit
    source: Source
    counts_start: bool = False
    rolls: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.amount <= LONGEST:
            raise ValueError(f"a limit is 1 to {LONGEST} {self.unit}, not {self.amount}")

    def days_to_count(self, start: date, extended: int = 0) -> int:
        """How many days have to be counted, `extended` units included. A month ends on the day of the same
        number, or on the month's last day where there is none."""
        amount = self.amount + extended
        return (add_months(start, amount) - start).days if self.unit is LimitUnit.MONTHS else amount


def add_months(start: date, amount: int) -> date:
    years, month = divmod(start.month - 1 + amount, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))
