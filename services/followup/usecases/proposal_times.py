"""What happens to proposals by itself: their days come, a post ends, the addressee is called otherwise."""

from collections.abc import Iterator
from typing import Final

from rongcuo.contracts.identity import UnitNamed
from rongcuo.policy.calendar import ZONE
from services.followup.domain.proposal import Proposal
from services.followup.ports import Kept
from services.followup.usecases.fetching import Context, occasion_of

BATCH: Final = 50     # proposals whose addressees are told in one transaction


def tell_what_is_due(context: Context) -> None:
    """Nobody has to think of it."""
    today, told = context.now.astimezone(ZONE).date(), BATCH
    while told == BATCH:
        with context.unit() as unit:
            due = unit.store.proposals.to_tell(today, BATCH)
            for proposal in due:
                proposal.tell_what_is_due(occasion_of(context, proposal))
            unit.commit(*due)
            told = len(due)


def left(context: Context, store: Kept, officer_id: str) -> Iterator[Proposal]:
    """Those that an officer held whose post has ended: they wait to be given to others of the organ."""
    for case_id in store.proposals.with_officer(officer_id) if officer_id else ():
        proposal = store.proposals.get(case_id)
        proposal.leave(officer_id, occasion_of(context, proposal))
        if proposal.happened:
            yield proposal


def named(context: Context, store: Kept, event: UnitNamed) -> Iterator[Proposal]:
    """Those addressed to a unit that is called otherwise now. Of one that was merged into another, the other
    unit's own event tells its new name."""
    if event.merged_into:
        return
    names = (*event.aliases, *event.former_names)
    for proposal in store.proposals.of_unit(event.organ_id, (event.name, *names)):
        proposal.heed_name(event.name, names, occasion_of(context, proposal))
        if proposal.happened:
            yield proposal
