"""The summary of a matter, as its node counts it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rongcuo.casework.counting import Count
from rongcuo.casework.counting.measures import OUTCOMES
from rongcuo.contracts.insight import Code
from rongcuo.contracts.province import MatterCounted

Line = tuple[str, str, int, int]     # a figure, its period, how much, how many days
_OUTCOMES = frozenset(OUTCOMES)


@dataclass(frozen=True, slots=True)
class Summary:
    """`id`: the source and the source's own id. `epoch`, `version`: the later word counts. `outcome`, `year`:
    how a determination ended and when, empty of what has not ended in one."""

    node: str
    id: str
    epoch: int
    version: int
    organ_id: str
    case_number: str
    situation: str
    outcome: str
    year: str
    counts: tuple[Line, ...]

    @classmethod
    def of(cls, node: str, epoch: int, told: MatterCounted) -> "Summary":
        """As a node tells it."""
        ended = next((each for each in told.counts if each.code in _OUTCOMES), None)
        return cls(node, key_of(told.source, told.matter_id), epoch, told.version, told.organ_id,
                   told.case_number, told.situation, ended.code.value if ended else "",
                   ended.period[:4] if ended else "",
                   tuple((each.code.value, each.period, each.amount, each.days) for each in told.counts))

    @property
    def counted(self) -> list[Count]:
        """In what it counts."""
        return [Count(code=Code(code), organ_id=self.organ_id, period=period, number=amount, days=days)
                for code, period, amount, days in self.counts]


def key_of(source: str, matter_id: str) -> str:
    """Which matter of a node it is: ids are the same in two services."""
    return f"{source}:{matter_id}"


def settle(known: Mapping[str, Summary], told: Iterable[Summary]) -> dict[str, Summary]:
    """Of these matters those that are told anew, each as it was told last: of one epoch by the highest
    version, and a later epoch's word counts over an earlier one's."""
    fresh: dict[str, Summary] = {}
    for each in told:
        before = fresh.get(each.id) or known.get(each.id)
        if before is None or (each.epoch, each.version) > (before.epoch, before.version):
            fresh[each.id] = each
    return fresh
