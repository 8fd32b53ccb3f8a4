"""The nameko service `determination`."""

from services.determination.service.appeals import Appeals
from services.determination.service.clues import Clues
from services.determination.service.decisions import Decisions
from services.determination.service.determinations import Determinations
from services.determination.service.meetings import Meetings
from services.determination.service.open_cases import OpenCases
from services.determination.service.rehearsals import Rehearsals
from services.determination.service.verification import Verification


class DeterminationService(Determinations, Verification, Decisions, Meetings, Appeals, Clues, Rehearsals,
                           OpenCases):
    """Determines whether a mistake is tolerated (容错认定)."""

    name = "determination"


__all__ = ["DeterminationService"]
