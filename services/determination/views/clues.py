"""Questions about the disposal of clues: for the organ, and for supervisors above it."""

from sqlalchemy import and_

from rongcuo.casework.access import Ownership, Scope
from rongcuo.casework.visibility import shown
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import ClueDisposals, ClueDisposalsQuery
from rongcuo.texts.folding import number_keys
from services.determination.access import determinations as access
from services.determination.domain.clue import ClueDisposal
from services.determination.presenters.clues import disposal_view
from services.determination.storage import CaseStorage
from services.determination.storage.clues import c

OWNERSHIP = Ownership(c.organ_id, c.division_code)
SCOPES = {Role.REVIEWER: Scope.ORGAN, Role.LEAD: Scope.ORGAN, Role.SUPERVISOR: Scope.DIVISIONS_BELOW}


def clue_disposals(context: ExecutionContext[CaseStorage], query: ClueDisposalsQuery) -> ClueDisposals:
    """The disposals of one clue; none where the actor may see none. Every reading is written down."""
    with context.reading() as store:
        same = c.sought.in_(number_keys(query.clue_number))
        scopes = {SCOPES[role] for role in context.actor.roles & SCOPES.keys()}
        found = store.clues.found(and_(same, shown(scopes, context.actor, OWNERSHIP)))
        kept_from = {each.organ_id for each in found if _keeps_out(each, context.actor, store)}
    found = tuple(each for each in found if each.organ_id not in kept_from)
    for disposal in found:
        context.audit_read("review.clue_read", disposal.id)
    return ClueDisposals(disposals=tuple(disposal_view(each) for each in found))


def _keeps_out(disposal: ClueDisposal, actor: Actor, store: CaseStorage) -> bool:
    """Nobody reads what was thought of a clue about themselves or their unit, nor after a recusal from the
    case that it led to."""
    if disposal.concerns(actor.officer_id, actor.units):
        return True
    case_id = disposal.case_id
    return bool(case_id) and not access.sees_inside(actor, store.determinations.read(case_id))
