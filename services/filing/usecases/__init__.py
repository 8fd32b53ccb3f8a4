"""What can be done with filings: fetch, tell, commit."""

from collections.abc import Callable
from typing import TypeVar

from rongcuo.casework.ports import OfCase
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
from services.filing.domain import Filing, Verb
from services.filing.domain.oversight import Oversight
from services.filing.ports import Filings
from services.filing.presenters import receipt_of, view_of
from services.filing.usecases import changes
from services.filing.usecases.oversights import accompanying, opened
from services.filing.usecases.uploads import with_uploads

AT_ONCE = 100  # filings that one tick lets expire; the next tick goes on
E = TypeVar("E", bound=OfCase)
Heard = Callable[[ExecutionContext[Filings], E], None]      # a use case


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
        planned = accompanying(context, unit.store.oversights, filing, Oversight.require_plan) if (
            command.listed) else ()
        return unit.commit(filing, *planned, answer=view_of(filing, context.actor))


def _heard(act: Callable[[Filing, E], None]) -> Heard[E]:
    """The use case that has a filing take note of what review told of it."""
    def take(context: ExecutionContext[Filings], told: E) -> None:
        with context.unit() as unit:
            filing = unit.store.get(told.case_id)
            act(filing, told)
            unit.commit(filing)
    return take


take_supplement_request: Heard[SupplementRequested] = _heard(Filing.ask_for_supplement)
take_refusal: Heard[ReviewDeclined] = _heard(Filing.decline)
take_handing_up: Heard[ReviewHandedUp] = _heard(Filing.hand_up)
take_due_day: Heard[DeadlineMoved | ReviewResumed | VerificationStarted | ObjectionOpened] = _heard(
    lambda filing, told: filing.move_review_day(told.due_at, told.provisional))


def take_recusal(context: ExecutionContext[Filings], told: ReviewerRecused) -> None:
    """Also of what follows the acceptance."""
    with context.unit() as unit:
        filing = unit.store.get(told.case_id)
        filing.recuse(told.officer_id)
        unit.commit(filing, *accompanying(
            context, unit.store.oversights, filing,
            lambda matter, occasion: matter.recuse(told.officer_id, occasion)))


def take_acceptance(context: ExecutionContext[Filings], decision: ReviewAccepted) -> None:
    with context.unit() as unit:
        filing = unit.store.get(decision.case_id)
        before = filing.state
        filing.accept(decision, _own_pack(context, filing), unit.store.next_number)
        begun = (opened(context, filing, decision),) if filing.state is not before else ()
        unit.commit(filing, *begun)


def take_objection_decision(context: ExecutionContext[Filings], decision: ObjectionDecided) -> None:
    with context.unit() as unit:
        filing = unit.store.get(decision.case_id)
        filing.answer_objection(decision, _own_pack(context, filing))
        unit.commit(filing)


def take_determination(context: ExecutionContext[Filings],
                       decision: DeterminationMade | DeterminationRevoked) -> None:
    """What a case found about the filings that it rests on. One that applies again stands beside what was
    filed of its matter meanwhile."""
    numbers = decision.filing_numbers if isinstance(decision, DeterminationMade) else ()
    with context.unit() as unit:
        concerned = {each.id: each for each in unit.store.numbered(numbers, decision.standing.number)}
        for filing in tuple(concerned.values()):
            if filing.heed(decision) and (found := unit.store.active_twin(filing)):
                twin = concerned.setdefault(found.id, found)
                filing.stand_beside(twin, context.now)
                twin.stand_beside(filing, context.now)
        later = [matter for filing in concerned.values() for matter in accompanying(
            context, unit.store.oversights, filing,
            Oversight.stop if filing.voiding.by else Oversight.resume)]
        waiting = [each for filing in concerned.values() if filing.voiding.by
                   for each in changes.lapsed(context, unit.store.changes, filing)]
        unit.commit(*concerned.values(), *later, *waiting)


def expire_due(context: ExecutionContext[Filings]) -> None:
    """Let filings expire whose last valid day is over. Every replica calls this; each claims its own rows."""
    with context.unit() as unit:
        run_out = unit.store.claim_run_out(before=context.now.date(), most=AT_ONCE)
        for filing in run_out:
            filing.expire(context.now)
        later = [matter for filing in run_out
                 for matter in accompanying(context, unit.store.oversights, filing, Oversight.lapse)]
        waiting = [each for filing in run_out
                   for each in changes.lapsed(context, unit.store.changes, filing)]
        unit.commit(*run_out, *later, *waiting)


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
