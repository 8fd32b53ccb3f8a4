"""What happens to appeals: fetch, tell, commit. The case is always locked before its appeal."""

from collections.abc import Callable
from contextlib import suppress

from rongcuo.casework.asking import officer_asked
from rongcuo.casework.occasion import Occasion
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
from services.determination.access import appeals as access
from services.determination.domain.appeal import Appeal, AppealVerb
from services.determination.domain.determination import Determination, Verb, today
from services.determination.domain.determination.appeal_of_case import may_go_back_to
from services.determination.ports import Cases
from services.determination.presenters.appeals import appeal_view
from services.determination.usecases.asking import consent_asked, files_asked
from services.determination.usecases.dossier import fetch, occasion_of

Said = Callable[[Appeal, Determination, Occasion], None]


def lodge(context: ExecutionContext[Cases], command: LodgeAppeal) -> AppealView:
    """The subject appeals against the decision that holds."""
    files = files_asked(context, command.attachments)
    with context.unit() as unit:
        case, occasion = fetch(context, unit.store, command.case_id, Verb.LODGE_APPEAL)
        year = today(occasion).year
        number = f"容复〔{year}〕{unit.store.appeals.next_number(case.organ_id, year)}号"
        appeal = Appeal.lodge(context.new_id(), number, case, command.grounds, occasion,
                              command.handed_in_on, files)
        return unit.commit(case, appeal, answer=appeal_view(appeal, case, occasion))


def form_panel(context: ExecutionContext[Cases], command: FormAppealPanel) -> AppealView:
    """Name the panel. Of who sits on it already nothing is asked: a lead above may not see them."""
    with context.reading() as store:
        sitting = store.appeals.read(command.appeal_id).holders
    named = dict.fromkeys(command.officer_ids)
    officers = tuple(officer_asked(context, each, "appeal.not_eligible")
                     for each in named if each not in sitting)
    with context.unit() as unit:
        appeal, case, occasion = _fetch(context, unit, command.appeal_id, AppealVerb.FORM_PANEL)
        appeal.form_panel(officers, case, occasion, sitting.intersection(named))
        return unit.commit(case, appeal, answer=appeal_view(appeal, case, occasion))


def decide(context: ExecutionContext[Cases], command: DecideAppeal) -> AppealView:
    """What a member of the panel says; where more than half say so it is the decision, and a milder one
    becomes the case's in the same transaction."""
    return _speak(context, command.appeal_id, AppealVerb.DECIDE, _saying(context, command))


def sign(context: ExecutionContext[Cases], command: SignAppealOpinion) -> AppealView:
    """A member of the panel says what a colleague says."""
    return _speak(context, command.appeal_id, AppealVerb.SIGN, _signing(command))


def foresee_decision(context: ExecutionContext[Cases], command: DecideAppeal) -> AppealView:
    """As `decide`, were the others of the same opinion: for whoever reads the letter before they say so."""
    return _speak(context, command.appeal_id, AppealVerb.DECIDE, _saying(context, command), foreseen=True)


def foresee_signed(context: ExecutionContext[Cases], command: SignAppealOpinion) -> AppealView:
    """As `sign`, were the others of the same opinion."""
    return _speak(context, command.appeal_id, AppealVerb.SIGN, _signing(command), foreseen=True)


def withdraw(context: ExecutionContext[Cases], command: WithdrawAppeal) -> AppealView:
    """The subject takes it back."""
    with context.unit() as unit:
        appeal, case, occasion = _fetch(context, unit, command.appeal_id, AppealVerb.WITHDRAW)
        appeal.withdraw(command.reason, case, occasion)
        return unit.commit(case, appeal, answer=appeal_view(appeal, case, occasion))


def _saying(context: ExecutionContext[Cases], command: DecideAppeal) -> Said:
    consent = consent_asked(context, command.consent)
    return lambda appeal, case, occasion: appeal.decide(
        command.outcome, command.terms, case, occasion, consent, command.overturned)


def _signing(command: SignAppealOpinion) -> Said:
    return lambda appeal, case, occasion: appeal.sign(command.officer_id, command.digest, case, occasion)


def _speak(context: ExecutionContext[Cases], appeal_id: str, verb: AppealVerb, said: Said,
           foreseen: bool = False) -> AppealView:
    held = _holder_asked(context, appeal_id)
    with context.unit() as unit:
        appeal, case, occasion = _fetch(context, unit, appeal_id, verb)
        for officer in held:
            may_go_back_to(case, officer)
        said(appeal, case, occasion)
        if foreseen:
            appeal.foresee(case, occasion)
        return unit.commit(case, appeal, answer=appeal_view(appeal, case, occasion))


def _holder_asked(context: ExecutionContext[Cases], appeal_id: str) -> tuple[OfficerView, ...]:
    """Whoever holds the case, or did when it was concluded, as identity knows them by now. As the panel need
    not see them, without an answer the case waits to be given to somebody."""
    with context.reading() as store:
        holder_id = store.determinations.read(store.appeals.read(appeal_id).case_id).assignee_id
    with suppress(CaseError):
        return (officer_asked(context, holder_id),) if holder_id else ()
    return ()


def _fetch(context: ExecutionContext[Cases], unit: UnitOfWork[Cases], appeal_id: str,
           verb: AppealVerb) -> tuple[Appeal, Determination, Occasion]:
    case = unit.store.determinations.get(unit.store.appeals.read(appeal_id).case_id)
    appeal = unit.store.appeals.get(appeal_id)
    access.require(context.actor, verb, appeal, case)
    return appeal, case, occasion_of(context, appeal)
