"""What must hold before a verb of a filing's review. A guard raises CaseError and changes nothing."""

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from services.review.domain.asked import Asked


def supplement_remains(case: Asked, occasion: Occasion) -> None:
    """The pack says how often a filing may be sent back."""
    if case.supplements >= occasion.pack.filing.supplements_allowed:
        raise CaseError("review.supplement_not_possible")


def supplement_not_awaited(case: Asked, occasion: Occasion) -> None:
    """A filer who was asked for a supplement has until its due date."""
    due = occasion.due(case.running_clock)
    if case.awaits_supplement and not due.late(occasion.now):
        raise CaseError("review.supplement_awaited", details={"due_on": due.date.isoformat()})


def actor_is_not_in_doubt(case: Asked, occasion: Occasion) -> None:
    """Whom the filer names as having a part decides only once a lead has given them the case knowing so."""
    if case.doubts(occasion.actor):
        raise CaseError("review.named_by_filer", details={"officer_id": occasion.actor.officer_id})


def actor_did_not_refuse(case: Asked, occasion: Occasion) -> None:
    """Nobody looks at an objection to what they did themselves."""
    case.require_fresh(occasion.actor.officer_id)
