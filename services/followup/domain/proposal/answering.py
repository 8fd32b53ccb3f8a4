"""What the addressee does, by an account of its own or on paper that the handler enters for it."""

from datetime import date

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import (
    ProposalReceipt,
    ProposalReplied,
    ProposalReply,
    RectificationMeasure,
    RectificationPlan,
    RepliedRule,
    SignedBy,
)
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from services.followup.domain.proposal.facts import Facts
from services.followup.domain.proposal.transitions import ProposalVerb as Verb


def sign_for(proposal: Facts, name: str, on: date | None, attachments: tuple[AttachmentRef, ...],
             occasion: Occasion) -> None:
    """签收: by whoever signs in, today; on paper by whoever signed it, on that day."""
    proposal.require(Verb.SIGN_FOR, occasion)
    entered_by = proposal.entering(attachments, occasion)
    proposal.receipt = _on_paper(proposal, name, on, entered_by, attachments, occasion) if entered_by else (
        _by_account(occasion))
    proposal.step(Verb.SIGN_FOR, occasion, proposal.receipt.name)


def acknowledge(proposal: Facts, responsible: str, attachments: tuple[AttachmentRef, ...],
                occasion: Occasion) -> None:
    """认领. Who takes it up by their account, and nobody signed for it yet, has signed with that."""
    proposal.require(Verb.ACKNOWLEDGE, occasion)
    proposal.entering(attachments, occasion)
    proposal.receipt = proposal.receipt or _by_account(occasion)
    proposal.responsible = responsible.strip()
    proposal.step(Verb.ACKNOWLEDGE, occasion, proposal.responsible)


def plan(proposal: Facts, measures: tuple[RectificationMeasure, ...],
         attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> None:
    """整改方案: every suggestion has a measure. Another one is another revision; those before it stay."""
    proposal.require(Verb.PLAN, occasion)
    entered_by = proposal.entering(attachments, occasion)
    places = set(range(1, len(proposal.content.suggestions) + 1))
    named = {each.suggestion for each in measures}
    if strange := sorted(named - places):
        raise CaseError("followup.no_such_suggestion", details={"suggestion": strange[0]})
    if left := sorted(places - named):
        raise CaseError("followup.suggestion_without_measure", details={"suggestions": left})
    proposal.plans += (RectificationPlan(
        measures=measures, by=_by(proposal, entered_by, occasion), entered_by=entered_by,
        attachments=attachments, at=occasion.now),)
    proposal.step(Verb.PLAN, occasion)


def reply(proposal: Facts, words: str, rules: tuple[RepliedRule, ...],
          attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> None:
    """What was done, and the rules that were changed for it."""
    proposal.require(Verb.REPLY, occasion)
    entered_by = proposal.entering(attachments, occasion)
    today = occasion.now.astimezone(ZONE).date()
    if ahead := next((each for each in rules if each.on > today), None):
        raise CaseError("followup.rule_not_in_force", details={"title": ahead.title})
    proposal.replies += (ProposalReply(
        words=given(words, Reader.CASEWORKERS), rules=rules, by=_by(proposal, entered_by, occasion),
        entered_by=entered_by, attachments=attachments, at=occasion.now),)
    proposal.advance(Verb.REPLY, occasion)
    proposal.record(ProposalReplied(
        standing=proposal.standing(), problem_id=proposal.content.problem_id,
        rules=tuple(each.title for each in rules), at=occasion.now))


def _on_paper(proposal: Facts, name: str, on: date | None, entered_by: str,
              attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> ProposalReceipt:
    if not name.strip() or on is None:
        raise CaseError("followup.receipt_incomplete")
    first = proposal.delivered_at.astimezone(ZONE).date() if proposal.delivered_at else on
    if not first <= on <= occasion.now.astimezone(ZONE).date():
        raise CaseError("followup.receipt_day_wrong", details={"day": on.isoformat()})
    return ProposalReceipt(name=name.strip(), on=on, how=SignedBy.PAPER, entered_by=entered_by,
                   attachments=attachments)


def _by_account(occasion: Occasion) -> ProposalReceipt:
    return ProposalReceipt(name=occasion.actor.name, on=occasion.now.astimezone(ZONE).date(),
                           how=SignedBy.ACCOUNT)


def _by(proposal: Facts, entered_by: str, occasion: Occasion) -> str:
    """Who says it: a person who signed in, or the unit by its paper."""
    return proposal.unit_now if entered_by else occasion.actor.name
