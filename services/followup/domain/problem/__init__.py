"""A problem (问题清单): what a mistake shows to be missing, of a place and never of a person."""

from services.followup.domain.problem.likeness import LEAST, shared_by
from services.followup.domain.problem.naming import Marks, marks_of
from services.followup.domain.problem.problem import Problem
from services.followup.domain.problem.recurring import recurrences
from services.followup.domain.problem.transitions import ENDED, FOLLOWING, TRANSITIONS, ProblemVerb

__all__ = ["ENDED", "FOLLOWING", "LEAST", "TRANSITIONS", "Marks", "Problem", "ProblemVerb", "marks_of",
           "recurrences", "shared_by"]
