"""Who sees which typical case: those who work on it and the leads of the organ see it whole; once it is out,
everybody of the division for which it is shown reads it masked. Whose case it is, and who was recused in it,
see of it what everybody sees."""

from rongcuo.casework.access import require_caseworker
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import EntryState
from rongcuo.policy.divisions import known_codes, lineage
from services.followup.domain.casebook import CasebookEntry

require_writer = require_caseworker


def leads(actor: Actor) -> bool:
    """Whether they lead an organ."""
    return actor.has(Role.LEAD) and bool(actor.organ_id)


def divisions_of(actor: Actor) -> tuple[str, ...]:
    """Those for which something may be shown so that the actor reads it: their own, and all above it."""
    known = bool(actor.officer_id) and actor.division_code in known_codes()
    return lineage(actor.division_code) if known else ()


def sees_inside(actor: Actor, entry: CasebookEntry) -> bool:
    """As it was written, with its source and its masks."""
    of_the_organ = bool(actor.officer_id and actor.organ_id) and actor.organ_id == entry.organ_id
    return (of_the_organ and not entry.is_apart(actor)
            and (actor.officer_id in entry.workers or leads(actor)))


def reads(actor: Actor, entry: CasebookEntry) -> bool:
    """Masked, as everybody there does."""
    return entry.state is EntryState.PUBLISHED and entry.shown_in in divisions_of(actor)


def sees(actor: Actor, entry: CasebookEntry) -> bool:
    """Whether it is there for the actor at all."""
    return reads(actor, entry) or sees_inside(actor, entry)


def require_sight(actor: Actor, entry: CasebookEntry) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, entry):
        raise CaseError("not_found", details={"case_id": entry.id})


def require(actor: Actor, entry: CasebookEntry) -> None:
    """To do anything about it. Raises `not_found`, or `forbidden` for whoever only reads it."""
    require_sight(actor, entry)
    if not sees_inside(actor, entry):
        raise CaseError("forbidden", details={"organ_id": entry.organ_id})


def require_lead(actor: Actor) -> None:
    """To assign a reading, and to see who has read. Raises `followup.lead_wanted`."""
    if not leads(actor):
        raise CaseError("followup.lead_wanted", details={"organ_id": actor.organ_id})
