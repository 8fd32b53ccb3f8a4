"""Typical cases (典型案例): what one person went through, told so that nobody can be told from it."""

from services.followup.domain.casebook.beginning import Known
from services.followup.domain.casebook.entry import CasebookEntry
from services.followup.domain.casebook.fitting import (
    CaseFact,
    filled,
    known_person,
    month_of,
    stated,
    unit_kind_of,
    wider,
)
from services.followup.domain.casebook.guide import edition_of
from services.followup.domain.casebook.masking import masked_text, proposed
from services.followup.domain.casebook.reading import Reading
from services.followup.domain.casebook.transitions import FOLLOWING, TRANSITIONS, UNPUBLISHED, EntryVerb

__all__ = ["FOLLOWING", "TRANSITIONS", "UNPUBLISHED", "CaseFact", "CasebookEntry", "EntryVerb", "Known",
           "Reading", "edition_of", "filled", "known_person", "masked_text", "month_of", "proposed", "stated",
           "unit_kind_of", "wider"]
