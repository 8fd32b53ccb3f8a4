"""What is to be known before a determination is opened."""

from dataclasses import dataclass

from rongcuo.contracts.determination.content import Act, Subject
from rongcuo.contracts.determination.enums import Initiation
from rongcuo.contracts.fields import chosen
from rongcuo.contracts.gaps import GapView


@dataclass(frozen=True, kw_only=True)
class OpeningQuery:
    """What would have to be known, were a case opened about this act? For whoever may open it."""

    initiation: Initiation = chosen()
    subject: Subject
    act: Act


@dataclass(frozen=True, kw_only=True)
class OpeningGaps:
    """What is missing, or to be known, before a case is opened that is not there yet."""

    missing: tuple[GapView, ...] = ()
