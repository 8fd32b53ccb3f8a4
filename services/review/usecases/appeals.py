"""What happens to appeals: fetch, tell, commit. The case is always locked before its appeal."""

from collections.abc import Callable
from contextlib import suppress

from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.determination import (
    AppealView,
    DecideAppeal,
    FormAppealPanel,
    LodgeAppeal,
    SignAppealOpinion,
    WithdrawAppeal,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from services.review.access import appeals as access
from services.review.answers.appeals import appeal_view
from services.review.domain import Occasion
from services.review.domain.appeal import Appeal, AppealVerb
from services.review.domain.determination import Determination, Verb, today
from services.review.ports import Cases
from services.review.usecases.asking import consent_asked, files_asked, officer_asked
from services.review.usecases.dossier import fetch, occasion_of

Said = Callable[[Appeal, Determination, Occasion], None]


def lodge(desk: ExecutionContext[Cases], command: LodgeAppeal) -> AppealView:
    """The subject appeals against the decision that holds."""
    files = files_asked(desk, command.attachments)
    with desk.unit() as unit:
        case, occasion = fetch(desk, unit.store, command.case_id, Verb.LODGE_APPEAL)
        year = today(occasion).year
        number = f"容复〔{year}〕{unit.store.appeals.next_number(case.organ_id, year)}号"
        appeal = Appeal.lodge(desk.new_id(), number, case, command.grounds, occasion,
                              command.handed_in_on, files)
        return unit.commit(case, appeal, answer=appeal_view(appeal, case, occasion))


def form_panel(desk: ExecutionContext[Cases], command: FormAppealPanel) -> AppealView:
    """Name the panel. Of who sits on it already nothing is asked: a lead above may not see them."""
    with desk.reading() as store:
        sitting = store.appeals.read(command.appeal_id).holders
    named = dict.fromkeys(command.officer_ids)
    officers = tuple(officer_asked(desk, each, "appeal.not_eligible")
                     for each in named if each not in sitting)
    with desk.unit() as unit:
        appeal, case, occasion = _fetch(desk, unit, command.appeal_id, AppealVerb.FORM_PANEL)
        appeal.form_panel(officers, case, occasion, sitting.intersection(named))
        return unit.commit(case, appeal, answer=appeal_view(appeal, case, occasion))


def decide(desk: ExecutionContext[Cases], command: DecideAppeal) -> AppealView:
    """What a member of the panel says; where more than half say so it is the decision, and a milder one
    becomes the case's in the same transaction."""
    return _speak(desk, command.appeal_id, AppealVerb.DECIDE, _saying(desk, command))


def sign(desk: ExecutionContext[Cases], command: SignAppealOpinion) -> AppealView:
    """A member of the panel says what a colleague says."""
    return _speak(desk, command.appeal_id, AppealVerb.SIGN, _signing(command))


def foresee_decision(desk: ExecutionContext[Cases], command: DecideAppeal) -> AppealView:
    """As `decide`, were the others of the same opinion: for whoever reads the letter before they say so."""
    return _speak(desk, command.appeal_id, AppealVerb.DECIDE, _saying(desk, command), foreseen=True)


def foresee_signed(desk: ExecutionContext[Cases], command: SignAppealOpinion) -> AppealView:
    """As `sign`, were the others of the same opinion."""
    return _speak(desk, command.appeal_id, AppealVerb.SIGN, _signing(command), foreseen=True)


def withdraw(desk: ExecutionContext[Cases], command: WithdrawAppeal) -> AppealView:
    """The subject takes it back."""
    with desk.unit() as unit:
        appeal, case, occasion = _fetch(desk, unit, command.appeal_id, AppealVerb.WITHDRAW)
        appeal.withdraw(command.reason, case, occasion)
        return unit.commit(case, appeal, answer=appeal_view(appeal, case, occasion))


def _saying(desk: ExecutionContext[Cases], command: DecideAppeal) -> Said:
    consent = consent_asked(desk, command.consent)
    return lambda appeal, case, occasion: appeal.decide(
        command.outcome, command.terms, case, occasion, consent, command.overturned)


def _signing(command: SignAppealOpinion) -> Said:
    return lambda appeal, case, occasion: appeal.sign(command.officer_id, command.digest, case, occasion)


def _speak(desk: ExecutionContext[Cases], appeal_id: str, verb: AppealVerb, said: Said,
           foreseen: bool = False) -> AppealView:
    held = _holder_asked(desk, appeal_id)
    with desk.unit() as unit:
        appeal, case, occasion = _fetch(desk, unit, appeal_id, verb)
        for officer in held:
            case.may_go_back_to(officer)
        said(appeal, case, occasion)
        if foreseen:
            appeal.foresee(case, occasion)
        return unit.commit(case, appeal, answer=appeal_view(appeal, case, occasion))


def _holder_asked(desk: ExecutionContext[Cases], appeal_id: str) -> tuple[OfficerView, ...]:
    """Whoever holds the case, or did when it was concluded, as identity knows them by now. As the panel need
    not see them, without an answer the case waits to be given to somebody."""
    with desk.reading() as store:
        holder_id = store.determinations.read(store.appeals.read(appeal_id).case_id).assignee_id
    with suppress(CaseError):
        return (officer_asked(desk, holder_id),) if holder_id else ()
    return ()


def _fetch(desk: ExecutionContext[Cases], unit: UnitOfWork[Cases], appeal_id: str,
           verb: AppealVerb) -> tuple[Appeal, Determination, Occasion]:
    case = unit.store.determinations.get(unit.store.appeals.read(appeal_id).case_id)
    appeal = unit.store.appeals.get(appeal_id)
    access.require(desk.actor, verb, appeal, case)
    return appeal, case, occasion_of(desk, appeal)
