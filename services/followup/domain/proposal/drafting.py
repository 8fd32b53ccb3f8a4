"""Before it goes out: written, reviewed by somebody else, approved by the head, who did neither."""

from dataclasses import replace

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ProposalExtended, ProposalText, ProposalWithdrawn
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.pack import ProposalRule
from services.followup.domain.proposal import letters
from services.followup.domain.proposal.facts import Facts
from services.followup.domain.proposal.telling import days_gone, reply_by
from services.followup.domain.proposal.transitions import ProposalVerb as Verb


def settled(content: ProposalText, organ_id: str, rule: ProposalRule) -> ProposalText:
    """With what was left to the pack and to the organ's own directory. Raises where the letter would hold
    no suggestion, or give more time than there may be."""
    if not content.suggestions:
        raise CaseError("followup.suggestions_missing")
    days, most = content.reply_days or rule.replied_within.amount, rule.replied_at_longest.amount
    if days > most:
        raise CaseError("followup.answer_too_late", details={"most": most})
    to = content.addressee
    return replace(content, reply_days=days,
                   addressee=replace(to, unit=to.unit.strip(), organ_id=to.organ_id or organ_id))


def revise(proposal: Facts, content: ProposalText, occasion: Occasion) -> None:
    """Whoever words it anew has written it too."""
    proposal.require(Verb.REVISE, occasion)
    if content.kind is not proposal.content.kind:
        raise CaseError("followup.kind_is_kept")
    new = settled(content, proposal.organ_id, occasion.pack.proposals)
    author = Holder.of(occasion.actor)
    proposal.content, proposal.title, proposal.unit_now = new, new.title, new.addressee.unit
    proposal.drafters += () if author in proposal.drafters else (author,)
    proposal.step(Verb.REVISE, occasion)


def review(proposal: Facts, opinion: str, occasion: Occasion) -> None:
    """审核同意."""
    proposal.require(Verb.REVIEW, occasion)
    said, reviewer = given(opinion, Reader.ORGAN), Holder.of(occasion.actor)
    proposal.reviewers = (*(each for each in proposal.reviewers if each != reviewer), reviewer)
    proposal.step(Verb.REVIEW, occasion, said)


def send_back(proposal: Facts, reason: str, occasion: Occasion) -> None:
    """Whatever was agreed to before is to be reviewed again."""
    proposal.require(Verb.SEND_BACK, occasion)
    proposal.step(Verb.SEND_BACK, occasion, given(reason, Reader.ORGAN))


def approve(proposal: Facts, number: str, occasion: Occasion) -> None:
    """主要负责人批准. `number`: the one that it has from now on."""
    proposal.require(Verb.APPROVE, occasion)
    proposal.approver, proposal.number = Holder.of(occasion.actor), number
    proposal.step(Verb.APPROVE, occasion)


def deliver(proposal: Facts, occasion: Occasion) -> None:
    """送达: the days run from this one."""
    proposal.require(Verb.DELIVER, occasion)
    rule = occasion.pack.proposals
    proposal.delivered_at = occasion.now
    limit = replace(rule.replied_within, amount=proposal.content.reply_days)
    proposal.reply_clock = DeadlineClock(occasion.now, limit)
    proposal.told_days = days_gone(proposal, occasion)
    proposal.advance(Verb.DELIVER, occasion)
    proposal.record(letters.delivered(proposal, occasion))


def extend(proposal: Facts, days: int, reason: str, occasion: Occasion) -> None:
    """Once, and never beyond what the pack says."""
    proposal.require(Verb.EXTEND, occasion)
    most = occasion.pack.proposals.replied_at_longest.amount - proposal.content.reply_days
    if proposal.reply_clock is None or not 1 <= days <= most:
        raise CaseError("followup.extension_too_long", details={"most": max(most, 0)})
    why = given(reason, Reader.ADDRESSEE)
    proposal.reply_clock = proposal.reply_clock.extend(occasion.now, days, why)
    proposal.extended_days = days
    proposal.told_days = days_gone(proposal, occasion)
    proposal.advance(Verb.EXTEND, occasion, why)
    proposal.record(ProposalExtended(standing=proposal.standing(), reason=why, at=occasion.now,
                                     appeal_until=reply_by(proposal, occasion)))


def withdraw(proposal: Facts, reason: str, occasion: Occasion) -> None:
    """撤回."""
    proposal.require(Verb.WITHDRAW, occasion)
    why = given(reason, Reader.ADDRESSEE)
    proposal.decided_at = occasion.now
    proposal.advance(Verb.WITHDRAW, occasion, why)
    proposal.record(ProposalWithdrawn(standing=proposal.standing(), reason=why, at=occasion.now))
