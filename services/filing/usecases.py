"""What can be done with filings: fetch, tell, commit."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import DeterminationMade, DeterminationRevoked
from rongcuo.contracts.filing import (
    DiscardDraft,
    DraftFiling,
    FilingView,
    ObjectToRefusal,
    Receipt,
    ReviseFiling,
    SubmitFiling,
    SupplementFiling,
    WhitelistFiling,
    WithdrawFiling,
)
from rongcuo.contracts.review import (
    DeadlineMoved,
    ObjectionDecided,
    ObjectionOpened,
    ReviewAccepted,
    ReviewDeclined,
    ReviewerRecused,
    ReviewHandedUp,
    ReviewResumed,
    SupplementRequested,
    VerificationStarted,
)
from rongcuo.policy.calendar import Calendar
from rongcuo.policy.pack import Pack
from services.filing import access
from services.filing.answers import receipt_of, view_of
from services.filing.asking import with_uploads
from services.filing.domain import Filing, Verb
from services.filing.ports import Filings

AT_ONCE = 100  # filings that one tick lets expire; the next tick goes on


def draft(desk: ExecutionContext[Filings], command: DraftFiling) -> FilingView:
    content = with_uploads(desk, command.content)
    with desk.unit() as unit:
        filing = _begun(desk)
        filing.revise(content, _pack_today(desk, filing), desk.now)
        unit.note("filing.drafted", filing.id)
        return unit.commit(filing, answer=view_of(filing, desk.actor))


def revise(desk: ExecutionContext[Filings], command: ReviseFiling) -> FilingView:
    content = with_uploads(desk, command.content, command.filing_id)
    with desk.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(desk.actor, Verb.REVISE, filing)
        filing.revise(content, _pack_today(desk, filing), desk.now)
        unit.note("filing.revised", filing.id)
        return unit.commit(filing, answer=view_of(filing, desk.actor))


def discard(desk: ExecutionContext[Filings], command: DiscardDraft) -> FilingView:
    with desk.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(desk.actor, Verb.DISCARD, filing)
        filing.discard(desk.actor, desk.now)
        unit.note("filing.discarded", filing.id)
        return unit.commit(filing, answer=view_of(filing, desk.actor))


def submit(desk: ExecutionContext[Filings], command: SubmitFiling) -> Receipt:
    given = command.content and with_uploads(desk, command.content, command.filing_id)
    with desk.unit() as unit:
        filing = unit.store.get(command.filing_id) if command.filing_id else _begun(desk)
        access.require(desk.actor, Verb.SUBMIT, filing)
        content, pack = given or filing.content, _pack_today(desk, filing)
        filing.submit(content, pack, _calendar(desk, filing), unit.store.next_number, desk.actor, desk.now)
        unit.store.require_new(filing, filing.matter_keys(desk.actor.units))
        return unit.commit(filing, answer=receipt_of(filing, desk.rules))


def supplement(desk: ExecutionContext[Filings], command: SupplementFiling) -> Receipt:
    content = with_uploads(desk, command.content, command.filing_id)
    with desk.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(desk.actor, Verb.SUPPLEMENT, filing)
        pack, calendar = _own_pack(desk, filing), _calendar(desk, filing)
        filing.supplement(content, command.note, pack, calendar, desk.actor, desk.now)
        unit.store.require_new(filing, filing.matter_keys(desk.actor.units))
        return unit.commit(filing, answer=receipt_of(filing, desk.rules))


def withdraw(desk: ExecutionContext[Filings], command: WithdrawFiling) -> FilingView:
    with desk.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(desk.actor, Verb.WITHDRAW, filing)
        filing.withdraw(command.reason, desk.actor, desk.now)
        return unit.commit(filing, answer=view_of(filing, desk.actor))


def object_to_refusal(desk: ExecutionContext[Filings], command: ObjectToRefusal) -> FilingView:
    with desk.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(desk.actor, Verb.OBJECT, filing)
        filing.object(command.grounds, desk.actor, desk.now)
        unit.store.require_new(filing, filing.matter_keys(desk.actor.units))
        return unit.commit(filing, answer=view_of(filing, desk.actor))


def whitelist(desk: ExecutionContext[Filings], command: WhitelistFiling) -> FilingView:
    with desk.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(desk.actor, Verb.WHITELIST, filing)
        filing.whitelist(command.listed, command.reason, desk.actor, desk.now)
        return unit.commit(filing, answer=view_of(filing, desk.actor))


def take_supplement_request(desk: ExecutionContext[Filings], request: SupplementRequested) -> None:
    with desk.unit() as unit:
        filing = unit.store.get(request.case_id)
        filing.ask_for_supplement(request)
        unit.commit(filing)


def take_acceptance(desk: ExecutionContext[Filings], decision: ReviewAccepted) -> None:
    with desk.unit() as unit:
        filing = unit.store.get(decision.case_id)
        filing.accept(decision, _own_pack(desk, filing), unit.store.next_number)
        unit.commit(filing)


def take_refusal(desk: ExecutionContext[Filings], decision: ReviewDeclined) -> None:
    with desk.unit() as unit:
        filing = unit.store.get(decision.case_id)
        filing.decline(decision)
        unit.commit(filing)


def take_objection_decision(desk: ExecutionContext[Filings], decision: ObjectionDecided) -> None:
    with desk.unit() as unit:
        filing = unit.store.get(decision.case_id)
        filing.answer_objection(decision, _own_pack(desk, filing))
        unit.commit(filing)


def take_due_day(desk: ExecutionContext[Filings],
                 told: DeadlineMoved | ReviewResumed | VerificationStarted | ObjectionOpened) -> None:
    with desk.unit() as unit:
        filing = unit.store.get(told.case_id)
        filing.move_review_day(told.due_at, told.provisional)
        unit.commit(filing)


def take_recusal(desk: ExecutionContext[Filings], told: ReviewerRecused) -> None:
    with desk.unit() as unit:
        filing = unit.store.get(told.case_id)
        filing.recuse(told.officer_id)
        unit.commit(filing)


def take_handing_up(desk: ExecutionContext[Filings], told: ReviewHandedUp) -> None:
    with desk.unit() as unit:
        filing = unit.store.get(told.case_id)
        filing.hand_up(told)
        unit.commit(filing)


def take_determination(desk: ExecutionContext[Filings],
                       decision: DeterminationMade | DeterminationRevoked) -> None:
    """What a case found about the filings that it rests on."""
    numbers = decision.filing_numbers if isinstance(decision, DeterminationMade) else ()
    with desk.unit() as unit:
        concerned = unit.store.numbered(numbers, decision.standing.number)
        for filing in concerned:
            filing.heed(decision)
        unit.commit(*concerned)


def expire_due(desk: ExecutionContext[Filings]) -> None:
    """Let filings expire whose last valid day is over. Every replica calls this; each claims its own rows."""
    with desk.unit() as unit:
        run_out = unit.store.claim_run_out(before=desk.now.date(), most=AT_ONCE)
        for filing in run_out:
            filing.expire(desk.now)
        unit.commit(*run_out)


def _begun(desk: ExecutionContext[Filings]) -> Filing:
    access.require_filer(desk.actor)
    return Filing.begin(desk.new_id(), desk.actor, desk.now)


def _pack_today(desk: ExecutionContext[Filings], filing: Filing) -> Pack:
    return desk.rules.pack(filing.division_code, on=desk.now.date())


def _own_pack(desk: ExecutionContext[Filings], filing: Filing) -> Pack:
    """A filing is run by the pack it was submitted under, whatever has come into force since."""
    return desk.rules.pack_by_id(filing.pack_id)


def _calendar(desk: ExecutionContext[Filings], filing: Filing) -> Calendar:
    return desk.rules.calendar(filing.division_code)
