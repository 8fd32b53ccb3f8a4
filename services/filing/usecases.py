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
from services.filing.asking import with_uploads
from services.filing.domain import Filing, Verb
from services.filing.ports import Filings
from services.filing.presenters import receipt_of, view_of

AT_ONCE = 100  # filings that one tick lets expire; the next tick goes on


def draft(context: ExecutionContext[Filings], command: DraftFiling) -> FilingView:
    content = with_uploads(context, command.content)
    with context.unit() as unit:
        filing = _begun(context)
        filing.revise(content, _pack_today(context, filing), context.now)
        unit.audit("filing.drafted", filing.id)
        return unit.commit(filing, answer=view_of(filing, context.actor))


def revise(context: ExecutionContext[Filings], command: ReviseFiling) -> FilingView:
    content = with_uploads(context, command.content, command.filing_id)
    with context.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(context.actor, Verb.REVISE, filing)
        filing.revise(content, _pack_today(context, filing), context.now)
        unit.audit("filing.revised", filing.id)
        return unit.commit(filing, answer=view_of(filing, context.actor))


def discard(context: ExecutionContext[Filings], command: DiscardDraft) -> FilingView:
    with context.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(context.actor, Verb.DISCARD, filing)
        filing.discard(context.actor, context.now)
        unit.audit("filing.discarded", filing.id)
        return unit.commit(filing, answer=view_of(filing, context.actor))


def submit(context: ExecutionContext[Filings], command: SubmitFiling) -> Receipt:
    given = command.content and with_uploads(context, command.content, command.filing_id)
    with context.unit() as unit:
        filing = unit.store.get(command.filing_id) if command.filing_id else _begun(context)
        access.require(context.actor, Verb.SUBMIT, filing)
        content, pack = given or filing.content, _pack_today(context, filing)
        filing.submit(content, pack, _calendar(context, filing), unit.store.next_number, context.actor,
                      context.now)
        unit.store.require_new(filing, filing.matter_keys(context.actor.units))
        return unit.commit(filing, answer=receipt_of(filing, context.rules))


def supplement(context: ExecutionContext[Filings], command: SupplementFiling) -> Receipt:
    content = with_uploads(context, command.content, command.filing_id)
    with context.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(context.actor, Verb.SUPPLEMENT, filing)
        pack, calendar = _own_pack(context, filing), _calendar(context, filing)
        filing.supplement(content, command.note, pack, calendar, context.actor, context.now)
        unit.store.require_new(filing, filing.matter_keys(context.actor.units))
        return unit.commit(filing, answer=receipt_of(filing, context.rules))


def withdraw(context: ExecutionContext[Filings], command: WithdrawFiling) -> FilingView:
    with context.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(context.actor, Verb.WITHDRAW, filing)
        filing.withdraw(command.reason, context.actor, context.now)
        return unit.commit(filing, answer=view_of(filing, context.actor))


def object_to_refusal(context: ExecutionContext[Filings], command: ObjectToRefusal) -> FilingView:
    with context.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(context.actor, Verb.OBJECT, filing)
        filing.object(command.grounds, context.actor, context.now)
        unit.store.require_new(filing, filing.matter_keys(context.actor.units))
        return unit.commit(filing, answer=view_of(filing, context.actor))


def whitelist(context: ExecutionContext[Filings], command: WhitelistFiling) -> FilingView:
    with context.unit() as unit:
        filing = unit.store.get(command.filing_id)
        access.require(context.actor, Verb.WHITELIST, filing)
        filing.whitelist(command.listed, command.reason, context.actor, context.now)
        return unit.commit(filing, answer=view_of(filing, context.actor))


def take_supplement_request(context: ExecutionContext[Filings], request: SupplementRequested) -> None:
    with context.unit() as unit:
        filing = unit.store.get(request.case_id)
        filing.ask_for_supplement(request)
        unit.commit(filing)


def take_acceptance(context: ExecutionContext[Filings], decision: ReviewAccepted) -> None:
    with context.unit() as unit:
        filing = unit.store.get(decision.case_id)
        filing.accept(decision, _own_pack(context, filing), unit.store.next_number)
        unit.commit(filing)


def take_refusal(context: ExecutionContext[Filings], decision: ReviewDeclined) -> None:
    with context.unit() as unit:
        filing = unit.store.get(decision.case_id)
        filing.decline(decision)
        unit.commit(filing)


def take_objection_decision(context: ExecutionContext[Filings], decision: ObjectionDecided) -> None:
    with context.unit() as unit:
        filing = unit.store.get(decision.case_id)
        filing.answer_objection(decision, _own_pack(context, filing))
        unit.commit(filing)


def take_due_day(context: ExecutionContext[Filings],
                 told: DeadlineMoved | ReviewResumed | VerificationStarted | ObjectionOpened) -> None:
    with context.unit() as unit:
        filing = unit.store.get(told.case_id)
        filing.move_review_day(told.due_at, told.provisional)
        unit.commit(filing)


def take_recusal(context: ExecutionContext[Filings], told: ReviewerRecused) -> None:
    with context.unit() as unit:
        filing = unit.store.get(told.case_id)
        filing.recuse(told.officer_id)
        unit.commit(filing)


def take_handing_up(context: ExecutionContext[Filings], told: ReviewHandedUp) -> None:
    with context.unit() as unit:
        filing = unit.store.get(told.case_id)
        filing.hand_up(told)
        unit.commit(filing)


def take_determination(context: ExecutionContext[Filings],
                       decision: DeterminationMade | DeterminationRevoked) -> None:
    """What a case found about the filings that it rests on."""
    numbers = decision.filing_numbers if isinstance(decision, DeterminationMade) else ()
    with context.unit() as unit:
        concerned = unit.store.numbered(numbers, decision.standing.number)
        for filing in concerned:
            filing.heed(decision)
        unit.commit(*concerned)


def expire_due(context: ExecutionContext[Filings]) -> None:
    """Let filings expire whose last valid day is over. Every replica calls this; each claims its own rows."""
    with context.unit() as unit:
        run_out = unit.store.claim_run_out(before=context.now.date(), most=AT_ONCE)
        for filing in run_out:
            filing.expire(context.now)
        unit.commit(*run_out)


def _begun(context: ExecutionContext[Filings]) -> Filing:
    access.require_filer(context.actor)
    return Filing.begin(context.new_id(), context.actor, context.now)


def _pack_today(context: ExecutionContext[Filings], filing: Filing) -> Pack:
    return context.rules.pack(filing.division_code, on=context.now.date())


def _own_pack(context: ExecutionContext[Filings], filing: Filing) -> Pack:
    """A filing is run by the pack it was submitted under, whatever has come into force since."""
    return context.rules.pack_by_id(filing.pack_id)


def _calendar(context: ExecutionContext[Filings], filing: Filing) -> Calendar:
    return context.rules.calendar(filing.division_code)
