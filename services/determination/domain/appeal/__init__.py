"""An appeal (申诉、复核): heard by a panel with none of the first deciders, never to the subject's harm."""

from services.determination.domain.appeal.appeal import KIND, STAGE, Appeal
from services.determination.domain.appeal.moves import MOVES, OVER, AppealVerb
from services.determination.domain.appeal.opinions import NOBODYS, Opinions, digest

__all__ = ["KIND", "MOVES", "NOBODYS", "OVER", "STAGE", "Appeal", "AppealVerb", "Opinions", "digest"]
