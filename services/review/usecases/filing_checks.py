"""Filings are checked, where a report may be about the same matter."""

from rongcuo.casework.asking import colleagues_asked, officer_asked
from rongcuo.casework.leaving import needs_the_organ_above
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.casework.people import Holder
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import ReportMoved, ReportPassedUp, ShieldJudged
from rongcuo.contracts.review import (
    AssignFilingCheck,
    ConcludeFilingCheck,
    FilingCheckNumber,
    FilingCheckState,
    RecuseFromFilingCheck,
)
from rongcuo.policy.calendar import ZONE
from services.review.access import filing_checks as access
from services.review.domain import CheckVerb, FilingCheck, Occasion
from services.review.ports import Cases
from services.review.presenters import check_number

Context = ExecutionContext[Cases]


def hear_judgement(context: Context, event: ShieldJudged) -> None:
    """Where it is the same matter, the filing is checked; once for a report, however often it is judged. Who
    filed is asked of its review."""
    asks = event.standing
    with context.unit() as unit:
        here = unit.store.checks.of_filing(asks.matter_id, event.filing_id)
        if here is not None and here.state is not FilingCheckState.SET_ASIDE:
            here.judged_again(event, _occasion(context, here))
            unit.commit(here)
        elif event.same_matter:
            occasion = Occasion.at(context, asks.pack_id, asks.division_code)
            year = context.now.astimezone(ZONE).year
            number = f"备核〔{year}〕{unit.store.checks.next_number(asks.organ_id, year)}号"
            filed = unit.store.read(event.filing_id)
            unit.commit(FilingCheck.open(context.new_id(), number, event, filed, occasion))
        else:
            unit.commit()


def hear_report(context: Context, event: ReportMoved | ReportPassedUp) -> None:
    """Whom it is kept from by now; and what was passed up, the level above judges anew."""
    with context.unit() as unit:
        checks = unit.store.checks.of_report(event.standing.matter_id)
        for check in checks:
            occasion = _occasion(context, check)
            if isinstance(event, ReportMoved):
                check.heed(event.standing, occasion)
            else:
                check.set_aside(occasion)
        unit.commit(*(check for check in checks if check.happened))


def assign(context: Context, command: AssignFilingCheck) -> FilingCheckNumber:
    """Give it to a reviewer, or take it."""
    officer = officer_asked(context, command.officer_id)
    with context.unit() as unit:
        check = unit.store.checks.get(command.check_id)
        access.require_about(context.actor, CheckVerb.ASSIGN, check, command.officer_id)
        check.assign(officer, _occasion(context, check))
        return unit.commit(check, answer=check_number(check))


def recuse(context: Context, command: RecuseFromFilingCheck) -> FilingCheckNumber:
    """Step back, or, as a lead, order it. Where nobody is left, the organ above has it."""
    officer = Holder.of(officer_asked(context, command.officer_id))
    colleagues = colleagues_asked(context)
    with context.unit() as unit:
        check = unit.store.checks.get(command.check_id)
        access.require_about(context.actor, CheckVerb.RECUSE, check, command.officer_id)
        occasion = _occasion(context, check)
        check.recuse(officer, command.ground, command.reason, occasion)
        if needs_the_organ_above(check, colleagues):
            check.hand_up(NOBODY_LEFT, occasion)
        return unit.commit(check, answer=check_number(check))


def conclude(context: Context, command: ConcludeFilingCheck) -> FilingCheckNumber:
    """The faults that were found, or that it holds."""
    with context.unit() as unit:
        check = unit.store.checks.get(command.check_id)
        access.require(context.actor, CheckVerb.CONCLUDE, check)
        check.conclude(command.faults, command.words, _occasion(context, check))
        return unit.commit(check, answer=check_number(check))


def _occasion(context: Context, check: FilingCheck) -> Occasion:
    return Occasion.at(context, check.pack_id, check.division_code)
