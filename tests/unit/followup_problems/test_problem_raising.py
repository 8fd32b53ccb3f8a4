"""How problems are raised by what others tell: each source raises one, and nobody has to think of it."""

from dataclasses import replace
from typing import Any

import pytest

from rongcuo.casework.apart import name_keys
from rongcuo.contracts import clarify, filing
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import ConcernedKind, Retrospective, RetrospectiveView
from rongcuo.contracts.clarify.operations import RETROSPECTIVE
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import Deviation, FilingRetrospective, OversightView
from rongcuo.contracts.filing.oversight.operations import OVERSIGHT
from rongcuo.contracts.followup import (
    ProblemQuery,
    ProblemRaised,
    ProblemSourceKind,
    ProblemsQuery,
)
from services.followup.usecases import opening, raising
from services.followup.views import problems as views
from tests.unit.followup import test_usecases as beside
from tests.unit.followup.desk import Desk
from tests.unit.followup.scene import (
    DIVISION,
    KIN,
    LEAD,
    NOW,
    ORGAN,
    TODAY,
    UNIT,
    WANG,
    WATCH,
    WEN,
    ZHAO,
)
from tests.unit.followup_problems.scene import SITUATION


def page(desk: Desk, actor: Actor = LEAD, tab: str = "raised", **filters: str) -> Any:
    return views.page(desk.sit(actor), ProblemsQuery(tab=tab, **filters))


def look(desk: Desk, case_id: str, actor: Actor = LEAD) -> Any:
    return views.problem(desk.sit(actor), ProblemQuery(case_id=case_id))


def raise_by_decision(desk: Desk, case_id: str = "d1", outcome: Outcome = Outcome.LIGHTEN) -> None:
    made = replace(beside.made(outcome, case_id), situation=SITUATION)
    opening.take_determination(desk.sit(SYSTEM), made, raising.after_determination)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_decision_raises_one_problem_however_often_it_is_told(desk: Desk, outcome: Outcome):
    for _ in range(2):
        raise_by_decision(desk, outcome=outcome)
    [line] = page(desk).lines
    assert (line.unit, line.situation, line.source) == (UNIT, SITUATION, "determination")
    assert [type(each) for each in desk.told].count(ProblemRaised) == 1
    assert look(desk, line.case_id).sources[0].number == "容认〔2026〕2号"


def test_a_clearing_raises_one_of_the_unit(desk: Desk):
    for kind in (ConcernedKind.PERSON, ConcernedKind.PERSON):
        opening.take_clearing(desk.sit(SYSTEM), beside.archived(kind), raising.after_clearing)
    [line] = page(desk).lines
    assert (line.unit, line.source) == (UNIT, "clarification")


def test_whom_a_source_is_kept_from_does_not_see_what_was_raised(desk: Desk):
    made = beside.made(Outcome.DENIED)
    barred = tuple(name_keys(ZHAO.name))
    opening.take_determination(desk.sit(SYSTEM), replace(
        made, standing=replace(made.standing, keys_apart=barred)), raising.after_determination)
    asking = (WANG, LEAD, WATCH, ZHAO, KIN, WEN)
    assert [len(page(desk, actor).lines) for actor in asking] == [1, 1, 1, 0, 0, 0]
    [line] = page(desk).lines
    for actor in (ZHAO, KIN, WEN):
        with pytest.raises(CaseError, match="not_found"):
            look(desk, line.case_id, actor)


class Told(Desk):
    """Clarify and filing tell what was learned there."""

    learned: Any = None
    oversight: Any = None

    def ask(self, operation: Any, question: Any) -> Any:
        if operation in (RETROSPECTIVE, OVERSIGHT):
            assert not self.inside
            return self.learned if operation is RETROSPECTIVE else self.oversight
        return super().ask(operation, question)


def test_each_weak_point_of_a_reports_retrospective_is_a_problem(desk: Desk):
    there = Told(store=desk.store)
    there.learned = RetrospectiveView(
        report_id="r1", number="信〔2026〕1号", organ_id=ORGAN, division_code=DIVISION,
        retrospective=Retrospective(learned="要补短板", rule_gaps="没有先用后报的规定",
                                    power_risks="写记录的人某某一人说了算", by_name="写记录的人", at=NOW))
    event = clarify.RetrospectiveWritten(standing=replace(beside.standing("r1"), kind="report"), at=NOW)
    for _ in range(2):
        raising.take_retrospective(there.sit(SYSTEM), event)
    sources = [look(there, line.case_id).sources[0] for line in page(there).lines]
    assert sorted(each.words for each in sources) == ["", "没有先用后报的规定"]
    assert {each.kind for each in sources} == {ProblemSourceKind.RETROSPECTIVE}


def test_each_deviation_and_weak_point_of_an_oversight_is_a_problem_whichever_event_is_heard(desk: Desk):
    there = Told(store=desk.store)
    noted = {"by_id": "wang", "by_name": "王某某", "at": NOW}
    there.oversight = OversightView(
        oversight_id="o1", filing_id="f1", number="532323-2026-000001", title="某项目", organ_id=ORGAN,
        division_code=DIVISION, unit=UNIT, filer_id="wen", filer_name="温小波", pack_id="p", planned=True,
        state=filing.OversightState.RUNNING, phase=filing.MatterPhase.DURING, valid_until=TODAY,
        opened_at=NOW,
        deviations=(Deviation(number=1, what="超出面积", on=TODAY, reported=True, guide_by=TODAY, **noted),
                    Deviation(number=2, what="温小波改了用途", on=TODAY, reported=True, guide_by=TODAY,
                              **noted)),
        retrospectives=(FilingRetrospective(held_on=TODAY, learned="学到", oversight_gaps="没有人复核",
                                            **noted),))
    stands = replace(beside.standing("o1"), kind="oversight")
    quiet = filing.OversightMoved(standing=stands, filing_id="f1", what="report_progress", actor_id="wen",
                                  at=NOW)
    raising.take_oversight(there.sit(SYSTEM), quiet)
    assert page(there).lines == ()
    for event in (filing.BoundsLeft(standing=stands, filing_id="f1", deviation=1, on=TODAY, at=NOW),
                  filing.FilingRetrospectiveHeld(standing=stands, filing_id="f1", at=NOW)):
        raising.take_oversight(there.sit(SYSTEM), event)
    seen = {(each.source, look(there, each.case_id).sources[0].words) for each in page(there).lines}
    assert seen == {("deviation", "超出面积"), ("deviation", ""), ("retrospective", "没有人复核")}
