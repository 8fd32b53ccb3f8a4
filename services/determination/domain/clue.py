"""The disposal of a clue (问题线索处置) that no report is: the tolerance question is answered with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rongcuo.casework.apart import Somebody, known_by, name_keys, officer_keys, unit_names_keys
from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ReportDisposal
from rongcuo.contracts.determination import ClueDisposed, DisposeClue, Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.readers import Reader


@dataclass(kw_only=True)
class ClueDisposal(Aggregate):
    """One disposal; it never changes. `case_id`: the determination that a yes has led to.

    `subject`: whom the clue is about; disposals of before do not say.
    """

    id: str
    clue_number: str
    organ_id: str
    division_code: str
    disposal: ReportDisposal
    tolerance_arises: bool
    reasons: str
    received_at: datetime
    disposed_by: str
    disposed_by_name: str
    disposed_at: datetime
    case_id: str = ""
    subject: Subject | None = None

    @classmethod
    def of(cls, disposal_id: str, command: DisposeClue, subject: Subject, case_id: str,
           occasion: Occasion, earlier: "Iterable[ClueDisposal]" = ()) -> "ClueDisposal":
        """Both answers need their reasons. Nothing is disposed of before it came in; nobody's explanation is
        believed whom nobody has asked."""
        if command.received_at > occasion.now:
            raise CaseError("determination.clue_not_received",
                            details={"received_at": command.received_at.isoformat()})
        on_reply = command.disposal is ReportDisposal.CLOSED_ON_REPLY
        if on_reply and not any(each.disposal is ReportDisposal.INQUIRY for each in earlier):
            raise CaseError("determination.clue_nobody_was_asked")
        actor = occasion.actor
        made = cls(
            id=disposal_id, clue_number=command.clue_number, organ_id=actor.organ_id,
            division_code=actor.division_code, disposal=command.disposal,
            tolerance_arises=command.tolerance_arises,
            reasons=given(command.reasons, Reader.ORGAN, "determination.clue_reasons_missing"),
            received_at=command.received_at, disposed_by=actor.officer_id, disposed_by_name=actor.name,
            disposed_at=occasion.now, case_id=case_id, subject=subject)
        made.record(ClueDisposed(
            clue_id=made.id, clue_number=made.clue_number, organ_id=made.organ_id,
            tolerance_arises=made.tolerance_arises, case_id=case_id, disposal=made.disposal,
            at=occasion.now))
        return made

    def concerns(self, somebody: Somebody) -> bool:
        """Whether it is about them, by their account or by name alone, or somebody of their unit."""
        about = keys_of_subject(self.subject) if self.subject else frozenset[str]()
        return not about.isdisjoint(known_by(somebody))


def keys_of_subject(subject: Subject) -> frozenset[str]:
    """Under which whomever a clue is about may be known, by whichever account, and all of their unit."""
    return officer_keys(subject.officer_id) | name_keys(subject.name) | unit_names_keys(subject.unit)
