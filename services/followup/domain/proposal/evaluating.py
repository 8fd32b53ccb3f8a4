"""Whether it was put right: evaluated, closed or returned once, then its superior; and looked back at."""

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import (
    Aspect,
    AspectMark,
    ProposalClosed,
    ProposalEvaluation,
    ProposalLookBack,
    ProposalMark,
    ProposalRecurred,
    ProposalRecurrence,
    ProposalReferred,
    RectificationReturned,
)
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from services.followup.domain.proposal import letters
from services.followup.domain.proposal.facts import Facts
from services.followup.domain.proposal.guards import recurs_on
from services.followup.domain.proposal.telling import days_gone, reply_by
from services.followup.domain.proposal.transitions import ProposalVerb as Verb


def evaluate(proposal: Facts, marks: tuple[AspectMark, ...], mark: ProposalMark, words: str,
             occasion: Occasion) -> None:
    """Every aspect once. What failed in one is not 合格 on the whole, and what failed in none has not
    failed."""
    proposal.require(Verb.EVALUATE, occasion)
    found = [each.aspect for each in marks]
    if sorted(found) != sorted(Aspect):
        raise CaseError("followup.aspects_not_whole")
    failed = any(each.mark is ProposalMark.FAILED for each in marks)
    if (mark is ProposalMark.PASSED and failed) or (mark is ProposalMark.FAILED and not failed):
        raise CaseError("followup.marks_disagree")
    proposal.evaluations += (ProposalEvaluation(
        marks=marks, mark=mark, words=given(words, Reader.ADDRESSEE), by=occasion.actor.name,
        at=occasion.now),)
    proposal.advance(Verb.EVALUATE, occasion)
    proposal.record(letters.evaluated(proposal, proposal.evaluations[-1], occasion))


def close(proposal: Facts, words: str, occasion: Occasion) -> None:
    """销号."""
    proposal.require(Verb.CLOSE, occasion)
    _closed(proposal, Verb.CLOSE, given(words, Reader.ADDRESSEE), occasion)


def send_again(proposal: Facts, words: str, occasion: Occasion) -> None:
    """退回重改: once, by a new day."""
    proposal.require(Verb.RETURN, occasion)
    why = given(words, Reader.ADDRESSEE)
    proposal.returned = True
    proposal.reply_clock = DeadlineClock(occasion.now, occasion.pack.proposals.returned_within)
    proposal.told_days = days_gone(proposal, occasion)
    proposal.advance(Verb.RETURN, occasion, why)
    proposal.record(RectificationReturned(standing=proposal.standing(), words=why, at=occasion.now,
                                          appeal_until=reply_by(proposal, occasion)))


def refer(proposal: Facts, superior: str, words: str, occasion: Occasion) -> None:
    """To whoever stands above the unit."""
    proposal.require(Verb.REFER, occasion)
    why = given(words, Reader.ADDRESSEE)
    proposal.superior = superior.strip()
    proposal.advance(Verb.REFER, occasion, why)
    proposal.record(ProposalReferred(standing=proposal.standing(), superior=proposal.superior, words=why,
                                     at=occasion.now))


def record_superior(proposal: Facts, words: str, attachments: tuple[AttachmentRef, ...],
                    occasion: Occasion) -> None:
    """On paper: the superior has no part in the platform."""
    proposal.require(Verb.RECORD_SUPERIOR, occasion)
    proposal.entering(attachments, occasion)
    _closed(proposal, Verb.RECORD_SUPERIOR, given(words, Reader.ADDRESSEE), occasion)


def look_back(proposal: Facts, words: str, attachments: tuple[AttachmentRef, ...],
              occasion: Occasion) -> None:
    """回头看, and the problem has not come back."""
    proposal.require(Verb.LOOK_BACK, occasion)
    proposal.look_backs += (ProposalLookBack(words=given(words, Reader.ADDRESSEE), by=occasion.actor.name,
                                     attachments=attachments, at=occasion.now),)
    proposal.step(Verb.LOOK_BACK, occasion)


def recur(proposal: Facts, words: str, occasion: Occasion) -> None:
    """Somebody has found it again."""
    proposal.require(Verb.RECUR, occasion)
    _recurred(proposal, Verb.RECUR, ProposalRecurrence(
        words=given(words, Reader.ADDRESSEE), by=occasion.actor.name, at=occasion.now), occasion)


def heed_later(proposal: Facts, number: str, occasion: Occasion) -> None:
    """A later proposal to the same unit is about the same problem; nothing where that came too late."""
    if not recurs_on(proposal, occasion):
        return
    proposal.require(Verb.FOUND_AGAIN, occasion)
    _recurred(proposal, Verb.FOUND_AGAIN,
              ProposalRecurrence(number=number, by=occasion.actor.name, at=occasion.now), occasion)


def _closed(proposal: Facts, verb: Verb, words: str, occasion: Occasion) -> None:
    proposal.closed_at = proposal.decided_at = occasion.now
    proposal.advance(verb, occasion, words)
    proposal.record(ProposalClosed(standing=proposal.standing(), problem_id=proposal.content.problem_id,
                                   words=words, at=occasion.now))


def _recurred(proposal: Facts, verb: Verb, recurrence: ProposalRecurrence, occasion: Occasion) -> None:
    proposal.recurrence = recurrence
    proposal.advance(verb, occasion, recurrence.number)
    proposal.record(ProposalRecurred(
        standing=proposal.standing(), problem_id=proposal.content.problem_id,
        problem_code=proposal.content.problem_code, later_number=recurrence.number, at=occasion.now))
