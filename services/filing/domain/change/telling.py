"""Where a change stands, as its events tell it."""

from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.filing import ChangeState, Supervisor
from rongcuo.policy.clock import DeadlineClock
from services.filing.domain.change.transitions import PENDING

KIND, REVIEW, OBJECTION = "filing_change", "change_review", "change_objection"


class Facts(Protocol):
    """Whose it is, and who has it."""

    id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    pack_id: str
    filer_id: str
    proposer_id: str
    apart: tuple[str, ...]
    state: ChangeState
    reviewer: Supervisor | None
    clock: DeadlineClock

    @property
    def parties(self) -> Parties: ...


def standing(change: Facts, occasion: Occasion) -> Standing:
    """While it waits: with whoever took it, the organ's reviewers, or, objected to, its leads."""
    pending, objected = change.state in PENDING, change.state is ChangeState.OBJECTED
    holders = (queue(change.organ_id, Role.LEAD),) if objected else (
        (change.reviewer.officer_id,) if change.reviewer else ())
    due = occasion.due(change.clock)
    return Standing(
        kind=KIND, matter_id=change.id, number=change.number, title=change.title, organ_id=change.organ_id,
        division_code=change.division_code, pack_id=change.pack_id, subject_id=change.proposer_id,
        stage=OBJECTION if objected else REVIEW, holders=holders if pending else (),
        parties=tuple(dict.fromkeys((change.filer_id, change.proposer_id))), apart=change.apart,
        units_apart=tuple(sorted(change.parties.units)), provisional=due.provisional, ended=not pending,
        due_at=due.at if pending else occasion.now)
