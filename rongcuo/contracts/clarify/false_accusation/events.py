"""What is told of the finding of a false accusation. The subject of an event is the case.

No event says who reported: `reporter_ref` is random, and only the vault knows whose it is.
"""

from datetime import date, datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.clarify.false_accusation.enums import Address, FalseAccusationState
from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import chosen, moment


@event("clarify", "false_accusation_opened", rare=True)
class FalseAccusationOpened(CaseMoved):
    """The request to inquire into a report is being prepared."""

    report_id: str
    opened_at: datetime = moment()


@event("clarify", "false_accusation_moved", rare=True)
class FalseAccusationMoved(CaseMoved):
    """A step that ends nothing. `what` is its verb; `concerns`: officers it is about."""

    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("clarify", "false_accusation_found", rare=True)
class FalseAccusationFound(CaseMoved):
    """Both gates were passed. Nothing of it has any effect before `FalseAccusationEffective`."""

    report_id: str
    found_by_organ_id: str
    complain_until: date
    found_at: datetime = moment()


@event("clarify", "false_accusation_effective", rare=True)
class FalseAccusationEffective(CaseMoved):
    """The time for complaint has ended, and the finding takes effect."""

    report_id: str
    at: datetime = moment()


@event("clarify", "false_accusation_ended", rare=True)
class FalseAccusationEnded(CaseMoved):
    """It is over. `ending`: concluded, which alone follows a finding that holds; not_begun, mistaken,
    unproven or set_aside, after which the report is no false accusation."""

    report_id: str
    ending: FalseAccusationState = chosen()
    at: datetime = moment()


@event("clarify", "reporter_addressed", rare=True)
class ReporterAddressed(Event):
    """Something is put to a reporter. The vault asks for its words, by their `place` among all that was put
    to them, counted from 1; no event holds them."""

    reporter_ref: str
    case_id: str
    place: int
    about: Address = chosen()
    at: datetime = moment()
