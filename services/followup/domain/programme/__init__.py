"""The programme of a person (回访教育): after a mistake nobody is left alone with it."""

from services.followup.domain.programme.beginning import (
    after_clearing,
    after_sanction,
    after_tolerance,
    basis_key,
    person_key,
    same_sanction,
)
from services.followup.domain.programme.guards import is_theirs
from services.followup.domain.programme.programme import Programme
from services.followup.domain.programme.schedule import Duty
from services.followup.domain.programme.transitions import ENDED, FOLLOWING, TRANSITIONS, ProgrammeVerb
from services.followup.domain.programme.visiting import visits_in

__all__ = ["ENDED", "FOLLOWING", "TRANSITIONS", "Duty", "Programme", "ProgrammeVerb", "after_clearing",
           "after_sanction", "after_tolerance", "basis_key", "is_theirs", "person_key",
           "same_sanction", "visits_in"]
