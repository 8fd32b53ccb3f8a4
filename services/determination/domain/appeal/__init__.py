"""An appeal (申诉、复核): heard by a panel with none of the first deciders, never to the subject's harm."""

from services.determination.domain.appeal.appeal import KIND, STAGE, Appeal
from services.determination.domain.appeal.opinions import NOBODYS, Opinions, digest
from services.determination.domain.appeal.transitions import MOVES, OVER, AppealVerb

__all__ = ["KIND", "MOVES", "NOBODYS", "OVER", "STAGE", "Appeal", "AppealVerb", "Opinions", "digest"]
