"""An accepted filing of Yiliang, and a change of it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from rongcuo.contracts import filing as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import ChangeContent, ChangeView, FilingView
from services.filing import presenters
from services.filing.domain import Filing
from services.filing.domain.change import FilingChange
from services.filing.presenters.changes import view_of
from services.filing.usecases import changes
from tests.unit.filing.people import FILER, LEAD, REVIEWER, officer
from tests.unit.filing_oversight.scene import DAY, MAY_20, Scene

OTHER_LEAD = officer("xu", Role.LEAD)
JUNE_1 = datetime.combine(date(2026, 6, 1), MAY_20.timetz())     # a Monday
WIDER = ChangeContent(scope="三栋续建，另加地下车库防水", act_until=date(2027, 3, 31), reasons="发现渗水")


class Changing(Scene):
    """One filing, accepted on 7 May; acts from 20 May to 31 December 2026."""

    @property
    def filing(self) -> Filing:
        return self.cabinet.filings[self.filing_id]

    def change(self, number: int = 1) -> FilingChange:
        return self.cabinet.changes[f"{self.filing_id}.c{number}"]

    def told_of(self, number: int = 1) -> list[Event]:
        return self.cabinet.events(f"{self.filing_id}.c{number}")

    def propose(self, what: ChangeContent = WIDER, who: Actor = FILER, now: datetime = JUNE_1) -> ChangeView:
        return changes.propose(self.at(who, now), contract.ProposeChange(
            command_id=next(self.ids), filing_id=self.filing_id, content=what))

    def step(self, use_case: Callable[..., ChangeView], command: type, who: Actor, now: datetime = JUNE_1,
             number: int = 1, **said: Any) -> ChangeView:
        return use_case(self.at(who, now), command(
            command_id=next(self.ids), change_id=f"{self.filing_id}.c{number}", **said))

    def take(self, who: Actor = REVIEWER, now: datetime = JUNE_1, number: int = 1) -> ChangeView:
        return self.step(changes.take, contract.TakeChange, who, now, number)

    def step_back(self, who: Actor = REVIEWER, now: datetime = JUNE_1, number: int = 1) -> ChangeView:
        return self.step(changes.step_back, contract.StepBackFromChange, who, now, number, reason="亲属")

    def approve(self, who: Actor = REVIEWER, now: datetime = JUNE_1, number: int = 1) -> ChangeView:
        return self.step(changes.approve, contract.ApproveChange, who, now, number, opinion="情况属实")

    def decline(self, who: Actor = REVIEWER, now: datetime = JUNE_1, number: int = 1) -> ChangeView:
        return self.step(changes.decline, contract.DeclineChange, who, now, number, reasons="另行立项")

    def withdraw(self, who: Actor = FILER, now: datetime = JUNE_1, number: int = 1) -> ChangeView:
        return self.step(changes.withdraw, contract.WithdrawChange, who, now, number, reason="不做了")

    def object(self, who: Actor = FILER, now: datetime = JUNE_1, number: int = 1) -> ChangeView:
        return self.step(changes.object_to, contract.ObjectToDeclinedChange, who, now, number,
                         grounds="同属一个项目")

    def answer_objection(self, approved: bool, who: Actor = LEAD, now: datetime = JUNE_1,
                         number: int = 1) -> ChangeView:
        return self.step(changes.answer_objection, contract.AnswerChangeObjection, who, now, number,
                         approved=approved, reasons="核对过")

    def approved(self, what: ChangeContent = WIDER, now: datetime = JUNE_1, number: int = 1) -> None:
        self.propose(what, now=now)
        self.take(now=now, number=number)
        self.approve(now=now, number=number)

    def seen(self, who: Actor = FILER, now: datetime = JUNE_1, number: int = 1) -> ChangeView:
        change = self.change(number)
        return view_of(change, who, changes.occasion_of(self.at(who, now), change))

    def page(self, who: Actor = FILER) -> FilingView:
        return presenters.view_of(self.filing, who)


def refusal(act: Callable[[], object]) -> str:
    """Its code; empty where it was done."""
    try:
        act()
    except CaseError as error:
        return error.code
    return ""


__all__ = ["DAY", "JUNE_1", "MAY_20", "OTHER_LEAD", "WIDER", "Changing", "refusal"]
