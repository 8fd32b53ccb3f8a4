"""What the use cases need of a repository."""

from services.determination.ports.appeals import Appeals
from services.determination.ports.cases import Cases
from services.determination.ports.clues import Clues
from services.determination.ports.determinations import Determinations
from services.determination.ports.meetings import Meetings

__all__ = ["Appeals", "Cases", "Clues", "Determinations", "Meetings"]
