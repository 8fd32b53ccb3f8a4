"""What is answered about the disposal of clues."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.determination.content import Subject
from rongcuo.contracts.determination.enums import Disposal
from rongcuo.contracts.fields import chosen, moment


@dataclass(frozen=True, kw_only=True)
class ClueDisposalView:
    """A clue's disposal and the answer to the tolerance question. `subject`: whom the clue is about; earlier
    disposals do not say."""

    clue_id: str
    clue_number: str
    organ_id: str
    tolerance_arises: bool
    reasons: str
    disposed_by_name: str
    case_id: str = ""
    disposal: Disposal = chosen()
    disposed_at: datetime = moment()
    subject: Subject | None = None


@dataclass(frozen=True, kw_only=True)
class ClueDisposals:
    """Oldest first."""

    disposals: tuple[ClueDisposalView, ...] = ()
