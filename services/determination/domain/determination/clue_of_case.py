"""The clue of a case: who has disposed of it, and, where it is a report, whom that is kept from. For them the
case that follows from it is as little there as for the recused."""

from rongcuo.casework.apart import Somebody, folded_keys, known_by, name_keys, officer_keys
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.errors import CaseError
from services.determination.domain.determination.earlier_findings import counted, require_uncounted
from services.determination.domain.determination.facts import Facts


def is_closed_to(case: Facts, somebody: Somebody) -> bool:
    """Recused, or kept from the report that led to it. What is their own they see all the same."""
    return somebody.officer_id in case.recused or not case.keys_apart.isdisjoint(known_by(somebody))


def is_kept_from(case: Facts, officer_id: str, units: frozenset[str]) -> bool:
    """Of somebody whose name is not to hand: whoever was called as the named when it was looked up, is known
    by their account."""
    return not case.keys_apart.isdisjoint(officer_keys(officer_id) | folded_keys(units=units))


def require_open_to(case: Facts, somebody: Somebody) -> None:
    """Raises `review.recused`."""
    if is_closed_to(case, somebody):
        raise CaseError("review.recused", details={"officer_id": somebody.officer_id})


def take_clue_handler(case: Facts, occasion: Occasion) -> None:
    """The clue was disposed of once more, by somebody who may know of the case."""
    case.require_free(occasion.actor.officer_id, occasion.actor.units)
    require_uncounted(case, occasion.actor.officer_id)
    case.clue_handlers |= {occasion.actor.officer_id}


def heed_clue(case: Facts, disposed_by: frozenset[str], keys_apart: frozenset[str],
              occasion: Occasion) -> frozenset[str]:
    """The report as it is now; whom it is kept from is never fewer than before. Answers who is to be barred
    from its meeting: nobody whose vote counts, for no vote goes by what is done elsewhere. Who held the case
    holds it no longer."""
    votes = counted(case)
    handlers, keys = disposed_by - case.clue_handlers - votes, keys_apart - case.keys_apart
    case.clue_handlers |= handlers
    if keys:
        case.keys_apart |= keys
        for holder in sorted(_held_by(case), key=lambda each: each.officer_id):
            if not keys.isdisjoint(officer_keys(holder.officer_id) | name_keys(holder.name)):
                case.part_with(holder.officer_id)
        case.tell("keep_from", occasion)
    kept = frozenset(each for each in case.readers if is_kept_from(case, each, frozenset()))
    return (handlers | kept) - votes


def _held_by(case: Facts) -> frozenset[Holder]:
    return frozenset((*case.team, *([case.assignee] if case.assignee else [])))
