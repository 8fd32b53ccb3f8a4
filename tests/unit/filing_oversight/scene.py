"""An accepted filing of Yiliang, and everybody who has something to do afterwards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from rongcuo.contracts import filing as contract
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import OversightView
from rongcuo.contracts.identity import OfficerView
from services.filing import usecases
from services.filing.domain.oversight import Oversight, oversight_id
from services.filing.presenters.oversights import view_of
from services.filing.usecases import oversights as later
from tests.unit.filing.fakes import RULES, Cabinet, FakeContext
from tests.unit.filing.people import FILER, LEAD, MAY_6, REVIEWER, YILIANG, accepted, content, officer

SECOND = officer("he", Role.REVIEWER)
DAY = timedelta(days=1)
MAY_20 = MAY_6 + 14 * DAY
STANDARDS = tuple(RULES.pack(YILIANG, on=MAY_6.date()).oversight.evaluation.standards)
PLAIN = {"situation": "emergency"}     # not on the whitelist
LEADS = (f"{YILIANG}/lead",)
WHOLE = tuple(contract.Marked(standard=each, mark=contract.Mark.MET) for each in STANDARDS)


def known(who: Actor, **changes: Any) -> OfficerView:
    return replace(OfficerView(
        officer_id=who.officer_id, username=who.officer_id, name=who.name, organ_id=who.organ_id,
        organ_name="", division_code=who.division_code, unit=who.unit, roles=tuple(who.roles)), **changes)


def refused(code: str) -> Any:
    return pytest.raises(CaseError, match=code.replace(".", r"\."))


class Scene:
    """One filing, accepted on 7 May by the reviewer, and what is done with it."""

    def __init__(self, **filed: Any) -> None:
        people = (REVIEWER, SECOND, LEAD, FILER)
        self.cabinet = Cabinet(officers={each.officer_id: known(each) for each in people})
        self.ids = (f"c{number}" for number in count(1))
        receipt = usecases.submit(self.at(FILER, MAY_6), contract.SubmitFiling(
            command_id="c", content=content(**filed)))
        self.filing_id, self.id = receipt.filing_id, oversight_id(receipt.filing_id)
        usecases.take_acceptance(self.at(SYSTEM, MAY_6 + DAY), accepted(self.filing_id, MAY_6 + DAY))

    def at(self, who: Actor = SYSTEM, now: datetime = MAY_20) -> FakeContext:
        return FakeContext(self.cabinet, now, who)

    @property
    def matter(self) -> Oversight:
        return self.cabinet.oversights[self.id]

    @property
    def told(self) -> list[Event]:
        return self.cabinet.events(self.id)

    def do(self, step: Callable[..., OversightView], command: type, who: Actor, now: datetime = MAY_20,
           **said: Any) -> OversightView:
        return step(self.at(who, now), command(command_id=next(self.ids), oversight_id=self.id, **said))

    def plan(self, *checkpoints: tuple[str, int], who: Actor = LEAD, now: datetime = MAY_20,
             supervisors: tuple[str, ...] = ("zhou", "he")) -> OversightView:
        """Each with the days from now until it is due."""
        return self.do(later.plan, contract.PlanOversight, who, now, checkpoints=tuple(
            contract.PlannedCheckpoint(code=code, due_on=now.date() + days * DAY, supervisors=supervisors)
            for code, days in checkpoints))

    def check(self, code: str = "decision", who: Actor = REVIEWER, now: datetime = MAY_20,
              **found: Any) -> OversightView:
        said = {"finding": "纪要齐全", "in_order": True} | found
        return self.do(later.check, contract.RecordCheckpoint, who, now, checkpoint=code,
                       finding=contract.NewFinding(**said))

    def progress(self, done: int, planned: int, now: datetime = MAY_20,
                 on: date | None = None) -> OversightView:
        return self.do(later.report_progress, contract.ReportProgress, FILER, now, on=on or now.date(),
                       done=done, planned=planned)

    def deviate(self, *outside: contract.Bound, who: Actor = FILER, now: datetime = MAY_20) -> OversightView:
        return self.do(later.report_deviation, contract.ReportDeviation, who, now, what="先行复工两周",
                       on=now.date(), outside=outside)

    def guide(self, number: int = 1, days: int = 10, who: Actor = REVIEWER,
              now: datetime = MAY_20) -> OversightView:
        return self.do(later.guide, contract.GiveGuidance, who, now, deviation=number, words="补办手续",
                       due_on=now.date() + days * DAY)

    def dispute(self, number: int = 1, who: Actor = FILER, now: datetime = MAY_20) -> OversightView:
        return self.do(later.dispute, contract.DisputeDeviation, who, now, deviation=number, words="没有复工")

    def answer(self, stands: bool, number: int = 1, who: Actor = LEAD,
               now: datetime = MAY_20) -> OversightView:
        return self.do(later.answer_dispute, contract.AnswerDispute, who, now, deviation=number,
                       stands=stands, words="经核实")

    def correct(self, number: int = 1, who: Actor = FILER, now: datetime = MAY_20 + DAY) -> OversightView:
        return self.do(later.correct, contract.ReportCorrection, who, now, deviation=number, words="已补办",
                       on=now.date())

    def evaluate(self, *marks: contract.Marked, who: Actor = LEAD, now: datetime = MAY_20,
                 done: bool = True) -> OversightView:
        """Where it is `done`, the filer has reported so by then."""
        if done and not any(each.done == 100 for each in self.matter.progress[-1:]):
            self.progress(100, 100, now)
        changed = {each.standard: each for each in (*WHOLE, *marks)}
        return self.do(later.evaluate, contract.EvaluateMatter, who, now, marks=tuple(changed.values()),
                       conclusion="程序完备，成效真实。")

    def outcome(self, kind: contract.OutcomeKind = contract.OutcomeKind.HOUSEHOLDS,
                unit: contract.OutcomeUnit = contract.OutcomeUnit.HOUSEHOLDS, amount: int = 364,
                who: Actor = FILER, now: datetime = MAY_20, **said: Any) -> OversightView:
        told = {"on": MAY_20.date(), "source": "交房登记"} | said
        return self.do(later.record_outcome, contract.RecordOutcome, who, now, outcome=contract.NewOutcome(
            kind=kind, unit=unit, amount=amount, **told))

    def retrospect(self, who: Actor = LEAD, now: datetime = MAY_20) -> OversightView:
        return self.do(later.retrospect, contract.HoldRetrospective, who, now, held_on=now.date(),
                       learned="资金先行托管有效")

    def close(self, *uses: contract.OutcomeUse, who: Actor = LEAD, now: datetime = MAY_20) -> OversightView:
        return self.do(later.close, contract.CloseOversight, who, now,
                       uses=uses or (contract.OutcomeUse.CASEBOOK,), words="归入案例")

    def meddle(self, who: Actor = FILER, now: datetime = MAY_20, **said: Any) -> OversightView:
        told = {"leader_name": "某领导", "on": MAY_20.date(), "what": "要求指定施工单位"} | said
        return self.do(later.register_meddling, contract.RegisterMeddling, who, now,
                       meddling=contract.NewMeddling(**told))

    def seen_by(self, who: Actor, now: datetime = MAY_20) -> OversightView:
        return view_of(self.matter, who, later.occasion_of(self.at(who, now), self.matter))
