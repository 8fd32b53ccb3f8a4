"""What must hold before a verb of a proposal. A guard raises CaseError and changes nothing."""

from datetime import datetime
from typing import Protocol

from rongcuo.casework.apart import is_one_of
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    ProposalEvaluation,
    ProposalMark,
    ProposalReceipt,
    ProposalText,
)
from rongcuo.contracts.followup import ProposalState as State
from rongcuo.contracts.unit_names import unit_key
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.limit import add_months


class Asked(Protocol):
    """A `Proposal`, which knows them itself."""

    organ_id: str
    state: State
    content: ProposalText
    drafters: tuple[Holder, ...]
    reviewers: tuple[Holder, ...]
    delivered_at: datetime | None
    receipt: ProposalReceipt | None
    reply_clock: DeadlineClock | None
    extended_days: int
    evaluations: tuple[ProposalEvaluation, ...]
    returned: bool
    closed_at: datetime | None

    @property
    def holders(self) -> frozenset[str]: ...

    def require_free(self, officer_id: str, units: frozenset[str]) -> None: ...


def is_addressed_to(proposal: Asked, actor: Actor) -> bool:
    """Whether somebody is of the addressee's unit, once it was delivered. It is one unit by whichever of its
    names, also after it was renamed or merged."""
    to = proposal.content.addressee
    return (proposal.delivered_at is not None and bool(actor.organ_id) and actor.organ_id == to.organ_id
            and unit_key(to.unit) in actor.units)


def actor_leads(proposal: Asked, occasion: Occasion) -> None:
    """A lead of the organ."""
    actor = occasion.actor
    if not actor.has(Role.LEAD) or actor.organ_id != proposal.organ_id:
        raise CaseError("followup.lead_wanted", details={"organ_id": proposal.organ_id})


def actor_did_not_write_it(proposal: Asked, occasion: Occasion) -> None:
    """By whichever account."""
    if is_one_of(occasion.actor, proposal.drafters):
        raise CaseError("followup.own_draft")


def actor_did_not_review_it(proposal: Asked, occasion: Occasion) -> None:
    """Nor an earlier wording of it."""
    if is_one_of(occasion.actor, proposal.reviewers):
        raise CaseError("followup.own_review")


def addressee_or_handler(proposal: Asked, occasion: Occasion) -> None:
    """The unit itself, or who holds it and was handed its paper."""
    actor = occasion.actor
    if is_addressed_to(proposal, actor):
        return
    proposal.require_free(actor.officer_id, actor.units)
    if actor.officer_id not in proposal.holders:
        raise CaseError("review.not_assigned")


def is_not_signed_for(proposal: Asked, _: Occasion) -> None:
    """Once."""
    if proposal.receipt is not None:
        raise CaseError("followup.signed_for_already")


def is_signed_for_or_by_account(proposal: Asked, occasion: Occasion) -> None:
    """Whoever takes it up by their account signs for it with that."""
    if proposal.receipt is None and not is_addressed_to(proposal, occasion.actor):
        raise CaseError("followup.not_signed_for")


def extension_remains(proposal: Asked, occasion: Occasion) -> None:
    """Once, and before the day has passed: an extension cures no lateness."""
    if proposal.extended_days:
        raise CaseError("followup.extended_already")
    if answer_is_late(proposal, occasion):
        raise CaseError("followup.extended_too_late")


def evaluated_as_passed(proposal: Asked, _: Occasion) -> None:
    """合格 or 基本合格."""
    if _last_mark(proposal) is ProposalMark.FAILED:
        raise CaseError("followup.rectification_failed")


def evaluated_as_failed(proposal: Asked, _: Occasion) -> None:
    """不合格."""
    if _last_mark(proposal) is not ProposalMark.FAILED:
        raise CaseError("followup.rectification_passed")


def not_returned_before(proposal: Asked, _: Occasion) -> None:
    """Once: after that its superior is asked."""
    if proposal.returned:
        raise CaseError("followup.returned_already")


def may_be_referred(proposal: Asked, occasion: Occasion) -> None:
    """Not put right after a return, or not answered by its day."""
    if proposal.state is State.EVALUATED:
        evaluated_as_failed(proposal, occasion)
        if not proposal.returned:
            raise CaseError("followup.not_returned_yet")
    elif not answer_is_late(proposal, occasion):
        raise CaseError("followup.answer_not_late")


def soon_enough_to_recur(proposal: Asked, occasion: Occasion) -> None:
    """What comes back later than the pack says is a problem of its own."""
    if not recurs_on(proposal, occasion):
        raise CaseError("followup.recurred_too_late")


def recurs_on(proposal: Asked, occasion: Occasion) -> bool:
    """Whether the same problem is a recurrence today."""
    if proposal.closed_at is None:
        return False
    last = add_months(proposal.closed_at.astimezone(ZONE).date(),
                      occasion.pack.proposals.recurs_within.amount)
    return occasion.now.astimezone(ZONE).date() <= last


def answer_is_late(proposal: Asked, occasion: Occasion) -> bool:
    """Whether its day is over."""
    return proposal.reply_clock is not None and occasion.is_late(proposal.reply_clock)


def _last_mark(proposal: Asked) -> ProposalMark | None:
    return proposal.evaluations[-1].mark if proposal.evaluations else None
