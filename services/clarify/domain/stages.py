"""How a case of a procedure enters its next stage, each of which has a limit of its own."""

from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from rongcuo.casework.case import Case
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.pack import Stage
from services.clarify.domain.apart import Apart


def lead_on(case: Case, verb: Any, occasion: Occasion, note: str = "",
            started: datetime | None = None) -> None:
    """Into the state to which the verb leads, which is a stage of the pack; its clock starts when the case
    came there first, or when it says, and stands still where the case is over. What goes to and fro is
    late, too."""
    stopped = case.clock if case.clock.stopped else case.clock.stop(occasion.now)
    case.late = case.late or (not case.ended and occasion.is_late(stopped))
    state = case.transitions.after(case.state, verb)
    case.stage = state.value
    over = state in case.endings
    since = started or first_entered(case, state) or occasion.now
    clock = stopped if over else DeadlineClock(since, case.rule(occasion).limit)
    case.turn(verb, occasion, note, clock)


def first_entered(case: Case, wanted: Any) -> datetime | None:
    """When a case came into a state first, as its history has it; None where it was never there, or where the
    history does not lead to where the case is."""
    state, found = next(each.default for each in fields(case) if each.name == "state"), None
    for entry in case.history:
        found = entry.at if state is wanted and found is None else found
        if case.transitions.allow(state, entry.what):
            after = case.transitions.after(state, entry.what)
            found = entry.at if after is wanted and found is None else found
            state = after
    return found if state is case.state else None


class Passed(NamedTuple):
    """A stage that was left: after how many working days, the first not counted, and whether too late."""

    stage: str
    days: int
    late: bool


def left(case: Case, occasion: Occasion) -> tuple[Passed, ...]:
    """The stage that a case leaves now; of one that is over, none."""
    if case.clock.stopped:
        return ()
    since, today = case.clock.started.astimezone(ZONE).date(), local_day(occasion)
    days = sum(occasion.calendar.is_workday(since + timedelta(days=each))
               for each in range(1, (today - since).days + 1))
    return (Passed(case.stage, days, occasion.is_late(case.clock.stop(occasion.now))),)


def begun(stage: Stage, occasion: Occasion) -> dict[str, Any]:
    """What every case has when it begins: the clock of its first stage, the day that follows from it, and the
    pack that runs it."""
    clock = DeadlineClock(occasion.now, stage.limit)
    due = occasion.due(clock)
    return {"clock": clock, "opened_at": occasion.now, "since": occasion.now, "pack_id": occasion.pack.id,
            "due_at": due.at, "provisional": due.provisional, "edition": due.edition}


def standing_of(case: Case, kind: str, holders: tuple[str, ...], apart: Apart,
                subject_id: str = "") -> Standing:
    """Where a case stands, as its events tell it. None of those apart, and none of those concerned, sees its
    inside."""
    parties = tuple(sorted(case.parties.officers))
    return Standing(
        kind=kind, matter_id=case.id, number=case.number, title=case.title, organ_id=case.organ_id,
        division_code=case.division_code, pack_id=case.pack_id, stage=case.stage, subject_id=subject_id,
        holders=holders, parties=parties, apart=tuple(sorted({*parties, *case.recused})),
        units_apart=tuple(sorted(apart.units)),
        keys_apart=tuple(sorted(case.kept_from)), provisional=case.provisional,
        suspended=case.clock.suspended, ended=case.ended, due_at=case.due_at)


def latest(occasion: Occasion, clock: DeadlineClock | None, told: date | None) -> date | None:
    """The last day of somebody's time: as it is counted now, and never earlier than they were told."""
    if clock is None:
        return None
    due = occasion.due(clock).date
    return max(due, told) if told else due


def is_over(occasion: Occasion, clock: DeadlineClock, told: date | None) -> bool:
    """Whether that day has passed."""
    return occasion.is_late(clock) and (told is None or local_day(occasion) > told)


def local_day(occasion: Occasion) -> date:
    """Today, in Asia/Shanghai."""
    return occasion.now.astimezone(ZONE).date()


def require_not_ahead(day: date, occasion: Occasion) -> None:
    """Nothing was done on a day that has not come; otherwise `clarify.day_ahead`."""
    if day > local_day(occasion):
        raise CaseError("clarify.day_ahead", details={"day": day.isoformat()})
