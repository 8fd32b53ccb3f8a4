"""What is told of a request for correction. The subject of an event is the request."""

from datetime import datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.followup.record.content import FactKind


@event("followup", "correction_asked")
class CorrectionAsked(CaseMoved):
    """Somebody says that an entry of their record is wrong: whoever has the fact answers."""

    fact: FactKind = chosen()
    fact_id: str
    at: datetime = moment()


@event("followup", "correction_moved")
class CorrectionMoved(CaseMoved):
    """Its day is another, or another organ answers."""

    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("followup", "correction_answered")
class CorrectionAnswered(CaseMoved):
    """The person is told that there is an answer."""

    subject_told = "followup.correction_answered"
    corrected: bool
    at: datetime = moment()
