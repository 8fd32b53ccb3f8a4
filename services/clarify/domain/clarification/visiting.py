"""澄清回访: when it is made, and what it has to say."""

from datetime import date

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import Visit
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from services.clarify.domain.stages import require_not_ahead


def require_made(visit: Visit, first: date | None, occasion: Occasion) -> None:
    """Not before it could have any effect, nor ahead of today: `clarify.visit_too_early`. What still troubles
    the person is met: `clarify.measures_missing`."""
    require_not_ahead(visit.on, occasion)
    if first is None or visit.on < first:
        raise CaseError("clarify.visit_too_early", details={"from": first.isoformat() if first else ""})
    given(visit.words, Reader.INSIDE)
    if visit.troubled:
        given(visit.measures, Reader.INSIDE, "clarify.measures_missing")
