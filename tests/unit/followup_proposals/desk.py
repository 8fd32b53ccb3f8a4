"""The service's use cases on a database, with the people of the scene."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rongcuo.contracts import followup as contract
from rongcuo.contracts.followup import ProposalText
from services.followup.domain.proposal import Proposal
from services.followup.usecases import proposals
from tests.unit.followup import desk
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.scene import HEAD, TEXT, WANG, ZHAO
from tests.unit.review.scene import view


@dataclass
class Desk(desk.Desk):
    """Everybody of the scene is known."""

    officers: tuple[Any, ...] = tuple(map(view, scene.EVERYBODY))
    now: datetime = scene.START

    def one(self, case_id: str) -> Proposal:
        found: Proposal = self.store.proposals.read(case_id)
        return found


@contextmanager
def opened() -> Iterator[Desk]:
    """At an empty database."""
    with desk.opened() as there:
        yield Desk(store=there.store)


def approved(at: Desk, content: ProposalText = TEXT) -> str:
    """Drafted by 王, reviewed by 赵, approved by the head; its id."""
    case_id: str = at.give(WANG, proposals.draft, contract.DraftProposal, content=content).case_id
    at.give(ZHAO, proposals.review, contract.ReviewProposal, case_id, opinion="同意")
    at.give(HEAD, proposals.approve, contract.ApproveProposal, case_id)
    return case_id


def delivered(at: Desk, content: ProposalText = TEXT) -> str:
    case_id = approved(at, content)
    at.give(WANG, proposals.deliver, contract.DeliverProposal, case_id)
    return case_id
