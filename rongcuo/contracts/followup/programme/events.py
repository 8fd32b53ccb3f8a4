"""What is told of a programme."""

from datetime import datetime

from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import moment


@event("followup", "programme_opened")
class ProgrammeOpened(Event):
    """There is a new programme."""

    programme_id: str
    organ_id: str
    title: str
    opened_by: str
    opened_at: datetime = moment()
