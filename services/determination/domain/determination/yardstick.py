"""What the pack of the act's day measures a case by, kept with the case."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.policy.pack import Pack


@dataclass(frozen=True, slots=True)
class Yardstick:
    """`pack_id`: the pack in force when the act began. `criteria`: set -> its criteria. `wanted`: set ->
    assessors at least. `barred`: whom the pack of the opening keeps off the meeting beside those recused."""

    pack_id: str
    outcomes: tuple[str, ...]
    negative_items: Mapping[str, str]          # code -> Chinese name
    criteria: Mapping[str, tuple[str, ...]]
    wanted: Mapping[str, int]
    barred: tuple[str, ...]

    @classmethod
    def of(cls, judged_by: Pack, run_by: Pack) -> "Yardstick":
        """From the pack of the act and the pack of the opening."""
        return cls(
            pack_id=judged_by.id, outcomes=tuple(judged_by.outcomes),
            negative_items={code: item.name for code, item in judged_by.negative_list.items()},
            criteria={name: tuple(item.code for item in items)
                      for name, items in judged_by.criteria_sets.items()},
            wanted=_wanted(judged_by), barred=tuple(sorted(run_by.joint_meeting.barred)))


def _wanted(judged_by: Pack) -> dict[str, int]:
    """A decision cites assessments: where the pack wants none, somebody answers its first set."""
    return dict(judged_by.assessment.sets) or dict.fromkeys(list(judged_by.criteria_sets)[:1], 1)
