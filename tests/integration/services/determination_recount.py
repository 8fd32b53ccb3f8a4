"""What determination has in its own ledger and rows, counted from the outside."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from rongcuo.chassis.triggers import Query, Tick
from rongcuo.contracts import determination
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.events import Event
from rongcuo.contracts.insight import Code
from rongcuo.policy.calendar import ZONE
from tests.integration.services.followup_recount import Counts, Lines
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.meeting import scene as meetings

COUNTED = tuple(each.type_name() for each in (
    determination.DeterminationOpened, determination.DeterminationMade, determination.DeterminationRevoked,
    determination.FeedbackGiven, determination.RecordFiled, determination.MinutesConcluded,
    determination.AppealLodged, determination.AppealDecided))


def revoked() -> Any:
    case = scene.decided()
    case.revoke("事实有误", scene.by(scene.LEAD))
    return case


def upheld(outcome: Outcome = Outcome.LIGHTEN) -> tuple[Any, Any]:
    """Of what was decided as light."""
    appeal, case = scene.heard()
    scene.agreed(appeal, outcome, scene.TERMS, case, scene.by(scene.PANEL[0]))
    return appeal, case


def changed() -> tuple[Any, Any]:
    return upheld(Outcome.MITIGATE)


def played(context: Any) -> None:
    """Each outcome, one that was revoked, three appeals of which one changed something, and a meeting."""
    with context(Tick()).unit() as unit:
        unit.commit(*_several(), meetings.signed(meetings.MadeUpCase()))


def _several() -> Iterator[Any]:
    """Each case under an id of its own; an appeal with the case that it is about."""
    alone = (scene.concluded, scene.denied, scene.opened, revoked,
             partial(scene.decided, Outcome.EXEMPT), partial(scene.decided, Outcome.MITIGATE))
    for number, make in enumerate((*alone, scene.appealed, upheld, changed), start=1):
        made: Any = make()
        *appeals, case = made if isinstance(made, tuple) else (made,)
        for each, mark in ((case, "d"), *((appeal, "a") for appeal in appeals)):
            each.id, each.number = f"{mark}{number}", f"{each.number}-{number}"
            each.happened = [(version, _about(event, each.id)) for version, event in each.happened]
        for appeal in appeals:
            appeal.case_id = case.id
        yield from (case, *appeals)


def _about(event: Event, case_id: str) -> Event:
    told: Any = event
    if hasattr(told, "standing"):
        return replace(told, standing=replace(told.standing, matter_id=case_id))
    return replace(told, case_id=case_id)


def recounted(context: Any, lines: Lines) -> Counts:
    """Of whom there are lines says the ledger; where and when, and what holds now, their rows."""
    counts: Counts = Counter()
    with context(Query(), SYSTEM).reading() as store:
        for kind, code in (
                (determination.DeterminationOpened, Code.OPENED),
                (determination.DeterminationMade, Code.IN_DETERMINATION),
                (determination.FeedbackGiven, Code.IN_FEEDBACK),
                (determination.RecordFiled, Code.IN_RECORD)):
            for subject in lines(kind):
                case = store.determinations.read(subject)
                counts[_in(case, case.opened_at, code)] += 1
        for subject in lines(determination.DeterminationMade):
            case = store.determinations.read(subject)
            if case.current:
                counts[_in(case, case.current.decided_at, Code(case.current.outcome.value))] += 1
        for subject in lines(determination.AppealLodged):
            appeal = store.appeals.read(subject)
            counts[_in(appeal, appeal.opened_at, Code.APPEALS)] += 1
        for subject in lines(determination.AppealDecided):
            appeal = store.appeals.read(subject)
            counts[_in(appeal, appeal.decided_at, Code.CHANGED)] += not appeal.upheld
        for subject in lines(determination.MinutesConcluded):
            meeting = store.meetings.read(subject)
            counts[_in(meeting, meeting.met_at, Code.MEETINGS)] += 1
    return counts


def _in(case: Any, at: datetime, code: Code) -> tuple[str, str, str]:
    return case.organ_id, f"{at.astimezone(ZONE):%Y}", str(code)
