"""The clue of a case: whom it is about, who has disposed of it, and, where it is a report, whom that is kept
from. For them the case that follows from it is as little there as for the recused."""

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import Initiation
from services.determination.domain.determination.earlier_findings import counted, require_uncounted
from services.determination.domain.determination.facts import Facts
from services.determination.domain.determination.verbs import Verb

TELLING = frozenset({Verb.ACCEPT, Verb.RECORD_STATEMENT, Verb.WRITE_FACTS_MATERIAL})


def is_told(case: Facts) -> bool:
    """Whether the subject has heard of it. Of what a clue led to they hear once it is accepted and they are
    asked what they say to it; at the latest with the decision."""
    return case.initiation is not Initiation.CLUE or bool(case.decisions) or not TELLING.isdisjoint(
        entry.what for entry in case.history)


def take_clue_handler(case: Facts, occasion: Occasion) -> None:
    """The clue was disposed of once more, by somebody who may know of the case."""
    case.require_free(occasion.actor.officer_id, occasion.actor.units)
    case.require_not_apart(occasion.actor)
    require_uncounted(case, occasion.actor.officer_id)
    case.clue_handlers |= {occasion.actor.officer_id}


def heed_clue(case: Facts, disposed_by: frozenset[str], keys_apart: frozenset[str],
              occasion: Occasion) -> None:
    """The report as it is now; no vote goes by what is done elsewhere."""
    case.clue_handlers |= disposed_by - counted(case)
    case.keep_from(keys_apart, occasion)
