"""A proposal as its view. Pure: the use cases answer with it, and so do the queries."""

from dataclasses import replace

from rongcuo.casework.holding import held_by
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.presenters import recusal_views
from rongcuo.casework.transitions import holds
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.followup import ProposalNumber, ProposalText, ProposalView, SignedBy
from rongcuo.contracts.review import HeldBy
from services.followup.access import proposals as access
from services.followup.domain.proposal import FOLLOWING, Proposal, is_addressed_to
from services.followup.domain.proposal import ProposalVerb as Verb

TO_THE_ADDRESSEE = frozenset({
    Verb.DELIVER, Verb.SIGN_FOR, Verb.ACKNOWLEDGE, Verb.PLAN, Verb.REPLY, Verb.EXTEND, Verb.REMIND,
    Verb.TELL_OVERDUE, Verb.EVALUATE, Verb.CLOSE, Verb.RETURN, Verb.REFER, Verb.RECORD_SUPERIOR,
    Verb.LOOK_BACK, Verb.RECUR, Verb.FOUND_AGAIN, Verb.WITHDRAW, Verb.ADDRESSEE_NAMED})


def view_of(proposal: Proposal, occasion: Occasion) -> ProposalView:
    """As the asking actor may see it, with what they may do now."""
    whole = _whole(proposal, occasion)
    return whole if access.sees_inside(occasion.actor, proposal) else _of_addressee(whole, occasion.actor)


def _whole(proposal: Proposal, occasion: Occasion) -> ProposalView:
    clock, rule = proposal.reply_clock, occasion.pack.proposals
    return ProposalView(
        case_id=proposal.id, number=proposal.number, title=proposal.title, organ_id=proposal.organ_id,
        division_code=proposal.division_code, pack_id=proposal.pack_id,
        content=proposal.content, unit_now=proposal.unit_now,
        state=proposal.state, held_by=HeldBy(held_by(proposal)), tag=proposal.tag,
        to_us=is_addressed_to(proposal, occasion.actor), assignee_id=proposal.assignee_id,
        assignee_name=proposal.assignee.name if proposal.assignee else "",
        drafted_by=tuple(each.name for each in proposal.drafters),
        reviewed_by=proposal.reviewers[-1].name if proposal.reviewers else "",
        approved_by=proposal.approver.name if proposal.approver else "",
        delivered_at=proposal.delivered_at, receipt=proposal.receipt, responsible=proposal.responsible,
        reply_by=occasion.due(clock).date if clock else None, extended_days=proposal.extended_days,
        plans=proposal.plans, replies=proposal.replies, evaluations=proposal.evaluations,
        returned=proposal.returned, superior=proposal.superior, closed_at=proposal.closed_at,
        look_backs=proposal.look_backs, recurrence=proposal.recurrence, reminded_at=proposal.reminded_at,
        most_days=rule.replied_at_longest.amount, illustrative=rule.source.illustrative,
        recusals=recusal_views(proposal), late=is_late(proposal, occasion),
        due_at=None if proposal.ended else proposal.due_at, provisional=proposal.provisional,
        allowed=allowed(proposal, occasion), history=proposal.history,
        opened_at=proposal.opened_at)


def number_of(proposal: Proposal) -> ProposalNumber:
    """All that a command answers."""
    return ProposalNumber(case_id=proposal.id, number=proposal.number, tag=proposal.tag)


def allowed(proposal: Proposal, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now: by their post or their unit, and by the proposal itself."""
    return tuple(verb.value for verb in Verb if verb not in FOLLOWING
                 and access.may(occasion.actor, verb, proposal)
                 and holds(proposal.require, verb, occasion.knowing()))


def is_late(proposal: Proposal, occasion: Occasion) -> bool:
    """What is due now is not done by its day."""
    return not proposal.ended and occasion.is_late(proposal.running_clock)


def _without_code(content: ProposalText) -> ProposalText:
    return replace(content, problem_id="", problem_code="")


def _of_addressee(whole: ProposalView, reader: Actor) -> ProposalView:
    """All but what the organ said within itself: who has it in hand, drafted and reviewed it, and the
    problem's code. Whoever acts for the organ is the organ; only the head, who signs, has a name."""
    receipt = whole.receipt
    return replace(
        whole, content=_without_code(whole.content), assignee_id="", assignee_name="", drafted_by=(),
        reviewed_by="", recusals=(), receipt=replace(receipt, entered_by="") if receipt else None,
        plans=tuple(replace(each, entered_by="") for each in whole.plans),
        replies=tuple(replace(each, entered_by="") for each in whole.replies),
        evaluations=tuple(replace(each, by="") for each in whole.evaluations),
        look_backs=tuple(replace(each, by="") for each in whole.look_backs),
        recurrence=replace(whole.recurrence, by="") if whole.recurrence else None,
        history=tuple(_named(each, whole, reader) for each in whole.history
                      if each.what in TO_THE_ADDRESSEE))


def _named(entry: HistoryEntry, whole: ProposalView, reader: Actor) -> HistoryEntry:
    """By whom: one of the unit, by their account; the unit, whose paper was entered; or nobody, for the
    organ."""
    if entry.actor_id in (SYSTEM.officer_id, reader.officer_id):
        return entry
    signed = [whole.receipt.name] if whole.receipt and whole.receipt.how is SignedBy.ACCOUNT else []
    of_unit = {*signed, *(each.by for each in whole.plans if not each.entered_by),
               *(each.by for each in whole.replies if not each.entered_by)}
    if entry.what not in access.OF_THE_ADDRESSEE:
        return replace(entry, actor_id="", actor_name="")
    return entry if entry.actor_name in of_unit else replace(entry, actor_id="", actor_name=whole.unit_now)
