"""What is answered about the disposal of clues."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.clarify.enums import ReportDisposal
from rongcuo.contracts.determination.content import Subject
from rongcuo.contracts.fields import chosen, moment


@dataclass(frozen=True, kw_only=True)
class ClueDisposalView:
    """A clue's disposal and the answer to the tolerance question. `subject`: whom the clue is about; earlier
    disposals do not say. `report_id`: the report that is the clue, whose register clarify keeps: there it
    is the `clue_id`, too, and a report says itself whom it is about."""

    clue_id: str
    clue_number: str
    organ_id: str
    tolerance_arises: bool
    reasons: str
    disposed_by_name: str
    case_id: str = ""
    disposal: ReportDisposal = chosen()
    disposed_at: datetime = moment()
    subject: Subject | None = None
    report_id: str = ""


@dataclass(frozen=True, kw_only=True)
class ClueDisposals:
    """Oldest first."""

    disposals: tuple[ClueDisposalView, ...] = ()
