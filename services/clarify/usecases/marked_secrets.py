"""That something bore the mark of a state secret, and was refused, is a ledger line. Lines stay: of one
officer, or of all who have no account, so many in an hour are written one by one, then only each doubling,
which says how many there were. Counted in the memory of this process."""

from collections import Counter
from datetime import datetime
from typing import Any, Final

from rongcuo.chassis.ports import ExecutionContext

ONE_BY_ONE: Final = 20     # in an hour; our figure
LINE: Final = "clarify.marked_secret_refused"
PUBLIC: Final = "public_form"     # in the ledger: whoever sent it has no account


class HourlyLines:
    """How many there were in this hour."""

    def __init__(self) -> None:
        self._hour, self._many = "", Counter[str]()

    def facts(self, whose: str, now: datetime) -> dict[str, int] | None:
        """What one more line says, or None where none is written."""
        hour = f"{now:%Y-%m-%d %H %z}"
        if hour != self._hour:
            self._hour, self._many = hour, Counter()
        self._many[whose] += 1
        many = self._many[whose]
        if many <= ONE_BY_ONE:
            return {}
        doublings, rest = divmod(many, ONE_BY_ONE)
        return {"this_hour": many} if rest == 0 and doublings.bit_count() == 1 else None


LINES = HourlyLines()


def line(context: ExecutionContext[Any]) -> tuple[str, dict[str, int] | None]:
    """About whom, and what it says; None where this one has none."""
    whose = context.actor.officer_id or PUBLIC
    return whose, LINES.facts(whose, context.now)
