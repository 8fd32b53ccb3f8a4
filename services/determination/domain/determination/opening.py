"""What a case is opened about, what has to be so, and what measures it from then on."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import Act, Initiation, Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.pack import Pack, Phase, Stage
from services.determination.domain.clue import keys_of_subject
from services.determination.domain.determination.decision import today


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """`clue_handlers` disposed of the clue, where one led to it; `report_id`: the report that is the clue,
    `keys_apart`: of whoever it is kept from."""

    initiation: Initiation
    subject: Subject
    act: Act
    title: str
    situation: str
    grounds: str
    clue_number: str = ""
    clue_handlers: frozenset[str] = frozenset()
    report_id: str = ""
    keys_apart: frozenset[str] = frozenset()

    @property
    def kept_from(self) -> frozenset[str]:
        """Of what a clue leads to also whomever it is about, by name alone as well."""
        about = keys_of_subject(self.subject) if self.initiation is Initiation.CLUE else frozenset[str]()
        return self.keys_apart | about


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
            # A decision cites assessments: where the pack wants none, somebody answers its first set.
            wanted=dict(judged_by.assessment.sets) or dict.fromkeys(list(judged_by.criteria_sets)[:1], 1),
            barred=tuple(sorted(run_by.joint_meeting.barred)))


def require_act(act: Act, occasion: Occasion) -> None:
    """An act that is over, or told up to today where it goes on: `determination.act_dates`."""
    if not act.since <= act.until <= today(occasion):
        raise CaseError("determination.act_dates", details={
            "since": act.since.isoformat(), "until": act.until.isoformat()})


def require_situation(situation: str, judged_by: Pack) -> None:
    """None, or one that the pack knows: `filing.unknown_situation`."""
    if situation and situation not in judged_by.situations:
        raise CaseError("filing.unknown_situation", details={"known": list(judged_by.situations)})


def first_stage(pack: Pack) -> Stage:
    """Stages of application are passed when there is a case. Raises `determination.not_regulated`."""
    stages = (stage for stage in pack.determination_stages if stage.phase not in ("", Phase.APPLICATION))
    found = next(stages, None)
    if found is None:
        raise CaseError("determination.not_regulated", details={"pack_id": pack.id})
    return found
