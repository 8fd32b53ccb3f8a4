"""What review does: fetch, tell, commit."""

from collections.abc import Callable
from typing import TypeVar

from rongcuo.casework import calendars
from rongcuo.casework.asking import Officers, colleagues_asked, officer_asked
from rongcuo.casework.case import Case
from rongcuo.casework.leaving import (
    needs_the_organ_above,
    settle_dismissal,
    settle_unit_names,
    stranded,
    way_up,
)
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.casework.ports import OfCase
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.filing import FilingObjected, FilingSubmitted, FilingSupplemented, FilingWithdrawn
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    CaseView,
    DeclineFiling,
    ExtendReview,
    FormVerificationTeam,
    HandReviewUp,
    RecuseReviewer,
    ReportVerification,
    RequestSupplement,
    ResumeReview,
    SuspendReview,
    TakeUpFiling,
    UpholdRefusal,
)
from services.review import access
from services.review.domain import Holder, Occasion, ReviewCase, Verb
from services.review.ports import Cases
from services.review.presenters import view_of

C = TypeVar("C", bound=OfCase)
E = TypeVar("E", bound=FilingSupplemented | FilingObjected | FilingWithdrawn)
Step = Callable[[ExecutionContext[Cases], C], CaseView]     # a use case
Heard = Callable[[ExecutionContext[Cases], E], None]        # likewise
KINDS: tuple[calendars.Choose, ...] = (lambda store: store, lambda store: store.checks)


def open_filing_review(context: ExecutionContext[Cases], filing: FilingSubmitted) -> None:
    """A filing was submitted: its case begins."""
    with context.unit() as unit:
        occasion = Occasion.at(context, filing.pack_id, filing.division_code)
        unit.commit(ReviewCase.open(filing, occasion))


def _heard(act: Callable[[ReviewCase, E, Occasion], None]) -> Heard[E]:
    """The use case that has a case take note of what became of its filing."""
    def take(context: ExecutionContext[Cases], event: E) -> None:
        with context.unit() as unit:
            case = unit.store.get(event.filing_id)
            act(case, event, _occasion(context, case))
            unit.commit(case)
    return take


take_supplement: Heard[FilingSupplemented] = _heard(ReviewCase.take_supplement)
take_objection: Heard[FilingObjected] = _heard(ReviewCase.object)
close: Heard[FilingWithdrawn] = _heard(lambda case, withdrawal, occasion: (
    case.close(withdrawal.reason, withdrawal.withdrawn_at, occasion)))


def assign(context: ExecutionContext[Cases], command: AssignReview) -> CaseView:
    """Give a case to a reviewer, or take it."""
    officer = officer_asked(context, command.officer_id)
    with context.unit() as unit:
        case = unit.store.get(command.case_id)
        access.require_about(context.actor, Verb.ASSIGN, case, command.officer_id)
        occasion = _occasion(context, case)
        case.assign(officer, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def recuse(context: ExecutionContext[Cases], command: RecuseReviewer) -> CaseView:
    """Step back, or, as a lead, order it. Where nobody is left, the organ above has the case."""
    officer = Holder.of(officer_asked(context, command.officer_id))
    colleagues = colleagues_asked(context)
    with context.unit() as unit:
        case = unit.store.get(command.case_id)
        access.require_about(context.actor, Verb.RECUSE, case, command.officer_id)
        occasion = _occasion(context, case)
        case.recuse(officer, command.ground, command.reason, occasion)
        if needs_the_organ_above(case, colleagues):
            case.hand_up(NOBODY_LEFT, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def _step(verb: Verb, act: Callable[[ReviewCase, C, Occasion], None]) -> Step[C]:
    """The use case of a verb for which nothing is asked of others before."""
    def step(context: ExecutionContext[Cases], command: C) -> CaseView:
        with context.unit() as unit:
            case = unit.store.get(command.case_id)
            access.require(context.actor, verb, case)
            occasion = _occasion(context, case)
            act(case, command, occasion)
            return unit.commit(case, answer=view_of(case, occasion))
    return step


accept: Step[AcceptFiling] = _step(Verb.ACCEPT, lambda case, command, occasion: (
    case.accept(command.opinion, occasion.knowing(command.acknowledged), command.watch)))
request_supplement: Step[RequestSupplement] = _step(Verb.REQUEST_SUPPLEMENT, lambda case, command, occasion: (
    case.request_supplement(command.needed, occasion)))
decline: Step[DeclineFiling] = _step(Verb.DECLINE, lambda case, command, occasion: (
    case.decline(command.reasons, occasion.knowing(command.acknowledged), command.no_file_class)))
take_up: Step[TakeUpFiling] = _step(Verb.TAKE_UP, lambda case, command, occasion: (
    case.take_up(command.reasons, occasion)))
uphold: Step[UpholdRefusal] = _step(Verb.UPHOLD, lambda case, command, occasion: (
    case.uphold(command.reasons, occasion)))
report_verification: Step[ReportVerification] = _step(
    Verb.REPORT_VERIFICATION, lambda case, command, occasion: case.report_verification(
        command.findings, command.confirmed, occasion.knowing(command.acknowledged)))
suspend: Step[SuspendReview] = _step(Verb.SUSPEND, lambda case, command, occasion: (
    case.suspend(command.reason, occasion)))
resume: Step[ResumeReview] = _step(Verb.RESUME, lambda case, _, occasion: case.resume(occasion))
extend: Step[ExtendReview] = _step(Verb.EXTEND, lambda case, command, occasion: (
    case.extend(command.reason, occasion)))
hand_up: Step[HandReviewUp] = _step(Verb.HAND_UP, lambda case, command, occasion: (
    case.hand_up(command.reason, occasion)))


def form_team(context: ExecutionContext[Cases], command: FormVerificationTeam) -> CaseView:
    """Name the verification team."""
    officers = tuple(officer_asked(context, officer_id) for officer_id in dict.fromkeys(command.officer_ids))
    with context.unit() as unit:
        case = unit.store.get(command.case_id)
        access.require(context.actor, Verb.FORM_TEAM, case)
        occasion = _occasion(context, case)
        case.form_team(officers, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def take_dismissal(context: ExecutionContext[Cases], event: OfficerDismissed) -> None:
    """Of an officer who may hold cases."""
    settle_dismissal(context, event, _settle)


def take_unit_names(context: ExecutionContext[Cases], event: UnitNamed) -> None:
    """Of a unit whose people may hold cases."""
    settle_unit_names(context, event, _settle)


def follow_calendars(context: ExecutionContext[Cases]) -> None:
    """A new calendar edition moves the dates of what is open."""
    calendars.follow_calendars(context, *KINDS)


def _occasion(context: ExecutionContext[Cases], case: Case) -> Occasion:
    return Occasion.at(context, case.pack_id, case.division_code)


def _settle(context: ExecutionContext[Cases], organ_id: str, officers: Officers, gone: str) -> None:
    """Without anybody `gone`, nobody's cases are given back."""
    with context.reading() as store:
        found = [(choose, each) for choose in KINDS for each in sorted({
            *choose(store).with_officer(gone), *stranded(choose(store).open_of(organ_id), officers)})]
    with context.unit() as unit:
        cases = [choose(unit.store).get(each) for choose, each in found]
        for case in cases:
            occasion = _occasion(context, case)
            case.leave(gone, occasion)
            for _ in way_up(case, officers):
                case.hand_up(NOBODY_LEFT, occasion)
        unit.commit(*(each for each in cases if each.happened))
