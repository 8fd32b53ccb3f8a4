"""What can be asked to be done about a record: by the person it is of, and by whoever has a fact of it."""

from dataclasses import dataclass

from rongcuo.contracts.commanding import CaseCommand, CommandMessage
from rongcuo.contracts.fields import identifier, text
from rongcuo.contracts.followup.record.content import FactRef
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class AddRecordRemark(CommandMessage):
    """说明: the person's own, of one entry, or of the whole."""

    person_id: str = identifier()
    words: str = text(4_000, 1, read_by=Reader.ORGAN_OF_RECORD)
    fact: FactRef | None = None


@dataclass(frozen=True, kw_only=True)
class AskCorrection(CommandMessage):
    """申请更正: the person says what is wrong about one entry."""

    person_id: str = identifier()
    fact: FactRef
    words: str = text(4_000, 1, read_by=Reader.ORGAN_OF_FACT)


@dataclass(frozen=True, kw_only=True)
class AnswerCorrection(CaseCommand):
    """With the reason, whichever way it is."""

    corrected: bool
    reason: str = text(4_000, 1, read_by=Reader.SUBJECT)
