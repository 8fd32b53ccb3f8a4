"""What is told of a problem; the subject of an event is the problem. None says what it is about."""

from datetime import datetime
from typing import ClassVar

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.followup.problem.enums import ProblemSourceKind, WeakPoint

WAITING = "followup.problem_waiting"     # said to whoever has the task that begins


@event("followup", "problem_raised")
class ProblemRaised(CaseMoved):
    """Something happened that may show one; or somebody saw one."""

    holders_told = "followup.problem_raised"
    seen_from: ProblemSourceKind = chosen()
    source_id: str = ""
    at: datetime = moment()


@event("followup", "problem_moved")
class ProblemMoved(CaseMoved):
    """A step. `what` is its verb; `concerns`: officers it is about."""

    holders_told = WAITING
    steps_told: ClassVar = {
        "plan_measure": "followup.measure_planned", "report_measure": "followup.measure_reported",
        "return_measure": "followup.measure_returned", "repeal_rule": "followup.rule_repealed",
        "recur": "followup.problem_recurred"}
    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("followup", "rule_entered")
class RuleEntered(CaseMoved):
    """制度规范 came of a problem."""

    holders_told = WAITING
    rule: int
    weak_point: WeakPoint | None = chosen(default=None)
    situation: str = ""
    at: datetime = moment()


@event("followup", "problem_closed")
class ProblemClosed(CaseMoved):
    """销号. `measures`, `rules`: how many were carried out, and are in force."""

    weak_point: WeakPoint | None = chosen(default=None)
    measures: int
    rules: int
    at: datetime = moment()
