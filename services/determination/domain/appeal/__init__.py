"""An appeal (申诉、复核): heard by a panel with none of the first deciders, never to the subject's harm."""

from services.determination.domain.appeal.appeal import Appeal
from services.determination.domain.appeal.opinions import Opinions, digest
from services.determination.domain.appeal.transitions import MOVES, OVER, AppealVerb

__all__ = ["MOVES", "OVER", "Appeal", "AppealVerb", "Opinions", "digest"]
