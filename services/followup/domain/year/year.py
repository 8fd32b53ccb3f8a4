"""A year of return visits: the plan is drawn up from the programmes and approved by a lead who did not draw
it up; changes during the year are versions of it; the report follows once the year is over."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Final, Self

from rongcuo.casework.case import Case, given
from rongcuo.casework.holding import Holding, next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.recusal import Parties
from rongcuo.casework.transitions import Guard, Transitions
from rongcuo.contracts.actor import Role
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    YearFigure,
    YearMoved,
    YearPlan,
    YearReport,
    YearVisit,
)
from rongcuo.contracts.followup import YearState as State
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import HeldBy
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from services.followup.domain.year import letters

KIND: Final = "visit_year"


class YearVerb(StrEnum):
    """What happens to it."""

    DRAW_UP = "draw_up_year_plan"
    APPROVE = "approve_year_plan"
    REPORT = "draw_up_year_report"
    APPROVE_REPORT = "approve_year_report"


TABLE: Mapping[tuple[State, YearVerb], State] = {
    (State.PLAN_DRAFT, YearVerb.DRAW_UP): State.PLAN_DRAFT,
    (State.PLAN_DRAFT, YearVerb.APPROVE): State.IN_FORCE,
    (State.IN_FORCE, YearVerb.DRAW_UP): State.PLAN_DRAFT,
    (State.IN_FORCE, YearVerb.REPORT): State.REPORT_DRAFT,
    (State.REPORT_DRAFT, YearVerb.REPORT): State.REPORT_DRAFT,
    (State.REPORT_DRAFT, YearVerb.APPROVE_REPORT): State.REPORTED,
}


def year_is_not_over(year: "VisitYear", occasion: Occasion) -> None:
    """What is over is not planned."""
    if year.is_over(occasion):
        raise CaseError("followup.year_over")


def year_is_over(year: "VisitYear", occasion: Occasion) -> None:
    """Before its end nothing is reported."""
    if not year.is_over(occasion):
        raise CaseError("followup.year_not_over")


def actor_leads(_: "VisitYear", occasion: Occasion) -> None:
    """负责人批准."""
    if not occasion.actor.has(Role.LEAD):
        raise CaseError("followup.lead_wanted")


def actor_did_not_draw_it_up(year: "VisitYear", occasion: Occasion) -> None:
    """Two people see each plan and each report."""
    newest = year.report if year.state is State.REPORT_DRAFT else year.plans[-1]
    if newest is not None and newest.written_by_id == occasion.actor.officer_id:
        raise CaseError("followup.own_year_draft")


GUARDS: Mapping[YearVerb, tuple[Guard, ...]] = {
    YearVerb.DRAW_UP: (year_is_not_over,),
    YearVerb.APPROVE: (actor_leads, actor_did_not_draw_it_up),
    YearVerb.REPORT: (year_is_over,),
    YearVerb.APPROVE_REPORT: (actor_leads, actor_did_not_draw_it_up),
}
ENDED: Final = frozenset({State.REPORTED})
TRANSITIONS: Final = Transitions(TABLE, "followup.move_not_allowed", GUARDS)
HELD: Final[Mapping[State, Holding]] = {
    **dict.fromkeys((State.PLAN_DRAFT, State.IN_FORCE, State.REPORT_DRAFT), HeldBy.DECISION),
    State.REPORTED: HeldBy.NOBODY}


@dataclass(kw_only=True)
class VisitYear(Case):
    """`plans`: the versions, oldest first; the last may wait for its approval."""

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    endings: ClassVar = ENDED
    party: ClassVar = Reader.ORGAN

    year: int
    plans: tuple[YearPlan, ...] = ()
    report: YearReport | None = None
    state: State = State.PLAN_DRAFT
    stage: str = State.PLAN_DRAFT.value
    decided_at: datetime | None = None

    @classmethod
    def begin(cls, case_id: str, year: int, organ_id: str, division_code: str,
              lines: tuple[YearVisit, ...], occasion: Occasion) -> Self:
        """With the first version of its plan."""
        number = f"回访年度〔{year}〕"
        begun = cls(
            id=case_id, number=number, title="回访教育年度计划和报告", organ_id=organ_id,
            division_code=division_code, pack_id=occasion.pack.id, year=year,
            clock=DeadlineClock(occasion.now, occasion.pack.followup.year_approved_within),
            opened_at=occasion.now, since=occasion.now, due_at=occasion.now)
        begun.draw_up(lines, "", occasion)
        return begun

    @property
    def parties(self) -> Parties:
        """It is about nobody."""
        return Parties.of(())

    @property
    def in_force(self) -> YearPlan | None:
        """The last version that was approved."""
        return next((each for each in reversed(self.plans) if each.approved_by), None)

    def is_over(self, occasion: Occasion) -> bool:
        """By the local day."""
        return occasion.now.astimezone(ZONE).date() > date(self.year, 12, 31)

    def draw_up(self, lines: tuple[YearVisit, ...], why: str, occasion: Occasion) -> None:
        """A draft takes the place of a draft; after an approval it is a further version, and says why."""
        self.require(YearVerb.DRAW_UP, occasion)
        changes = self.in_force is not None
        said = given(why, Reader.ORGAN) if changes else why.strip()
        approved = tuple(each for each in self.plans if each.approved_by)
        plan = YearPlan(version=len(approved) + 1, lines=lines, why=said, at=occasion.now,
                        written_by_id=occasion.actor.officer_id, written_by=occasion.actor.name)
        self.plans = (*approved, plan)
        self._wait(YearVerb.DRAW_UP, occasion, said)

    def approve(self, occasion: Occasion) -> None:
        """It is in force, in place of the version before."""
        self.require(YearVerb.APPROVE, occasion)
        plan = replace(self.plans[-1], approved_by=occasion.actor.name, approved_at=occasion.now)
        self.plans = (*self.plans[:-1], plan)
        self.turn(YearVerb.APPROVE, occasion)
        self.record(letters.plan_approved(self, plan, occasion))

    def draw_up_report(self, figures: tuple[YearFigure, ...], words: str, occasion: Occasion) -> None:
        """After the year's end."""
        self.require(YearVerb.REPORT, occasion)
        self.report = YearReport(
            figures=figures, words=given(words, Reader.ORGAN), at=occasion.now,
            written_by_id=occasion.actor.officer_id, written_by=occasion.actor.name)
        self._wait(YearVerb.REPORT, occasion)

    def approve_report(self, occasion: Occasion) -> None:
        """The year is done with."""
        self.require(YearVerb.APPROVE_REPORT, occasion)
        if self.report is not None:
            self.report = replace(self.report, approved_by=occasion.actor.name, approved_at=occasion.now)
            self.decided_at = occasion.now
            self.turn(YearVerb.APPROVE_REPORT, occasion)
            self.record(letters.report_approved(self, self.report, occasion))

    def standing(self) -> Standing:
        """A task of the organ's leads: to approve, and in January to report."""
        return Standing(
            kind=KIND, matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.stage,
            holders=next_to_act(self), provisional=self.provisional, ended=self.ended, due_at=self.due_at)

    def tell(self, what: str, occasion: Occasion, _: str = "", *concerns: str) -> None:
        self.record(YearMoved(standing=self.standing(), what=str(what), concerns=concerns,
                              actor_id=occasion.actor.officer_id, at=occasion.now))

    def _wait(self, verb: YearVerb, occasion: Occasion, note: str = "") -> None:
        """For its approval, within the days of the pack."""
        self.turn(verb, occasion, note,
                  DeadlineClock(occasion.now, occasion.pack.followup.year_approved_within))
        self.tell(verb, occasion)

    def _enter(self, state: State, occasion: Occasion) -> None:
        super()._enter(state, occasion)
        self.stage = state.value

    def _derive_due(self, occasion: Occasion) -> None:
        """In force, until the end of the January in which it is reported."""
        super()._derive_due(occasion)
        if self.state is State.IN_FORCE:
            self.due_at = datetime.combine(
                date(self.year + 1, 1, 31), occasion.pack.office_hours.close, ZONE)
            self.provisional = False
