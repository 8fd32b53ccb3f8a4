"""Monthly returns (月报): frozen as they were submitted; a correction is another row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.insight import Code
from rongcuo.contracts.province import MonthlyReturn

Figure = tuple[str, str]                  # a code, and a period
Difference = tuple[str, str, int, int]    # with how much was returned, and how much was counted


@dataclass(frozen=True, kw_only=True)
class Return:
    """`rows`: code, period, amount, days. `differing`: those that what the node told matter by matter did not
    add up to when the return came."""

    node: str
    organ_id: str
    period: str
    revision: int
    reason: str
    rows: tuple[tuple[str, str, int, int], ...]
    checksum: str
    signature: str
    submitted_at: datetime
    received_at: datetime
    differing: tuple[Difference, ...]

    @classmethod
    def of(cls, node: str, told: MonthlyReturn, counted: Mapping[Figure, int], now: datetime) -> "Return":
        """What was counted and not returned differs, too, where it is of this very month."""
        rows = tuple((each.code.value, each.period, each.amount, each.days) for each in told.rows)
        returned = {(code, period): amount for code, period, amount, _ in rows}
        asked = {**dict.fromkeys(returned, 0), **{
            figure: 0 for figure, number in counted.items() if number and figure[1] == told.period}}
        return cls(
            node=node, organ_id=told.organ_id, period=told.period, revision=told.revision,
            reason=told.reason, rows=rows, checksum=told.checksum, signature=told.signature,
            submitted_at=told.submitted_at, received_at=now,
            differing=tuple((*figure, returned.get(figure, 0), counted.get(figure, 0)) for figure in asked
                            if returned.get(figure, 0) != counted.get(figure, 0)))


def require_fit(told: MonthlyReturn, known: str | None) -> None:
    """`known`: the checksum of what was returned as this revision before. Raises `province.return_replayed`
    for other figures, `province.reason_needed` for a correction without a word why."""
    if known not in (None, told.checksum):
        raise CaseError("province.return_replayed")
    if told.revision > 1 and not told.reason.strip():
        raise CaseError("province.reason_needed")


def figures_of(told: MonthlyReturn) -> set[Figure]:
    """That it says, and those of its month."""
    return {(each.code.value, each.period) for each in told.rows} | {
        (code.value, told.period) for code in Code}
