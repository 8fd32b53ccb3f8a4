"""What is told of the casebook. None says of whom a case is told."""

from datetime import date, datetime

from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.followup.casebook.enums import EntryState


@event("followup", "casebook_entry_moved")
class CasebookEntryMoved(Event):
    """A step of an entry that is not out yet, or holds no more. `what` is its verb."""

    entry_id: str
    number: str
    organ_id: str
    what: str
    state: EntryState = chosen()
    actor_id: str
    at: datetime = moment()


@event("followup", "casebook_entry_published")
class CasebookEntryPublished(Event):
    """Everybody of `shown_in` may refer to it. `checked_by`: the two who confirmed it."""

    entry_id: str
    number: str
    organ_id: str
    area: str
    edition: int
    replaces: str = ""
    shown_in: str
    checked_by: tuple[str, ...]
    valid_until: date
    at: datetime = moment()


@event("followup", "reading_assigned")
class ReadingAssigned(Event):
    """Somebody is asked to read the guide of an area."""

    reading_id: str
    organ_id: str
    area: str
    edition: str
    officer_id: str
    read_by: date
    at: datetime = moment()


@event("followup", "guide_read")
class GuideRead(Event):
    """已读: this edition, by this officer."""

    reading_id: str
    organ_id: str
    area: str
    edition: str
    officer_id: str
    at: datetime = moment()
